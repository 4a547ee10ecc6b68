"""Features that no lexicon holds, read from the constructions that name one: precision before recall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.features import naming
from analysis.matrix.features.feature_words import FeatureHit, FeatureWords
from analysis.matrix.features.naming import MODE, Candidate, Naming
from analysis.reading.clause_spans import Placed, by_sentence, clauses
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

WORD_COLUMNS = ("word",)
KNOWN_ITEMS = 2
"""Items of a list that must be known features for the others to be taken for such."""


@dataclass(frozen=True)
class Discovery:
    """Finds names of features beside those of the lexicon; ``never`` are words that stand in no name."""

    words: FeatureWords
    never: Gazetteer[str]
    constructions: Naming

    @classmethod
    def load(cls, words: FeatureWords, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads not_in_feature_names and what Naming reads; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "not_in_feature_names.tsv", WORD_COLUMNS)
        never = Gazetteer({row["word"]: row["word"] for row in rows})
        return cls(words, never, Naming.load(lexicons))

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
        parts = zip(
            document.sentences,
            known_here,
            by_sentence(document.sentences, mentions),
            by_sentence(document.sentences, naming.marks(body)),
            by_sentence(document.sentences, self.constructions.heads(body)),
            by_sentence(document.sentences, self.constructions.launched_things(body)),
            strict=True,
        )
        found: dict[Span, FeatureHit] = {}
        for sentence, known, names, marks, heads, launched in parts:
            candidates = [*launched, *self._listed(body, sentence, known), *items.get(sentence, ())]
            if marks or heads:
                candidates += _owned(body, sentence, names)
            if marks:
                candidates += self.constructions.set_off(body, sentence)
            if heads:
                candidates += self.constructions.launched_features(body, sentence)
            if marks and heads:
                candidates += naming.called(body, sentence)
            for start, end, marked in candidates:
                place = Span(start, end)
                if _free(place, known) and _free(place, names) and self.sensible(body[start:end], marked):
                    found.setdefault(place, FeatureHit(start, end, body[start:end], None, known=False))
        return sorted(found.values())

    def _listed(self, body: str, sentence: Span, hits: Sequence[FeatureHit]) -> Iterator[Candidate]:
        """What an enumeration names beside two known features."""
        if len(hits) < KNOWN_ITEMS:
            return
        for clause in clauses(body, sentence):
            if sum(clause.start <= hit.start and hit.end <= clause.end for hit in hits) >= KNOWN_ITEMS:
                yield from self.constructions.enumerated(body, clause)

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


def _owned(body: str, sentence: Span, names: Sequence[Mention]) -> Iterator[Candidate]:
    """What the products' names of a sentence stand before."""
    for name in names:
        if name.entity_type == "product":
            yield from naming.owned(body, sentence, name.end)


def _unknown_items(
    document: Document, known_here: Sequence[Sequence[FeatureHit]]
) -> dict[Span, list[Candidate]]:
    """The items that head their lines in a list, where others of it are known features."""
    unknown: dict[Span, list[Candidate]] = {}
    run: list[tuple[Span, Candidate]] = []
    known = 0
    for sentence, hits in zip((*document.sentences, Span(0, 0)), (*known_here, ()), strict=True):
        found = naming.item(document.body, sentence)
        if found is None:
            if known >= KNOWN_ITEMS:
                unknown.update((place, [candidate]) for place, candidate in run)
            run, known = [], 0
        elif _free(found, hits):
            run.append((sentence, found))
        else:
            known += 1
    return unknown


def _free(found: Placed, rows: Sequence[Placed]) -> bool:
    """Whether a span overlaps none of the rows."""
    return not any(row.start < found.end and found.start < row.end for row in rows)
