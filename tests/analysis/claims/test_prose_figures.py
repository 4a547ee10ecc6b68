"""Figures in sentences, with the place of each sentence and the article's offsets."""

import re

import pytest

from analysis import lexicon
from analysis.claims import prose_figures
from analysis.claims.dates.dates import of_sentences
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.quantity import Quantity
from analysis.document import Document, Span
from analysis.schema import Mention

QUANTITIES = Quantities.load(lexicon.FOLDER)


def figures_in(text: str, name: str) -> list[tuple[int, Quantity]]:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    document = Document("invented", text, text, "hans", None, None, sentences)
    mentions = [
        Mention("invented", *one.span(), one[0], one[0], "product", "") for one in re.finditer(name, text)
    ]
    return list(prose_figures.find(document, mentions, of_sentences(document), QUANTITIES))


def found_in(text: str, name: str) -> list[tuple[int, str]]:
    return [(place, text[one.start : one.surface_end]) for place, one in figures_in(text, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钉钉很好。\n用户有3亿。企业有２０万家。", [(1, "3亿"), (2, "２０万家")]),
        ("360有3亿用户。", [(0, "3亿用户")]),
        ("2019年有3亿用户。", [(0, "3亿用户")]),
        ("《3亿用户》和https://a.b/3%E4%B8%AD说[12]id:30000万元。", []),
        ("月活如下：\n飞书：460万", [(1, "460万")]),
        ("一般来说，这是一个好办法。", []),
        ("股价腰斩。", [(0, "腰斩")]),
        ("", []),
    ],
)
def test_figures_stand_in_their_sentences(text: str, expected: list[tuple[int, str]]):
    assert found_in(text, "360") == expected


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("营收同比增长-12.5%。", "-12.5%", -12.5),
        ("增速为−3%。", "−3%", -3),
        ("同比：－5%。", "－5%", -5),
        ("净利润-9.33亿元。", "-9.33亿元", -9.33e8),
        ("经营现金流约为-3亿元。", "-3亿元", -3e8),
        ("标准版-9800元。", "9800元", 9800),
        ("同比增长 -5%。", "-5%", -5),
        ("净亏损9.33亿元。", "9.33亿元", 9.33e8),
    ],
)
def test_a_minus_is_a_part_of_what_can_be_negative(text: str, surface: str, value: float):
    ((_, one),) = figures_in(text, "360")
    assert (text[one.start : one.surface_end], one.value) == (surface, pytest.approx(value))


@pytest.mark.parametrize("text", ["同比增长3%-5%。", "净利润3-4亿元。", "增长3-5%。"])
def test_between_two_numbers_it_is_a_range(text: str):
    assert all(one.value is None or one.value > 0 for _, one in figures_in(text, "360"))
