"""Products and companies named in an article.

Names are found longest first; one that is also a word, a number or part of a word is kept only where
what stands around it says so (``lexicons/ambiguous_names.tsv``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document
from analysis.schema import Mention
from analysis.words.gazetteer import FULL_WIDTH, Gazetteer, Match
from analysis.words.products import Ambiguity, Name, ambiguities, look_alikes, names

LABEL_COLUMNS = ("word", "place", "example")
OPENING, CLOSING = "“‘「『《〈【\"'", "”’」』》〉】\"'"
LONGEST_LABEL = 12
ITEM_BEGINS = re.compile(r"(?:\A|[\n\t|、/])[ \t]*\Z")
ITEM_ENDS = re.compile(r"[ \t]*(?:[\n\t|、/]|\Z)")


class Named(NamedTuple):
    """A name found, and the need that it met: ``name`` where it needed nothing."""

    match: Match[Name]
    need: str


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
        labels = lexicon.read(lexicons / "product_labels.tsv", LABEL_COLUMNS)
        return cls(
            names=tuple(names(lexicons)),
            ambiguities=tuple(ambiguities(lexicons)),
            look_alikes=tuple(look_alikes(lexicons)),
            labels_before=tuple(row["word"] for row in labels if row["place"] != "after"),
            labels_after=tuple(row["word"] for row in labels if row["place"] != "before"),
        )

    def __call__(self, document: Document) -> list[Mention]:
        """Mentions in the body, in order, none overlapping another.

        ``rule`` is the type and what made it a name: ``product_name`` for a name that is never a word,
        else the need that was met (``company_full``), or ``_elsewhere`` where it was met at another
        place of the article.
        """
        return [
            Mention(
                document.article,
                match.start,
                match.end,
                document.text[match.start : match.end],
                match.value.entity,
                match.value.entity_type,
                f"{match.value.entity_type}_{need}",
            )
            for match, need in self._told_apart(document.body, self._found(document.body))
        ]

    @cached_property
    def _gazetteer(self) -> Gazetteer[Name | None]:
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
        return [
            Match(start, end, name)
            for start, end, name in self._gazetteer.find(body)
            if name and self._written_as_a_name(name.surface, body, start, end)
        ]

    def _written_as_a_name(self, surface: str, body: str, start: int, end: int) -> bool:
        """Whether an ambiguous name is in its own case if Latin, and not counted (100字节) if Han."""
        if surface not in self._needs:
            return True
        if surface.isascii():
            return body[start:end].translate(FULL_WIDTH) == surface
        return not (self._needs[surface] and body[max(start - 2, 0) : start].rstrip(" ")[-1:].isnumeric())

    def _told_apart(self, body: str, found: list[Match[Name]]) -> list[Named]:
        certain = [match for match in found if not self._needs.get(match.value.surface)]
        surroundings = _Surroundings(body, certain)
        met: dict[Match[Name], str] = dict.fromkeys(certain, "name")
        for match in found:
            if match not in met and (need := self._need_met(match, surroundings)):
                met[match] = need
        elsewhere = {match.value.surface for match in met}
        return [
            Named(match, met.get(match, "elsewhere"))
            for match in found
            if match in met or match.value.surface in elsewhere
        ]

    def _need_met(self, match: Match[Name], surroundings: _Surroundings) -> str | None:
        holds = {
            "quoted": _quoted(surroundings.body, match),
            "label": self._labelled(surroundings.body, match),
            "full": match.value.entity in surroundings.entities,
            "item": _is_an_item(surroundings.body, match),
            "beside": bool(surroundings.beside(match) - {match.value.entity}),
        }
        for need in self._needs[match.value.surface]:
            if holds.get(need, False):
                return need
            if need not in holds and surroundings.has(match, need):
                return "cue"
        return None

    def _labelled(self, body: str, match: Match[Name]) -> bool:
        before = body[max(match.start - LONGEST_LABEL, 0) : match.start]
        after = body[match.end : match.end + LONGEST_LABEL]
        return bool(self._label_before.search(before) or self._label_after.match(after))


class _Surroundings:
    """What stands around a name: in its paragraph (a line of the body) and in the article."""

    def __init__(self, body: str, certain: Iterable[Match[Name]]) -> None:
        self.body = body
        self._lines = body.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0))
        self._named: defaultdict[int, set[str]] = defaultdict(set)
        self._words: dict[tuple[int, str], bool] = {}
        for match in certain:
            self._named[self._line(match)].add(match.value.entity)
        self.entities: set[str] = set().union(*self._named.values())

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
