import pytest

from analysis import lexicon
from analysis.claims.quantities.ranks import Ranks

RANKS = Ranks.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("位列第一，优势明显", [("第一", 1)]),
        ("排名第二", [("第二", 2)]),
        ("排在第3位", [("第3位", 3)]),
        ("一度冲到下载量排行榜前三。", [("前三", 3)]),
        ("跻身前十名", [("前十名", 10)]),
        ("行业前50强", [("前50强", 50)]),
        ("登上TOP 3", [("TOP 3", 3)]),
        ("市场连续五年第一。", [("第一", 1)]),
        ("销量多年第一。", []),
        ("全球第一大平台", [("第一大", 1)]),
        ("第一批用户", []),
        ("第一、主体不同", []),
        ("前三季度", []),
        ("市场前三年", []),
        ("第一中学", []),
        ("第二天排名", []),
        ("进入第一阶段", []),
    ],
)
def test_a_place_in_a_ranking(text: str, found: list[tuple[str, float]]):
    assert [(text[one.start : one.end], one.place) for one in RANKS.find(text)] == found
