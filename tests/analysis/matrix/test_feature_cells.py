from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.matrix.feature_cells import ALWAYS_SHOWN, cell_status, feature_cells, latest_status, when_key
from analysis.schema import SaidTotal
from analysis.words.features import features

FEATURES = features()

STATUSES = st.lists(
    st.tuples(
        st.sampled_from(["has", "lacks", "planned"]), st.sampled_from([None, "2016", "2018-04", "2020-01-26"])
    )
)


def said(feature: str, product: str, status: str, as_of: str | None = None, **counts: int) -> SaidTotal:
    return SaidTotal(feature, product, status, as_of, **({"evidence": 1, "articles": 1} | counts))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([], "not_mentioned"),
        ([("has", None)], "has"),
        ([("lacks", "2016"), ("lacks", "2018")], "lacks"),
        ([("planned", "2016")], "planned"),
        ([("has", "2018"), ("lacks", "2016")], "contested"),
        ([("lacks", "2016"), ("planned", "2016")], "contested"),
        ([("planned", "2016"), ("has", "2018")], "has"),
        ([("planned", None), ("has", None)], "has"),
        ([("has", "2016"), ("planned", "2018")], "contested"),
        ([("has", None), ("planned", "2018")], "has"),
        ([("has", "2018"), ("planned", "2016"), ("lacks", "2016")], "contested"),
    ],
)
def test_a_cell_takes_all_evidence_together(said: list[tuple[str, str | None]], status: str):
    assert cell_status([each for each, _ in said], [as_of for _, as_of in said]) == status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([], "not_mentioned"),
        ([("lacks", "2016"), ("has", "2019-12")], "has"),
        ([("has", "2019"), ("lacks", "2020-02")], "lacks"),
        ([("has", "2019"), ("lacks", "2019")], "contested"),
        ([("has", None), ("lacks", "2016")], "lacks"),
        ([("has", None), ("lacks", None)], "contested"),
        ([("planned", "2015-Q4"), ("has", "2015-11")], "planned"),
    ],
)
def test_the_newest_dated_evidence_decides_what_is_latest(said: list[tuple[str, str | None]], status: str):
    assert latest_status([each for each, _ in said], [as_of for _, as_of in said]) == status


@given(STATUSES)
def test_the_order_of_evidence_does_not_matter(said: list[tuple[str, str | None]]):
    statuses, as_ofs = [each for each, _ in said], [as_of for _, as_of in said]
    assert cell_status(statuses, as_ofs) == cell_status(statuses[::-1], as_ofs[::-1])
    assert latest_status(statuses, as_ofs) == latest_status(statuses[::-1], as_ofs[::-1])


@pytest.mark.parametrize(
    ("as_of", "key"),
    [
        (None, ""),
        ("2018", "2018"),
        ("2015-Q4", "2015-12"),
        ("2016-H1", "2016-06"),
        ("2016-04/2019-12", "2019-12"),
        ("2020-01-26", "2020-01-26"),
    ],
)
def test_dates_have_a_key_to_sort_by(as_of: str | None, key: str):
    assert when_key(as_of) == key


def test_the_matrix_is_complete_for_the_products_always_shown():
    cells = feature_cells([said("approval", ALWAYS_SHOWN[0], "has", None)], FEATURES)
    assert len(cells) == len(FEATURES) * len(ALWAYS_SHOWN)
    assert Counter(cell.status for cell in cells) == {"has": 1, "not_mentioned": len(cells) - 1}


def test_products_nothing_is_said_of_are_not_shown():
    cells = feature_cells([said("approval", "金蝶", "has", None)], FEATURES)
    assert [cell.product for cell in cells] == ["金蝶"]
    assert feature_cells([], FEATURES) == []


def test_a_cell_counts_its_quotes_and_articles_and_keeps_the_dates():
    rows = [
        said("approval", "钉钉", "has", "2018"),
        said("approval", "钉钉", "has", None),
        said("approval", "钉钉", "lacks", "2016-04", evidence=4, articles=0),
    ]
    cell = next(
        cell for cell in feature_cells(rows, FEATURES) if (cell.feature, cell.product) == ("approval", "钉钉")
    )
    assert (cell.status, cell.latest_status) == ("contested", "has")
    assert (cell.evidence, cell.articles) == (6, 2)
    assert (cell.first_as_of, cell.last_as_of) == ("2016-04", "2018")


def test_of_two_dates_that_end_at_the_same_time_it_does_not_matter_which_came_first():
    rows = [said("approval", "钉钉", "has", as_of) for as_of in ("2015-Q4", "2015-12")]
    assert feature_cells(rows, FEATURES) == feature_cells(rows[::-1], FEATURES)


def test_other_products_and_discovered_features_have_only_the_cells_they_are_given():
    rows = [said("approval", "飞书", "has"), said("妙搭", "飞书", "has")]
    cells = [cell for cell in feature_cells(rows, FEATURES) if cell.product == "飞书"]
    assert {(cell.feature, cell.category) for cell in cells} == {
        ("approval", "attendance_approval_oa"),
        ("妙搭", None),
    }
