"""Words of an article and the terms they are counted under.

A term is the canonical form of its words: Simplified characters, the mainland's wording (软件 for 软体),
the canonical name of a product or company (钉钉 for DingTalk), one form of a word written in several
ways (App for APP). Stop words are terms too: pages leave them out, tables do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document
from analysis.schema import EntityType, Term, Token
from analysis.words.gazetteer import fold_latin
from analysis.words.products import Name, look_alikes, unmistakable
from analysis.words.segmentation import Segmentation, is_word

WORD_COLUMNS = ("word", "pos", "aliases", "example")
WORDING_COLUMNS = ("wording", "mainland", "scope", "example")
STOP_WORD_COLUMNS = ("word", "class")
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
        wordings = lexicon.read(lexicons / "wordings.tsv", WORDING_COLUMNS)
        return cls(
            names=tuple(unmistakable(lexicons)),
            not_names=tuple(look_alikes(lexicons)),
            words={
                form: (row["word"], row["pos"])
                for row in lexicon.read(lexicons / "words.tsv", WORD_COLUMNS)
                for form in (row["word"], *lexicon.values(row["aliases"]))
            },
            wordings={row["wording"]: row["mainland"] for row in wordings if row["scope"] == "any"},
            hant_wordings={row["wording"]: row["mainland"] for row in wordings if row["scope"] == "hant"},
        )

    def __call__(self, document: Document) -> tuple[list[Token], list[Term]]:
        """Tokens of the body in order, and how often each term stands there, in order of appearance.

        Punctuation and numbers in digits are neither.
        """
        canonical = self._canonical_hant if document.script == "hant" else self._canonical
        folded = fold_latin(document.body)
        tokens = [
            Token(
                document.article,
                word.start,
                word.end,
                *canonical.get(folded[word.start : word.end], word[2:]),
            )
            for word in self._segmentation(document.body)
            if is_word(word.surface)
        ]
        counts = Counter((token.term, token.pos) for token in tokens)
        return tokens, [Term(document.article, term, pos, count) for (term, pos), count in counts.items()]

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
        tags = {mainland: self._segmentation(mainland) for mainland in wordings.values()}
        return {
            wording: (mainland, tags[mainland][0].pos if len(tags[mainland]) == 1 else UNKNOWN_TAG)
            for wording, mainland in wordings.items()
        }


def stop_words(lexicons: Path = lexicon.FOLDER) -> frozenset[str]:
    """The default list of words that say little of what an article is about; raises ``LexiconError``."""
    return frozenset(row["word"] for row in lexicon.read(lexicons / "stop_words.tsv", STOP_WORD_COLUMNS))
