import pytest

from analysis.frames import matrix as frames
from analysis.frames.selection import Selection

SPAN = ("article", "start", "end")
ALL = Selection(("one", "two", "three"), ("钉钉", "企业微信", "微信"))


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_every_chosen_product_has_a_cell_for_every_feature(small):
    cells = frames.matrix(small, ALL)
    cells["category"] = cells["category"].fillna("discovered")
    assert rows(cells, "feature", "category", "product", "status", "evidence") == [
        ("clock", "office", "钉钉", "not_mentioned", 0),
        ("clock", "office", "企业微信", "not_mentioned", 0),
        ("clock", "office", "微信", "lacks", 1),
        ("meeting", "talk", "钉钉", "has", 1),
        ("meeting", "talk", "企业微信", "has", 1),
        ("meeting", "talk", "微信", "not_mentioned", 0),
        ("version_3", "discovered", "钉钉", "lacks", 1),
        ("version_3", "discovered", "企业微信", "has", 1),
        ("version_3", "discovered", "微信", "not_mentioned", 0),
    ]


def test_cells_are_worked_out_from_the_chosen_articles_alone(small):
    found = frames.matrix(small, Selection(("one",), ("钉钉",)))
    assert rows(found, "feature", "product", "status", "latest_status", "evidence", "articles") == [
        ("meeting", "钉钉", "has", "has", 1, 1)
    ]


def test_dates_of_the_evidence(small):
    found = frames.matrix(small, Selection(("two",), ("企业微信",)))
    assert rows(found, "feature", "first_as_of", "last_as_of") == [("version_3", "2019-Q4", "2019-Q4")]


@pytest.mark.parametrize(
    ("filters", "features"),
    [
        ({"categories": ("talk",)}, ["meeting"]),
        ({"categories": (None,)}, ["version_3"]),
        ({"categories": ("office", None)}, ["clock", "version_3"]),
        ({"categories": ()}, []),
        ({"statuses": ("lacks",)}, ["clock", "version_3"]),
        ({"statuses": ("planned", "contested")}, []),
        ({"only_differing": True}, ["version_3"]),
        ({"categories": ("talk",), "only_differing": True}, []),
    ],
)
def test_which_features_are_kept_each_with_all_its_cells(small, filters, features):
    found = frames.matrix(small, ALL, **filters)
    assert found["feature"].drop_duplicates().to_list() == features
    assert len(found) == len(features) * 3


def test_totals_count_features_by_product_and_status(small):
    totals = frames.totals(small, ALL)
    assert len(totals) == 3 * 5
    assert rows(totals[totals["features"] > 0], "product", "status", "features") == [
        ("钉钉", "has", 1),
        ("钉钉", "lacks", 1),
        ("钉钉", "not_mentioned", 1),
        ("企业微信", "has", 2),
        ("企业微信", "not_mentioned", 1),
        ("微信", "lacks", 1),
        ("微信", "not_mentioned", 2),
    ]


def test_which_products_have_features_ascribed_to_them(small):
    assert rows(frames.ascribed(small, ALL), "product", "quotes") == [
        ("企业微信", 2),
        ("钉钉", 2),
        ("微信", 1),
    ]
    assert rows(frames.ascribed(small, Selection(("one",), ("微信", "钉钉"))), "product", "quotes") == [
        ("钉钉", 1)
    ]


def test_the_words_behind_a_cell(small):
    assert rows(
        frames.cell_spans(small, ALL, "version_3", "钉钉"), "article", "start", "end", "status", "as_of"
    ) == [("two", 26, 30, "lacks", "2019-Q4")]
    assert frames.cell_spans(small, Selection(("one",), ALL.products), "version_3", "钉钉").empty


def test_comparisons_that_name_a_chosen_product(small):
    found = frames.comparisons(small, Selection(("two",), ("钉钉",)))
    assert rows(found, "article", "title", "start", "end", "favours", "sentence_start", "sentence_end") == [
        ("two", "two", 33, 35, "企业微信", 13, 36)
    ]
    assert found["products"].item() == ["企业微信", "钉钉"]
    assert frames.comparisons(small, Selection(("two",), ("飞书",))).empty


@pytest.mark.parametrize(
    ("articles", "n", "products"),
    [
        (("one", "two", "three"), 2, ("钉钉", "企业微信")),
        (("two",), 3, ("钉钉", "企业微信", "微信")),
        (("three",), 2, ("钉钉", "企业微信")),
        (("one",), 1, ("企业微信",)),
    ],
)
def test_leading_products_have_most_quotes(small, articles, n, products):
    assert frames.leading(small, Selection(articles, ALL.products), n) == products


def test_only_chosen_products_lead(small):
    assert frames.leading(small, Selection(("one",), ("微信", "飞书")), 2) == ("微信",)


def test_features_mentioned_for_every_product(small):
    cells = frames.matrix(small, ALL)
    assert set(frames.said_of_all(cells[cells["product"] != "飞书"])["feature"]) == set()
    both = frames.matrix(small, Selection(ALL.articles, ("钉钉", "企业微信")))
    assert set(frames.said_of_all(both)["feature"]) == {"meeting", "version_3"}
    assert frames.said_of_all(both.head(0)).empty


def test_the_first_spans_of_a_cell_and_of_features(many):
    leading = Selection(None, frames.leading(many, Selection(None, ("钉钉", "企业微信")), 1))
    cell = frames.matrix(many, leading).sort_values("evidence").iloc[-1]
    every = frames.cell_spans(many, leading, cell["feature"], cell["product"])
    assert len(every) == cell["evidence"]
    assert len(frames.cell_spans(many, leading, cell["feature"], cell["product"], 7)) == 7
    of_feature = frames.spans_of(many, leading, (cell["feature"],))
    assert frames.spans_of(many, leading, (cell["feature"],), 7).equals(of_feature.head(7))


@pytest.mark.parametrize(
    ("products", "expected"),
    [
        (("企业微信", "钉钉", "飞书"), ("企业微信", "钉钉")),
        (("微信", "钉钉"), ("钉钉",)),
        (("微信",), ()),
    ],
)
def test_the_products_that_sentences_compare(small, products, expected):
    assert frames.often_compared(small, Selection(None, products)) == expected


def test_comparisons_are_counted_by_side_and_the_first_of_a_side_read(many):
    products = Selection(None, ("钉钉", "企业微信"))
    every, sides = frames.comparisons(many, products), frames.sides(many, products)
    assert sides["comparisons"].sum() == len(every)
    assert sides["comparisons"].is_monotonic_decreasing
    for side, n in sides.itertuples(index=False, name=None):
        kept = every[every["favours"].fillna(frames.NEITHER) == side]
        assert len(kept) == n
        assert rows(frames.comparisons(many, products, side, 3), *SPAN) == rows(kept.head(3), *SPAN)
