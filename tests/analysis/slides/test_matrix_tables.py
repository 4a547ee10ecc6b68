from itertools import pairwise

import pandas as pd
import pptx
import pytest

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.slides.elements import EMU
from analysis.slides.matrix_cells import MARKS
from analysis.slides.matrix_tables import add_tables
from analysis.slides.table_layout import INSET, laid_out
from analysis.strings.labels import Labels
from analysis.words.features import features

AREA = Box(36, 110, 888, 380)
COLUMNS = ["feature", "category", "product", "status", "evidence", "last_as_of"]
PRODUCTS = ("钉钉", "企业微信")


@pytest.fixture(scope="module")
def cells() -> pd.DataFrame:
    """Every feature of the lexicon: 企业微信 has it, 钉钉 lacks every third."""
    known = sorted(features(), key=lambda feature: feature.category)
    rows = [
        (each.id, each.category, product, *status(place, product))
        for place, each in enumerate(known)
        for product in PRODUCTS
    ]
    return pd.DataFrame(
        [
            *rows,
            ("飞机票", None, "钉钉", "planned", 1, None),
            ("飞机票", None, "企业微信", "contested", 12, "2019-04"),
        ],
        columns=COLUMNS,
    )


def status(place: int, product: str) -> tuple[str, int, str | None]:
    if product == "企业微信":
        return "has", 3, "2020-02"
    return ("not_mentioned", 0, None) if place % 3 else ("lacks", 1, None)


@pytest.fixture(params=["zh", "en"])
def drawn(request, cells):
    """The tables of all slides, and the area they had."""
    labels = Labels(request.param)
    deck = pptx.Presentation()
    deck.slide_width = 12_192_000
    laid = laid_out(cells, AREA, labels)
    for place in range(laid.slides):
        add_tables(deck.slides.add_slide(deck.slide_layouts[6]).shapes, laid, place, AREA, labels)
    return [[shape for shape in slide.shapes if shape.has_table] for slide in deck.slides], labels


def rows_of(frame) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in frame.table.rows]


def test_every_feature_stands_once_with_its_cells(drawn, cells):
    slides, _ = drawn
    rows = [row for tables in slides for frame in tables for row in rows_of(frame)[1:]]
    features_only = [row for row in rows if row[1]]
    assert len(features_only) == cells["feature"].nunique()
    marks = [cell[0] for row in features_only for cell in row[1:]]
    assert marks == [MARKS[each] for each in cells["status"]]


def test_a_cell_is_its_mark_its_quotes_and_the_newest_year(drawn):
    slides, _ = drawn
    last = rows_of(slides[-1][-1])[-1]
    assert [cell.split() for cell in last[1:]] == [["◎", "1"], ["◑", "12", "2019"]]


def test_every_table_begins_with_the_products_and_a_category(drawn):
    slides, labels = drawn
    for tables in slides:
        for frame in tables:
            head, band, *_ = rows_of(frame)
            assert head[1:] == [labels.product(product) for product in PRODUCTS]
            assert band[0]
            assert band[1:] == ["", ""]
            assert frame.table.first_row


def test_no_text_is_wider_than_its_cell(drawn):
    slides, _ = drawn
    for tables in slides:
        for frame in tables:
            columns = [column.width / EMU for column in frame.table.columns]
            for row in frame.table.rows:
                rooms = [sum(columns), *columns[1:]] if row.cells[0].is_merge_origin else columns
                for cell, room in zip(row.cells, rooms, strict=True):
                    assert fonts.width(cell.text) <= room - 2 * INSET


def test_no_name_of_a_category_is_cut(drawn):
    slides, labels = drawn
    said = {rows[0] for tables in slides for frame in tables for rows in rows_of(frame)[1:]}
    assert {labels.category(each.category) for each in features()} <= said


def test_tables_stay_in_their_area_and_do_not_meet(drawn):
    slides, _ = drawn
    assert len(slides) > 1
    for tables in slides:
        for frame in tables:
            assert frame.left.pt >= AREA.left - 0.1
            assert (frame.left + frame.width) / EMU <= AREA.left + AREA.width + 0.1
            assert (frame.top + frame.height) / EMU <= AREA.top + AREA.height + 0.1
        assert all(one.left + one.width < other.left for one, other in pairwise(tables))


def test_features_in_which_products_differ_are_bold(drawn):
    slides, _ = drawn
    for tables in slides:
        for frame in tables:
            for row in list(frame.table.rows)[1:]:
                name, one, other = row.cells
                differs = len({one.text[:1], other.text[:1]} - {MARKS["not_mentioned"], ""}) > 1
                assert bool(name.text_frame.paragraphs[0].runs[0].font.bold) == differs
