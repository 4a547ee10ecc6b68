from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.script import fold, script_of

WORDS = lexicon.read(lexicon.FOLDER / "script.tsv", ("written", "folded", "example"))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("釘釘和企業微信", "钉钉和企业微信"),
        ("阿裡、阿里、裏面", "阿里、阿里、里面"),
        ("臺灣與台灣的平臺", "台湾与台湾的平台"),
        ("軟體與程式", "软体与程式"),
        ("乾淨的幹部於是幹活", "干净的干部于是干活"),
        ("意味著這家著名企業看著顯著增長", "意味着这家著名企业看着显著增长"),
        ("並不瞭解,登高瞭望", "并不了解,登高瞭望"),
        ("ABC 123,。!", "ABC 123,。!"),
        ("著名作者的显著特点", "著名作者的显著特点"),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["written"])
def test_words_are_as_long_folded_and_their_examples_hold(row: dict[str, str]) -> None:
    before, after = row["example"].split("=")
    assert len(row["written"]) == len(row["folded"])
    assert fold(before) == after


@given(st.text())
def test_fold_keeps_every_offset_and_is_done_after_one_time(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("企业微信发布了新版本", "hans"),
        ("企業微信發布了新版本", "hant"),
        ("企业微信与釘釘各有長處", "mixed"),
        ("DingTalk 2.0", "hans"),
        ("", "hans"),
        ("企業微信發布了新版本,這個畫面想想就覺得好恐怖,瀏覽器收藏夾里", "hant"),
    ],
)
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script
