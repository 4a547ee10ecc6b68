"""Products and companies named in an article.

Names are found longest first; one that is also a word, a number or part of a word is kept only where
what stands around it says so (``lexicons/ambiguous_names.tsv``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document
from analysis.schema import Mention
from analysis.words.gazetteer import FULL_WIDTH, Gazetteer, Match
from analysis.words.products import Ambiguity, Name, ambiguities, look_alikes, names

LABEL_COLUMNS = ("word", "place", "example")
LABEL_PLACES = ("before", "after", "either")
OPENING, CLOSING = "“‘「『《〈【\"'", "”’」』》〉】\"'"
LONGEST_LABEL = 12
ITEM_BEGINS = re.compile(r"(?:\A|[\n\t|、/])[ \t]*\Z")
ITEM_ENDS = re.compile(r"[ \t]*(?:[\n\t|、/]|\Z)")


KINDS_OF_NEED = ("quoted", "label", "full", "item", "beside")
"""What else an ambiguous name may need is a word in its paragraph: a cue."""


@dataclass(frozen=True)
class Mentions:
    """Finds names.

    ``names`` are all ways to write an entity, ``ambiguities`` the rules for those that are words too;
    ``look_alikes`` are expressions that hold a name by chance; ``labels_before`` and ``labels_after``
    are words that say what kind of thing the name beside them names.
    """

    names: tuple[Name, ...]
    ambiguities: tuple[Ambiguity, ...]
    look_alikes: tuple[str, ...]
    labels_before: tuple[str, ...]
    labels_after: tuple[str, ...]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """The names and rules of a folder of lexicons; raises ``LexiconError``."""
        path = lexicons / "product_labels.tsv"
        labels = [
            (row["word"], lexicon.choice(path, row, "place", LABEL_PLACES))
            for row in lexicon.read(path, LABEL_COLUMNS)
        ]
        return cls(
            names=tuple(names(lexicons)),
            ambiguities=tuple(ambiguities(lexicons)),
            look_alikes=tuple(look_alikes(lexicons)),
            labels_before=tuple(word for word, place in labels if place != "after"),
            labels_after=tuple(word for word, place in labels if place != "before"),
        )

    def __call__(self, document: Document) -> list[Mention]:
        """Mentions in the body, in order, none overlapping another.

        ``rule`` is the type and what made it a name: ``product_name`` for a name that is never a word,
        else the need that was met (``company_full``), or ``_elsewhere`` where it was met at another
        place of the article.
        """
        found = self._found(document.body)
        return [
            Mention(
                document.article,
                start,
                end,
                document.text[start:end],
                name.entity,
                name.entity_type,
                f"{name.entity_type}_{need}",
            )
            for (start, end, name), need in zip(found, self._met(document.body, found), strict=True)
            if need
        ]

    @cached_property
    def _gazetteer(self) -> Gazetteer[Name]:
        """Names, and expressions that hold one by chance, which stand for nothing."""
        names = {name.surface: name for name in self.names}
        return Gazetteer(dict.fromkeys(self.look_alikes) | names)

    @cached_property
    def _needs(self) -> dict[str, tuple[str, ...]]:
        return {ambiguity.surface: ambiguity.needs for ambiguity in self.ambiguities}

    @cached_property
    def _label_before(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_any_of(self.labels_before)})[{re.escape(OPENING)}\s]*\Z", re.IGNORECASE)

    @cached_property
    def _label_after(self) -> re.Pattern[str]:
        return re.compile(rf"[{re.escape(CLOSING)}\s]*(?:{_any_of(self.labels_after)})", re.IGNORECASE)

    def _found(self, body: str) -> list[Match[Name]]:
        needs = self._needs
        return [
            match
            for match in self._gazetteer.find(body)
            if match.value.surface not in needs or self._written_as_a_name(match, body)
        ]

    def _written_as_a_name(self, match: Match[Name], body: str) -> bool:
        """Whether an ambiguous name is in its own case if Latin, and not counted (100字节) if Han."""
        start, end, name = match
        if name.surface.isascii():
            return body[start:end].translate(FULL_WIDTH) == name.surface
        before = body[max(start - 2, 0) : start].rstrip(" ")
        return not (self._needs[name.surface] and before[-1:].isnumeric())

    def _met(self, body: str, found: Sequence[Match[Name]]) -> list[str | None]:
        """The need that each name met, ``name`` where it needed nothing; null where it is none."""
        needs = {
            place: needed
            for place, match in enumerate(found)
            if (needed := self._needs.get(match.value.surface))
        }
        met: list[str | None] = ["name"] * len(found)
        surroundings = _Surroundings(body, [one for place, one in enumerate(found) if place not in needs])
        for place, needed in needs.items():
            met[place] = self._first_met(found[place], needed, surroundings)
        elsewhere = {found[place].value.surface for place in needs if met[place]}
        for place in needs:
            if met[place] is None and found[place].value.surface in elsewhere:
                met[place] = "elsewhere"
        return met

    def _first_met(self, match: Match[Name], needs: Sequence[str], surroundings: _Surroundings) -> str | None:
        for need in needs:
            if self._holds(need, match, surroundings):
                return need if need in KINDS_OF_NEED else "cue"
        return None

    def _holds(self, need: str, match: Match[Name], surroundings: _Surroundings) -> bool:
        if need == "quoted":
            return _quoted(surroundings.body, match)
        if need == "label":
            return self._labelled(surroundings.body, match)
        if need == "full":
            return match.value.entity in surroundings.entities
        if need == "item":
            return _is_an_item(surroundings.body, match)
        if need == "beside":
            return bool(surroundings.beside(match) - {match.value.entity})
        return surroundings.has(match, need)

    def _labelled(self, body: str, match: Match[Name]) -> bool:
        before = body[max(match.start - LONGEST_LABEL, 0) : match.start]
        after = body[match.end : match.end + LONGEST_LABEL]
        return bool(self._label_before.search(before) or self._label_after.match(after))


class _Surroundings:
    """What stands around a name: in its paragraph (a line of the body) and in the article."""

    def __init__(self, body: str, certain: Sequence[Match[Name]]) -> None:
        self.body, self._certain = body, certain
        self._words: dict[tuple[int, str], bool] = {}

    @cached_property
    def entities(self) -> set[str]:
        """Entities named unmistakably in the article."""
        return {match.value.entity for match in self._certain}

    @cached_property
    def _lines(self) -> list[str]:
        return self.body.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0))

    @cached_property
    def _named(self) -> dict[int, set[str]]:
        named: defaultdict[int, set[str]] = defaultdict(set)
        for match in self._certain:
            named[self._line(match)].add(match.value.entity)
        return named

    def beside(self, match: Match[Name]) -> set[str]:
        """Entities named unmistakably in the paragraph."""
        return self._named.get(self._line(match), set())

    def has(self, match: Match[Name], word: str) -> bool:
        """Whether ``word`` stands in the paragraph."""
        line = self._line(match)
        if (line, word) not in self._words:
            self._words[line, word] = word in self._lines[line]
        return self._words[line, word]

    def _line(self, match: Match[Name]) -> int:
        return bisect_right(self._starts, match.start) - 1


def _quoted(body: str, match: Match[Name]) -> bool:
    before, after = body[max(match.start - 1, 0) : match.start], body[match.end : match.end + 1]
    return before != "" and after != "" and before in OPENING and after in CLOSING


def _is_an_item(body: str, match: Match[Name]) -> bool:
    """Whether a name is all of a table's cell, a line or an item of an enumeration."""
    before = body[max(match.start - LONGEST_LABEL, 0) : match.start]
    return ITEM_BEGINS.search(before) is not None and ITEM_ENDS.match(body, match.end) is not None


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
