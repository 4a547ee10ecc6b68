"""Figures of a list whose first line says what they count."""

import re

import pytest

from analysis import lexicon
from analysis.claims.list_figures import heads, under
from analysis.claims.numbers.numerals import narrow
from analysis.claims.quantities.quantities import Quantities
from analysis.document import Document, Span

QUANTITIES = Quantities.load(lexicon.FOLDER)


def document_of(text: str) -> Document:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    return Document("invented", text, text, "hans", None, None, sentences)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("月活排名如下：\n飞书：460万\nZoom：3亿", {1: "月活", 2: "月活"}),
        ("各家的员工数:\n飞书：8000", {1: "员工数"}),
        ("下载排行\n飞书：460万", {}),
        ("月活很高。\n飞书：460万", {}),
        ("月活如下：\n" + "这里有很长的一段话，" * 5 + "\n飞书：460万", {}),
        ("", {}),
    ],
)
def test_the_first_line_of_a_list_says_what_it_counts(text: str, expected: dict[int, str]):
    assert heads(document_of(text), QUANTITIES.units) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("飞书：460万", [("460万", 4600000.0)]),
        ("1. 飞书 460万", [("460万", 4600000.0)]),
        ("- 飞书——约460万", [("460万", 4600000.0)]),
        ("他说，飞书：460万", []),
        ("飞书很好", []),
    ],
)
def test_an_item_is_read_under_the_head_of_its_list(item: str, expected: list[tuple[str, float]]):
    found = under("月活", narrow(item), QUANTITIES)
    assert [(item[one.start : one.surface_end], one.value) for one in found] == expected
    assert all((one.unit, one.period, one.rule) == ("users", "month", "head_in_list") for one in found)
