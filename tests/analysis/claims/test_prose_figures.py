"""Figures in sentences, with the place of each sentence and the article's offsets."""

import re

import pytest

from analysis import lexicon
from analysis.claims import prose_figures
from analysis.claims.dates import of_sentences
from analysis.claims.quantities import Quantities
from analysis.document import Document, Span
from analysis.schema import Mention

QUANTITIES = Quantities.load(lexicon.FOLDER)


def found_in(text: str, name: str) -> list[tuple[int, str]]:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    document = Document("invented", text, text, "hans", None, None, sentences)
    mentions = [
        Mention("invented", *one.span(), one[0], one[0], "product", "") for one in re.finditer(name, text)
    ]
    figures = prose_figures.find(document, mentions, of_sentences(document), QUANTITIES)
    return [(place, text[one.start : one.surface_end]) for place, one in figures]


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
