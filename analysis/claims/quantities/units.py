"""What a number counts: the words of units, and which of them a number in a sentence is bound to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from analysis import lexicon
from analysis.claims.numbers import openings
from analysis.claims.numbers.magnitudes import could_head_phrase, has_great_scale, stands_alone
from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.qualifiers import Qualifiers
from analysis.claims.sentence import Sentence
from analysis.claims.wordlist import Entry, Hit, WordList, characters
from analysis.schema import Kind

Role = Literal["measure", "classifier", "noun", "head"]

PHRASE_MARKS = ",，;；。:：!！?？\n、()（）/|～~…—"
PHRASE_REACH = 14
"""Characters behind a number within which the noun of its phrase begins."""
HEAD_REACH = 18
"""Characters before a number within which its head ends."""
LEVEL = re.compile("(?:级别|量级|级)的?|规模的|的")
LEVELS = frozenset("级量规的")
"""The characters that a word of magnitude begins with."""
BETWEEN = re.compile(
    "[0-9]+[年月日][初底末]?|[去今前明]年|[上下]半年|[上本]季度|[上本]月|年[初底末]|[一二三四]季度"
    "|分别|各自|依次| "
)
EXPLAINING = re.compile("[ ]?[,，]?[ ]?[则就]?(?:是指|指的是|指|说的是|代表着?了?|对应的是|是)")
EXPLAINED_REACH = 40
ANNOUNCING = re.compile("(?:方面|来看|来说|而言|上|来讲)[ ]?[,，:：]")
ANNOUNCED_REACH = 60
CLAUSE_END = re.compile("[,，;；。!！?？\n]|$")


class Unit(NamedTuple):
    """What a word counts: its unit, the kind of figure, how it binds to the number, and its worth."""

    unit: str | None
    kind: Kind
    role: Role
    factor: float


class Bound(NamedTuple):
    """A unit bound to a number: where the words behind the number end, how it is bound, its head's start."""

    unit: Unit
    end: int
    rule: str
    head: int | None = None


@dataclass(frozen=True)
class Units:
    """The words of units, and the small words around them; ``bind`` is what they are for."""

    words: WordList[Unit]
    currencies: WordList[str]
    qualifiers: Qualifiers
    boundary: frozenset[str]
    linking: frozenset[str]

    @classmethod
    def load(cls, lexicons: Path, qualifiers: Qualifiers) -> Units:
        """Read ``units.tsv``, ``currencies.tsv`` and ``particles.tsv``; raises ``LexiconError``.

        ``qualifiers`` may stand between a number and its unit (4亿+用户).
        """
        path = lexicons / "units.tsv"
        columns = ("word", "unit", "kind", "role", "factor", "unless", "example")
        words = WordList(
            Entry(
                row["word"],
                Unit(
                    row["unit"] or None,
                    lexicon.choice(path, row, "kind", get_args(Kind)) if row["kind"] else "count_other",
                    lexicon.choice(path, row, "role", get_args(Role)),
                    lexicon.number(path, row, "factor") if row["factor"] else 1,
                ),
                lexicon.values(row["unless"]),
            )
            for row in lexicon.read(path, columns)
        )
        signs = lexicon.read(lexicons / "currencies.tsv", ("sign", "unit", "example"))
        particles = lexicons / "particles.tsv"
        return cls(
            words,
            WordList(Entry(row["sign"], row["unit"]) for row in signs),
            qualifiers,
            characters(particles, "boundary"),
            characters(particles, "linking"),
        )

    @cached_property
    def number_opening(self) -> re.Pattern[str]:
        """Where a number may begin, but for Han digits with no unit beside them."""
        behind = self.words.beginnings + self.qualifiers.words_behind.beginnings + "".join(LEVELS)
        return openings.opening(behind, self.currencies.endings)

    @cached_property
    def _noun_or_end(self) -> re.Pattern[str]:
        """Where in a phrase a noun may begin or the phrase may end."""
        marks = self.words.beginnings + PHRASE_MARKS + "".join(self.boundary)
        return re.compile(f"[{re.escape(marks)}]")

    def bind(self, sentence: Sentence, numeral: Numeral) -> Bound | None:
        """The unit of a number: of its own form, right behind it, of its phrase, or before it.

        Entities named in the sentence may stand in a phrase but never head it.
        """
        text = sentence.text
        if numeral.form != "plain":
            unit = "percent" if numeral.form == "percent" else "ratio"
            return Bound(Unit(unit, "share", "measure", 1), numeral.end, "fraction")
        place = self._past_level(text, numeral.end)
        hit = self.words.at(text, place)
        sign = self._currency(text, numeral)
        if sign and (hit is None or hit.value.role != "measure" or hit.value.unit == "CNY"):
            end = hit.end if hit and hit.value.unit == "CNY" else numeral.end
            return Bound(Unit(sign.value, "money", "measure", 1), end, "currency_sign")
        if hit and hit.value.role == "measure":
            head = self._headed(sentence, numeral, hit.end) if hit.value.kind == "count_other" else None
            start = head.head if head and head.unit.unit == hit.value.unit else None
            return Bound(hit.value, hit.end, "measure", head=start)
        if hit and hit.value.role == "classifier":
            great = has_great_scale(text, numeral)
            headed = self._headed(sentence, numeral, hit.end) if hit.value.unit is None else None
            return self._classified(sentence, hit, great=great and headed is None) or headed
        if could_head_phrase(text, numeral) and (noun := self._noun(sentence, place)):
            return Bound(noun.value, noun.end, "noun")
        headed = self._headed(sentence, numeral, numeral.end)
        return headed or self._explained(text, numeral) or self._announced(text, numeral)

    def opening(self, text: str, numeral: Numeral) -> int:
        """Where the number begins, the currency before it included: 新台币330元."""
        sign = self._currency(text, numeral)
        return sign.start if sign else numeral.start

    def _currency(self, text: str, numeral: Numeral) -> Hit[str] | None:
        return self.currencies.behind(text, numeral.start - text.endswith(" ", 0, numeral.start))

    @cached_property
    def _between(self) -> frozenset[str]:
        """Characters that begin what may stand between a number and its unit."""
        return LEVELS.union(" ", self.qualifiers.words_behind.beginnings)

    def _past_level(self, text: str, place: int) -> int:
        """Past a space, a qualifier and a word of magnitude: 100 万, 4亿+, 百亿级别的."""
        if text[place : place + 1] not in self._between:
            return place
        place += text.startswith(" ", place)
        bound = self.qualifiers.behind(text, place)
        if bound:
            place = bound.end
        level = LEVEL.match(text, place)
        return level.end() if level else place

    def _classified(self, sentence: Sentence, classifier: Hit[Unit], *, great: bool) -> Bound | None:
        """The noun behind a classifier, or what the classifier counts; a ``great`` number counts anyhow."""
        text = sentence.text
        bounded = self.qualifiers.behind(text, classifier.end)
        place = bounded.end if bounded else classifier.end
        noun = self._noun(sentence, place + text.startswith("的", place))
        if noun:
            return Bound(noun.value, noun.end, "classifier_noun")
        if classifier.value.unit is None and not great:
            return None
        return Bound(classifier.value, classifier.end, "classifier")

    def _noun(self, sentence: Sentence, place: int) -> Hit[Unit] | None:
        """The noun that heads the phrase from ``place``: the last of the first run of nouns in it."""
        text, names = sentence.text, sentence.covered
        limit = min(len(text), place + PHRASE_REACH)
        while found := self._noun_or_end.search(text, place, limit):
            place = found.start()
            if place in names:
                place = names[place]
                continue
            hit = self.words.at(text, place)
            if hit and hit.value.role in {"noun", "head"}:
                return self._last_noun(text, hit)
            if text[place] in PHRASE_MARKS or text[place] in self.boundary:
                return None
            place += 1
        return None

    def _last_noun(self, text: str, hit: Hit[Unit]) -> Hit[Unit]:
        following = self.words.at(text, hit.end)
        while following and following.value.role == "noun":
            hit = following
            following = self.words.at(text, hit.end)
        return hit

    def _headed(self, sentence: Sentence, numeral: Numeral, end: int) -> Bound | None:
        """A head before the number in its clause, or a noun linked to it by nothing but light words.

        The number with its classifier ends at ``end``.
        A head that does not say what it counts (打卡数) is taken where no other is, unless a noun right
        before it does (社群数量).
        """
        text = sentence.text
        if not stands_alone(text, numeral, end):
            return None
        clause = sentence.clause(numeral.start)
        vague = None
        for place in range(numeral.start, max(clause.start, numeral.start - HEAD_REACH), -1):
            hit = self.words.behind(text, place)
            if hit is None or hit.start < clause.start or hit.value.role not in {"head", "noun"}:
                continue
            counted = self.words.behind(text, hit.start) if hit.value.unit is None else None
            if counted and counted.value.unit and counted.value.role in {"noun", "head"}:
                hit = counted
            linked = set(BETWEEN.sub("", text[place : numeral.start])) <= self.linking
            bound = Bound(hit.value, end, "head", head=hit.start)
            if hit.value.unit is None:
                vague = vague or (bound if linked else None)
            elif linked or hit.value.role == "head":
                return bound
        return vague

    def _announced(self, text: str, numeral: Numeral) -> Bound | None:
        """What a great number that ends its clause was said to be before: 在月活方面，钉钉2.2亿."""
        if not has_great_scale(text, numeral) or not CLAUSE_END.match(text, numeral.end):
            return None
        announcing = list(ANNOUNCING.finditer(text, max(0, numeral.start - ANNOUNCED_REACH), numeral.start))
        noun = self.words.behind(text, announcing[-1].start()) if announcing else None
        if noun is None or noun.value.role not in {"noun", "head"} or noun.value.unit is None:
            return None
        return Bound(noun.value, numeral.end, "announced", head=noun.start)

    def _explained(self, text: str, numeral: Numeral) -> Bound | None:
        """What a great number is said to have been, behind it: 3000万，指的是注册用户数."""
        explaining = EXPLAINING.match(text, numeral.end)
        if explaining is None or not has_great_scale(text, numeral):
            return None
        end = CLAUSE_END.search(text, explaining.end(), min(len(text), explaining.end() + EXPLAINED_REACH))
        noun = self.words.behind(text, end.start()) if end else None
        if noun is None or noun.value.role not in {"noun", "head"} or noun.value.unit is None:
            return None
        return Bound(noun.value, numeral.end, "explained")
