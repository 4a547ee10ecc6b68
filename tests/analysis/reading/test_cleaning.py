from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Article
from analysis.reading.cleaning import Cleaned, Cleaning
from analysis.reading.loading import find, load
from analysis.reading.script import fold

SPECS = Path(__file__).parents[2] / "specs"
PAGES = json.loads((SPECS / "cleaning.json").read_text(encoding="utf-8"))["cases"]
SEEDS = json.loads((SPECS / "seeds.json").read_text(encoding="utf-8"))["articles"]
FAILURES = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))["cleaning"]
FIELDS = ("title", "author", "source", "published", "published_basis", "script")
CLEANING = Cleaning.load(lexicon.FOLDER)


def clean(text: str, file: str = "a.txt") -> Cleaned:
    return CLEANING(Article("a", file, text, "utf-8", ""))


def lines(cleaned: Cleaned) -> list[str]:
    return [" ".join(line.split()) for line in cleaned.document.body.splitlines() if line.strip()]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_pages(case: dict[str, Any]) -> None:
    cleaned = clean("\n".join(case["text"]), case["file"])
    assert lines(cleaned) == case["body"]
    assert {field: getattr(cleaned.header, field) for field in FIELDS} == {
        field: case[field] for field in FIELDS
    }


@pytest.mark.parametrize("case", FAILURES, ids=lambda case: case["why"])
@pytest.mark.xfail(strict=True, reason="known not to work; why stands beside each case")
def test_known_failures(case: dict[str, Any]) -> None:
    assert lines(clean(case["text"], case["file"])) == case["body"]


@pytest.mark.parametrize("case", SEEDS, ids=lambda case: case["article"])
def test_seeds_lose_their_noise_and_nothing_else(case: dict[str, Any], seeds: Path) -> None:
    (path,) = [path for path in find([seeds]) if path.stem == case["article"]]
    article = load(path)
    cleaned = CLEANING(article)
    noise = _solid(article.text, case["noise"])
    gone = _solid(article.text, [(row.start, row.end) for row in cleaned.removed])
    assert sorted(gone - noise) == []
    assert sorted(noise - gone) == []
    assert {field: getattr(cleaned.header, field) for field in FIELDS} == {
        field: case[field] for field in FIELDS
    }


def _solid(text: str, spans: list[Any]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end) if not text[offset].isspace()}


PARTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "标题",
                "釘釘",
                "企业微信很好。",
                "\n",
                "\r\n",
                " ",
                "作者:张三",
                "分享到",
                "<p>",
                "</p>",
                "<b>",
                "</div>",
                "<script>",
                "<!--",
                "-->",
                "&nbsp;",
                "&amp;",
                "---\n",
                "# ",
                "](http://a)",
                "[",
                "相关文章",
                "长" * 60,
                "（【" * 30,
                "date 2020-02-12 ",
                "来源:新华网\n2020-03-01\n",
                "标签:钉钉",
                "收起",
                "阅读原文",
                "(责任编辑:李四)",
                "+++\ntitle = 钉钉\n+++\n",
                '<script type="application/ld+json">{"headline":',
                "甲  乙\n丙  丁\n戊  己\n",
                "│甲│乙│\n",
                "企业微信很好,从客户入手,让店员和微信里的顾客直接说话,门店、学校和医院都愿意用它,口碑……\n",
                "企业微信很好,从客户入手,让店员和微信里的顾客直接说话,门店、学校和医院都愿意用它,口碑不错。\n",
                "\u200b\u202e\x00",
                "𠮷野家😀",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=30,
)


@given(PARTS, st.sampled_from(["a.txt", "a.md", "a.html"]))
@example(["<script>", "<p>"], "a.html")
def test_any_text_is_cleaned_with_its_offsets_kept(parts: list[str], file: str) -> None:
    text = "".join(parts)
    cleaned = clean(text, file)
    body, removed = cleaned.document.body, cleaned.removed
    assert len(body) == len(text)
    assert all(row.start < row.end <= len(text) for row in removed)
    assert all(before.end <= after.start for before, after in pairwise(removed))
    assert not any(body[row.start : row.end].strip() for row in removed)
    kept = [offset for offset, character in enumerate(body) if not character.isspace()]
    folded = fold(text)
    assert all(body[offset] == folded[offset] or text[offset] == "&" for offset in kept)
    assert cleaned.header.body_chars == len(kept)
    spans = cleaned.document.sentences
    assert [(row.start, row.end) for row in cleaned.sentences] == list(spans)
    assert "".join("".join(body[start:end].split()) for start, end in spans) == "".join(body.split())


@given(PARTS)
def test_nothing_vanishes_without_a_row(parts: list[str]) -> None:
    text = "".join(parts)
    cleaned = clean(text)
    gone = {offset for row in cleaned.removed for offset in range(row.start, row.end)}
    body = cleaned.document.body
    assert all(
        offset in gone or text[offset].isspace() for offset in range(len(text)) if body[offset].isspace()
    )


@given(PARTS)
def test_the_title_stays(parts: list[str]) -> None:
    cleaned = clean("".join(parts))
    title = cleaned.document.title
    if title:
        assert cleaned.document.body[title.start : title.end].strip()
        assert cleaned.header.title is not None


@pytest.mark.parametrize("case", SEEDS, ids=lambda case: case["article"])
def test_what_was_cleaned_stays_clean(case: dict[str, Any], seeds: Path) -> None:
    (path,) = [path for path in find([seeds]) if path.stem == case["article"]]
    once = CLEANING(load(path)).document.body
    assert clean(once).document.body.split() == once.split()
