"""Features that no lexicon holds, read from the constructions that name one: precision before recall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.feature_words import CONTEXT_COLUMNS, FeatureHit, FeatureWords
from analysis.reading.clause_spans import Placed, by_sentence, clauses
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

WORD_COLUMNS = ("word",)
NAME = r"[^\W_][\w+&.-]{1,11}"
QUOTED = re.compile(rf"[“「『](?P<name>{NAME})[”」』]的?(?:功能|应用|服务|工具|插件|模块|能力)")
BRACKETED = re.compile(rf"【(?P<name>{NAME})】(?=[、等;；\s]*(?:【|等|$)|、)")
LISTED = re.compile(rf"(?<=、)(?P<name>{NAME}?)(?:功能|应用|模块)?(?=、|等)")
LONGEST_LISTED = 8


@dataclass(frozen=True)
class Discovery:
    """Finds names of features beside those of the lexicon."""

    words: FeatureWords
    never: Gazetteer[str]
    launched: re.Pattern[str]

    @classmethod
    def load(cls, words: FeatureWords, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads not_in_feature_names and feature_contexts; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "not_in_feature_names.tsv", WORD_COLUMNS)
        contexts = lexicon.read(lexicons / "feature_contexts.tsv", CONTEXT_COLUMNS)
        verbs = "|".join(row["cue"] for row in contexts if "having" in lexicon.values(row["kind"]))
        launched = re.compile(rf"(?:{verbs})了?(?P<name>{NAME}?)功能")
        return cls(words, Gazetteer({row["word"]: row["word"] for row in rows}), launched)

    def __call__(
        self, document: Document, mentions: Sequence[Mention], hits: Sequence[FeatureHit]
    ) -> list[FeatureHit]:
        """New names, in order: “…”功能, 推出…功能, items of 【…】、【…】, or listed with known features.

        Words of the lexicon, known features (``hits``) and names of products and companies are left out.
        """
        parts = zip(
            document.sentences,
            by_sentence(document.sentences, hits),
            by_sentence(document.sentences, mentions),
            strict=True,
        )
        return [
            FeatureHit(found.start, found.end, document.body[found.start : found.end], None, known=False)
            for sentence, known, names in parts
            for found in self._candidates(document.body, sentence, known)
            if _free(found, known)
            and _free(found, names)
            and self.sensible(document.body[found.start : found.end])
        ]

    def _candidates(self, body: str, sentence: Span, hits: Sequence[FeatureHit]) -> Iterator[Span]:
        for pattern in (QUOTED, BRACKETED, self.launched):
            for match in pattern.finditer(body, *sentence):
                yield Span(*match.span("name"))
        for clause in clauses(body, sentence):
            known = sum(clause.start <= hit.start and hit.end <= clause.end for hit in hits)
            if known > 1:
                for match in LISTED.finditer(body, *clause):
                    if len(match["name"]) <= LONGEST_LISTED:
                        yield Span(*match.span("name"))

    def sensible(self, name: str) -> bool:
        """Whether words can name a feature that no lexicon holds."""
        return not (
            name.isdigit() or name.isascii() or self.never.find(name) or self.words.gazetteer.find(name)
        )


def _free(found: Span, rows: Sequence[Placed]) -> bool:
    """Whether a span overlaps none of the rows."""
    return not any(row.start < found.end and found.start < row.end for row in rows)
