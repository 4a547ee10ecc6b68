"""Figures as claims: what is said of whom, as of when, and where articles say different things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from analysis.frames import shared
from analysis.frames.claim_filter import ClaimFilter, Given, Kept, kinds
from analysis.frames.dates import dated
from analysis.frames.leading import Leading, leading
from analysis.frames.selection import Selection
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

Order = Literal["subject", "date", "article"]

COLUMNS = [
    *("article", "title", "start", "end", "surface", "value", "low", "high", "unit", "kind", "qualifier"),
    *("subject", "via", "period", "as_of", "modality", "sentence_start", "sentence_end", "date", "inferred"),
]

HEADLINE_KINDS = ("user_count", "enterprise_count", "money", "share")
"""Kinds of measure that tell how big a product is, the most telling first."""

PRICE = 10_000
"""Of money, less than this is a price, and tells nothing of how big a product is."""

COUNTED_KINDS = ("user_count", "enterprise_count", "staff", "count_other")
"""Kinds whose unit says what is measured, so that two claims with the same subject and unit can be held
against each other. Two durations or two shares of one product mostly measure different things."""

FEW = 1000
"""As many claims are put in order as they are; of more, those that come first only."""

_FIRST: dict[Order, str] = {
    "subject": "subject NULLS LAST, kind, as_of NULLS LAST",
    "date": "as_of NULLS LAST",
}
"""What an order begins with; article and place come last."""

_TELLING = """
    , telling AS (
        SELECT * FROM kept
        WHERE len($kinds) > 0 OR kind IN (SELECT name FROM listed($headline))
           OR NOT EXISTS (SELECT 1 FROM kept WHERE kind IN (SELECT name FROM listed($headline)))
    ), said AS (
        SELECT *, (sum(count) OVER ())::INTEGER AS "of",
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
    )
    SELECT article, start, "of" FROM placed
    WHERE "of" <= $n OR place <= greatest(2, $n // (SELECT count(DISTINCT (kind, unit)) FROM telling))
    ORDER BY article, start
"""

_COMPARABLE = """
    , counted AS (
        SELECT * FROM kept
        WHERE kind IN (SELECT name FROM listed($counted)) AND subject IS NOT NULL AND unit IS NOT NULL
    ), same AS (
        SELECT subject, kind, unit, sum(count)::INTEGER AS claims,
               count(DISTINCT size) > 1 OR bool_or(modality = 'disputed') AS disagree
        FROM counted GROUP BY subject, kind, unit HAVING sum(count) > 1
    ), placed AS (
        SELECT *, row_number() OVER (ORDER BY disagree DESC, claims DESC, subject, kind, unit) AS place,
               count(*) OVER () AS "of"
        FROM same
    )
    SELECT * FROM placed WHERE place <= $groups
"""

_OF_GROUPS = """
    , said AS (
        SELECT *, sum(count) OVER alike AS often,
               row_number() OVER (PARTITION BY place, value, low, high, qualifier, modality
                                  ORDER BY as_of DESC NULLS LAST, article, start) AS turn
        FROM kept JOIN alike USING (subject, kind, unit)
        WINDOW alike AS (PARTITION BY place, value, low, high, qualifier, modality)
    ), once AS (
        SELECT *, row_number() OVER (PARTITION BY place ORDER BY often DESC, as_of, article, start) AS rank
        FROM said WHERE claims <= $n OR turn = 1
    )
    SELECT article, start, place, disagree, "of" FROM once WHERE claims <= $n OR rank <= $n
"""


class Part(NamedTuple):
    """The first ``n`` claims in an order."""

    order: Order
    n: int


def page(store: Store, selection: Selection, others: bool, kept: ClaimFilter, part: Part) -> pd.DataFrame:
    """The first claims by subject and kind, by date, or by article and place.

    ``COLUMNS``: those of the table, ``title``, and ``date``, a timestamp: the middle of ``as_of``; where the
    claim has no date of its own, that of the article's publication, and then ``inferred``.
    """
    about, first = Kept(selection, others, kept), _FIRST.get(part.order)
    order = f"{first}, article, start" if first else "article, start"
    counted = shared.read(kinds, store, store.version, selection, others, kept)
    reached = _reached(store, about, first, part.n) if first and counted["count"].sum() > FEW else None
    given: Given = "metrics" if reached is None else "reached"
    shown = f"SELECT article, start FROM kept ORDER BY {order} LIMIT $n"  # noqa: S608 - from this file
    places = about.query(store, shown, given, reached, n=part.n)
    return _rows(store, places)[COLUMNS]


def _reached(store: Store, about: Kept, order: str, n: int) -> pd.DataFrame:
    """The [subject, kind, as_of] of the first ``n`` claims: no others need be looked through."""
    return about.query(
        store,
        f"""
        , summed AS (
            SELECT subject, kind, as_of,
                   sum(sum(count)) OVER (ORDER BY {order}
                                         GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            FROM kept GROUP BY subject, kind, as_of
        )
        SELECT subject, kind, as_of FROM summed WHERE coalesce(before, 0) < $n
        """,  # noqa: S608 - from this file
        n=n,
    )


def headlines(store: Store, selection: Selection, n: int) -> pd.DataFrame:
    """The ``n`` most telling claims about chosen products; ``COLUMNS``.

    Users and enterprises counted, money and shares; a figure once for a subject, kept from where it is
    dated latest; nothing counterfactual, no price. Each subject's largest of each kind first, in the order of
    ``HEADLINE_KINDS``, then its second largest, and so on.
    """
    places = Kept(selection, False).query(
        store,
        """
        , telling AS (
            SELECT kept.*, headline.rank AS kind_rank,
                   row_number() OVER (PARTITION BY subject, kind, size
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM kept JOIN listed($headline) headline ON kind = name
            WHERE modality <> 'counterfactual' AND subject IN (SELECT name FROM listed($products))
              AND NOT (kind = 'money' AND size < $price)
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY subject, kind
                                         ORDER BY size DESC NULLS LAST, as_of DESC NULLS LAST, article, start)
                      AS place
            FROM telling WHERE turn = 1
        )
        SELECT article, start FROM placed ORDER BY place, kind_rank, size DESC NULLS LAST, subject LIMIT $n
        """,
        n=n,
        headline=list(HEADLINE_KINDS),
        price=PRICE,
    )
    return _rows(store, places)[COLUMNS]


def telling(store: Store, selection: Selection, others: bool, kept: ClaimFilter, n: int) -> Leading:
    """The claims of the most telling kinds, of every kind where kinds are chosen or none is of these.

    ``COLUMNS``, by article and place. About ``n`` at most: of more, each figure once, as it is dated latest,
    and of every kind and unit the largest, each subject's first before its next.
    """
    about = Kept(selection, others, kept)
    counted = shared.read(kinds, store, store.version, selection, others, kept)
    headline = counted[counted["kind"].isin(HEADLINE_KINDS)]
    of = (counted if kept.kinds or headline.empty else headline)["count"].sum()
    given: Given = "metrics" if of <= n else "claims"
    places = about.query(store, _TELLING, given, n=n, headline=list(HEADLINE_KINDS))
    return leading(_rows(store, places)[[*COLUMNS, "of"]])


def rivals(store: Store, selection: Selection, kept: ClaimFilter, groups: int, n: int) -> Leading:
    """Claims that count the same thing of the same subject, where two sentences or more tell it.

    ``COLUMNS`` and ``disagree``: whether the group (subject, kind, unit) has more than one figure, or a
    disputed one. Groups that disagree first, then by size; within one by date, the undated last. At most
    ``groups``, the first of ``of``; of one with more than ``n`` claims each figure once, as it is dated
    latest, those said most often. The years of ``kept`` would split the groups, and count for nothing.
    """
    import pandas as pd

    about = Kept(selection, False, replace(kept, years=()))
    compared = about.query(store, _COMPARABLE, groups=groups, counted=list(COUNTED_KINDS))
    few = compared["claims"] <= n
    alike: dict[Given, pd.DataFrame] = {"metrics": compared[few], "claims": compared[~few]}
    places = pd.concat(
        about.query(store, _OF_GROUPS, given, these, n=n)
        for given, these in alike.items()
        if len(these) or compared.empty
    )
    found = _told_again(_rows(store, places), compared.loc[few, "place"])
    ordered = found.sort_values(["place", "date", "article", "start"], na_position="last", kind="stable")
    return leading(ordered[[*COLUMNS, "disagree", "of"]].reset_index(drop=True))


def _told_again(found: pd.DataFrame, whole: pd.Series[int]) -> pd.DataFrame:
    """Without those of the ``whole`` groups that one sentence tells: its figures count different things."""
    sentences = found.drop_duplicates(["place", "article", "sentence_start"])["place"].value_counts()
    alone = [place for place in whole if sentences[place] < 2]
    kept = found[~found["place"].isin(alone)]
    return kept.assign(of=kept["of"] - len(alone))


def _rows(store: Store, places: pd.DataFrame) -> pd.DataFrame:
    """The claims at ``places`` [article, start], in their order: the columns of both, and ``COLUMNS``."""
    found = store.query(
        """
        SELECT * FROM places JOIN metrics USING (article, start) JOIN titled USING (article) ORDER BY turn
        """,
        articles=sorted(set(places["article"])),
        places=places.assign(turn=range(len(places))),
    )
    own, published = (dated(found[column])["date"] for column in ("as_of", "published"))
    return found.assign(date=own.fillna(published), inferred=own.isna() & published.notna())
