"""Comparisons: sentences that set office products against each other, and whom they speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.opinion import Opinion
from analysis.matrix.references import Reference, References, last_named
from analysis.reading.clause_spans import Placed, by_sentence, clause_at
from analysis.schema import Comparison, Mention
from analysis.words.gazetteer import Gazetteer

CUE_COLUMNS = ("cue", "kinds")
EXAMPLES_ONLY = re.compile(r"[”’」』》\s]*等")
HEADING = re.compile(
    r"\s*(?:\d{1,2}[.、]\s*)?(?:[^,，。;；:：]{1,12}[:：]|[^,，。;；:：]{1,10}(?:方面|上)[,，])"
)
ENDS_WITHIN = 3
OBJECT_WITHIN = 12
SUBJECT_AT_HEAD = 6


class Cue(NamedTuple):
    """Whom a comparing word favours and what it needs; see comparison_cues."""

    favours: str
    needs: str


class _Marker(NamedTuple):
    start: int
    end: int
    cue: Cue


@dataclass(frozen=True)
class _Scene:
    """A sentence with the products it is about; ``rival`` is the one understood beside a single name."""

    body: str
    sentence: Span
    references: list[Reference]
    products: tuple[str, ...]
    rival: str | None

    def other(self, product: str | None) -> str | None:
        """The other of two; None where there are more."""
        pair = [*self.products, self.rival] if self.rival else list(self.products)
        return pair[1 - pair.index(product)] if len(pair) == 2 and product in pair else None

    def object_of(self, marker: _Marker) -> str | None:
        """The single product behind a marker, in its clause and near it."""
        clause = clause_at(self.body, self.sentence, marker.start)
        end = min(clause.end, marker.end + OBJECT_WITHIN)
        behind = [r for r in self.references if r.start >= marker.end and r.end <= end]
        return behind[0].owners[0] if behind and len(behind[0].owners) == 1 else None

    def subject_of(self, marker: _Marker) -> str | None:
        """The single product that a marker is said of: the nearest before it, else the next behind it."""
        before = [r for r in self.references if r.end <= marker.start and r.owners and not r.aside]
        behind = [r for r in self.references if r.start >= marker.end and r.owners and not r.aside]
        nearest = before[-1] if before else behind[0] if behind else None
        return nearest.owners[0] if nearest and len(nearest.owners) == 1 else None

    def parallel(self) -> bool:
        """Whether a sentence goes through several products under a heading: 水印:钉钉支持,飞书不支持."""
        heading = HEADING.match(self.body, *self.sentence)
        subjects = [r for r in self.references if r.owners and not r.incidental and not r.aside]
        clauses = {clause_at(self.body, self.sentence, r.start) for r in subjects}
        return (
            heading is not None and heading.end() <= subjects[0].start and len(clauses) > 1
            if subjects
            else False
        )

    def beside(self, marker: _Marker) -> bool:
        """Whether a marker stands right beside a product's name."""
        return any(
            reference.owners
            and (_touch(self.body, reference, marker) or _touch(self.body, marker, reference))
            for reference in self.references
        )


@dataclass(frozen=True)
class Comparisons:
    """Finds comparing sentences; a row per sentence."""

    cues: Gazetteer[tuple[Cue, ...]]
    references: References
    opinion: Opinion

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads comparison_cues, feature_owners, attribution_cues, saying_verbs; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "comparison_cues.tsv", CUE_COLUMNS)
        cues = {
            row["cue"]: tuple(Cue(*kind.split(":")) for kind in lexicon.values(row["kinds"])) for row in rows
        }
        return cls(Gazetteer(cues), References.load(lexicons), Opinion.load(lexicons))

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> list[Comparison]:
        """Rows in order of the text.

        A sentence compares if it names two office products, or one with its rival understood (the other of
        the two that the article names most), and has a cue; or if it speaks of both as 两者; or if it opens
        with both as its subject.
        """
        products = [mention for mention in mentions if mention.entity_type == "product"]
        rivals = self._main_rivals(products)
        rows = []
        named: tuple[str, ...] = ()
        parts = zip(document.sentences, by_sentence(document.sentences, products), strict=True)
        for sentence, inside in parts:
            references = self.references.all(document.body, sentence, inside, named)
            row = self._row(document, _scene(document.body, sentence, references, rivals))
            if row:
                rows.append(row)
            named = last_named([*named, *(self.references.whole(mention.entity) for mention in inside)])
        return rows

    def _main_rivals(self, products: Sequence[Mention]) -> tuple[str, ...]:
        owners = self.references.owners
        counts = Counter(owners[m.entity] for m in products if m.entity in owners)
        return tuple(product for product, _ in counts.most_common(2))

    def _row(self, document: Document, scene: _Scene) -> Comparison | None:
        marker, rule = self._marker(scene)
        if not marker:
            return None
        products = [*scene.products, scene.rival] if scene.rival else list(scene.products)
        return Comparison(
            document.article,
            *scene.sentence,
            products,
            self._favoured(scene, marker),
            self.opinion.aspect(document, scene.sentence),
            marker.start,
            marker.end,
            self.opinion.holder(document, scene.sentence),
            rule,
        )

    def _marker(self, scene: _Scene) -> tuple[_Marker | None, str]:
        """The words that compare, and the rule by which they do."""
        markers = list(self._markers(scene))
        if scene.rival:
            return (markers[0] if markers else None), "rival_understood"
        if len(scene.products) < 2:
            return None, ""
        joint = next((r for r in scene.references if len(r.owners) > 1), None)
        if joint and (joint.aside or EXAMPLES_ONLY.match(scene.body, joint.end)):
            joint = None
        likeness = [marker for marker in markers if marker.cue.favours == "neither"]
        if joint and likeness:
            return likeness[0], "both"
        if markers:
            directed = [marker for marker in markers if marker.cue.favours != "neither"]
            return (directed or markers)[0], "two_named"
        if scene.parallel():
            return _naming(scene.references[0]), "parallel"
        opens = joint and (joint.pronoun or joint.start - scene.sentence.start <= SUBJECT_AT_HEAD)
        return (_naming(joint), "joint_subject") if joint and opens else (None, "")

    def _markers(self, scene: _Scene) -> Iterator[_Marker]:
        """Cues of a sentence that have what they need, in order."""
        start, end = scene.sentence
        matches = self.cues.find(scene.body[start:end])
        framed = len(scene.products) > 1 or any(
            cue.favours == "frame" for match in matches for cue in match.value
        )
        for match in matches:
            for cue in match.value:
                marker = _Marker(start + match.start, start + match.end, cue)
                if cue.favours in {"subject", "object", "neither"} and _satisfied(scene, marker, framed):
                    yield marker

    def _favoured(self, scene: _Scene, marker: _Marker) -> str | None:
        """The product that a marker speaks for; None for neither, or where it cannot be told."""
        if marker.cue.favours == "neither":
            return None
        target = scene.object_of(marker)
        if marker.cue.needs == "before":
            return target
        if marker.cue.needs in {"object", "than"}:
            turned = marker.cue.needs == "than" and self._less(scene, marker)
            return target if (marker.cue.favours == "object") != turned else scene.other(target)
        if marker.cue.favours == "object" and target:
            return target
        subject = scene.subject_of(marker)
        return subject if marker.cue.favours == "subject" else scene.other(subject)

    def _less(self, scene: _Scene, marker: _Marker) -> bool:
        clause = clause_at(scene.body, scene.sentence, marker.start)
        behind = self.cues.find(scene.body[marker.end : clause.end])
        return any(cue.favours == "less" for match in behind for cue in match.value)


def _naming(reference: Reference) -> _Marker:
    """A name as the marker of a sentence that compares by its construction alone."""
    return _Marker(reference.start, reference.end, Cue("neither", "pair"))


def _touch(body: str, first: Placed, second: Placed) -> bool:
    """Whether nothing but white space stands between two spans."""
    return first.end <= second.start and not body[first.end : second.start].strip()


def _scene(body: str, sentence: Span, references: list[Reference], rivals: Sequence[str]) -> _Scene:
    products = tuple(dict.fromkeys(owner for reference in references for owner in reference.owners))
    others = [product for product in rivals if product not in products]
    alone = len(products) == 1 and products[0] in rivals and len(others) == 1
    return _Scene(body, sentence, references, products, others[0] if alone else None)


def _satisfied(scene: _Scene, marker: _Marker, framed: bool) -> bool:
    """Whether a sentence has what a cue needs to compare."""
    needs = marker.cue.needs
    paired = len(scene.products) > 1
    if needs in {"than", "object"}:
        return (paired or needs == "object") and scene.object_of(marker) is not None
    if needs == "parallel":
        return scene.parallel() and scene.subject_of(marker) is not None
    if needs == "before":
        return any(len(r.owners) == 1 and r.start == marker.end for r in scene.references)
    if needs == "beside":
        return scene.beside(marker) and (paired or marker.cue.favours != "neither")
    if needs == "end":
        clause = clause_at(scene.body, scene.sentence, marker.start)
        return framed and len(scene.body[marker.end : clause.end].rstrip("”’」』的了 ")) <= ENDS_WITHIN
    return paired if needs == "pair" else needs == "alone"
