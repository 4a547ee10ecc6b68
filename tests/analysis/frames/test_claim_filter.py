import pytest

from analysis.frames import claim_filter
from analysis.frames.claim_filter import NOBODY, UNDATED, ClaimFilter
from analysis.frames.metrics import Part, page
from analysis.frames.selection import Selection


@pytest.fixture
def chosen(store) -> Selection:
    return Selection(None, ("钉钉", "企业微信"))


EVERY = ClaimFilter()


def every(store, selection, others=True, kept=EVERY):
    return page(store, selection, others, kept, Part("article", 10_000))


def test_claims_about_no_product_come_along_when_asked_for(store, chosen):
    narrow, wide = every(store, chosen, False), every(store, chosen)
    assert 0 < len(narrow) < len(wide)
    about = narrow["subject"].isin(chosen.products) | narrow["via"].isin(chosen.products)
    assert about.all()


def test_the_choices_are_what_occurs(store, chosen):
    offered = claim_filter.choices(store, chosen, True)
    found = every(store, chosen)
    assert set(offered.subjects) == set(found["subject"].fillna(NOBODY))
    assert set(offered.kinds) == set(found["kind"])
    assert set(offered.units) == set(found["unit"].dropna())
    assert offered.years[-1] == UNDATED
    assert list(offered.years[:-1]) == sorted(set(found["as_of"].dropna().str[:4]))


@pytest.mark.parametrize(
    ("column", "kept"),
    [
        ("subject", ClaimFilter(subjects=("钉钉",))),
        ("kind", ClaimFilter(kinds=("user_count",))),
        ("unit", ClaimFilter(units=("users",))),
    ],
)
def test_what_is_named_is_kept(store, chosen, column: str, kept: ClaimFilter):
    found = every(store, chosen)
    (wanted,) = (values[0] for values in vars(kept).values() if values)
    left = every(store, chosen, True, kept)
    assert set(left[column]) == {wanted}
    assert len(left) == (found[column] == wanted).sum()
    assert claim_filter.kinds(store, chosen, True, kept)["count"].sum() == len(left)
    assert len(claim_filter.spans(store, chosen, True, kept, 1000)) == len(left)


def test_the_undated_are_kept_by_name(store, chosen):
    assert every(store, chosen, True, ClaimFilter(years=(UNDATED,)))["as_of"].isna().all()


def test_only_the_first_places_where_more_are_there(store, chosen):
    found = claim_filter.spans(store, chosen, True, ClaimFilter(), 1000)
    assert claim_filter.spans(store, chosen, True, ClaimFilter(), 3).equals(found.head(3))


def test_nothing_chosen_offers_nothing(small):
    assert claim_filter.choices(small, Selection((), ()), True).kinds == ()
