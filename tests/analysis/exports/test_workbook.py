"""The workbook of a view: everything behind it, each row with the way back to its sentence."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from analysis import schema
from analysis.charts.theme import LIGHT
from analysis.exhibits.view import View, everything, narrowed
from analysis.exports.workbook import workbook
from analysis.frames import tables
from analysis.frames.selection import Selection
from analysis.storage.build import build
from analysis.storage.store import Store
from analysis.strings.labels import LANGUAGES, Labels

DAY = date(2026, 11, 22)


def address(article: str | None, at: int | None) -> str:
    return f"http://localhost/article?article={article}&at={at}" if article else "http://localhost/"


def opened(view: View) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(view, address, DAY)))


@pytest.fixture(scope="module")
def view(store: Store) -> Callable[..., View]:
    def made(language: str = "en", articles: tuple[str, ...] = (), products: tuple[str, ...] = ()) -> View:
        return narrowed(everything(Labels(language), LIGHT, store), Selection(articles, products))

    return made


@pytest.fixture(scope="module")
def book(view: Callable[..., View]) -> openpyxl.Workbook:
    return opened(view())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_for_each_table_between_contents_and_dictionary(view: Callable[..., View], language: str):
    labels = Labels(language)
    book = opened(view(language))
    names = ["contents", *(f"{name}.sheet" for name in (*tables.NAMES, "dictionary"))]
    assert book.sheetnames == [labels(f"workbook.{name}") for name in names]


@pytest.mark.parametrize("name", tables.NAMES)
def test_a_sheet_holds_its_table(view: Callable[..., View], book: openpyxl.Workbook, name: str):
    shown = view()
    rows = list(book[shown.labels(f"workbook.{name}.sheet")].iter_rows(values_only=True))
    found = shown.read(tables.table, name, False)
    declared = list(schema.columns(schema.TABLES[name]))
    assert [cell for cell in rows[0] if cell in declared] == declared
    assert len(rows) == len(found) + 1


def test_filters_narrow_every_sheet(view: Callable[..., View], store: Store):
    first = store.articles()["article"][0]
    book = opened(view(articles=(first,), products=("钉钉",)))
    for name in set(tables.NAMES) - {"features"}:
        sheet = book[Labels("en")(f"workbook.{name}.sheet")]
        heads = [cell.value for cell in sheet[1]]
        assert {row[heads.index("article")] for row in sheet.iter_rows(min_row=2, values_only=True)} == {
            first
        }
    contents = [row[1].value for row in book.worksheets[0].iter_rows()]
    assert any("DingTalk" in str(cell) for cell in contents)


def test_the_contents_say_what_it_rests_on(book: openpyxl.Workbook):
    said = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows()}
    assert said["Filters"] == "No filter"
    assert said["Articles"]
    assert said["Exported on"] == "2026-11-22"
    links = {row[0].hyperlink.location for row in book.worksheets[0].iter_rows() if row[0].hyperlink}
    assert links == {f"'{name}'!A1" for name in book.sheetnames[1:]}


def test_the_contents_count_rows(book: openpyxl.Workbook):
    contents = book.worksheets[0].iter_rows(values_only=True)
    counted = {name: rows for name, _, rows in contents if isinstance(rows, int)}
    assert counted == {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}


def test_a_row_leads_to_its_place_in_the_article(book: openpyxl.Workbook):
    sheet = book["Figures"]
    heads, *rows = sheet.iter_rows()
    heads = [cell.value for cell in heads]
    assert rows
    for row in rows:
        article, start = (row[heads.index(name)].value for name in ("article", "start"))
        assert row[0].hyperlink.target == address(article, start)


def test_the_dictionary_explains_every_column(book: openpyxl.Workbook):
    explained = {(row[0], row[1]) for row in book["Data dictionary"].iter_rows(min_row=2, values_only=True)}
    for name in tables.NAMES:
        assert {(name, column) for column in schema.columns(schema.TABLES[name])} <= explained
    assert ("", tables.PASSAGE) in explained


@pytest.fixture
def low_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel as if it took 200 UTF-16 units in a cell."""
    for module in ("analysis.exports.workbook", "analysis.exports.spreadsheets"):
        monkeypatch.setattr(f"{module}.MOST_CHARACTERS", 200)


def number_of_cut_cells(book: openpyxl.Workbook) -> int:
    cells = (cell for sheet in book.worksheets[1:] for row in sheet.iter_rows() for cell in row)
    return sum(cell.data_type == "s" and "…[+" in cell.value for cell in cells)


@pytest.mark.usefixtures("low_cells")
def test_cut_cells_are_said(view: Callable[..., View]):
    book = opened(view())
    said = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows()}
    assert said["Cut"].startswith(f"{number_of_cut_cells(book)} cells are longer than 200")


@pytest.mark.usefixtures("low_cells")
def test_a_cell_of_characters_that_excel_counts_twice_is_said_too(tmp_path: Path):
    (tmp_path / "rare.txt").write_text(f"钉钉有2亿用户，{'𠮷' * 120}。", encoding="utf-8")
    build([tmp_path / "rare.txt"], tmp_path / "store")
    book = opened(everything(Labels("en"), LIGHT, Store(tmp_path / "store")))
    said = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows()}
    n = number_of_cut_cells(book)
    assert n > 0
    assert said["Cut"].startswith(f"{n} cell")


def test_nothing_in_an_article_is_run(tmp_path: Path):
    """A title, a name and a passage that are formulas stay what they are: text."""
    text = (
        "=1+1 钉钉\n\n@钉钉有2亿用户。\n\n=cmd|' /C calc'!A1 钉钉推出了打卡功能。\n\n+86 钉钉在2019年上线。\n"
    )
    (tmp_path / "=2+2.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "=2+2.txt"], tmp_path / "store")
    book = opened(everything(Labels("zh"), LIGHT, Store(tmp_path / "store")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert "=2+2" in [cell.value for cell in cells]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


def test_of_a_long_table_the_first_rows_are_there_and_it_says_so(
    view: Callable[..., View], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("analysis.exports.workbook.MOST_ROWS", 50)
    shown = view()
    book = opened(shown)
    total = tables.count(shown.store, shown.selection, "mentions", False)
    assert book["Mentions"].max_row == 51
    said = [row for row in book["Contents"].iter_rows(values_only=True) if row[0] == "Shortened"]
    assert ("Shortened", f"Mentions: the first 50 of {total} rows", None) in [row[:3] for row in said]
    assert not [row for row in said if row[1].startswith("Comparisons")]
