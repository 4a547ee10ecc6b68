"""Who holds an opinion, and in what respect it compares: as written, where the sentence says so plainly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document, Span

VERB_COLUMNS = ("verb",)
CUE_COLUMNS = ("word", "roles", "example")
NAME = r"(?P<holder>[^,，。;；:：“”‘’「」!！?？\s]{2,16}?)"
CLOSING_QUOTES = "”」』’"


@dataclass(frozen=True)
class Opinion:
    """Reads holder and aspect of a sentence."""

    said_before: re.Pattern[str]
    nobody: re.Pattern[str]
    compared_in: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads saying_verbs and opinion_cues; raises ``LexiconError``."""
        verbs = lexicon.read(lexicons / "saying_verbs.tsv", VERB_COLUMNS)
        said = lexicon.any_of(row["verb"] for row in verbs)
        cues = lexicon.read(lexicons / "opinion_cues.tsv", CUE_COLUMNS)
        said_before = rf"[“「\s]*(?:据|在)?{NAME}(?:甚至|还|也|则|对[^,，]{{1,12}})?{said}"
        return cls(re.compile(said_before), _nobody(cues), _compared_in(cues))

    def holder(self, document: Document, sentence: Span) -> str | None:
        """Who says a sentence, as written: named at its head, or behind the quotation that it ends."""
        span = self._holder_at(document.body, sentence)
        if span is None and document.body[sentence.end - 1 : sentence.end] in CLOSING_QUOTES:
            following = next((s for s in document.sentences if s.start >= sentence.end), None)
            span = self._holder_at(document.body, following) if following else None
        return document.text[span.start : span.end] if span else None

    def aspect(self, document: Document, sentence: Span) -> str | None:
        """What a sentence compares products in, as written; None where it does not say."""
        match = self.compared_in.search(document.body, *sentence)
        if not match:
            return None
        group = "inside" if match["inside"] else "head"
        return document.text[match.start(group) : match.end(group)].strip() or None

    def _holder_at(self, body: str, sentence: Span) -> Span | None:
        match = self.said_before.match(body, *sentence)
        return Span(*match.span("holder")) if match and not self.nobody.search(match["holder"]) else None


def _nobody(cues: Iterable[Mapping[str, str]]) -> re.Pattern[str]:
    """What shows that words before a verb of saying name nobody."""
    anywhere, opening, ending = (
        lexicon.pattern_of(cues, role) for role in ("no_holder", "no_holder_start", "no_holder_end")
    )
    return re.compile(rf"{anywhere}|^{opening}|{ending}$")


def _compared_in(cues: Iterable[Mapping[str, str]]) -> re.Pattern[str]:
    """An aspect, ``inside`` 从…角度看 or at the ``head`` of a clause."""
    respect, headed = (lexicon.pattern_of(cues, role) for role in ("respect", "headed"))
    return re.compile(
        rf"(?:从|在)(?P<inside>[^,，。;；:：“”]{{1,14}}?){respect}(?:来|上)?(?:看|说|讲|而言|来看|来说)?[,，]?"
        rf"|(?:^|[,，。;；])\s*(?P<head>[^,，。;；:：“”、]{{2,12}}?){headed}[,，、]"
    )
