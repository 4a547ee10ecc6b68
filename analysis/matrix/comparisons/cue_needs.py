"""What a comparing word needs of its sentence to compare; the needs of comparison_cues, one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.matrix.comparisons.comparison_cues import AMOUNTS, DIRECTED, Marker
from analysis.matrix.comparisons.scene import Scene, touch
from analysis.matrix.references.references import Reference

ENDS_WITHIN = 3
CHOOSING = frozenset({"choice", "suits"})


def compares(scene: Scene, marker: Marker) -> bool:
    """Whether a sentence has what a cue needs to compare."""
    comparing = marker.cue.favours in DIRECTED or marker.cue.favours == "neither"
    return comparing and NEEDS[marker.cue.needs](scene, marker)


def blames(scene: Scene, marker: Marker) -> bool:
    """Whether what a marker compares in is a fault: 比飞书慢; of a burden more is one (延迟比飞书高)."""
    start = scene.clause(marker.start).start
    burden = any(m.cue.favours == "burden" and start <= m.start < marker.start for m in scene.markers)
    for other in _behind(scene, marker):
        fault = other.cue.favours == "bad" or (other.cue.favours == "object" and other.cue.needs in GRADED)
        praise = other.cue.favours == "good" or (other.cue.favours == "subject" and other.cue.needs in GRADED)
        if (fault or praise) and fault != (burden and other.cue.needs == AMOUNTS):
            return True
    return False


def chosen(scene: Scene) -> bool:
    """Whether several products are recommended, each for something else: …选钉钉，…飞书就够了."""
    markers = [marker for marker in scene.markers if marker.cue.needs in CHOOSING]
    return len({r.owners for m in markers for r in scene.references if _recommends(scene, m, r)}) > 1


def _recommends(scene: Scene, marker: Marker, reference: Reference) -> bool:
    """Whether a marker recommends a product: 选飞书, 飞书就够了."""
    if marker.cue.needs == "suits":
        return touch(scene.body, reference, marker)
    return touch(scene.body, marker, reference)


def _behind(scene: Scene, marker: Marker) -> list[Marker]:
    """Markers behind one in its clause."""
    end = scene.clause(marker.start).end
    return [other for other in scene.markers if marker.end <= other.start and other.end <= end]


def _ends(scene: Scene, marker: Marker) -> bool:
    """Whether the clause ends with a marker, but for a few characters."""
    rest = scene.body[marker.end : scene.clause(marker.start).end].rstrip("”’」』的了 ")
    return len(rest) <= ENDS_WITHIN and not rest.startswith("的")


def _measures(scene: Scene, marker: Marker) -> bool:
    """Whether a marker sets a product against another than itself (not 飞书5.0比飞书…)."""
    target = scene.object_of(marker) or scene.agent_of(marker)
    if target is None:
        return scene.over_others(marker)
    return scene.paired or target not in scene.subject_of(marker)


def _like(scene: Scene, marker: Marker) -> bool:
    """Whether a marker, a product and 那么 or praise stand in that order: 没有飞书那么快, 没有飞书细致."""
    if not _measures(scene, marker):
        return False
    return any(other.cue.favours == "alike" for other in _behind(scene, marker)) or _praised(scene, marker)


def _praised(scene: Scene, marker: Marker) -> bool:
    """Whether a product stands right behind a marker, and its clause ends with praise: 还是飞书好用."""
    behind = _behind(scene, marker)
    praised = any(other.cue.favours == "good" and _ends(scene, other) for other in behind)
    return praised and _before(scene, marker)


def _before(scene: Scene, marker: Marker) -> bool:
    """Whether a single product's name stands right behind a marker: 只有钉钉…."""
    return any(len(r.owners) == 1 and r.start == marker.end and not r.pronoun for r in scene.references)


def _near(scene: Scene, marker: Marker) -> bool:
    """Whether the sentence before names what a marker compares with, not the clause (比单打独斗更好)."""
    start = scene.clause(marker.start).start
    than = (m for m in scene.markers if m.cue.needs == "than" or m.cue.favours == "itself")
    return scene.near and not any(start <= other.start < marker.start for other in than)


def _graded(scene: Scene, marker: Marker) -> bool:
    """Whether what is graded is graded by another product, not by what was before (比以往更快)."""
    return scene.measured and not _by_itself(scene, marker)


def _by_itself(scene: Scene, marker: Marker) -> bool:
    before = [m for m in scene.markers if m.cue.favours == "itself" and m.start < marker.start]
    return bool(before) and before[-1].start >= scene.clause(marker.start).start


def _in_its_clause(scene: Scene, marker: Marker) -> bool:
    """Whether a product stands before a marker in its clause."""
    start = scene.clause(marker.start).start
    return any(r.owners and start <= r.start and r.end <= marker.start for r in scene.references)


def _beside(scene: Scene, marker: Marker) -> bool:
    """Whether a marker stands beside a name, and the other is named or understood: …。飞书则…."""
    return scene.beside(marker) and (scene.paired or scene.near or marker.cue.favours != "neither")


def _of_one(scene: Scene, marker: Marker) -> bool:
    """Whether a marker is said of one product where another is set beside it."""
    set_beside = scene.contrasts or (scene.paired and scene.framed) or scene.opposed
    return set_beside and bool(scene.subject_of(marker))


GRADED = frozenset({"graded", "graded_end", "close", "compared"})
NEEDS: Mapping[str, Callable[[Scene, Marker], bool]] = {
    "alone": lambda _scene, _marker: True,
    "pair": lambda scene, _: scene.paired,
    "object": _measures,
    "than": _measures,
    "instead": lambda scene, marker: scene.paired and scene.object_of(marker) is not None,
    "like": _like,
    "multiple": lambda scene, marker: scene.counted(marker) is not None,
    "standard": lambda scene, marker: bool(scene.standard_of(marker)),
    "before": _before,
    "praised": lambda scene, marker: (scene.paired or scene.near) and _praised(scene, marker),
    "beside": _beside,
    "said": lambda scene, marker: bool(scene.said_of(marker)),
    "echoes": lambda scene, marker: scene.near and bool(scene.said_of(marker)),
    "parallel": _of_one,
    "graded": _graded,
    "graded_end": lambda scene, marker: _graded(scene, marker) and _ends(scene, marker),
    "close": lambda scene, m: _graded(scene, m) or (_near(scene, m) and _in_its_clause(scene, m)),
    "compared": lambda scene, marker: _graded(scene, marker) or _near(scene, marker),
    "end": lambda scene, marker: scene.measured and _ends(scene, marker),
    "between": lambda scene, m: any(r.start <= m.start and m.end <= r.end for r in scene.references),
    "choice": lambda scene, _: chosen(scene),
    "suits": lambda scene, _: chosen(scene),
    "advice": lambda scene, marker: scene.near and scene.beside(marker),
}
"""What each need of comparison_cues asks of a sentence and a marker in it."""
