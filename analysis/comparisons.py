"""Comparisons: sentences that set office products against each other, and whom they speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.clauses import clause_at
from analysis.document import Document, Span
from analysis.gazetteer import Gazetteer
from analysis.opinion import Opinion
from analysis.references import Reference, References
from analysis.schema import Comparison, Mention

CUE_COLUMNS = ("cue", "favours", "needs")
QUESTION = re.compile(r"[?？吗]")
ENUMERATION = re.compile(r"[”’」』》\s]*等")


class Cue(NamedTuple):
    """Whom a comparing word favours (subject, object, neither) and what it needs (pair, alone, end)."""

    favours: str
    needs: str


class _Marker(NamedTuple):
    start: int
    end: int
    cue: Cue


class _Scene(NamedTuple):
    """A sentence with the products it is about: ``named`` in order, ``rivals`` understood beside them."""

    body: str
    sentence: Span
    references: list[Reference]
    named: tuple[str, ...]
    rival: str | None


@dataclass(frozen=True)
class Comparisons:
    """Finds comparing sentences; a row per sentence."""

    cues: Gazetteer[Cue]
    references: References
    opinion: Opinion

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads comparison_cues, feature_owners, attribution_cues, saying_verbs; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "comparison_cues.tsv", CUE_COLUMNS)
        return cls(
            Gazetteer({row["cue"]: Cue(row["favours"], row["needs"]) for row in rows}),
            References.load(lexicons),
            Opinion.load(lexicons),
        )

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> list[Comparison]:
        """Rows in order of the text.

        A sentence compares if it names two office products, or one with its rival understood (the other of
        the two that the article names most), and has a cue; or if it speaks of both as 两者; or if it opens
        with both as its subject.
        """
        products = [mention for mention in mentions if mention.entity_type == "product"]
        rivals = self._main_rivals(products)
        rows = []
        named: list[str] = []
        for sentence in document.sentences:
            inside = [m for m in products if sentence.start <= m.start and m.end <= sentence.end]
            scene = self._scene(document.body, sentence, inside, named, rivals)
            row = self._row(document, scene)
            if row:
                rows.append(row)
            named += [mention.entity for mention in inside]
        return rows

    def _main_rivals(self, products: Sequence[Mention]) -> tuple[str, ...]:
        owners = self.references.owners
        counts = Counter(owners[m.entity] for m in products if m.entity in owners)
        return tuple(product for product, _ in counts.most_common(2))

    def _scene(
        self,
        body: str,
        sentence: Span,
        mentions: Sequence[Mention],
        named: Sequence[str],
        rivals: Sequence[str],
    ) -> _Scene:
        references = self.references.all(body, sentence, mentions, named)
        owners = tuple(dict.fromkeys(owner for reference in references for owner in reference.owners))
        others = [product for product in rivals if product not in owners]
        alone = len(owners) == 1 and owners[0] in rivals and len(others) == 1
        return _Scene(body, sentence, references, owners, others[0] if alone else None)

    def _row(self, document: Document, scene: _Scene) -> Comparison | None:
        marker, rule = self._marker(scene)
        if not marker:
            return None
        products = [*scene.named, *([scene.rival] if scene.rival else [])]
        return Comparison(
            document.article,
            *scene.sentence,
            products,
            _favoured(scene, marker),
            self.opinion.aspect(document, scene.sentence),
            marker.start,
            marker.end,
            self.opinion.holder(document, scene.sentence),
            rule,
        )

    def _marker(self, scene: _Scene) -> tuple[_Marker | None, str]:
        """The words that compare, and the rule by which they do."""
        markers = self._markers(scene)
        if scene.rival:
            return next((m for m in markers if m.cue.needs != "pair"), None), "rival_understood"
        if len(scene.named) < 2:
            return None, ""
        joint = next((r for r in scene.references if len(r.owners) > 1), None)
        likeness = [m for m in markers if m.cue.favours == "neither"]
        if joint and likeness and not _enumerated(scene.body, joint):
            return likeness[0], "both"
        directed = [m for m in markers if m.cue.favours != "neither"]
        if directed or likeness:
            return (directed or likeness)[0], "two_named"
        if joint and not _enumerated(scene.body, joint) and joint.start - scene.sentence.start <= 6:
            return _Marker(joint.start, joint.end, Cue("neither", "pair")), "joint_subject"
        return None, ""

    def _markers(self, scene: _Scene) -> list[_Marker]:
        start, end = scene.sentence
        found = []
        for match in self.cues.find(scene.body[start:end]):
            marker = _Marker(start + match.start, start + match.end, match.value)
            clause = clause_at(scene.body, scene.sentence, marker.start)
            if marker.cue.needs != "end" or not scene.body[marker.end : clause.end].strip("”’」』的了 "):
                found.append(marker)
        return found


def _enumerated(body: str, joint: Reference) -> bool:
    """Whether products named together are only examples: 钉钉、企业微信等."""
    return ENUMERATION.match(body, joint.end) is not None


def _favoured(scene: _Scene, marker: _Marker) -> str | None:
    """The product that a marker speaks for; None for neither, or where it cannot be told."""
    if marker.cue.favours == "neither":
        return None
    pair = [*scene.named, *([scene.rival] if scene.rival else [])]
    subject = _subject(scene, marker)
    if subject not in pair or len(pair) != 2:
        return subject if marker.cue.favours == "subject" else None
    other = pair[1 - pair.index(subject)]
    return subject if marker.cue.favours == "subject" else other


def _subject(scene: _Scene, marker: _Marker) -> str | None:
    """The product a marker is said of: the nearest one before it, else the one behind it."""
    single = [r for r in scene.references if len(r.owners) == 1]
    before = [r for r in single if r.end <= marker.start and not r.aside]
    behind = [r for r in single if r.start >= marker.end]
    if behind and behind[0].start - marker.end <= 1 and marker.cue.needs == "alone" and not before:
        named_by_marker = behind[0].owners[0]
        return named_by_marker if marker.cue.favours == "subject" else _other(scene, named_by_marker)
    if before:
        return before[-1].owners[0]
    if behind:
        return behind[0].owners[0]
    return None


def _other(scene: _Scene, product: str) -> str | None:
    return next((p for p in (*scene.named, scene.rival) if p and p != product), None)
