"""Whose feature a named feature is: the product in its clause, its sentence, or the text before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.clauses import clause_at, clauses
from analysis.document import Document, Span
from analysis.feature_words import FeatureHit
from analysis.gazetteer import Gazetteer
from analysis.references import Reference, References
from analysis.schema import Mention

REACH = 2
"""Sentences that may stand between a product's name and one that goes on about it."""

HEADING_LENGTH = 30
BRACKET_LIST = re.compile(r"[【「『]|[-•·●▪◦*]\s|[(（]?\d{1,2}[.、)）]\s*\S")
LIST_INTRODUCTION = re.compile(r"[:：]$")
ENDS_A_SENTENCE = re.compile(r"[。，,;；:：]$")
OPENING = re.compile(
    r"^[\s“‘「『(（]*(?:(?:当然|于是|所以|因此|而|但|但是|不过|然后|事实上|首先|其次|最后|另外|此外|同时)[,，]?\s*)?"
)
DATE = re.compile(r"^[\d年月日底初末中上下旬起后前、,， ]+")
POSSESSIVE = re.compile(r"^[的里中内上]{0,2}[“「]?$")


class Owner(NamedTuple):
    """Products a feature belongs to, the rule that says so, and the sentence that introduces its list."""

    products: tuple[str, ...]
    rule: str
    introduction: Span | None = None


@dataclass
class Discourse:
    """What the text has been about up to a sentence.

    ``topic`` holds the products spoken of last, empty when another thing took over; ``age`` the
    sentences since; ``section`` the product of the heading; ``named`` all products named, in order;
    ``introduction`` the sentence before if it ends in a colon.
    """

    topic: tuple[str, ...] = ()
    age: int = 0
    section: tuple[str, ...] = ()
    named: list[str] = field(default_factory=list)
    introduction: Span | None = None

    def spoken_of(self) -> tuple[str, ...]:
        """Products that a sentence without a subject goes on about."""
        return self.topic if self.topic and self.age <= REACH else self.section


@dataclass(frozen=True)
class Attribution:
    """Gives every feature named in a document its owner."""

    references: References

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_owners and attribution_cues; raises ``LexiconError``."""
        return cls(References.load(lexicons))

    @property
    def _cues(self) -> Gazetteer[tuple[str, ...]]:
        return self.references.cues

    def __call__(
        self, document: Document, mentions: Sequence[Mention], hits: Sequence[FeatureHit]
    ) -> list[Owner | None]:
        """Owner of each hit, in order; None where no product owns it.

        Within a sentence the nearest name before it wins, in the clause first; then a name behind it; then
        a list's introduction; then the product spoken of before, if the sentence goes on about it. The
        name of a product that owns no features stops the search.
        """
        products = [mention for mention in mentions if mention.entity_type == "product"]
        owners: dict[FeatureHit, Owner | None] = {}
        discourse = Discourse()
        for sentence in document.sentences:
            inside = [m for m in products if sentence.start <= m.start and m.end <= sentence.end]
            here = [hit for hit in hits if sentence.start <= hit.start and hit.end <= sentence.end]
            references = self._references(document.body, sentence, inside, here, discourse.named)
            found = {hit: self._owner(document.body, sentence, hit, references, discourse) for hit in here}
            owners.update(found)
            self._go_on(discourse, document, sentence, references, found)
            discourse.named.extend(m.entity for m in inside)
        return [owners.get(hit) for hit in hits]

    def _references(
        self,
        body: str,
        sentence: Span,
        mentions: Sequence[Mention],
        hits: Sequence[FeatureHit],
        named: Sequence[str],
    ) -> list[Reference]:
        """References of a sentence; a product that is itself the feature named (小程序) takes none."""
        return [
            reference
            for reference in self.references(body, sentence, mentions, named)
            if reference.owners
            or not any(hit.start < reference.end and reference.start < hit.end for hit in hits)
        ]

    def _owner(
        self,
        body: str,
        sentence: Span,
        hit: FeatureHit,
        references: Sequence[Reference],
        discourse: Discourse,
    ) -> Owner | None:
        if hit.product:
            return Owner((hit.product,), "feature_name")
        for reference in references:
            if hit.start <= reference.start and reference.end <= hit.end and reference.owners:
                return Owner(reference.owners, "feature_name")
        if BRACKET_LIST.match(body, sentence.start) and discourse.introduction and discourse.spoken_of():
            return Owner(discourse.spoken_of(), "list_header", discourse.introduction)
        if references:
            return self._owner_in_sentence(body, sentence, hit, references)
        return self._owner_before(body, sentence, hit, discourse)

    def _owner_in_sentence(
        self, body: str, sentence: Span, hit: FeatureHit, references: Sequence[Reference]
    ) -> Owner | None:
        clause = clause_at(body, sentence, hit.start)
        before = [r for r in references if r.end <= hit.start]
        after = [r for r in references if r.start >= hit.end]
        for reference in reversed(before):
            in_clause = reference.start >= clause.start
            if reference.owners:
                return Owner(reference.owners, "same_clause" if in_clause else "same_sentence")
            if not reference.incidental or POSSESSIVE.match(body[reference.end : hit.start]):
                return None
        for reference in after:
            if reference.start < clause.end and reference.owners:
                return Owner(reference.owners, "same_clause_later")
        if after and after[0].owners and self._opens(body, clause, "preposed"):
            return Owner(after[0].owners, "same_sentence_later")
        return None

    def _owner_before(self, body: str, sentence: Span, hit: FeatureHit, discourse: Discourse) -> Owner | None:
        spoken_of = discourse.spoken_of()
        if not spoken_of:
            return None
        if discourse.introduction:
            return Owner(spoken_of, "list_header", discourse.introduction)
        if BRACKET_LIST.match(body, sentence.start):
            return Owner(spoken_of, "list_item")
        if self._goes_on(body, sentence) or _is_subject(body, sentence, hit):
            return Owner(spoken_of, "previous_sentence")
        return None

    def _goes_on(self, body: str, sentence: Span) -> bool:
        return any(self._opens(body, clause, "continues") for clause in clauses(body, sentence)[:2])

    def _opens(self, body: str, clause: Span, kind: str) -> bool:
        """Whether a clause opens with a cue of the kind, connectives and dates passed over."""
        text = body[clause.start : clause.end]
        text = text[OPENING.match(text).end() :]  # type: ignore[union-attr]
        date = DATE.match(text)
        rest = text[date.end() :] if date else text
        return any(kind in cue.value and cue.start == 0 for cue in self._cues.find(rest[:8]))

    def _go_on(
        self,
        discourse: Discourse,
        document: Document,
        sentence: Span,
        references: Sequence[Reference],
        found: dict[FeatureHit, Owner | None],
    ) -> None:
        """Takes a sentence into what the text has been about."""
        owners = [reference.owners for reference in references if reference.owners]
        introduces = bool(LIST_INTRODUCTION.search(document.body[sentence.start : sentence.end]))
        if _is_heading(document, sentence) and not found:
            discourse.section = owners[-1] if len(owners) == 1 and len(owners[0]) == 1 else ()
            discourse.topic, discourse.age = (), 0
        elif owners:
            discourse.topic, discourse.age = owners[-1], 0
        elif any(not reference.incidental for reference in references):
            discourse.topic, discourse.age, discourse.section = (), 0, ()
        elif any(found.values()):
            discourse.age = 0
        elif not introduces:
            discourse.age += 1
        discourse.introduction = sentence if introduces else None


def _is_heading(document: Document, sentence: Span) -> bool:
    """Whether a sentence is short, alone in its line and without the mark that ends a sentence."""
    text = document.body[sentence.start : sentence.end]
    if len(text) > HEADING_LENGTH or ENDS_A_SENTENCE.search(text):
        return False
    before = document.body[: sentence.start].rstrip(" \t\u3000")
    after = document.body[sentence.end :].lstrip(" \t\u3000")
    return (not before or before[-1] in "\r\n") and (not after or after[0] in "\r\n")


def _is_subject(body: str, sentence: Span, hit: FeatureHit) -> bool:
    """Whether a feature is named as a thing known: at the sentence's head, or as “…”的功能."""
    lead = OPENING.match(body[sentence.start : hit.start])
    at_head = lead is not None and lead.end() == hit.start - sentence.start
    behind = re.match(r"[”’」』]?的?功能|[”’」』]?(?:也|还|则|方面)", body[hit.end : sentence.end])
    quoted = body[hit.end : hit.end + 1] in "”」』" and body[hit.start - 1 : hit.start] in "“「『"
    return bool(behind) if not at_head else bool(behind) or quoted
