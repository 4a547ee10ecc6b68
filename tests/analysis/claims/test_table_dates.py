"""Which dates of a table tell an event, and which only head its columns."""

import re

import pytest

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.events import Events
from analysis.claims.table_dates import told
from analysis.document import Document, Span

EVENTS = Events.load(lexicon.FOLDER)


def told_in(text: str) -> list[str]:
    body = re.sub("<[^>]*>", lambda tag: " " * len(tag[0]), text)
    lines = tuple(Span(*line.span()) for line in re.finditer(r"\S[^\n]*", body))
    document = Document("invented", text, body, "hans", title=None, published=None, sentences=lines)
    return [one.surface for one in told(document, EVENTS(document, [], of_sentences(document)))]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("| 指标 | 2021年 | 2022年 |\n|---|---|---|\n| 营收 | 1亿元 | 2亿元 |\n2023年发布。", ["2023年"]),
        ("| 亿元 | 2021年上半年（未经审计） | 2022年（亿元） |\n|---|---|---|\n| 营收 | 1 | 2 |", []),
        ("<table><tr><th><th>2021年</th><tr><td>营收</td><td>1亿元</td></tr></table>", []),
        ("| 年份 | 营收 |\n|---|---|\n| 2021年 | 1亿元 |", ["2021年"]),
        ("| 产品 | 上线时间 |\n|---|---|\n| 飞书 | 2016年9月 |", ["2016年9月"]),
        ("| 飞书上线 | 2016年9月 |\n|---|---|\n| 钉钉上线 | 2015年1月 |", ["2016年9月", "2015年1月"]),
        ("| 指标 | 2021年收购 |\n|---|---|\n| 营收 | 1亿元 |", ["2021年"]),
        ("| 产品 | 2021年 | 说明 |\n|---|---|---|\n| 飞书 | 1亿元 | 无 |", ["2021年"]),
        ("2021年发布。", ["2021年"]),
    ],
)
def test_a_row_that_heads_columns_by_dates_tells_nothing(text: str, dates: list[str]):
    assert told_in(text) == dates
