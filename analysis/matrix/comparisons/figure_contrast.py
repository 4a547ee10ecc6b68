"""Products with a figure each: which the figures speak for (钉钉有5亿用户，企业微信有1亿)."""

from __future__ import annotations

import re

from analysis.claims.numbers import numerals
from analysis.document import Span
from analysis.matrix.comparisons.scene import Scene

WRITTEN = re.compile(r"\d")
NO_MEASURE = re.compile(r"\s*(?:年(?!费)|月(?!活)|日(?!活)|号|版|[.、]|世纪)")
UNIT = re.compile(r"\s*(?P<unit>[a-zA-Z%]+|[\u4e00-\u9fff])?")


def favoured_by_figures(scene: Scene) -> str | None:
    """The product with the best of figures that measure the same; None where they cannot be compared.

    More is better of users and limits, less of prices and delays; words of comparison_cues say which.
    """
    better = scene.has("more") - scene.has("less")
    if not better or len(scene.subjects) < 2:
        return None
    ends = (*(subject.start for subject in scene.subjects[1:]), scene.sentence.end)
    parts = (Span(subject.end, end) for subject, end in zip(scene.subjects, ends, strict=True))
    figures = [figure for part in parts if (figure := _figure(scene.body, part))]
    units = {unit for _, unit in figures if unit}
    if len(figures) != len(scene.subjects) or len(units) > 1:
        return None
    values = [value * better for value, _ in figures]
    first = max(values)
    ahead = scene.subjects[values.index(first)]
    return ahead.owners[0] if values.count(first) == 1 and len(ahead.owners) == 1 else None


def _figure(body: str, part: Span) -> tuple[float, str | None] | None:
    """The only figure of a part of a sentence with its unit; None for several, dates left out."""
    text = numerals.narrow(body[part.start : part.end])
    found = [n for n in numerals.find(text) if n.value is not None and WRITTEN.search(text, n.start, n.end)]
    found = [n for n in found if not NO_MEASURE.match(text, n.end)]
    if len(found) != 1 or found[0].value is None:
        return None
    unit = UNIT.match(text, found[0].end)
    return found[0].value, unit["unit"] if unit else None
