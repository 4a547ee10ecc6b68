"""The constructions that name a feature, known or not: 推出“…”, 功能叫做“…”, 【…】、【…】."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Span
from analysis.matrix.features.feature_contexts import CONTEXT_COLUMNS

CUE_COLUMNS = ("word", "roles", "example")
NAME = r"[^\W_][\w+&.-]{1,11}"
LONG_NAME = r"[^\W_][\w+&.-]{2,11}"
MODE = "模式"
BRACKETED = re.compile(rf"【(?P<name>{NAME})】(?=[、等;；\s]*(?:【|等|$)|、)")
OWNED = re.compile(rf"的?(?P<name>{NAME}?)功能")
NAMED_MODE = re.compile(rf"[“「『](?P<name>{NAME}{MODE})[”」』]")
CALLED = re.compile(rf"(?:叫[做作]?|名[为叫]|称[为作]|命名为)了?[“「『](?P<name>{NAME})[”」』]")
SET_OFF = re.compile("[“「『【]")
ITEM = re.compile(
    rf"(?:[-•·●▪◦*◆■✅]|[(（]?\d{{1,2}}[.、)）])\s*\**(?P<name>{NAME}?)(?:功能)?\**\s*(?:[:：].*)?", re.DOTALL
)
LONGEST_LISTED = 8


class Candidate(NamedTuple):
    """A name found; ``marked`` where quotation marks or brackets set it off from the words around it."""

    start: int
    end: int
    marked: bool


@dataclass(frozen=True)
class Naming:
    """Reads names out of the constructions that hold one.

    ``head`` is a word for features; ``launched`` a name behind a verb such as 推出, with such a word behind
    it, ``launched_thing`` one that says itself what it is, ``launched_quoted`` one in quotation marks, which
    ``more_quoted`` follow; ``listed`` are the items of an enumeration.
    """

    head: re.Pattern[str]
    quoted: re.Pattern[str]
    more_quoted: re.Pattern[str]
    launched: re.Pattern[str]
    launched_thing: re.Pattern[str]
    launched_quoted: re.Pattern[str]
    listed: tuple[re.Pattern[str], ...]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_name_cues and feature_contexts; raises ``LexiconError``."""
        cues = lexicon.read(lexicons / "feature_name_cues.tsv", CUE_COLUMNS)
        head, thing, no_feature, no_item = (
            lexicon.pattern_of(cues, role) for role in ("head", "thing", "no_feature", "no_item")
        )
        contexts = lexicon.read(lexicons / "feature_contexts.tsv", CONTEXT_COLUMNS)
        having, launches = (
            lexicon.any_of(row["cue"] for row in contexts if kind in lexicon.values(row["kind"]))
            for kind in ("having", "launches")
        )
        other = rf"(?!的?{no_feature})"
        return cls(
            re.compile(head),
            re.compile(rf"[“「『](?P<name>{NAME})[”」』]的?{head}"),
            re.compile(rf"[”」』](?:、|和|与|及|以及)?[“「『](?P<name>{NAME})[”」』]{other}"),
            re.compile(rf"{having}了?(?P<name>{NAME}?)(?:功能|插件|模块|能力)"),
            re.compile(rf"{launches}了?(?P<name>[^\W_][\w+&.-]{{0,5}}{thing})(?=[,，。;；、和与及!！\s]|$)"),
            re.compile(rf"{having}了?[“「『](?P<name>{NAME})[”」』]{other}"),
            (
                re.compile(rf"(?<=、)(?P<name>{NAME}?)(?:功能|应用|模块)?(?=、|等(?!{no_item}))"),
                re.compile(rf"(?<=、)(?P<name>{LONG_NAME}?)(?=以及|[和与及])"),
                re.compile(rf"(?:以及|[和与及])(?P<name>{LONG_NAME}?)(?:等?功能|应用|模块|等|$)"),
            ),
        )

    def heads(self, body: str) -> list[Span]:
        """Where a text has a word for features: 功能, 插件."""
        return [Span(*match.span()) for match in self.head.finditer(body)]

    def launched_things(self, body: str) -> list[Candidate]:
        """What a text says is launched, if its name says what it is: 推出…助手."""
        return [_name(match, marked=False) for match in self.launched_thing.finditer(body)]

    def launched_features(self, body: str, sentence: Span) -> Iterator[Candidate]:
        """What is launched, had or supported as a feature: 推出…功能."""
        for match in self.launched.finditer(body, *sentence):
            yield _name(match, marked=False)

    def set_off(self, body: str, sentence: Span) -> Iterator[Candidate]:
        """What marks set off as a name: “…”功能, 【…】、【…】, 推出“…” and those right behind it."""
        for pattern in (self.quoted, BRACKETED):
            for match in pattern.finditer(body, *sentence):
                yield _name(match, marked=True)
        for match in self.launched_quoted.finditer(body, *sentence):
            yield _name(match, marked=True)
            end = match.end() - 1
            while following := self.more_quoted.match(body, end, sentence.end):
                yield _name(following, marked=True)
                end = following.end() - 1

    def enumerated(self, body: str, clause: Span) -> Iterator[Candidate]:
        """What a clause enumerates."""
        for pattern in self.listed:
            for match in pattern.finditer(body, *clause):
                if len(match["name"]) <= LONGEST_LISTED:
                    yield _name(match, marked=False)


def marks(body: str) -> list[Span]:
    """Where a text has a mark that may set off a name."""
    return [Span(*match.span()) for match in SET_OFF.finditer(body)]


def called(body: str, sentence: Span) -> Iterator[Candidate]:
    """What a sentence on a feature gives as its name: 该功能叫做“…”."""
    for match in CALLED.finditer(body, *sentence):
        yield _name(match, marked=True)


def owned(body: str, sentence: Span, product_end: int) -> Iterator[Candidate]:
    """What a product's name stands before, with 功能 behind or as “…模式”: 钉钉的…功能."""
    match = OWNED.match(body, product_end, sentence.end)
    if match and len(match["name"]) <= LONGEST_LISTED:
        yield _name(match, marked=False)
    if mode := NAMED_MODE.match(body, product_end, sentence.end):
        yield _name(mode, marked=True)


def item(body: str, sentence: Span) -> Candidate | None:
    """What heads a sentence that is an item of a list."""
    match = ITEM.fullmatch(body, *sentence)
    return _name(match, marked=False) if match else None


def _name(match: re.Match[str], *, marked: bool) -> Candidate:
    return Candidate(*match.span("name"), marked)
