"""Facts of a finding that need more than a name: terms (a product by its name), kinds of figure, amounts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.charts.claim_words import number, unit_name
from analysis.charts.dates import format_date
from analysis.charts.numbers import format_number
from analysis.findings import Finding
from analysis.strings.labels import Labels


def worded(finding: Finding, labels: Labels) -> Finding:
    """The finding with its terms, kinds, years and sizes as the reader writes them.

    Of a kind and a product ``about`` says both, and of a count of something else in which unit.
    """
    facts = {name: _say(name, value, labels) for name, value in finding.facts.items()}
    if "kind" in facts and "product" in facts:
        product = labels.product(finding.facts["product"])
        facts["about"] = labels(f"kind.{finding.facts['kind']}", product=product)
        if finding.facts["kind"] == "count_other":
            unit = unit_name(finding.facts["unit"], labels)
            facts["about"] = labels("chart.measured", kind=facts["about"], unit=unit)
    return Finding(finding.key, facts)


def _say(name: str, value: Any, labels: Labels) -> Any:
    say = _WORDS.get(name)
    return say(value, labels) if say else value


def _quoted(terms: list[str], labels: Labels) -> str:
    return labels("terms.between").join(labels("terms.quoted", term=labels.product(term)) for term in terms)


def _kind(kind: str, labels: Labels) -> str:
    return labels(f"metrics.kind.{kind}")


def _claims(claims: list[Any], labels: Labels) -> str:
    said = [
        labels("metrics.said", product=labels.product(claim.subject), number=number(claim, labels))
        for claim in claims
    ]
    return labels("list.comma").join(said)


def _gaps(gaps: dict[str, int], labels: Labels) -> str:
    said = [labels(f"features.gap.{gap}", n=n) for gap, n in gaps.items()]
    return labels("list.comma").join(said)


def _date(iso: str, labels: Labels) -> str:
    return format_date(iso, labels.language)


def _size(size: float, labels: Labels) -> str:
    return format_number(size, labels.language)


_WORDS: dict[str, Callable[[Any, Labels], str]] = {
    "term": lambda term, labels: labels.product(term),
    "terms": _quoted,
    "kind": _kind,
    "kinds": lambda kinds, labels: labels.listed(_kind(kind, labels) for kind in kinds),
    "years": lambda years, labels: labels.listed(years),
    "claims": _claims,
    "features": lambda features, labels: labels.listed(labels.feature(each) for each in features),
    "gaps": _gaps,
    "low": _size,
    "high": _size,
    "day": _date,
    "oldest": _date,
    "newest": _date,
}
