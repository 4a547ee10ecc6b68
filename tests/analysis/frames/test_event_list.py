import pandas as pd
import pytest

from analysis.frames import event_list
from analysis.frames.selection import Selection


@pytest.fixture
def chosen(store) -> Selection:
    return Selection(tuple(store.articles()["article"]), ("钉钉", "企业微信"))


def test_an_event_of_several_products_is_listed_once(store, chosen):
    found = event_list.listed(store, chosen, others=False, basis="all")
    assert not found.duplicated(["article", "start"]).any()
    assert list(found.columns) == event_list.LISTED
    assert all(set(products) <= set(chosen.products) and products for products in found["products"])


def test_events_without_a_product_come_along_when_asked_for(store, chosen):
    found = event_list.listed(store, chosen, others=True, basis="all")
    assert any(products == [] for products in found["products"])
    assert found["date"].dropna().size > 0


def test_the_list_is_in_order_of_time(store, chosen):
    years = event_list.listed(store, chosen, others=True, basis="all")["iso"].dropna().str[:4]
    assert years.is_monotonic_increasing


@pytest.mark.parametrize(
    ("basis", "inferred"), [("stated", {False}), ("inferred", {True}), ("all", {False, True})]
)
def test_the_basis_of_a_date(store, chosen, basis, inferred: set[bool]):
    assert set(event_list.listed(store, chosen, others=True, basis=basis)["inferred"]) == inferred
    assert set(event_list.lanes(store, chosen, basis)["inferred"]) == inferred


def test_lanes_have_a_date_and_a_product(store, chosen):
    lanes = event_list.lanes(store, chosen, "all")
    assert lanes[["date", "product"]].notna().all(axis=None)


def test_counts():
    rows = pd.DataFrame(
        {
            "article": ["a", "a", "b"],
            "start": [1, 1, 1],
            "inferred": [True, True, False],
            "product": list("xyz"),
        }
    )
    assert event_list.counts(rows) == (2, 1)
    assert event_list.counts(rows.head(0)) == (0, 0)
