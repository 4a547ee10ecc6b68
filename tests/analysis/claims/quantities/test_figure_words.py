import pytest

from analysis import lexicon
from analysis.claims.quantities.figure_words import FigureWords

WORDS = FigureWords.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市场份额过半，营收翻倍", [("过半", 50), ("翻倍", 2)]),
        ("保持两位数增长", [("两位数", None)]),
        ("近一半的用户", [("近一半", 50)]),
        ("任务已经过半夜", []),
        ("一半是海水", []),
        ("时间缩短了一半", [("一半", 50)]),
        ("成功了一半", []),
        ("", []),
    ],
)
def test_words_that_are_figures(text: str, found: list[tuple[str, float | None]]):
    assert [(text[one.start : one.end], one.value.value) for one in WORDS.find(text)] == found
