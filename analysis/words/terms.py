"""Words of an article and the terms they are counted under.

A term is the canonical form of its words: Simplified characters, the mainland's wording (软件 for 软体),
the canonical name of a product or company (钉钉 for DingTalk), one form of a word written in several
ways (App for APP). Stop words are terms too: pages leave them out, tables do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis import lexicon
from analysis.document import Document
from analysis.schema import EntityType, arrow_columns
from analysis.schema.arrow_tables import arrow_schema
from analysis.words.gazetteer import fold_latin
from analysis.words.products import Name, look_alikes, unmistakable
from analysis.words.segmentation import Entry, Segmentation, Words, is_word

WORD_COLUMNS = ("word", "pos", "aliases", "example")
WORDING_COLUMNS = ("wording", "mainland", "scope", "example")
SCOPES = ("any", "hant")
NAME_TAGS: dict[EntityType, str] = {"product": "nz", "company": "nt"}
UNKNOWN_TAG = "n"

Canonical = Mapping[str, tuple[str, str]]
"""A word with its Latin letters folded to (term, tag)."""


@dataclass(frozen=True)
class Terms:
    """Finds words and counts terms.

    ``names`` are unmistakable names of products and companies, ``not_names`` expressions that only look
    as if they held one. ``words`` are words of the field to (canonical form, tag). ``wordings`` are
    Taiwan's words to the mainland's; ``hant_wordings`` are those that are other words on the mainland
    and so hold only in Traditional articles.
    """

    names: tuple[Name, ...]
    not_names: tuple[str, ...]
    words: Canonical
    wordings: Mapping[str, str]
    hant_wordings: Mapping[str, str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """The words and names of a folder of lexicons; raises ``LexiconError``."""
        path = lexicons / "wordings.tsv"
        wordings: dict[str, dict[str, str]] = {scope: {} for scope in SCOPES}
        for row in lexicon.read(path, WORDING_COLUMNS):
            wordings[lexicon.choice(path, row, "scope", SCOPES)][row["wording"]] = row["mainland"]
        return cls(
            names=tuple(unmistakable(lexicons)),
            not_names=tuple(look_alikes(lexicons)),
            words={
                form: (row["word"], row["pos"])
                for row in lexicon.read(lexicons / "words.tsv", WORD_COLUMNS)
                for form in (row["word"], *lexicon.values(row["aliases"]))
            },
            wordings=wordings["any"],
            hant_wordings=wordings["hant"],
        )

    def __call__(self, document: Document) -> tuple[pa.Table, pa.Table]:
        """Rows of ``tokens``, in order, and of ``terms``, in order of appearance: the words of the body.

        Punctuation and numbers in digits are not among them.
        """
        canonical = self._canonical_hant if document.script == "hant" else self._canonical
        words = self._segmentation(document.body)
        number: dict[Entry | None, int] = {None: -1}
        numbers = [number.setdefault(term, len(number) - 1) for term in _terms(words, canonical)]
        named = [term for term in number if term]
        return _tables(document.article, words, np.array(numbers, np.int32), named)

    @cached_property
    def _segmentation(self) -> Segmentation:
        wordings = dict.fromkeys([*self.wordings, *self.hant_wordings], UNKNOWN_TAG)
        words = {word: pos for word, (_, pos) in self.words.items()}
        names = {name.surface: NAME_TAGS[name.entity_type] for name in self.names}
        return Segmentation(words=wordings | words, names=dict.fromkeys(self.not_names) | names)

    @cached_property
    def _canonical(self) -> Canonical:
        names = {name.surface: (name.entity, NAME_TAGS[name.entity_type]) for name in self.names}
        forms = self._tagged(self.wordings) | dict(self.words) | names
        return {fold_latin(form): term for form, term in forms.items()}

    @cached_property
    def _canonical_hant(self) -> Canonical:
        return self._tagged(self.hant_wordings) | dict(self._canonical)

    def _tagged(self, wordings: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """Each wording to the mainland's with the tag that this has."""
        words = {mainland: list(self._segmentation(mainland)) for mainland in wordings.values()}
        return {
            wording: (mainland, words[mainland][0].pos if len(words[mainland]) == 1 else UNKNOWN_TAG)
            for wording, mainland in wordings.items()
        }


def _terms(words: Words, canonical: Canonical) -> list[Entry | None]:
    """For each entry of the vocabulary the term it is counted under; None for what is no word."""
    terms = [
        canonical.get(entry[0], entry) if entry[0].isalpha() or is_word(entry[0]) else None
        for entry in words.vocabulary
    ]
    for number in words.not_han:
        entry = words.vocabulary[number]
        terms[number] = terms[number] and canonical.get(fold_latin(entry[0]), entry)
    return terms


def _tables(
    article: str, words: Words, numbers: NDArray[np.int32], terms: Sequence[Entry]
) -> tuple[pa.Table, pa.Table]:
    """Tokens and terms of an article: ``numbers`` say which of ``terms`` each surface is, or -1 for none."""
    found = numbers.take(words.numbers)
    kept = found >= 0
    found = found[kept]
    term, pos = (
        arrow_columns.texts([term for term, _ in terms]),
        arrow_columns.texts([pos for _, pos in terms]),
    )
    counts = np.bincount(found, minlength=len(terms)).astype(np.int32)
    return (
        pa.Table.from_arrays(
            [
                arrow_columns.repeated(article, len(found)),
                arrow_columns.integers(words.starts[kept]),
                arrow_columns.integers(words.ends[kept]),
                term.take(arrow_columns.integers(found)),
            ],
            schema=arrow_schema("tokens"),
        ),
        pa.Table.from_arrays(
            [arrow_columns.repeated(article, len(terms)), term, pos, arrow_columns.integers(counts)],
            schema=arrow_schema("terms"),
        ),
    )
