"""Comparisons: sentences that set office products against each other, and whom they speak for."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.comparisons.comparison_cues import ComparisonCues, Cue, Marker
from analysis.matrix.comparisons.cue_needs import compares
from analysis.matrix.comparisons.favour import favoured, spoken_for
from analysis.matrix.comparisons.opinion import Opinion
from analysis.matrix.comparisons.scene import Scene
from analysis.matrix.comparisons.scene_cues import SceneCues
from analysis.matrix.references.owners import Owners
from analysis.matrix.references.references import Reference
from analysis.reading.clause_spans import by_sentence
from analysis.schema import Comparison, Mention

RIVAL_WITHIN = 3
"""Sentences back in which the rival that a sentence understands is looked for."""


class Rivals:
    """The products that a sentence with a single name may understand beside it.

    ``main`` are the two that the article names most, ``recent`` those of the last sentences, newest first.
    """

    def __init__(self, main: tuple[str, ...]) -> None:
        self.main = main
        self.recent: deque[tuple[str, ...]] = deque(maxlen=RIVAL_WITHIN)

    @property
    def before(self) -> tuple[str, ...]:
        """Products of the sentence before."""
        return self.recent[0] if self.recent else ()

    def of(self, products: tuple[str, ...], references: Sequence[Reference]) -> str | None:
        """The rival of a single product.

        It is the other of two beside 前者, another named shortly before, or the other of the main two.
        """
        if len(products) > 1:
            return None
        pairs = [reference.pair for reference in references if reference.pair]
        main = [self.main] if products[0] in self.main else []
        groups = (*pairs, *self.recent, *main)
        return next((p for group in groups for p in reversed(group) if p not in products), None)


@dataclass(frozen=True)
class Comparisons:
    """Finds comparing sentences; a row per sentence."""

    cues: ComparisonCues
    parts: SceneCues
    owners: Owners
    opinion: Opinion

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads what the cues, owners and opinions read; raises ``LexiconError``."""
        return cls(
            ComparisonCues.load(lexicons),
            SceneCues.load(lexicons),
            Owners.load(lexicons),
            Opinion.load(lexicons),
        )

    def __call__(
        self, document: Document, mentions: Sequence[Mention], references: Sequence[Sequence[Reference]]
    ) -> list[Comparison]:
        """Rows in order of the text; ``references`` are those of each sentence.

        A sentence compares if it names two office products, or one with its rival understood (another
        named shortly before, else the other of the two that the article names most), and has a cue; or
        if it says one thing of one and another of the next; or if both are its subject.
        """
        products = [mention for mention in mentions if mention.entity_type == "product"]
        firms = [mention for mention in mentions if mention.entity_type == "company"]
        rivals = Rivals(self._main_rivals(products))
        rows: list[Comparison] = []
        parts = zip(document.sentences, references, by_sentence(document.sentences, firms), strict=True)
        for sentence, spoken_of, beside in parts:
            compared = tuple(dict.fromkeys(owner for reference in spoken_of for owner in reference.owners))
            if compared:
                markers = self.cues(document.body, sentence)
                rival = rivals.of(compared, spoken_of)
                near = rival is not None and rival in rivals.before
                scene = Scene(
                    document.body, sentence, spoken_of, compared, rival, near, markers, beside, self.parts
                )
                rows += self._row(document, scene)
            rivals.recent.appendleft(compared)
        return rows

    def _main_rivals(self, products: Sequence[Mention]) -> tuple[str, ...]:
        owners = self.owners.among(products)
        counts = Counter(owners[m.entity] for m in products if m.entity in owners)
        return tuple(product for product, _ in counts.most_common(2))

    def _row(self, document: Document, scene: Scene) -> Iterator[Comparison]:
        comparing = [marker for marker in scene.markers if compares(scene, marker)]
        marker, rule = _marker(scene, comparing)
        if not marker:
            return
        yield Comparison(
            document.article,
            *scene.sentence,
            [*scene.products, scene.rival] if scene.rival else list(scene.products),
            favoured(scene, comparing),
            self.opinion.aspect(document, scene.sentence),
            marker.start,
            marker.end,
            self.opinion.holder(document, scene.sentence),
            rule,
        )


def _marker(scene: Scene, markers: Sequence[Marker]) -> tuple[Marker | None, str]:
    """The words that compare, of those that do, and the rule by which they do."""
    first = next((marker for marker in markers if spoken_for(scene, marker)), None) or next(
        iter(markers), None
    )
    if scene.rival:
        return first, "rival_understood"
    if not scene.paired:
        return None, ""
    joint = scene.joint
    likeness = [marker for marker in markers if marker.cue.favours == "neither"]
    if joint and likeness:
        return likeness[0], "both"
    if first:
        return first, "two_named"
    return _by_construction(scene, joint)


def _by_construction(scene: Scene, joint: Reference | None) -> tuple[Marker | None, str]:
    """The name that opens a sentence which compares without a word for it."""
    if scene.contrasts:
        return _naming((scene.subjects or scene.references)[0]), "parallel"
    if joint is None:
        return None, ""
    theirs = scene.cues.theirs.match(scene.body, joint.end)
    told = scene.opens(joint) and not scene.has("event") and not theirs
    if told or scene.cues.one_by_one.match(scene.body, joint.end, scene.sentence.end):
        return _naming(joint), "joint_subject"
    return None, ""


def _naming(reference: Reference) -> Marker:
    """A name as the marker of a sentence that compares by its construction alone."""
    return Marker(reference.start, reference.end, Cue("neither", "pair"))
