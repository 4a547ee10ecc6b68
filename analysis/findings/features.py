"""Which product has which feature, and whom comparisons favour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd

GAPS = ("contested", "planned", "lacks")
"""What tells two products apart in a feature, in order of precedence."""

DIFFERING = 3
"""Features that a title names where products differ in more."""


def matrix(cells: pd.DataFrame) -> Finding:
    """How many features each product has quotes for, and how many of them are said to differ.

    ``cells``: feature, product and status with a row for every pair. Keys: nothing; one (a single
    product, ``n`` features); same and two (``product`` has ``n``, ``other`` has ``m``, of which ``k`` are
    said to differ, none in same); several (``of`` products, ``n`` features). Not being mentioned is no
    difference.
    """
    said = cells[cells["status"] != "not_mentioned"]
    if said.empty:
        return Finding("matrix.nothing", {})
    counts = said.groupby("product")["feature"].nunique()
    counts = counts.loc[[product for product in cells["product"].unique() if product in counts.index]]
    n, differing = said["feature"].nunique(), int((said.groupby("feature")["status"].nunique() > 1).sum())
    if len(counts) == 1:
        return Finding("matrix.one", {"product": counts.index[0], "n": n})
    if len(counts) > 2:
        return Finding("matrix.several", {"of": len(counts), "n": n, "k": differing})
    facts = {
        "product": counts.index[0],
        "n": int(counts.iloc[0]),
        "other": counts.index[1],
        "m": int(counts.iloc[1]),
    }
    return Finding("matrix.two", facts | {"k": differing}) if differing else Finding("matrix.same", facts)


def sides(counts: dict[str | None, int]) -> Finding:
    """Whom the sentences that compare products favour: keys nothing; neither; all; tied; alone; most.

    ``counts``: how many favour whom, None standing for nobody. Facts: ``product`` or ``products`` favoured
    most often, in ``n`` of ``of`` sentences; alone: nobody else is favoured in any.
    """
    of, favoured = sum(counts.values()), _favoured(counts)
    if not of:
        return Finding("sides.nothing", {})
    if not favoured:
        return Finding("sides.neither", {"n": of})
    n = max(favoured.values())
    leaders = [side for side in favoured if favoured[side] == n]
    if len(leaders) > 1:
        return Finding("sides.tied", {"products": leaders, "n": n, "of": of})
    if n == of:
        return Finding("sides.all", {"product": leaders[0], "n": n})
    key = "most" if len(favoured) > 1 else "alone"
    return Finding(f"sides.{key}", {"product": leaders[0], "n": n, "of": of})


def differing(cells: pd.DataFrame) -> Finding:
    """Which features the products are said to differ in.

    ``cells``: feature, product, status, only rows that differ. Keys: nothing; all (``features``, the ``n``
    there are); some (the first ``DIFFERING`` of ``n``).
    """
    features = list(cells["feature"].unique())
    if not features:
        return Finding("differing.nothing", {})
    key = "all" if len(features) <= DIFFERING else "some"
    return Finding(f"differing.{key}", {"n": len(features), "features": features[:DIFFERING]})


def differences(cells: pd.DataFrame) -> Finding | None:
    """How the products differ where they are said to: ``gaps``, how many features by what tells them apart.

    ``cells`` as of ``differing``. A gap is contested where quotes of one cell contradict each other, else
    planned where one product is still to have it, else lacks. None where nothing differs.
    """
    if cells.empty:
        return None
    by_feature = cells.groupby("feature", sort=False)["status"]
    gaps = by_feature.agg(
        lambda statuses: next(gap for gap in GAPS if gap in set(statuses) or gap == GAPS[-1])
    )
    return Finding(
        "differences.by_gap", {"gaps": {str(gap): int(n) for gap, n in gaps.value_counts().items()}}
    )


def said_of_all(cells: pd.DataFrame) -> Finding:
    """How many features are said of every product, and how many of those every product has.

    ``cells``: feature, product, status. Keys: nothing; none (of ``n`` features said of all of ``products``
    none is had by all); all; some (``k``). Of a single product: ``matrix``.
    """
    said = cells[cells["status"] != "not_mentioned"]
    products = list(cells["product"].unique())
    if len(products) < 2:
        return matrix(cells)
    counts = said.groupby("feature")["product"].nunique()
    shared = said[said["feature"].isin(counts.index[counts == len(products)])]
    if shared.empty:
        return Finding("said_of_all.nothing", {"products": products})
    has = shared["status"].eq("has").groupby(shared["feature"]).all()
    n, k = len(has), int(has.sum())
    key = "all" if k == n else "some" if k else "none"
    return Finding(f"said_of_all.{key}", {"products": products, "n": n, "k": k})


def said_of_one(cells: pd.DataFrame) -> Finding | None:
    """How many features are said of one product only, which is not to say that the other lacks them.

    ``cells``: feature, product, status. Keys: two (``n`` of ``product`` only, ``m`` of ``other``); one (``n``
    of ``product`` only, none of the other); several (``n`` of the features are said of one of the products
    only). None where there are none.
    """
    said = cells[cells["status"] != "not_mentioned"].drop_duplicates(["feature", "product"])
    alone = said.drop_duplicates("feature", keep=False)["product"].value_counts()
    products = list(cells["product"].unique())
    if len(products) < 2 or alone.empty:
        return None
    if len(products) > 2:
        return Finding("said_of_one.several", {"n": int(alone.sum())})
    n, m = (int(alone.get(product, 0)) for product in products)
    if not n or not m:
        return Finding("said_of_one.one", {"product": alone.index[0], "n": n + m})
    return Finding("said_of_one.two", {"product": products[0], "n": n, "other": products[1], "m": m})


def other_sides(counts: dict[str | None, int]) -> Finding | None:
    """Whom the other sentences favour, where one product is favoured more than any other.

    ``counts`` as of ``sides``. Keys: both (``n`` favour ``product``, who comes next, ``m`` neither);
    next (``m`` is 0); neither (nobody else is favoured). None where nobody else comes next alone.
    """
    favoured, m = _favoured(counts), counts.get(None, 0)
    products, sizes = list(favoured), list(favoured.values())
    if not sizes or sizes[0] in sizes[1:]:
        return None
    if len(sizes) == 1:
        return Finding("other_sides.neither", {"n": m}) if m else None
    if sizes[1] in sizes[2:]:
        return None
    return Finding(f"other_sides.{'both' if m else 'next'}", {"product": products[1], "n": sizes[1], "m": m})


def _favoured(counts: dict[str | None, int]) -> dict[str, int]:
    """The products that are favoured, most often first."""
    found = {side: n for side, n in counts.items() if side is not None}
    return dict(sorted(found.items(), key=lambda each: -each[1]))
