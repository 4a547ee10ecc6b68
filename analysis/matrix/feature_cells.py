"""The cells of the feature matrix, which evidence adds up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from analysis.schema import CellStatus, FeatureCell, SaidTotal
from analysis.words.features import Feature

ALWAYS_SHOWN = ("钉钉", "企业微信")
"""Products that have a cell for every feature, so that what no article mentions is seen as such."""

MONTH_OF_PART = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12", "H1": "06", "H2": "12"}


def cell_status(statuses: Sequence[str], as_ofs: Sequence[str | None]) -> CellStatus:
    """What evidence taken together says: statuses and the dates they hold at, pair by pair.

    None is not_mentioned; one kind alone is itself. A plan and a later or undated "has" is "has": the
    plan arrived, or extends what is there. Every other disagreement is contested.
    """
    kinds = set(statuses)
    if not kinds:
        return "not_mentioned"
    if kinds == {"has", "planned"}:
        newest = {kind: _newest(statuses, as_ofs, kind) for kind in kinds}
        return "contested" if newest["planned"] > newest["has"] > "" else "has"
    return _only(kinds)


def latest_status(statuses: Sequence[str], as_ofs: Sequence[str | None]) -> CellStatus:
    """What the newest dated evidence says; where none is dated, all of it."""
    dated = [when_key(as_of) for as_of in as_ofs]
    newest = max(dated, default="")
    at_newest = [i for i, when in enumerate(dated) if when == newest]
    return cell_status([statuses[i] for i in at_newest], [as_ofs[i] for i in at_newest])


def feature_cells(
    said: Iterable[SaidTotal], features: Iterable[Feature], products: Iterable[str] = ALWAYS_SHOWN
) -> list[FeatureCell]:
    """Cells of the matrix, from what is ``said`` in all articles, by category, feature and product.

    Where the evidence speaks of any of ``products``, every feature of the lexicon has a cell for each of
    them, not_mentioned where no evidence speaks of it; other products, and discovered features (category
    None), have the cells that the evidence gives them.
    """
    cells: dict[tuple[str, str], list[SaidTotal]] = defaultdict(list)
    for row in said:
        cells[row.feature, row.product].append(row)
    category = {feature.id: feature.category for feature in features}
    spoken_of = {product for _, product in cells}
    shown = () if spoken_of.isdisjoint(products) else tuple(products)
    wanted = dict.fromkeys((feature, product) for feature in category for product in shown)
    wanted.update(dict.fromkeys(sorted(cells)))
    return [
        _cell(feature, category.get(feature), product, cells.get((feature, product), []))
        for feature, product in wanted
    ]


def when_key(as_of: str | None) -> str:
    """A key that sorts partial dates by when they end at the latest; empty where there is none."""
    if as_of is None:
        return ""
    last = as_of.rsplit("/", 1)[-1]
    year, _, part = last.partition("-")
    return f"{year}-{MONTH_OF_PART[part]}" if part in MONTH_OF_PART else last


def _only(kinds: set[str]) -> CellStatus:
    if kinds == {"has"}:
        return "has"
    if kinds == {"lacks"}:
        return "lacks"
    if kinds == {"planned"}:
        return "planned"
    return "contested"


def _newest(statuses: Sequence[str], as_ofs: Sequence[str | None], kind: str) -> str:
    return max(when_key(as_of) for status, as_of in zip(statuses, as_ofs, strict=True) if status == kind)


def _cell(feature: str, category: str | None, product: str, rows: list[SaidTotal]) -> FeatureCell:
    statuses = [row.status for row in rows]
    as_ofs = [row.as_of for row in rows]
    dated = sorted((as_of for as_of in as_ofs if as_of), key=lambda as_of: (when_key(as_of), as_of))
    return FeatureCell(
        feature=feature,
        category=category,
        product=product,
        status=cell_status(statuses, as_ofs),
        latest_status=latest_status(statuses, as_ofs),
        evidence=sum(row.evidence for row in rows),
        articles=sum(row.articles for row in rows),
        first_as_of=dated[0] if dated else None,
        last_as_of=dated[-1] if dated else None,
    )
