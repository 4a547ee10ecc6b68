"""What a sentence that names nobody goes on about, and when it goes on about nothing."""

import re

import pytest

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.metrics import Metrics
from analysis.document import Document, Span
from analysis.schema import Mention

METRICS = Metrics.load(lexicon.FOLDER)
KINDS = {"腾讯": "company", "飞书": "product", "Zoom": "product", "Slack": "product", "IDC": "company"}


def subjects(text: str, title: str = "") -> list[str | None]:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    span = Span(0, len(title)) if title else None
    document = Document("invented", text, text, "hans", span, None, sentences)
    mentions = [
        Mention("invented", *found.span(), found[0], found[0], KINDS[found[0]], rule="invented")
        for found in re.finditer("|".join(KINDS), text)
    ]
    return [one.subject for one in METRICS(document, mentions, [], of_sentences(document))]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("飞书发布了新版。用户数突破3亿。", "飞书"),
        ("飞书发布了新版。市场规模达到139亿元。", None),
        ("飞书发布了新版。下载量位列行业第一。", "飞书"),
        ("飞书发布了新版。\n月活达到3亿。", "飞书"),
        ("飞书发布了新版。\n2023年软件订阅收入达到3亿元。", "飞书"),
        ("飞书发布了新版。\n全国的网吧有900家。", None),
        ("飞书发布了新版。\n国内用户已有3亿。", None),
        ("飞书发布了新版。\n某茶饮品牌的门店达到900家。", None),
        ("飞书和Zoom发布了新版。\n月活达到3亿。", None),
        ("飞书和Zoom都变了，飞书更快，飞书更稳。\n月活达到3亿。", "飞书"),
        ("飞书发布了新版。\n很好。\n不错。\n可以。\n行。\n月活达到3亿。", None),
        ("IDC发布了报告。\n月活达到3亿。", None),
        ("飞书涨了三倍，市场规模达到3亿元。", ["飞书", None]),
        ("飞书发布了新版。\n很好。\n该平台支持300人开会。", "飞书"),
    ],
)
def test_a_figure_goes_on_about(text: str, subject: str | list[str | None] | None):
    assert subjects(text) == (subject if isinstance(subject, list) else [subject])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以下是飞书的数据：\n- 日活460万\n- 签约1.2万家", ["飞书", "飞书"]),
        ("飞书去年的成绩：\n1. 门店300家\n2. 续费率90%", ["飞书", "飞书"]),
        ("各家的数据：\n- Zoom日活460万\n- 签约1.2万家", ["Zoom", None]),
        ("飞书与Zoom：\n- 签约1.2万家", [None]),
    ],
)
def test_the_line_before_a_list_names_the_owner_of_its_figures(text: str, found: list[str | None]):
    assert subjects(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Slack这十年\n从聊天开始。\n月活达到3亿。", ["Slack"]),
        ("Slack与Zoom\n从聊天开始。\n月活达到3亿。", [None]),
        ("Slack这十年\n一、飞书的数据\n有涨有落。\n月活达到3亿。", ["飞书"]),
    ],
)
def test_a_section_or_the_title_names_the_owner(text: str, found: list[str | None]):
    assert subjects(text, text.partition("\n")[0])[-1:] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("飞书\n\n默认保存180天。", ["飞书"]),
        ("二、Slack\n\n飞书也一样。\n\n默认保存180天。", ["Slack"]),
        ("Slack的十大优势\n\n默认保存180天。", [None]),
        ("Slack\n\n别的事情\n\n默认保存180天。", [None]),
    ],
)
def test_a_heading_that_is_a_name_owns_what_follows(text: str, found: list[str | None]):
    assert subjects(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Slack发布了新版。\n单场会议规模为100人。", ["Slack"]),
        ("Slack发布了新版。\n这里有过10人左右的会议。", [None]),
        ("Slack的群聊：\n1. 飞书用户可以加入\n2. 单个群聊成员最多2000人", ["Slack"]),
        ("Slack发布了新版。某品牌采用飞书后，效率提高了30%。", ["飞书"]),
    ],
)
def test_limits_and_means(text: str, found: list[str | None]):
    assert subjects(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("营收超过2亿美元，飞书仍在亏损。", ["飞书"]),
        ("飞书财报显示，净亏损达到19亿元。", ["飞书"]),
        ("IDC财报显示，净亏损达到19亿元。", [None]),
        ("有53%的人在家办公，飞书看到了机会。", [None]),
    ],
)
def test_the_next_subject_or_the_reporting_firm_owns_what_nobody_is_named_for(
    text: str, found: list[str | None]
):
    assert subjects(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("腾讯发布了财报。飞书很好。公司员工达到3000人。", ["腾讯"]),
        ("腾讯推出飞书，公司毛利率为30%。", ["腾讯"]),
        ("腾讯的公司，飞书毛利率为30%。", ["飞书"]),
        ("飞书很好。公司员工达到3000人。", ["飞书"]),
        ("腾讯很好。公司名单有3000家企业。", ["腾讯"]),
    ],
)
def test_a_clause_that_says_firm_is_about_the_firm(text: str, found: list[str | None]):
    assert subjects(text) == found
