"""Who holds an opinion, and in what respect it compares: as written, where the sentence says so plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document, Span

VERB_COLUMNS = ("verb",)
ASPECT = re.compile(
    r"(?:从|在)(?P<inside>[^,，。;；:：“”]{1,14}?)(?:的角度|角度|方面|层面|这一点|上|维度)"
    r"(?:来|上)?(?:看|说|讲|而言|来看|来说)?[,，]?"
    r"|(?:^|[,，。;；])\s*(?P<head>[^,，。;；:：“”、]{2,12}?)(?:方面|层面|层面上|方面上)[,，、]"
)
NAME = r"(?P<holder>[^,，。;；:：“”‘’「」!！?？\s]{2,16}?)"
CLOSING_QUOTES = "”」』’"
NOBODY = re.compile(
    r"(?:产品|平台|软件|功能|数据|版本|模式|理念|推出.*|发布.*|上|中|后|时|里|来|并|都|就|所)$|^(?:可以|这|那|如|不|也|但)"
)


@dataclass(frozen=True)
class Opinion:
    """Reads holder and aspect of a sentence."""

    said_before: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads saying_verbs; raises ``LexiconError``."""
        verbs = [row["verb"] for row in lexicon.read(lexicons / "saying_verbs.tsv", VERB_COLUMNS)]
        verb = "|".join(sorted(map(re.escape, verbs), key=len, reverse=True))
        return cls(re.compile(rf"[“「\s]*(?:据|在)?{NAME}(?:甚至|还|也|则|对[^,，]{{1,12}})?(?:{verb})"))

    def holder(self, document: Document, sentence: Span) -> str | None:
        """Who says a sentence, as written: named at its head, or behind the quotation that it ends."""
        span = self._holder_at(document.body, sentence)
        if span is None and document.body[sentence.end - 1 : sentence.end] in CLOSING_QUOTES:
            following = next((s for s in document.sentences if s.start >= sentence.end), None)
            span = self._holder_at(document.body, following) if following else None
        return document.text[span.start : span.end] if span else None

    def aspect(self, document: Document, sentence: Span) -> str | None:
        """What a sentence compares products in, as written; None where it does not say."""
        match = ASPECT.search(document.body, *sentence)
        if not match:
            return None
        group = "inside" if match["inside"] else "head"
        return document.text[match.start(group) : match.end(group)].strip() or None

    def _holder_at(self, body: str, sentence: Span) -> Span | None:
        match = self.said_before.match(body, *sentence)
        return Span(*match.span("holder")) if match and not NOBODY.search(match["holder"]) else None
