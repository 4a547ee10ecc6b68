"""Whom a comparing sentence speaks for: each marker, and all of them together."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.matrix.comparisons.comparison_cues import DIRECTED, Marker
from analysis.matrix.comparisons.cue_needs import blames
from analysis.matrix.comparisons.figure_contrast import favoured_by_figures
from analysis.matrix.comparisons.scene import Scene

BY_THEIR_OBJECT = frozenset({"object", "than", "like", "multiple"})
TURNED = frozenset({"than", "like"})
"""Needs of the words that a fault behind them turns round: 钉钉比飞书慢."""


def favoured(scene: Scene, comparing: Sequence[Marker]) -> str | None:
    """The product that all directed markers speak for, of those of a scene that compare.

    None where they differ or there is none.
    """
    if scene.joint and any(marker.cue.favours == "neither" for marker in comparing):
        return None
    sides = [(marker.cue.favours, side) for marker in comparing if (side := spoken_for(scene, marker))]
    if not sides:
        return favoured_by_figures(scene) or _spared(scene, comparing)
    kind, first = sides[0]
    return None if any(other == kind and side != first for other, side in sides) else first


def spoken_for(scene: Scene, marker: Marker) -> str | None:
    """The product that a marker speaks for; None for neither, or where it cannot be told."""
    favours, needs = marker.cue
    if favours not in DIRECTED:
        return None
    if needs in BY_THEIR_OBJECT:
        return _by_its_object(scene, marker)
    if needs == "standard":
        return _only(scene.standard_of(marker))
    target = scene.object_of(marker)
    if needs in {"before", "praised"}:
        return target
    subject = scene.said_of(marker) if needs == "said" else scene.subject_of(marker)
    if favours == "object":
        return target if target and needs != "parallel" else scene.other(subject)
    return _only(subject)


def _by_its_object(scene: Scene, marker: Marker) -> str | None:
    """The product that a marker speaks for which measures by another: that other or the one measured."""
    favours, needs = marker.cue
    if needs == "multiple" and not scene.has("more"):
        return None
    if needs == "object" and (agent := scene.agent_of(marker)):
        return agent if favours == "subject" else scene.other((agent,))
    target = scene.counted(marker) if needs == "multiple" else scene.object_of(marker)
    turned = needs in TURNED and blames(scene, marker)
    for_target = (favours == "object") != turned
    if target is None:
        subject = scene.subject_of(marker)
        return scene.other(subject) if for_target else _only(subject)
    return target if for_target else scene.other((target,)) or _only(scene.subject_of(marker))


def _spared(scene: Scene, comparing: Sequence[Marker]) -> str | None:
    """The only one of several products that nothing speaks against: 钉钉…，飞书没有，Slack也没有."""
    against = (m for m in comparing if m.cue.favours == "object" and scene.object_of(m) is None)
    blamed = {product for marker in against for product in scene.subject_of(marker)}
    left = [product for product in scene.contenders if product not in blamed]
    return left[0] if blamed and len(left) == 1 else None


def _only(products: tuple[str, ...]) -> str | None:
    return products[0] if len(products) == 1 else None
