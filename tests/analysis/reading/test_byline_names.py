"""Names of publications are told in bylines, and from headlines that stand beside a date too."""

import re

import pytest

from analysis import lexicon
from analysis.reading.byline_names import blanks
from analysis.reading.header import HeaderReading
from tests.analysis.reading.kept_lines import BOILERPLATE, PROSE, left

PUBLICATION = re.compile(blanks(lexicon.FOLDER)["publication"])
HEADER = HeaderReading.load(lexicon.FOLDER)
WORDS = lexicon.read(lexicon.FOLDER / "publication_words.tsv", ("word", "role", "unless", "example"))


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["word"])
def test_the_example_of_a_word_is_a_byline_or_a_headline(row: dict[str, str]) -> None:
    is_byline = row["example"] not in left(f"标题\n{row['example']}\n{PROSE}")
    assert is_byline == (row["role"] == "ending")


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("电商前线", True),
        ("第一财经", True),
        ("IT之家", True),
        ("钛媒体", True),
        ("用友财报", False),
        ("互联网", False),
        ("自媒体", False),
        ("钉钉发布新闻", False),
        ("飞书", False),
        ("报", False),
    ],
)
def test_names_of_publications(words: str, is_one: bool) -> None:
    assert (PUBLICATION.fullmatch(words) is not None) == is_one


@pytest.mark.parametrize(
    ("line", "author", "source", "published"),
    [
        ("2025年5月6日 电商前线", None, "电商前线", "2025-05-06"),
        ("2025.05.06 电商前线 阿木", None, "电商前线", "2025-05-06"),
        ("电商前线 | 2025-05-06 10:20", None, "电商前线", "2025-05-06"),
        ("电商前线 2025年5月6日 作者:阿木", "阿木", "电商前线", "2025-05-06"),
        ("作者:阿木 | 某某 | 2025年5月6日", "阿木", "某某", "2025-05-06"),
        ("作者:阿木 | 2025年5月6日 | 某某", "阿木", "某某", "2025-05-06"),
        ("作者:阿木 | 电商前线", "阿木", "电商前线", None),
        ("某某 | 作者 阿木 | 2025年5月6日", "阿木", "某某", "2025-05-06"),
        ("作者 阿木 来源 某某 2025-05-06", "阿木", "某某", "2025-05-06"),
        ("文/阿木 编辑/李四 来源/某某", "阿木", "某某", None),
        ("采访/阿木 撰文/李四", "李四", None, None),
        ("作者:阿木 | 阅读 1234 | 2025年5月6日", "阿木", None, "2025-05-06"),
    ],
)
def test_bylines_at_the_head(
    line: str, author: str | None, source: str | None, published: str | None
) -> None:
    for text in (f"钉钉为什么能赢\n{line}\n{PROSE}", f"{line}\n钉钉为什么能赢\n{PROSE}"):
        header = HEADER(text, text, BOILERPLATE(text)[1])
        assert (header.author, header.source, header.published) == (author, source, published)
        assert left(text) == ["钉钉为什么能赢", PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "2025年5月6日 钉钉发布8.0",
        "2025年5月6日 飞书成立",
        "2025年5月6日 杭州发布会",
        "2025年5月6日 用友财报",
        "2025年5月6日 钉钉登上新闻",
        "2025年5月6日 第一财经 钉钉发布8.0",
        "飞书上线 2025年5月6日",
        "表格/文档/幻灯片",
        "免费版 | 专业版",
        "飞书 | 钉钉 | 企业微信",
        "阿木 | 电商前线",
    ],
)
def test_lines_that_are_not_clearly_bylines_stay(line: str) -> None:
    assert left(f"钉钉为什么能赢\n{line}\n{PROSE}") == ["钉钉为什么能赢", line, PROSE]
    assert left(f"钉钉为什么能赢\n{PROSE}\n{line}\n{PROSE}") == ["钉钉为什么能赢", PROSE, line, PROSE]
