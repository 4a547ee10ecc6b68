import pytest

from analysis.frames import event_list, event_pages
from analysis.frames.selection import Selection

BASES = ["all", "stated", "inferred"]


@pytest.fixture
def chosen(store) -> Selection:
    return Selection(tuple(store.articles()["article"]), ("钉钉", "企业微信"))


@pytest.fixture
def crowd(many) -> Selection:
    return Selection(tuple(many.articles()["article"]), ("钉钉", "企业微信"))


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("others", [True, False])
def test_a_page_of_all_is_the_list(store, chosen, basis, others):
    found = event_pages.page(store, chosen, others, basis, 1000)
    assert found.equals(event_list.listed(store, chosen, others, basis))
    assert event_pages.page(store, chosen, others, basis, 3).equals(found.head(3))
    assert event_pages.counts(store, chosen, others, basis) == event_list.counts(found)


@pytest.mark.parametrize("basis", BASES)
def test_of_few_marks_all_are_drawn(store, chosen, basis):
    found = event_pages.marks(store, chosen, basis, 1000)
    lanes = event_list.lanes(store, chosen, basis)
    assert found.rows.equals(lanes[found.rows.columns])
    assert (found.of, found.bounded) == (len(lanes), False)
    assert event_pages.drawn(store, chosen, basis) == event_list.counts(lanes)


def test_of_many_marks_each_date_is_drawn_once_and_every_lane_has_some(many, crowd):
    found = event_pages.marks(many, crowd, "all", 10)
    assert found.bounded
    assert found.rows["product"].value_counts().to_dict() == {"钉钉": 5, "企业微信": 5}
    assert not found.rows.duplicated(["product", "iso"]).any()


def test_events_by_year_and_by_product(many, crowd, store, chosen):
    few = event_pages.years(store, chosen, True, "all")
    assert few["year"].is_monotonic_increasing
    assert list(event_pages.years(many, crowd, True, "all")["events"]) == list(12 * few["events"])
    products = event_pages.by_product(many, crowd, "all")
    assert products["events"].is_monotonic_decreasing
    assert products["events"].sum() == event_pages.marks(many, crowd, "all", 10).of


def test_nothing_chosen_is_nothing(small):
    nothing = Selection((), ())
    assert event_pages.counts(small, nothing, True, "all") == (0, 0)
    assert event_pages.marks(small, nothing, "all", 5).of == 0
    assert event_pages.page(small, nothing, True, "all", 5).empty
