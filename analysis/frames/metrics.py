"""Figures as claims: what is said of whom, as of when, and where articles say different things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from analysis.frames.claim_filter import ClaimFilter, Kept
from analysis.frames.dates import dated
from analysis.frames.leading import Leading, leading
from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

Order = Literal["subject", "date", "article"]

COLUMNS = [
    *("article", "title", "start", "end", "surface", "value", "low", "high", "unit", "kind", "qualifier"),
    *("subject", "via", "period", "as_of", "modality", "sentence_start", "sentence_end", "date", "inferred"),
]

HEADLINE_KINDS = ("user_count", "enterprise_count", "money", "share")
"""Kinds of measure that tell how big a product is, the most telling first."""

COUNTED_KINDS = ("user_count", "enterprise_count", "staff", "count_other")
"""Kinds whose unit says what is measured, so that two claims with the same subject and unit can be held
against each other. Two durations or two shares of one product mostly measure different things."""

_ORDERS: dict[Order, str] = {
    "subject": "subject NULLS LAST, kind, as_of NULLS LAST, article, start",
    "date": "as_of NULLS LAST, article, start",
    "article": "article, start",
}


class Part(NamedTuple):
    """The first ``n`` claims in an order."""

    order: Order
    n: int


def page(store: Store, selection: Selection, others: bool, kept: ClaimFilter, part: Part) -> pd.DataFrame:
    """The first claims by subject and kind, by date, or by article and place.

    ``COLUMNS``: those of the table, ``title``, and ``date``, a timestamp: the middle of ``as_of``; where the
    claim has no date of its own, that of the article's publication, and then ``inferred``.
    """
    order = _ORDERS[part.order]
    first = f"found AS (SELECT * FROM kept ORDER BY {order} LIMIT $n)"  # noqa: S608 - from this file
    return _rows(store, Kept(selection, others, kept), first, order, n=part.n)[COLUMNS]


def headlines(store: Store, selection: Selection, n: int) -> pd.DataFrame:
    """The ``n`` most telling claims about chosen products; ``COLUMNS``.

    Users and enterprises counted, money and shares; a figure once for a subject, kept from where it is
    dated latest; nothing counterfactual. Each subject's largest of each kind first, in the order of
    ``HEADLINE_KINDS``, then its second largest, and so on.
    """
    return _rows(
        store,
        Kept(selection, False),
        """
        telling AS (
            SELECT kept.*, headline.rank AS kind_rank,
                   row_number() OVER (PARTITION BY subject, kind, size
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM kept JOIN listed($headline) headline ON kind = name
            WHERE modality <> 'counterfactual' AND subject IN (SELECT name FROM listed($products))
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY subject, kind
                                         ORDER BY size DESC NULLS LAST, as_of DESC NULLS LAST, article, start)
                      AS place
            FROM telling WHERE turn = 1
        ), found AS (
            SELECT * FROM placed ORDER BY place, kind_rank, size DESC NULLS LAST, subject LIMIT $n
        )
        """,
        "place, kind_rank, size DESC NULLS LAST, subject",
        n=n,
        headline=list(HEADLINE_KINDS),
    )[COLUMNS]


def telling(store: Store, selection: Selection, others: bool, kept: ClaimFilter, n: int) -> Leading:
    """The claims of the most telling kinds, of every kind where kinds are chosen or none is of these.

    ``COLUMNS``, by article and place. About ``n`` at most: of more, each figure once, as it is dated latest,
    and of every kind and unit the largest, each subject's first before its next.
    """
    found = _rows(
        store,
        Kept(selection, others, kept),
        """
        telling AS (
            SELECT * FROM kept
            WHERE len($kinds) > 0 OR kind IN (SELECT name FROM listed($headline))
               OR NOT EXISTS (SELECT 1 FROM kept WHERE kind IN (SELECT name FROM listed($headline)))
        ), said AS (
            SELECT *, count(*) OVER () AS "of",
                   row_number() OVER (PARTITION BY who, kind, unit, value, low, high, qualifier, modality
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM telling
        ), ranked AS (
            SELECT *, row_number() OVER (PARTITION BY kind, unit, who ORDER BY size DESC, article, start)
                      AS rank
            FROM said WHERE "of" <= $n OR turn = 1
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY kind, unit ORDER BY rank, size DESC, article, start)
                      AS place
            FROM ranked
        ), found AS (
            SELECT * FROM placed
            WHERE "of" <= $n
               OR place <= greatest(2, $n // (SELECT count(DISTINCT (kind, unit)) FROM telling))
        )
        """,
        "article, start",
        n=n,
        headline=list(HEADLINE_KINDS),
    )
    return leading(found[[*COLUMNS, "of"]])


def rivals(store: Store, selection: Selection, kept: ClaimFilter, groups: int, n: int) -> Leading:
    """Claims that count the same thing of the same subject, where there are two or more.

    ``COLUMNS`` and ``disagree``: whether the group (subject, kind, unit) has more than one figure, or a
    disputed one. Groups that disagree first, then by size; within one by date, the undated last. At most
    ``groups``, the first of ``of``; of one with more than ``n`` claims each figure once, as it is dated
    latest, those said most often. The years of ``kept`` would split the groups, and count for nothing.
    """
    found = _rows(
        store,
        Kept(selection, False, replace(kept, years=())),
        """
        counted AS (
            SELECT * FROM kept
            WHERE kind IN (SELECT name FROM listed($counted)) AND subject IS NOT NULL AND unit IS NOT NULL
        ), same AS (
            SELECT subject, kind, unit, count(*) AS claims,
                   count(DISTINCT size) > 1 OR bool_or(modality = 'disputed') AS disagree
            FROM counted GROUP BY subject, kind, unit HAVING count(*) > 1
        ), placed AS (
            SELECT *, row_number() OVER (ORDER BY disagree DESC, claims DESC, subject, kind, unit) AS place,
                   count(*) OVER () AS "of"
            FROM same
        ), said AS (
            SELECT *, count(*) OVER alike AS often,
                   row_number() OVER (PARTITION BY place, value, low, high, qualifier, modality
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM counted JOIN placed USING (subject, kind, unit) WHERE place <= $groups
            WINDOW alike AS (PARTITION BY place, value, low, high, qualifier, modality)
        ), once AS (
            SELECT *, row_number() OVER (PARTITION BY place ORDER BY often DESC, as_of, article, start)
                      AS rank
            FROM said WHERE claims <= $n OR turn = 1
        ), found AS (SELECT * FROM once WHERE claims <= $n OR rank <= $n)
        """,
        "place, article, start",
        groups=groups,
        n=n,
        counted=list(COUNTED_KINDS),
    )
    ordered = found.sort_values(["place", "date", "article", "start"], na_position="last", kind="stable")
    return leading(ordered[[*COLUMNS, "disagree", "of"]].reset_index(drop=True))


def _rows(store: Store, kept: Kept, tables: str, order: str, **parameters: Any) -> pd.DataFrame:
    """The claims of ``found``, the last of some ``tables`` made of ``kept``: its columns, and ``COLUMNS``."""
    shown = f"SELECT found.*, title, published FROM found JOIN titled USING (article) ORDER BY {order}"  # noqa: S608
    found = kept.query(store, f", {tables} {shown}", **parameters)
    own, published = (dated(found[column])["date"] for column in ("as_of", "published"))
    return found.assign(date=own.fillna(published), inferred=own.isna() & published.notna())
