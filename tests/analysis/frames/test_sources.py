"""Sources: what a reader sees of an article, without what cleaning took out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames.quotes import quotes
from analysis.frames.sources import Source, sources
from analysis.storage.build import build
from analysis.storage.store import Store

WRITTEN = "釘釘<b>很</b>好&ldquo;用&rdquo;。"
FOLDED = "钉钉" + 3 * " " + "很" + 4 * " " + "好“" + 6 * " " + "用”" + 6 * " " + "。"
GAPS = ((2, 5), (6, 10), (12, 18), (20, 26))
SOURCE = Source("題", None, WRITTEN, FOLDED, GAPS)


def test_the_example_is_as_long_as_its_body():
    assert len(WRITTEN) == len(FOLDED)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (0, len(WRITTEN), "釘釘很好“用”。"),
        (0, 2, "釘釘"),
        (1, 6, "釘很"),
        (3, 4, ""),
        (3, 6, "很"),
        (5, 8, "很"),
        (10, 12, "好“"),
        (18, 19, "用"),
        (4, 4, ""),
    ],
)
def test_shown(start: int, end: int, shown: str):
    assert SOURCE.shown(start, end) == shown


def test_cells_of_a_table_are_told_apart():
    written = "<tr><td>营收</td><td>88.9<b>亿</b></td> <TD class=a>94亿</TD></tr>"
    gaps = ((0, 8), (10, 19), (23, 26), (27, 36), (37, 49), (52, 62))
    source = Source("題", None, written, written, gaps)
    assert source.shown(8, 52) == "营收 | 88.9亿  | 94亿"
    assert [source.shown(8, 19), source.shown(19, 27), source.shown(27, 52)] == [
        "营收 | ",
        "88.9亿",
        "  | 94亿",
    ]


@given(st.lists(st.integers(0, len(WRITTEN)), min_size=3, max_size=3).map(sorted))
def test_parts_that_do_not_cut_a_reference_make_the_whole(places: list[int]):
    first, second, third = places
    if WRITTEN[second - 1 : second] != "&":
        assert SOURCE.shown(first, second) + SOURCE.shown(second, third) == SOURCE.shown(first, third)


def test_a_web_page_is_quoted_without_its_tags(tmp_path: Path):
    text = "<h1>兩家的比較</h1><p>今年<b>釘釘</b>有<i>2億</i>用戶&mdash;&mdash;很多。</p>"
    page = f"<html><body><article>{text}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    build([tmp_path / "page.html"], tmp_path / "store")
    store = Store(tmp_path / "store")
    found = quotes(store, store.query("SELECT article, start, \"end\" FROM mentions WHERE entity = '钉钉'"))
    assert found[["before", "hit", "after"]].values.tolist() == [["今年", "釘釘", "有2億用戶——很多。"]]


def test_articles_that_are_there(store: Store):
    article = "002_cf1115554851aa14"
    held = sources(store, [article, "nowhere", article])
    assert list(held) == [article]
    assert held[article].gaps == tuple(sorted(held[article].gaps))
