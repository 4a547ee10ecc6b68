"""Features that no lexicon holds, read from the constructions that name one: precision before recall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.feature_contexts import CONTEXT_COLUMNS
from analysis.matrix.feature_words import FeatureHit, FeatureWords
from analysis.reading.clause_spans import Placed, by_sentence, clauses
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

WORD_COLUMNS = ("word",)
NAME = r"[^\W_][\w+&.-]{1,11}"
LONG_NAME = r"[^\W_][\w+&.-]{2,11}"
HEAD = r"(?:功能|应用|服务|工具|插件|模块|能力)"
NO_FEATURE = r"的?(?:口号|理念|战略|计划|模式|概念|活动|主题|行动|品牌|版本|系列|大会|峰会|报告|套餐|白皮书)"
QUOTED = re.compile(rf"[“「『](?P<name>{NAME})[”」』]的?{HEAD}")
MORE_QUOTED = re.compile(rf"[”」』](?:、|和|与|及|以及)?[“「『](?P<name>{NAME})[”」』](?!{NO_FEATURE})")
BRACKETED = re.compile(rf"【(?P<name>{NAME})】(?=[、等;；\s]*(?:【|等|$)|、)")
NO_THING = (
    "操作|动作|行为|问题|方式|部门|行业|人员|角色|岗位|信息|数据|字段|场景|环节|领域|城市|国家|企业|公司"
    "|产品|软件|品牌|格式|设备|终端"
)
"""What an enumeration says with 等 that its items are, where they are no features."""
THINGS = (
    "管理|助手|助理|面试官|管家|机器人|中心|地图|看板|引擎|日历|相册|词典|雷达|视图|商店|档案|追踪|跟踪"
    "|测评|评估|核算|预警|提醒|监控|盘点|预测|检测|对账|结算|清单|收藏夹|保险箱|排行榜|计时器"
)
LAUNCHED_THING = re.compile(
    rf"(?:推出|上线|发布|新增|内置|自带|增加|引入)了?(?P<name>[^\W_][\w+&.-]{{0,5}}(?:{THINGS}))(?=[,，。;；、和与及!！\s]|$)"
)
LISTED = (
    re.compile(rf"(?<=、)(?P<name>{NAME}?)(?:功能|应用|模块)?(?=、|等(?!{NO_THING}))"),
    re.compile(rf"(?<=、)(?P<name>{LONG_NAME}?)(?=以及|[和与及])"),
    re.compile(rf"(?:以及|[和与及])(?P<name>{LONG_NAME}?)(?:等?功能|应用|模块|等|$)"),
)
OWNED = re.compile(rf"的?(?P<name>{NAME}?)功能")
CALLED = re.compile(rf"(?:叫[做作]?|名[为叫]|称[为作]|命名为)了?[“「『](?P<name>{NAME})[”」』]")
THING = re.compile(HEAD)
SET_OFF = re.compile("[“「『【]")
NAMED_MODE = re.compile(rf"[“「『](?P<name>{NAME}模式)[”」』]")
MODE = "模式"
ITEM = re.compile(
    rf"(?:[-•·●▪◦*◆■✅]|[(（]?\d{{1,2}}[.、)）])\s*\**(?P<name>{NAME}?)(?:功能)?\**\s*(?:[:：].*)?", re.DOTALL
)
LONGEST_LISTED = 8
KNOWN_ITEMS = 2
"""Items of a list that must be known features for the others to be taken for such."""


class _Candidate(NamedTuple):
    """A name found; ``marked`` where quotation marks or brackets set it off from the words around it."""

    start: int
    end: int
    marked: bool


@dataclass(frozen=True)
class Discovery:
    """Finds names of features beside those of the lexicon.

    ``never`` are words that stand in no name, ``launched`` and ``launched_quoted`` what follows a verb
    such as 推出.
    """

    words: FeatureWords
    never: Gazetteer[str]
    launched: re.Pattern[str]
    launched_quoted: re.Pattern[str]

    @classmethod
    def load(cls, words: FeatureWords, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads not_in_feature_names and feature_contexts; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "not_in_feature_names.tsv", WORD_COLUMNS)
        contexts = lexicon.read(lexicons / "feature_contexts.tsv", CONTEXT_COLUMNS)
        verbs = "|".join(row["cue"] for row in contexts if "having" in lexicon.values(row["kind"]))
        return cls(
            words,
            Gazetteer({row["word"]: row["word"] for row in rows}),
            re.compile(rf"(?:{verbs})了?(?P<name>{NAME}?)(?:功能|插件|模块|能力)"),
            re.compile(rf"(?:{verbs})了?[“「『](?P<name>{NAME})[”」』](?!{NO_FEATURE})"),
        )

    def __call__(
        self, document: Document, mentions: Sequence[Mention], hits: Sequence[FeatureHit]
    ) -> list[FeatureHit]:
        """New names, in order of their sentences.

        They are “…”功能, 功能叫做“…”, 推出…功能, 推出…助手, 推出“…”, 钉钉的…功能, 钉钉“…模式”, items of
        【…】、【…】, and what is listed with known features, in an enumeration or under one another. Words
        of the lexicon, known features (``hits``) and names of products and companies are left out.
        """
        body = document.body
        known_here = by_sentence(document.sentences, hits)
        items = _unknown_items(document, known_here)
        new = [_Candidate(*match.span("name"), marked=False) for match in LAUNCHED_THING.finditer(body)]
        parts = zip(
            document.sentences,
            known_here,
            by_sentence(document.sentences, mentions),
            by_sentence(document.sentences, _places(SET_OFF, body)),
            by_sentence(document.sentences, _places(THING, body)),
            by_sentence(document.sentences, new),
            strict=True,
        )
        found: dict[Span, FeatureHit] = {}
        for sentence, known, names, marks, things, launched in parts:
            candidates = [*launched, *_listed(body, sentence, known), *_owned(body, sentence, names)]
            candidates += items.get(sentence, ())
            if marks:
                candidates += [*_marked(body, sentence), *self._launched_marked(body, sentence)]
            if things:
                candidates += self._launched(body, sentence)
            if marks and things:
                candidates += _called(body, sentence)
            for start, end, marked in candidates:
                place = Span(start, end)
                if _free(place, known) and _free(place, names) and self.sensible(body[start:end], marked):
                    found.setdefault(place, FeatureHit(start, end, body[start:end], None, known=False))
        return sorted(found.values())

    def _launched(self, body: str, sentence: Span) -> Iterator[_Candidate]:
        for match in self.launched.finditer(body, *sentence):
            yield _Candidate(*match.span("name"), marked=False)

    def _launched_marked(self, body: str, sentence: Span) -> Iterator[_Candidate]:
        """What quotation marks hold behind a verb such as 推出, and those right behind them."""
        for match in self.launched_quoted.finditer(body, *sentence):
            yield _Candidate(*match.span("name"), marked=True)
            end = match.end() - 1
            while following := MORE_QUOTED.match(body, end, sentence.end):
                yield _Candidate(*following.span("name"), marked=True)
                end = following.end() - 1

    def sensible(self, name: str, marked: bool = False) -> bool:
        """Whether words can name a feature that no lexicon holds.

        In a ``marked`` name short words may stand, if it does not end in one (一键对齐, not 更好玩的), words
        with other meanings (消息直通车), and it may end in 模式 (极速模式).
        """
        own = name.removesuffix(MODE) if marked else name
        never = any(
            not marked or len(match.value) > 1 or match.end == len(own) for match in self.never.find(own)
        )
        known = any(not (marked and match.value.weak) for match in self.words.gazetteer.find(name))
        return not (name.isdigit() or name.isascii() or never or known)


def _places(pattern: re.Pattern[str], body: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(body)]


def _marked(body: str, sentence: Span) -> Iterator[_Candidate]:
    for pattern in (QUOTED, BRACKETED):
        for match in pattern.finditer(body, *sentence):
            yield _Candidate(*match.span("name"), marked=True)


def _called(body: str, sentence: Span) -> Iterator[_Candidate]:
    """What a sentence on a feature gives as its name: 该功能叫做“…”."""
    for match in CALLED.finditer(body, *sentence):
        yield _Candidate(*match.span("name"), marked=True)


def _listed(body: str, sentence: Span, hits: Sequence[FeatureHit]) -> Iterator[_Candidate]:
    """What an enumeration names beside two known features."""
    if len(hits) < KNOWN_ITEMS:
        return
    for clause in clauses(body, sentence):
        known = sum(clause.start <= hit.start and hit.end <= clause.end for hit in hits)
        if known >= KNOWN_ITEMS:
            for pattern in LISTED:
                for match in pattern.finditer(body, *clause):
                    if len(match["name"]) <= LONGEST_LISTED:
                        yield _Candidate(*match.span("name"), marked=False)


def _owned(body: str, sentence: Span, names: Sequence[Mention]) -> Iterator[_Candidate]:
    """What a product's name stands before, with 功能 behind or as “…模式”: 钉钉的…功能."""
    for name in names:
        if name.entity_type == "product":
            match = OWNED.match(body, name.end, sentence.end)
            if match and len(match["name"]) <= LONGEST_LISTED:
                yield _Candidate(*match.span("name"), marked=False)
            if mode := NAMED_MODE.match(body, name.end, sentence.end):
                yield _Candidate(*mode.span("name"), marked=True)


def _unknown_items(
    document: Document, known_here: Sequence[Sequence[FeatureHit]]
) -> dict[Span, list[_Candidate]]:
    """The items that head their lines in a list, where others of it are known features."""
    unknown: dict[Span, list[_Candidate]] = {}
    run: list[tuple[Span, _Candidate]] = []
    known = 0
    for sentence, hits in zip((*document.sentences, Span(0, 0)), (*known_here, ()), strict=True):
        match = ITEM.fullmatch(document.body, *sentence)
        if match is None:
            if known >= KNOWN_ITEMS:
                unknown.update((place, [candidate]) for place, candidate in run)
            run, known = [], 0
        elif _free(Span(*match.span("name")), hits):
            run.append((sentence, _Candidate(*match.span("name"), marked=False)))
        else:
            known += 1
    return unknown


def _free(found: Span, rows: Sequence[Placed]) -> bool:
    """Whether a span overlaps none of the rows."""
    return not any(row.start < found.end and found.start < row.end for row in rows)
