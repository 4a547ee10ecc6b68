"""Numbers that count something: a number with its unit, what bounds it and per what time it is counted.

A number alone is no quantity. It becomes one through a measure right behind it (3周, 80%, 120万元), through
the noun of the phrase it opens (250万真实企业用户, 1000所“未来校园”示范学校), or through a head before it in its
clause (DAU突破3.2亿, 日关键词搜索数接近2万). Places in a ranking and words that are figures themselves (过半,
翻倍) are found beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from analysis import lexicon, numerals
from analysis.document import Span
from analysis.numerals import Numeral
from analysis.schema import Kind, Qualifier
from analysis.wordlist import Entry, Hit, WordList

Role = Literal["measure", "classifier", "noun", "head"]

CLAUSE_MARKS = ",，;；。:：!！?？\n"
PHRASE_MARKS = CLAUSE_MARKS + "、()（）/|～~…—"
QUOTES = "“”\"'「」『』‘’【】"
PHRASE_REACH = 14
"""Characters behind a number within which the noun of its phrase begins."""
HEAD_REACH = 18
"""Characters before a number within which its head ends."""
SMALL = 10
"""Below this a Han numeral before a noun is a determiner (两款产品), not a measurement."""
FUNCTION_WORDS = set("了着在是和与及到从对把被将就都也又而但已能可有使让给向比并或这那其于的")
LINKING = set(
    "已经达到至为有是的数量总规模约近超过突破逼接将也均就还则即能可了增长到累计共计目前一共高升为合计仅只"
)
LIGHT_WORDS = "了到达至为有于在是成"
CURRENCY_SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP"}
LEVEL = re.compile("(?:级别|量级|级)的?|规模的|的")
HAN_NUMERAL = re.compile("[零〇一二两三四五六七八九十几数]+")
RANK = re.compile(
    r"(?P<ordinal>第[ ]?(?P<place>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:名|位|大|(?![0-9季个年天次月章期周轮批步代点阶款家届方线手时版节部集种条件项任号页期只台中小医课年级])))"
    r"|(?P<top>前(?P<top_place>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:名|位|强|大|(?![0-9季个年天次月章期周轮批步几十百万分小%％])))"
    r"|(?P<latin>(?<![A-Za-z])(?:TOP|Top|top|NO\.|No\.)[ ]?(?P<latin_place>[0-9]{1,3})(?![0-9.]))"
)


class Unit(NamedTuple):
    """What a word counts: its unit, the kind of figure, how it binds to the number, and its worth."""

    unit: str | None
    kind: Kind
    role: Role
    factor: float


class Fixed(NamedTuple):
    """The figure a word is."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    kind: Kind
    qualifier: Qualifier


@dataclass(frozen=True)
class Quantity:
    """A quantity in a sentence: ``start``, ``end`` are the number's, ``surface_end`` is the unit's.

    ``phrase_end`` is where the phrase that holds the unit ends, ``clause`` the clause around it.
    """

    start: int
    end: int
    surface_end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    kind: Kind
    qualifier: Qualifier
    period: str | None
    rule: str


@dataclass(frozen=True)
class _Bound:
    """A unit bound to a number, and where the words that say it end."""

    unit: Unit
    end: int
    rule: str
    head: int | None = None


@dataclass(frozen=True)
class Quantities:
    """What is known of units, qualifiers and the words beside them; a call reads one sentence."""

    units: WordList[Unit]
    before: WordList[Qualifier]
    behind: WordList[Qualifier]
    fixed: WordList[Fixed]
    idioms: WordList[None]
    places_before: WordList[None]
    places_behind: WordList[None]
    periods: WordList[str]
    kinds: tuple[tuple[str, Kind, Kind], ...]
    ranks: WordList[None]

    @classmethod
    def load(cls, lexicons: Path) -> Quantities:
        """Read the lexicon files of figures in that folder; raises ``LexiconError`` for a broken one."""
        places = lexicon.read(lexicons / "relative_times.tsv", ("word", "place", "example"))
        periods = lexicon.read(lexicons / "periods.tsv", ("word", "period", "example"))
        idioms = lexicon.read(lexicons / "numeral_idioms.tsv", ("word", "unless", "example"))
        kinds = lexicon.read(lexicons / "kind_cues.tsv", ("word", "of", "kind", "example"))
        ranks = lexicon.read(lexicons / "rank_cues.tsv", ("word", "example"))
        bounds = lexicon.read(
            lexicons / "qualifiers.tsv", ("word", "qualifier", "place", "unless", "example")
        )
        return cls(
            units=_units(lexicons),
            before=_qualifiers(bounds, "before"),
            behind=_qualifiers(bounds, "behind"),
            fixed=_fixed(lexicons),
            idioms=WordList(Entry(row["word"], None, lexicon.values(row["unless"])) for row in idioms),
            places_before=_bare(row for row in places if row["place"] != "behind"),
            places_behind=_bare(row for row in places if row["place"] != "before"),
            periods=WordList(Entry(row["word"], row["period"]) for row in periods),
            kinds=tuple((row["word"], cast(Kind, row["of"]), cast(Kind, row["kind"])) for row in kinds),
            ranks=_bare(ranks),
        )

    def __call__(self, text: str, names: Sequence[Span], taken: Sequence[Span]) -> list[Quantity]:
        """Quantities of one narrowed, Simplified sentence, in order.

        ``names`` are spans of entities: a numeral in one counts nothing, and one in a phrase is not its noun.
        ``taken`` are spans of dates and of other things that no quantity may touch.
        """
        closed = [*names, *taken]
        found = [*self._ranks(text, closed), *self._fixed_figures(text, closed)]
        closed = [*closed, *(Span(one.start, one.surface_end) for one in found)]
        found += self._measured(text, names, closed)
        return sorted(found, key=lambda one: one.start)

    def _measured(self, text: str, names: Sequence[Span], closed: Sequence[Span]) -> Iterator[Quantity]:
        place = 0
        while (numeral := next(numerals.find(text, place), None)) is not None:
            idiom = self.idioms.covering(text, numeral.start)
            if idiom:
                place = max(idiom.end, numeral.start + 1)
                continue
            place = numeral.end
            if not _overlaps(numeral, closed) and not _in_name(text, numeral):
                quantity = self._quantity(text, numeral, names)
                if quantity:
                    place = max(place, quantity.end)
                    yield quantity

    def _quantity(self, text: str, numeral: Numeral, names: Sequence[Span]) -> Quantity | None:
        clause = clause_around(text, numeral.start)
        bound = self._bind(text, numeral, names, clause)
        if bound is None or not self._measures(text, numeral, bound):
            return None
        numeral, end = _scaled(text, numeral, bound)
        qualifier, end = self._qualifier(text, numeral, end)
        kind = self._kind(text, bound, clause)
        period = self._period(text, numeral, bound, clause, end)
        unit = bound.unit.unit
        if bound.unit.kind == "frequency" and period and bound.rule == "head":
            unit = f"{unit}/{period}"
        return Quantity(
            start=numeral.start,
            end=numeral.end,
            surface_end=end,
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            unit=unit,
            kind=kind,
            qualifier=qualifier,
            period=None if kind in {"rank", "duration"} else period,
            rule=bound.rule,
        )

    def _bind(self, text: str, numeral: Numeral, names: Sequence[Span], clause: Span) -> _Bound | None:
        """The unit of a number: of its own form, right behind it, of its phrase, or before it."""
        if numeral.form != "plain":
            unit = "percent" if numeral.form == "percent" else "ratio"
            return _Bound(Unit(unit, "share", "measure", 1), numeral.end, "fraction")
        if sign := CURRENCY_SIGNS.get(text[numeral.start - 1 : numeral.start]):
            return _Bound(Unit(sign, "money", "measure", 1), numeral.end, "currency_sign")
        place = self._past_level(text, numeral.end)
        hit = self.units.at(text, place)
        if hit and hit.value.role == "measure":
            return _Bound(hit.value, hit.end, "measure")
        if hit and hit.value.role == "classifier":
            return self._classified(text, hit, names)
        if _could_head_phrase(text, numeral) and (noun := self._noun(text, place, names)):
            return _Bound(noun.value, noun.end, "noun")
        return self._headed(text, numeral, clause)

    def _past_level(self, text: str, place: int) -> int:
        """Past a space, a qualifier and a word of magnitude: 100 万, 4亿+, 百亿级别的."""
        if text[place : place + 1] == " ":
            place += 1
        bound = self.behind.at(text, place)
        if bound:
            place = bound.end
        level = LEVEL.match(text, place)
        return level.end() if level else place

    def _classified(self, text: str, classifier: Hit[Unit], names: Sequence[Span]) -> _Bound | None:
        start = classifier.end + (text[classifier.end : classifier.end + 1] == "的")
        noun = self._noun(text, start, names)
        if noun:
            return _Bound(noun.value, noun.end, "classifier_noun")
        if classifier.value.unit is None:
            return None
        return _Bound(classifier.value, classifier.end, "classifier")

    def _noun(self, text: str, place: int, names: Sequence[Span]) -> Hit[Unit] | None:
        """The noun that heads the phrase from ``place``: the last of the first run of nouns in it."""
        limit = min(len(text), place + PHRASE_REACH)
        while place < limit:
            if name := next((name for name in names if name.start <= place < name.end), None):
                place = name.end
                continue
            hit = self.units.at(text, place)
            if hit and hit.value.role in {"noun", "head"}:
                return self._last_noun(text, hit)
            mark = text[place]
            if mark in PHRASE_MARKS or mark.isspace() or mark in FUNCTION_WORDS:
                return None
            place += 1
        return None

    def _last_noun(self, text: str, hit: Hit[Unit]) -> Hit[Unit]:
        following = self.units.at(text, hit.end)
        while following and following.value.role == "noun":
            hit = following
            following = self.units.at(text, hit.end)
        return hit

    def _headed(self, text: str, numeral: Numeral, clause: Span) -> _Bound | None:
        """A head before the number in its clause, or a noun linked to it by nothing but light words."""
        if not _stands_alone(text, numeral):
            return None
        start = max(clause.start, numeral.start - HEAD_REACH)
        for place in range(numeral.start, start, -1):
            hit = self.units.behind(text, place)
            if hit is None or hit.start < clause.start:
                continue
            between = text[place : numeral.start]
            linked = set(between) <= LINKING
            if hit.value.role == "head" or (hit.value.role == "noun" and linked):
                return _Bound(hit.value, numeral.end, "head", head=hit.start)
        return None

    def _measures(self, text: str, numeral: Numeral, bound: _Bound) -> bool:
        """Whether the number measures; a small Han numeral is often only a determiner or a fixed word."""
        if numeral.value == 0 or (text[: numeral.start].endswith("第") and bound.unit.kind != "share"):
            return False
        if bound.unit.kind == "duration" and not self._is_length(text, numeral, bound):
            return False
        surface = text[numeral.start : numeral.end]
        if not HAN_NUMERAL.fullmatch(surface) or "十" in surface:
            return True
        if surface == "一":
            return bound.unit.unit in {"percent", "times"} and bound.unit.kind in {"share", "growth"}
        if bound.unit.kind in {"duration", "share", "growth"}:
            return True
        return self.before.behind(text, numeral.start) is not None

    def _is_length(self, text: str, numeral: Numeral, bound: _Bound) -> bool:
        """Whether a length of time is one, and no place in time (过去两年, 三年后, 第二天, 一天)."""
        after = text[bound.end :].lstrip(" ")
        surface = text[numeral.start : numeral.end]
        if after.startswith(("时间", "的时间", "内", "之内", "以内")) or text[: bound.end].endswith("时间"):
            return not text[: numeral.start].endswith(("第", "下一个", "上一个"))
        if surface in {"一", "一两"}:
            return self.before.behind(text, numeral.start) is not None or after.startswith("左右")
        if self.places_behind.at(after, 0):
            return False
        return self.places_before.behind(text, numeral.start) is None

    def _qualifier(self, text: str, numeral: Numeral, end: int) -> tuple[Qualifier, int]:
        """What bounds the number, and where the unit with a qualifier behind it ends."""
        after = self.behind.at(text, end) or self.behind.at(text, numeral.end)
        end = max(end, after.end) if after else end
        if numeral.qualifier == "several":
            return "several", end
        before = _qualifier_before(self.before, text, numeral.start)
        if before:
            return before, end
        if after and after.value != "exact":
            return after.value, end
        return numeral.qualifier or "exact", end

    def _kind(self, text: str, bound: _Bound, clause: Span) -> Kind:
        near = text[clause.start : clause.end]
        people = bound.unit.unit == "people"
        for word, of, kind in self.kinds:
            if of == bound.unit.kind and (of == "share" or people) and word in near:
                return kind
        return bound.unit.kind

    def _period(self, text: str, numeral: Numeral, bound: _Bound, clause: Span, end: int) -> str | None:
        behind = self.periods.at(text, end)
        if behind:
            return behind.value
        before = self.periods.last_in(text, clause.start, numeral.start)
        if before:
            return before.value
        if bound.head is not None:
            opening = re.search("(?:^|[,、。;“的])(日|周|月|年)[\u4e00-\u9fff]{0,4}$", text[: bound.head])
            if opening:
                return {"日": "day", "周": "week", "月": "month", "年": "year"}[opening[1]]
        return None

    def _fixed_figures(self, text: str, closed: Sequence[Span]) -> Iterator[Quantity]:
        for place in range(len(text)):
            hit = self.fixed.at(text, place)
            if hit and not _overlaps(hit, closed):
                yield Quantity(hit.start, hit.end, hit.end, *hit.value, period=None, rule="fixed_figure")

    def _ranks(self, text: str, closed: Sequence[Span]) -> Iterator[Quantity]:
        for match in RANK.finditer(text):
            place = match["place"] or match["top_place"] or match["latin_place"]
            if not self._ranked(text, match) or _overlaps(Span(*match.span()), closed):
                continue
            yield Quantity(
                *match.span(),
                match.end(),
                value=numerals.read(place),
                low=None,
                high=None,
                unit="rank",
                kind="rank",
                qualifier="exact",
                period=None,
                rule="rank",
            )

    def _ranked(self, text: str, match: re.Match[str]) -> bool:
        before = text[: match.start()].rstrip(" 了在到的为")
        if self.ranks.behind(before, len(before)):
            return True
        return bool(match["latin"] or match["top"]) and match[0].endswith(("强", "大"))


def clause_around(text: str, place: int) -> Span:
    """The clause of a sentence around a place: what stands between its commas."""
    start = max((text.rfind(mark, 0, place) for mark in CLAUSE_MARKS), default=-1) + 1
    ends = [end for mark in CLAUSE_MARKS if (end := text.find(mark, place)) >= 0]
    return Span(start, min(ends, default=len(text)))


def _units(lexicons: Path) -> WordList[Unit]:
    path = lexicons / "units.tsv"
    rows = lexicon.read(path, ("word", "unit", "kind", "role", "factor", "unless", "example"))
    return WordList(
        Entry(
            row["word"],
            Unit(
                row["unit"] or None,
                cast(Kind, row["kind"] if row["kind"] in get_args(Kind) else "count_other"),
                cast(Role, row["role"]),
                float(row["factor"] or 1),
            ),
            lexicon.values(row["unless"]),
        )
        for row in rows
    )


def _qualifiers(rows: Sequence[dict[str, str]], place: str) -> WordList[Qualifier]:
    return WordList(
        Entry(row["word"], cast(Qualifier, row["qualifier"]), lexicon.values(row["unless"]))
        for row in rows
        if row["place"] == place
    )


def _fixed(lexicons: Path) -> WordList[Fixed]:
    columns = ("word", "value", "low", "high", "unit", "kind", "qualifier", "unless", "example")
    return WordList(
        Entry(
            row["word"],
            Fixed(
                *(float(row[name]) if row[name] else None for name in ("value", "low", "high")),
                row["unit"],
                cast(Kind, row["kind"]),
                cast(Qualifier, row["qualifier"]),
            ),
            lexicon.values(row["unless"]),
        )
        for row in lexicon.read(lexicons / "fixed_figures.tsv", columns)
    )


def _bare(rows: Iterator[dict[str, str]] | Sequence[dict[str, str]]) -> WordList[None]:
    return WordList(Entry(row["word"], None) for row in rows)


def _overlaps(one: Numeral | Span | Hit[Fixed], spans: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for span in spans)


def _in_name(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is part of a Latin name or a version: S2b2C, V3, 5G."""
    before, after = text[numeral.start - 1 : numeral.start], text[numeral.end : numeral.end + 1]
    if before.isascii() and before.isalpha():
        return not re.search("(?:DAU|MAU|WAU|GMV|PV|RMB)$", text[: numeral.start])
    return bool(re.match("[A-Za-z]", after)) and not re.match("(?:[GTMP]B|APP|App)", text[numeral.end :])


def _could_head_phrase(text: str, numeral: Numeral) -> bool:
    """Whether a noun may follow without a classifier: a great number, or one with a scale (250万用户)."""
    great = numeral.value or numeral.high or 0
    surface = text[numeral.start : numeral.end]
    return great >= 100 and (great == int(great)) and not re.fullmatch("(?:19|20)[0-9]{2}", surface)


def _stands_alone(text: str, numeral: Numeral) -> bool:
    """Whether a number is a whole one of its own: it has a scale, or nothing it would count follows."""
    surface = text[numeral.start : numeral.end]
    if set(surface) & set("万亿兆"):
        return True
    if "." in surface or (numeral.value or numeral.high or 0) < SMALL:
        return False
    return not re.match("[ ]?[\u4e00-\u9fffA-Za-z%]", text[numeral.end :])


def _scaled(text: str, numeral: Numeral, bound: _Bound) -> tuple[Numeral, int]:
    """The number in the unit given (三成 is 30 percent), with 半 behind its unit (两年半), and where that ends."""
    end, half = bound.end, 0.0
    if bound.unit.kind == "duration" and text.startswith("半", end):
        end, half = end + 1, 0.5
    factor = bound.unit.factor
    if factor == 1 and not half:
        return numeral, end
    value, low, high = (
        None if number is None else number * factor + half
        for number in (numeral.value, numeral.low, numeral.high)
    )
    return replace(numeral, value=value, low=low, high=high), end


def _qualifier_before(words: WordList[Qualifier], text: str, place: int) -> Qualifier | None:
    """A qualifier right before the number, or before light words between: 超过了3亿, 约为30%."""
    while place > 0:
        hit = words.behind(text, place)
        if hit:
            return hit.value
        if text[place - 1] not in LIGHT_WORDS + " ":
            return None
        place -= 1
    return None
