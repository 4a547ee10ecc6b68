import pandas as pd
import pytest

from analysis.charts import fonts
from analysis.charts.matrix_bands import Cell
from analysis.charts.placement import Box
from analysis.slides.table_layout import BETWEEN, laid_out
from analysis.strings.labels import Labels

AREA = Box(36, 110, 888, 380)


def frame(features: int, products: int) -> pd.DataFrame:
    """Every other feature of two categories, the first product having it and the others not."""
    return pd.DataFrame(
        [
            Cell(f"feature {row}", f"category {row % 2}", f"product {column}", status, 1, None)
            for row in sorted(range(features), key=lambda row: row % 2)
            for column in range(products)
            for status in [("lacks" if column else "has") if row % 2 else "has"]
        ],
        columns=Cell._fields,
    )


def test_features_stand_by_category_with_a_cell_for_each_product(labels):
    layout = laid_out(frame(4, 2), AREA, labels)
    assert layout.products == ["product 0", "product 1"]
    assert [[row.feature for row in band.rows] for band in layout.bands] == [
        ["feature 0", "feature 2"],
        ["feature 1", "feature 3"],
    ]
    assert [row.differs for band in layout.bands for row in band.rows] == [False, False, True, True]
    assert all(len(row.cells) == 2 for band in layout.bands for row in band.rows)


@pytest.mark.parametrize(("features", "products"), [(1, 1), (30, 2), (200, 2), (200, 6)])
def test_tables_take_the_width_there_is_and_no_more(labels, features: int, products: int):
    layout = laid_out(frame(features, products), AREA, labels)
    tables = layout.widths.tables
    assert tables * layout.table_width + (tables - 1) * BETWEEN <= AREA.width + 0.1
    assert layout.widths.names > 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_more_products_than_have_room_the_first_are_shown_and_it_is_said(language):
    labels = Labels(language)
    several = laid_out(frame(20, 30), AREA, labels)
    shown = len(several.products)
    assert 1 < shown < 30
    assert several.products == [f"product {place}" for place in range(shown)]
    assert all(len(row.cells) == shown for band in several.bands for row in band.rows)
    assert labels("chart.first_columns", drawn=shown, columns=30) in several.key[-1].text
    assert several.widths.names > fonts.width("feature 19")
    few = laid_out(frame(20, shown), AREA, labels)
    assert (few.products, len(few.key)) == (several.products, len(several.key) - 1)


def test_more_features_take_more_slides(labels):
    slides = [laid_out(frame(features, 3), AREA, labels).slides for features in (5, 100, 300)]
    assert slides[0] == 1
    assert slides == sorted(set(slides))


def test_an_empty_matrix_takes_one_slide_and_no_table(labels):
    layout = laid_out(frame(0, 0), AREA, labels)
    assert (layout.slides, list(layout.lines)) == (1, [])
