import pandas as pd
import pytest

from analysis.charts.chart import Room
from analysis.charts.matrix import feature_matrix
from analysis.charts.theme import LIGHT, product_colour

A, B = "钉钉", "企业微信"
COLUMNS = ["feature", "category", "product", "status", "evidence", "last_as_of"]


@pytest.fixture
def frame() -> pd.DataFrame:
    rows = [
        ("approval", "attendance_approval_oa", A, "has", 2, "2019-03"),
        ("approval", "attendance_approval_oa", B, "lacks", 1, None),
        ("attendance", "attendance_approval_oa", A, "planned", 1, None),
        ("attendance", "attendance_approval_oa", B, "not_mentioned", 0, None),
        ("<b>新</b>", None, A, "contested", 3, "2020"),
        ("<b>新</b>", None, B, "has", 1, None),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def texts(figure) -> list[str]:
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


def cells(figure):
    return next(trace for trace in figure.data if trace.mode == "markers")


def test_a_row_is_a_feature_under_its_category(frame: pd.DataFrame, labels):
    said = texts(feature_matrix(frame, labels, LIGHT))
    names = ["审批", "考勤打卡", "&lt;b&gt;新&lt;/b&gt;"]
    assert [text for text in said if text in names] == names
    assert said.index("考勤、审批与OA") < said.index("⟨features.discovered⟩")


def test_a_cell_leads_to_its_feature_and_product(frame: pd.DataFrame, labels):
    ids = [list(each) for each in cells(feature_matrix(frame, labels, LIGHT)).customdata]
    assert ids == frame[["feature", "product"]].to_numpy().tolist()


def test_products_are_columns_and_features_lines(frame: pd.DataFrame, labels):
    marks = cells(feature_matrix(frame, labels, LIGHT))
    assert [marks.x[place] < marks.x[place + 1] for place in (0, 2, 4)] == [True] * 3
    assert len(set(marks.x)) == 2
    assert marks.y[0] == marks.y[1] < marks.y[2] < marks.y[4]


def test_a_status_has_its_own_form(frame: pd.DataFrame, labels):
    figure = feature_matrix(frame, labels, LIGHT)
    marker, empty = cells(figure).marker, LIGHT.background
    assert list(marker.color) == [
        product_colour(LIGHT, A),
        empty,
        empty,
        LIGHT.faint,
        empty,
        product_colour(LIGHT, B),
    ]
    assert min(marker.size) == marker.size[3]
    paths = [shape for shape in figure.layout.shapes if shape.type == "path" and shape.yanchor > 40]
    assert {(shape.xanchor, shape.yanchor) for shape in paths} == {
        (cells(figure).x[place], cells(figure).y[place]) for place in (1, 2, 4)
    }
    assert len({shape.path for shape in paths}) == 3


def test_a_cell_says_its_quotes_and_their_newest_year(frame: pd.DataFrame, labels):
    said = texts(feature_matrix(frame, labels, LIGHT))
    assert [text for text in said if text.isdigit()] == ["2", "2019", "1", "1", "3", "2020", "1"]


def test_features_whose_products_differ_are_tinted(frame: pd.DataFrame, labels):
    figure = feature_matrix(frame, labels, LIGHT)
    bars = [shape for shape in figure.layout.shapes if shape.fillcolor == LIGHT.text]
    marks = cells(figure)
    assert [bar.y0 < y < bar.y1 for bar, y in zip(bars, (marks.y[0], marks.y[4]), strict=True)] == [
        True,
        True,
    ]


def test_the_key_names_only_what_is_drawn(frame: pd.DataFrame, labels):
    said = texts(feature_matrix(frame, labels, LIGHT))
    keys = ["has", "lacks", "planned", "contested", "not_mentioned"]
    assert [text for text in said if text.startswith("⟨status.")] == [f"⟨status.{key}⟩" for key in keys]
    one = texts(feature_matrix(frame.head(1), labels, LIGHT))
    assert [text for text in one if text.startswith("⟨status.")] == ["⟨status.has⟩"]


def long(features: int, products: int) -> pd.DataFrame:
    rows = [
        (f"功能{number:03}", None, f"产品{place:02}", "has", 1, None)
        for number in range(features)
        for place in range(products)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.mark.parametrize(("features", "blocks"), [(8, 1), (20, 2), (40, 3)])
def test_what_is_too_high_stands_in_columns_side_by_side(labels, features: int, blocks: int):
    figure = feature_matrix(long(features, 2), labels, LIGHT, Room(888, 390))
    assert len(set(cells(figure).x)) == blocks * 2
    assert len(cells(figure).x) == features * 2
    assert figure.layout.height <= 390
    assert not any("chart.first" in text for text in texts(figure))


def test_what_does_not_fit_is_said_to_be_left_out(labels):
    figure = feature_matrix(long(200, 2), labels, LIGHT, Room(888, 390))
    drawn = len(cells(figure).x) // 2
    assert 40 < drawn < 70
    assert f"⟨chart.first_rows⟩ {drawn} 200" in texts(figure)
    wide = feature_matrix(long(3, 30), labels, LIGHT, Room(888, 390))
    shown = len(set(cells(wide).x))
    assert f"⟨chart.first_columns⟩ {shown} 30" in texts(wide)


def test_a_figure_of_any_height_has_all_features_in_one_column(labels):
    figure = feature_matrix(long(100, 2), labels, LIGHT)
    assert len(set(cells(figure).x)) == 2
    assert len(cells(figure).x) == 200


def test_without_a_cell_the_figure_is_empty(labels):
    figure = feature_matrix(long(0, 0), labels, LIGHT)
    assert figure.data == ()
    assert figure.layout.height > 0
