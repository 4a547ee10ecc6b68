"""Whether a word with other meanings names a feature where it stands: in a list, a heading, behind a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.references.discourse import is_heading
from analysis.reading.clause_spans import Placed, clause_at
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

CONTEXT_COLUMNS = ("cue", "kind")

NUMBERED = re.compile(
    r"[\s【(（“「]*(?:[-•·●▪◦*◆■✅]|[\d一二三四五六七八九十]{1,3}[.、)）．]|第.{1,3}[,，、:：])?[\s【“「]*"
)
LABEL_ENDS = re.compile(r"(?:功能|管理|能力|方面|服务|系统|平台)?[”」】)）\s]*[:：]|方面[,，]")
ANNOUNCES = re.compile(
    r"\s*(?:(?:但|而|不过|至于)\s*)?(?:(?:单|要|若|如果)?(?:论|比|说|说到|谈到|提到|讲到)|就|单就|仅就|关于|至于)[“「]?"
)
"""Before a feature that a sentence announces as its topic: 论审批，…; 就审批而言，…."""

ANNOUNCED_ENDS = re.compile(r"[”」]?的?(?:功能|能力|体验)?(?:方面|上)?(?:而言|来说|来讲|来看)?(?=[,，])")
OPENERS = "“‘「『《【(\"'"
CLOSERS = "”’」』》】)\"'"
BETWEEN_ITEMS = re.compile(
    rf"[{OPENERS}{CLOSERS}\s]*(?:、|/|和|及|与|以及|或|->|[+＋&]|到|再到)[{OPENERS}{CLOSERS}\s]*"
)
BEFORE_ITS_OBJECT = re.compile(
    r"了?(?:新的|一个|一场|一次|一份|一条|相应|对应|右上角|左下角|下方|上方|的)*[“「【\[]?"
)
WITH = re.compile(r"(?:用|在|通过|靠|拿)$")
BY = re.compile(r"(?:就|都|也|则|主要)?(?:用|选|靠|选择)“?")
MEANWHILE = re.compile(r"(?:上|里|中|内|里面|来|进行)*")
WEIGHED = re.compile(r"[-•·*\s]*(?:优点|缺点|优势|劣势|长处|短板|亮点|不足)\s*[:：]")
BEFORE_AN_ITEM = ":：,，、;； "
LONGEST_ANNOUNCEMENT = 8
REACH_OF_HAVING = 8
LONGEST_CONTEXT = 5
LONGEST_HEADING = 12
BEFORE_ITS_END = 6


class Word(NamedTuple):
    """What a word of the lexicon stands for: a feature or none, perhaps of one product only, perhaps weak."""

    feature: str | None
    product: str | None
    weak: bool


class Found(NamedTuple):
    """A word of the lexicon in a text: half-open offsets and what it stands for."""

    start: int
    end: int
    word: Word


@dataclass(frozen=True)
class FeatureContexts:
    """Knows the contexts in which a word with other meanings names a feature."""

    cues: Gazetteer[tuple[str, ...]]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_contexts; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "feature_contexts.tsv", CONTEXT_COLUMNS)
        return cls(Gazetteer({row["cue"]: lexicon.values(row["kind"]) for row in rows}))

    def __call__(
        self,
        document: Document,
        sentence: Span,
        found: Found,
        beside: Sequence[Found],
        names: Sequence[Mention],
    ) -> bool:
        """Whether a word fits; ``beside`` are all words of its sentence, ``names`` what it names."""
        body = document.body
        return (
            _bracketed(body, found)
            or _listed(body, found, beside)
            or self._headed(body, found)
            or is_label(body, sentence, found)
            or is_announced(body, sentence, found)
            or self._heads(document, sentence, found)
            or self._had(body, clause_at(body, sentence, found.start), found)
            or self._operated(body, sentence, found)
            or self._judged(body, sentence, found, names)
            or _done_with(body, found, names)
        )

    def of_the_trade(self, body: str, found: Found) -> bool:
        """Whether what follows makes a word the name of a trade: 协同办公市场."""
        return self._followed_by("market", body, found.end)

    def _headed(self, body: str, found: Found) -> bool:
        start = found.end
        while body[start : start + 1] in (*CLOSERS, "的", "等"):
            start += 1
        return self._followed_by("head", body, start)

    def _followed_by(self, kind: str, body: str, position: int) -> bool:
        return kind in (self.cues.at_start(body[position : position + LONGEST_CONTEXT]) or ())

    def _heads(self, document: Document, sentence: Span, found: Found) -> bool:
        """Whether a word opens or ends a short heading: 直播, 打卡规则, 普通会议; not 仅第三方."""
        if sentence.end - sentence.start > LONGEST_HEADING or not is_heading(document, sentence):
            return False
        if NUMBERED.fullmatch(document.body, sentence.start, found.start):
            return True
        before = document.body[sentence.start : found.start]
        barred = any("bars" in match.value for match in self.cues.find(before))
        closes = not document.body[found.end : sentence.end].strip(CLOSERS + " ")
        return closes and not barred and len(before) <= BEFORE_ITS_END

    def _had(self, body: str, clause: Span, found: Found) -> bool:
        before = body[max(clause.start, found.start - REACH_OF_HAVING) : found.start]
        return any("having" in match.value for match in self.cues.find(before))

    def _operated(self, body: str, sentence: Span, found: Found) -> bool:
        """Whether a word is what a verb of handling a screen is about: 点击右上角的“公告”, 发起一场直播."""
        before = body[max(sentence.start, found.start - REACH_OF_HAVING) : found.start]
        return any(
            "operates" in match.value and BEFORE_ITS_OBJECT.fullmatch(before, match.end)
            for match in self.cues.find(before)
        )

    def _judged(self, body: str, sentence: Span, found: Found, names: Sequence[Mention]) -> bool:
        """Whether a word is what a product has that is judged: 钉钉的硬件更全, 优点:文档好用."""
        owned = any(body[name.end : found.start].strip() == "的" for name in names if name.end <= found.start)
        weighed = WEIGHED.match(body, *sentence) and body[found.start - 1] in BEFORE_AN_ITEM
        return bool(owned or weighed) and self._followed_by("judged", body, found.end)


def is_label(body: str, sentence: Span, named: Placed) -> bool:
    """Whether a feature's name is the head of an item, numbered or not (文档：…, 2. 机器人：…)."""
    return (
        NUMBERED.fullmatch(body, sentence.start, named.start) is not None
        and LABEL_ENDS.match(body, named.end, sentence.end) is not None
    )


def is_announced(body: str, sentence: Span, named: Placed) -> bool:
    """Whether a sentence names a feature at its head as what it is about: 论审批，…, 就审批而言，…."""
    return (
        named.start - sentence.start <= LONGEST_ANNOUNCEMENT
        and ANNOUNCES.fullmatch(body, sentence.start, named.start) is not None
        and ANNOUNCED_ENDS.match(body, named.end, sentence.end) is not None
    )


def _bracketed(body: str, found: Found) -> bool:
    """Whether a word is the whole of 【】 or of quotation marks."""
    before, after = body[found.start - 1 : found.start], body[found.end : found.end + 1]
    return bool(before and after) and before in OPENERS and after in CLOSERS


def _listed(body: str, found: Found, beside: Sequence[Found]) -> bool:
    """Whether a word stands beside another feature's name in an enumeration."""
    return any(
        BETWEEN_ITEMS.fullmatch(body, min(found.end, other.end), max(found.start, other.start)) is not None
        for other in beside
        if other is not found and min(abs(found.start - other.end), abs(other.start - found.end)) <= 6
    )


def _done_with(body: str, found: Found, names: Sequence[Mention]) -> bool:
    """Whether a word is what a product is used for: 用钉钉打卡, 在飞书上开会, 开会用飞书."""
    products = [name for name in names if name.entity_type == "product"]
    return any(
        WITH.search(body, max(0, name.start - 3), name.start)
        and MEANWHILE.fullmatch(body, name.end, found.start)
        for name in products
        if name.end <= found.start
    ) or any(BY.fullmatch(body, found.end, name.start) for name in products if name.start >= found.end)
