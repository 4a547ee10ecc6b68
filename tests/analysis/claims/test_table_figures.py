"""Figures in tables: a heading says what a cell counts, another one whom it is about."""

import re

import pytest

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.events import Events
from analysis.claims.metrics import Metrics
from analysis.document import Document, Span
from analysis.schema import Mention, Metric

METRICS = Metrics.load(lexicon.FOLDER)
EVENTS = Events.load(lexicon.FOLDER)
NAMES = re.compile("钉钉|飞书|企业微信")

ACROSS = """| 产品 | 用户数 | 企业数(万) | 份额（%） | 年费 | 版本 |
|---|---|---|---|---|---|
| 钉钉 | 约7亿 | 2500 | 41.5 | ¥9800/年 | 7.5 |
| 飞书 | 1200万+ | 60 | 不足10 | 300元 | 6.1 |"""
DOWN = """| 指标 | 钉钉 | 企业微信 |
|---|---|---|
| 月活 | 1.9亿 | 8600万 |
| 群人数上限 | 1000人 | 500人 |
| 支持打卡 | 是 | 否 |"""
HTML = """<table><tr><th>平台</th><th>员工数</th></tr>
<tr><td>飞书</td><td>5000</td></tr><tr><td>钉钉</td><td>1600人</td></tr></table>"""


def metrics_of(document: Document, mentions: list[Mention]) -> list[Metric]:
    dates = of_sentences(document)
    return METRICS(document, mentions, EVENTS(document, mentions, dates), dates)


def figures_of(text: str) -> list[tuple[str, float | None, str | None, str | None]]:
    body = re.sub("<[^>]*>", lambda tag: " " * len(tag[0]), text)
    lines = tuple(Span(*line.span()) for line in re.finditer(r"\S[^\n]*", body))
    document = Document("invented", text, body, "hans", title=None, published=None, sentences=lines)
    mentions = [
        Mention("invented", *one.span(), one[0], one[0], "product", rule="invented")
        for one in NAMES.finditer(body)
    ]
    found = metrics_of(document, mentions)
    assert all(one.start < one.end for one in found)
    return [(one.surface, one.value, one.unit, one.subject) for one in found]


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        (
            ACROSS,
            [
                ("7亿", 7e8, "users", "钉钉"),
                ("2500", 25e6, "enterprises", "钉钉"),
                ("41.5", 41.5, "percent", "钉钉"),
                ("9800", 9800, "CNY", "钉钉"),
                ("1200万+", 12e6, "users", "飞书"),
                ("60", 6e5, "enterprises", "飞书"),
                ("10", 10, "percent", "飞书"),
                ("300元", 300, "CNY", "飞书"),
            ],
        ),
        (
            "| 产品 | 月活(万) | 价格（元/人/月） | 增长率(%) |\n|---|---|---|---|\n"
            "| 飞书 | 2,000+ | 9.8 | -3.5 |",
            [
                ("2,000+", 2e7, "users", "飞书"),
                ("9.8", 9.8, "CNY", "飞书"),
                ("-3.5", -3.5, "percent", "飞书"),
            ],
        ),
        (
            "飞书各版本的价格\n| 版本 | 月费 |\n|---|---|\n| 商业版 | 50元 |",
            [("50元", 50, "CNY", "飞书")],
        ),
        (
            DOWN,
            [
                ("1.9亿", 1.9e8, "users", "钉钉"),
                ("8600万", 8.6e7, "users", "企业微信"),
                ("1000人", 1000, "people", "钉钉"),
                ("500人", 500, "people", "企业微信"),
            ],
        ),
        (
            "| 指标 | 飞书 |\n|---|---|\n| 净利润 | -9.33亿元 |\n| 增长率 | −12.5% |",
            [("-9.33亿元", -9.33e8, "CNY", "飞书"), ("−12.5%", -12.5, "percent", "飞书")],
        ),
        (HTML, [("5000", 5000, "people", "飞书"), ("1600人", 1600, "people", "钉钉")]),
        ("| 章节 | 页码 |\n|---|---|\n| 前言 | 12 |\n| 正文 | 34 |", []),
        ("| 产品 | 上线时间 |\n|---|---|\n| 钉钉 | 2015年1月 |\n| 飞书 | 2016.09 |", []),
    ],
)
def test_a_cell_is_read_under_its_heading(table: str, figures: list[tuple[str, float, str, str]]):
    assert figures_of(table) == figures


def test_the_date_of_a_row_is_the_date_of_its_figures():
    text = "| 年份 | 市场规模 |\n|---|---|\n| 2021年 | 264亿元 |\n| 2022年 | 315亿元 |"
    lines = tuple(Span(*line.span()) for line in re.finditer(r"\S[^\n]*", text))
    document = Document("invented", text, text, "hans", title=None, published=None, sentences=lines)
    found = metrics_of(document, [])
    assert [(one.value, one.as_of) for one in found] == [(264e8, "2021"), (315e8, "2022")]


def test_prose_in_a_cell_is_read_as_prose():
    found = figures_of(
        "| 产品 | 说明 |\n|---|---|\n| 飞书 | 面向先进企业，去年年底已经拥有超过900万名活跃用户 |"
    )
    assert found == [("900万名活跃用户", 9e6, "users", "飞书")]
