import pytest

from analysis.frames import claim_filter
from analysis.frames.claim_filter import NOBODY, UNDATED, ClaimFilter
from analysis.frames.selection import Selection


@pytest.fixture
def chosen(store) -> Selection:
    return Selection(tuple(store.articles()["article"]), ("钉钉", "企业微信"))


def test_claims_about_no_product_come_along_when_asked_for(store, chosen):
    narrow = claim_filter.every_claim(store, chosen, others=False)
    wide = claim_filter.every_claim(store, chosen, others=True)
    assert 0 < len(narrow) < len(wide)
    assert set(narrow["who"]) <= set(wide["who"])
    assert wide[["who", "year"]].notna().all(axis=None)


def test_what_is_missing_has_a_name(store, chosen):
    found = claim_filter.every_claim(store, chosen, others=True)
    assert (found.loc[found["subject"].isna(), "who"] == NOBODY).all()
    assert (found.loc[found["as_of"].isna(), "year"] == UNDATED).all()


def test_the_choices_are_what_occurs(store, chosen):
    found = claim_filter.every_claim(store, chosen, others=True)
    offered = claim_filter.choices(found)
    assert set(offered.subjects) == set(found["who"])
    assert set(offered.kinds) == set(found["kind"])
    assert set(offered.units) == set(found["unit"].dropna())
    assert set(offered.years) == set(found["year"])
    assert offered.years[-1] == UNDATED
    assert list(offered.years[:-1]) == sorted(offered.years[:-1])


def test_nothing_named_keeps_all(store, chosen):
    found = claim_filter.every_claim(store, chosen, others=True)
    assert claim_filter.narrowed(found, ClaimFilter()).equals(found)


@pytest.mark.parametrize(
    ("column", "kept"),
    [
        ("who", ClaimFilter(subjects=("钉钉",))),
        ("kind", ClaimFilter(kinds=("user_count",))),
        ("unit", ClaimFilter(units=("users",))),
        ("year", ClaimFilter(years=(UNDATED,))),
    ],
)
def test_what_is_named_is_kept(store, chosen, column: str, kept: ClaimFilter):
    found = claim_filter.every_claim(store, chosen, others=True)
    (wanted,) = (values[0] for values in vars(kept).values() if values)
    left = claim_filter.narrowed(found, kept)
    assert set(left[column]) == {wanted}
    assert len(left) == (found[column] == wanted).sum()


def test_a_year_does_not_split_rivals(store, chosen):
    every = claim_filter.rivals(store, chosen, ClaimFilter())
    assert len(claim_filter.rivals(store, chosen, ClaimFilter(years=("1999",)))) == len(every) > 0
    assert claim_filter.rivals(store, chosen, ClaimFilter(kinds=("rank",))).empty


@pytest.mark.parametrize("order", list(claim_filter.ORDERS))
def test_an_order_loses_nothing_and_puts_what_is_missing_last(store, chosen, order):
    found = claim_filter.every_claim(store, chosen, others=True)
    ordered = claim_filter.ordered(found, order)
    assert sorted(zip(ordered["article"], ordered["start"], strict=True)) == sorted(
        zip(found["article"], found["start"], strict=True)
    )
    missing = ordered[claim_filter.ORDERS[order][0]].isna()
    assert missing.is_monotonic_increasing


def test_the_most_telling_kinds_unless_kinds_are_chosen(store, chosen):
    found = claim_filter.every_claim(store, chosen, others=True)
    shown = claim_filter.telling(found, ClaimFilter())
    assert set(shown["kind"]) == {"user_count", "enterprise_count", "money", "share"}
    durations = claim_filter.narrowed(found, ClaimFilter(kinds=("duration",)))
    assert claim_filter.telling(durations, ClaimFilter(kinds=("duration",))).equals(durations)
    assert claim_filter.telling(durations, ClaimFilter()).equals(durations)
