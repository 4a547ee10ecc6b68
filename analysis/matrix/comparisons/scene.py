"""A sentence with the products that it sets against each other, and who stands where in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.document import Span
from analysis.matrix.comparisons.comparison_cues import Cue, Marker
from analysis.matrix.comparisons.scene_cues import SceneCues
from analysis.matrix.references.references import QUOTES, Reference
from analysis.reading.clause_spans import Placed, clause_at

NUMBER = re.compile(r"[\s\d年月日号底初末中上下旬起前后约“‘「『《(（.、)）●◆■•·*#-]*")
ALLIES = re.compile("[/／]")
"""Between names that stand on one side: 钉钉/飞书."""

OPPOSES = Cue("neither", "alone")
"""What is said of one product against the one before: 反观."""

HAD = re.compile(r"的[^,，。;；:：]{1,4}")
OBJECT_WITHIN = 12
"""Characters from a marker to the end of the name that it measures by."""

OTHERS_WITHIN = 6
"""Characters from a marker to the word for all others that it measures by."""

SAID_WITHIN = 4
"""Characters from a name to what is said of it: 飞书也做不到."""

MULTIPLE_WITHIN = 8
"""Characters from a name to the multiple of it: 飞书用户数的两倍."""


@dataclass(frozen=True)
class Scene:
    """A sentence with the products it is about; ``rival`` is the one understood beside a single name.

    ``near``: the sentence before speaks of the rival. ``markers`` are the comparing words, ``firms`` the
    companies named, ``cues`` the words that tell the products' parts.
    """

    body: str
    sentence: Span
    references: Sequence[Reference]
    products: tuple[str, ...]
    rival: str | None
    near: bool
    markers: list[Marker]
    firms: Sequence[Placed]
    cues: SceneCues

    @property
    def paired(self) -> bool:
        """Whether several products are named, or one as 前者 or 后者."""
        return len(self.products) > 1 or any(reference.pair for reference in self.references)

    def other(self, products: tuple[str, ...]) -> str | None:
        """The one product beside these; None where there are more, or none."""
        others = [product for product in self.contenders if product not in products]
        return others[0] if products and len(others) == 1 else None

    @cached_property
    def contenders(self) -> tuple[str, ...]:
        """The products compared: all, without those that another only works with (与企业微信打通)."""
        if self.rival:
            return (*self.products, self.rival)
        spoken_of = (r.owners for r in self.references if r.aside or not r.tied)
        named = tuple(dict.fromkeys(owner for owners in spoken_of for owner in owners))
        return named if len(named) > 1 else self.products

    def clause(self, position: int) -> Span:
        """The clause at a position."""
        return clause_at(self.body, self.sentence, position)

    def object_of(self, marker: Marker) -> str | None:
        """The single product behind a marker, in its clause and near it, or before it behind 把."""
        near = Span(marker.end, marker.end + OBJECT_WITHIN)
        found = [r for r in self.references if near.start <= r.start and r.end <= near.end]
        if found:
            end = self.clause(marker.start).end
            found = [r for r in found if r.end <= end]
        return _single(found or [r for r in self._led_by(self.cues.handled) if self._in_clause(r, marker)])

    def over_others(self, marker: Marker) -> bool:
        """Whether a marker measures by all others, near it and in its clause: 比同行便宜."""
        end = min(self.clause(marker.start).end, marker.end + OTHERS_WITHIN)
        return any(m.cue.favours == "others" and marker.end <= m.start < end for m in self.markers)

    def subject_of(self, marker: Marker) -> tuple[str, ...]:
        """What a marker is said of: the products nearest before it, else the next behind it; perhaps none."""
        before = [r for r in self.references if r.end <= marker.start and r.owners and not r.aside]
        before = [r for r in before if not r.incidental or self._described(r, marker)] or before
        behind = [r for r in self.references if r.start >= marker.end and r.owners and not r.aside]
        nearest = before[-1] if before else behind[0] if behind else None
        return nearest.owners if nearest else ()

    def _described(self, reference: Reference, marker: Marker) -> bool:
        """Whether a name is what stands before it says, and a marker right behind: 扫码即入的飞书更快."""
        led = bool(reference.start) and self.body[reference.start - 1] == "的"
        return led and touch(self.body, reference, marker)

    def standard_of(self, marker: Marker) -> tuple[str, ...]:
        """The products before a marker that another is compared with: 与钉钉不同; or none."""
        clause = self.clause(marker.start)
        before = (r for r in self.references if clause.start <= r.start and r.end <= marker.start)
        return next((r.owners for r in before if r.aside and r.owners), ())

    def agent_of(self, marker: Marker) -> str | None:
        """The first product that does what a marker tells of another: 飞书被钉钉超过."""
        agents = (r for r in self._led_by(self.cues.passive) if r.owners and self._in_clause(r, marker))
        return next((agent.owners[0] for agent in agents), None)

    def _led_by(self, words: tuple[str, ...]) -> list[Reference]:
        """References right behind one of these words."""
        return [r for r in self.references if self.body.endswith(words, 0, r.start)]

    def _in_clause(self, reference: Reference, marker: Marker) -> bool:
        """Whether a reference stands before a marker, in its clause."""
        return reference.end <= marker.start and self.clause(marker.start).start < reference.start

    def said_of(self, marker: Marker) -> tuple[str, ...]:
        """The single product whose name a marker follows at once, but for a few characters; or none."""
        near = (r for r in self.references if r.end <= marker.start <= r.end + SAID_WITHIN)
        return next((r.owners for r in near if len(r.owners) == 1), ())

    def counted(self, marker: Marker) -> str | None:
        """The product that a marker counts another by: 是飞书的两倍."""
        near = [r for r in self.references if r.end < marker.start <= r.end + MULTIPLE_WITHIN]
        by = near[-1] if near else None
        return by.owners[0] if by and len(by.owners) == 1 and self.body[by.end] == "的" else None

    def beside(self, marker: Marker) -> bool:
        """Whether a marker stands right beside a product's name, or behind what it has: 飞书的优势则…."""
        return any(
            touch(self.body, reference, marker)
            or touch(self.body, marker, reference)
            or HAD.fullmatch(self.body, reference.end, max(reference.end, marker.start))
            for reference in self.references
            if reference.owners
        )

    def has(self, kind: str) -> bool:
        """Whether a word of the kind is among the comparing ones."""
        return any(marker.cue.favours == kind for marker in self.markers)

    @cached_property
    def framed(self) -> bool:
        """Whether a word says that what follows compares (相比之下), or a standard is named (相比钉钉)."""
        said_of = {owner for r in self.references if not r.aside for owner in r.owners}
        standards = {owner for r in self.references if r.aside for owner in r.owners}
        return self.has("frame") or bool(standards - said_of)

    @cached_property
    def joint(self) -> Reference | None:
        """All products of the sentence named together, not only for example or as a standard."""
        together = (r for r in self.references if len(r.owners) > 1 and set(r.owners) == set(self.products))
        joint = next(together, None)
        if joint is None or joint.aside or self.cues.examples.match(self.body, joint.end):
            return None
        return None if ALLIES.search(self.body, joint.start, joint.end) else joint

    @property
    def measured(self) -> bool:
        """Whether what is graded is graded by another product."""
        return self.paired or self.framed

    @property
    def opposed(self) -> bool:
        """Whether a phrase sets a single product against the one before: 反观, 相比之下."""
        return any(marker.cue == OPPOSES for marker in self.markers)

    @cached_property
    def contrasts(self) -> bool:
        """Whether a sentence says one thing of one product and another of the next, and tells no events."""
        return self.parallel or (bool(self.subjects) and not self.has("event"))

    @cached_property
    def parallel(self) -> bool:
        """Whether a sentence goes through several products under a heading: 水印:钉钉支持,飞书不支持."""
        heading = self.cues.heading.match(self.body, *self.sentence)
        subjects = [r for r in self.references if r.owners and not r.incidental and not r.aside]
        clauses = {self.clause(r.start) for r in subjects}
        return bool(heading and subjects and heading.end() <= subjects[0].start and len(clauses) > 1)

    @cached_property
    def subjects(self) -> list[Reference]:
        """Products at the heads of clauses, where more than one clause has one."""
        found = [r for r in self.references if self._heads_its_clause(r)]
        return found if len({r.owners for r in found}) > 1 else []

    def opens(self, reference: Reference) -> bool:
        """Whether a reference is what its clause is about."""
        return self._heads_its_clause(reference)

    def _heads_its_clause(self, reference: Reference) -> bool:
        if not reference.owners or reference.aside or reference.tied:
            return False
        clause = self.clause(reference.start)
        said = self.body[reference.end : clause.end].strip(" ”’」』》")
        return bool(said) and self._opens(clause.start, reference.start)

    def _opens(self, start: int, end: int) -> bool:
        """Whether nothing but a heading, connectives, firms and dates stands between two places."""
        start = max(start, self.body.rfind(":", start, end) + 1, self.body.rfind("：", start, end) + 1)
        for opener in sorted(self._openers(start, end)):
            if _between(self.body, start, opener.start):
                start = opener.end
        return _between(self.body, start, end)

    def _openers(self, start: int, end: int) -> Iterator[Span]:
        """Connectives and firms with what ties them to a product (阿里旗下的)."""
        for marker in self.markers:
            if marker.cue.favours == "opener" and start <= marker.start and marker.end <= end:
                yield Span(marker.start, marker.end)
        for firm in self.firms:
            if start <= firm.start and firm.end <= end:
                possessor = self.cues.owned.match(self.body, firm.end, end)
                yield Span(firm.start, possessor.end() if possessor else firm.end)


def _single(references: Sequence[Reference]) -> str | None:
    """The product of the first of these references, if it is one alone."""
    return references[0].owners[0] if references and len(references[0].owners) == 1 else None


def _between(body: str, start: int, end: int) -> bool:
    """Whether nothing but marks, numbering and dates stands between two places."""
    return NUMBER.fullmatch(body, start, end) is not None


def touch(body: str, first: Placed, second: Placed) -> bool:
    """Whether nothing but quotation marks stands between two things, in this order."""
    return first.end <= second.start and not body[first.end : second.start].strip(QUOTES)
