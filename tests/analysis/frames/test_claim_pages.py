import pytest

from analysis.frames import claim_pages
from analysis.frames.claim_filter import NOBODY, UNDATED, ClaimFilter
from analysis.frames.claim_pages import Part
from analysis.frames.metrics import COLUMNS, claims, headline_claims, rival_claims
from analysis.frames.selection import Selection

EVERY = ClaimFilter()
SAME = ["subject", "kind", "unit", "value", "low", "high", "qualifier", "modality"]


@pytest.fixture
def chosen(store) -> Selection:
    return Selection(tuple(store.articles()["article"]), ("钉钉", "企业微信"))


@pytest.fixture
def crowd(many) -> Selection:
    return Selection(tuple(many.articles()["article"]), ("钉钉", "企业微信", "微信"))


def places(found) -> list[tuple]:
    return list(zip(found["article"], found["start"], strict=True))


def every(store, selection, others, kept=EVERY, order="article"):
    return claim_pages.page(store, selection, others, kept, Part(order, 10_000))


def test_without_others_they_are_the_claims_about_chosen_products(store, chosen):
    found = claims(store, chosen)
    assert places(every(store, chosen, False)) == places(found)
    assert list(every(store, chosen, False).columns) == COLUMNS
    assert len(every(store, chosen, True)) > len(found)


def test_the_choices_are_what_occurs(store, chosen):
    offered = claim_pages.choices(store, chosen, True)
    found = every(store, chosen, True)
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
    found = every(store, chosen, True)
    (wanted,) = (values[0] for values in vars(kept).values() if values)
    left = every(store, chosen, True, kept)
    assert set(left[column]) == {wanted}
    assert len(left) == (found[column] == wanted).sum()
    assert claim_pages.kinds(store, chosen, True, kept)["count"].sum() == len(left)
    assert len(claim_pages.spans(store, chosen, True, kept, 1000)) == len(left)


def test_the_undated_are_kept_by_name(store, chosen):
    assert every(store, chosen, True, ClaimFilter(years=(UNDATED,)))["as_of"].isna().all()


@pytest.mark.parametrize(
    ("order", "column"), [("subject", "subject"), ("date", "as_of"), ("article", "article")]
)
def test_a_page_is_the_beginning_of_all_in_order_and_what_is_missing_comes_last(store, chosen, order, column):
    found = every(store, chosen, True, order=order)
    assert places(claim_pages.page(store, chosen, True, EVERY, Part(order, 5))) == places(found)[:5]
    assert found[column].isna().is_monotonic_increasing
    assert found[column].dropna().is_monotonic_increasing


def test_of_few_telling_claims_all_are_there(store, chosen):
    found = claim_pages.telling(store, chosen, True, EVERY, 60)
    assert set(found.rows["kind"]) == {"user_count", "enterprise_count", "money", "share"}
    assert not found.bounded
    durations = ClaimFilter(kinds=("duration",))
    assert set(claim_pages.telling(store, chosen, True, durations, 60).rows["kind"]) == {"duration"}


def test_of_many_each_figure_is_there_once_and_the_largest_of_every_subject_first(many, crowd):
    few = claim_pages.telling(many, crowd, True, EVERY, 10)
    found = every(many, crowd, True)
    assert few.bounded
    assert few.of == found["kind"].isin(set(few.rows["kind"])).sum()
    assert not few.rows.duplicated(SAME).any()
    users = few.rows[few.rows["unit"] == "users"]
    assert users["subject"].nunique() == len(users) == 2


def test_of_few_rivals_all_are_there(store, chosen):
    found = claim_pages.rivals(store, chosen, ClaimFilter(years=("1999",)), 12, 100)
    wide = rival_claims(store, chosen)
    assert places(found.rows) == places(wide)
    assert list(found.rows["disagree"]) == list(wide["disagree"])
    assert found.of == wide.groupby(["subject", "kind", "unit"]).ngroups


def test_of_many_rivals_the_first_groups_are_there_each_figure_once(many, crowd):
    found = claim_pages.rivals(many, crowd, EVERY, 1, 3)
    assert found.rows.groupby(["subject", "kind", "unit"]).ngroups == 1 < found.of
    assert 1 < len(found.rows) <= 3
    assert not found.rows.duplicated(SAME).any()


@pytest.mark.parametrize("n", [3, 12, 100])
def test_the_most_telling(store, chosen, n):
    assert places(claim_pages.headlines(store, chosen, n)) == places(headline_claims(store, chosen, n))


def test_nothing_chosen_is_nothing(small):
    nothing = Selection((), ())
    assert claim_pages.choices(small, nothing, True).kinds == ()
    assert claim_pages.telling(small, nothing, True, EVERY, 5).of == 0
    assert claim_pages.rivals(small, nothing, EVERY, 5, 5).rows.empty
