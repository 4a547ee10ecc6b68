from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.encoding import decode, is_binary
from analysis.reading.script import fold

SIMPLIFIED = "企业微信和钉钉都在争夺办公市场"
TRADITIONAL = "企業微信和釘釘都在爭奪辦公市場"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        ("小結:兩者不同", "big5hkscs"),
        ("他说,钉钉很好", "gb18030"),
        (SIMPLIFIED + "\r\n" + "DingTalk 2.0 " * 50, "gb18030"),
        ("plain ASCII", "utf-8"),
    ],
)
def test_decode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_text(mark: bytes, encoding: str, name: str) -> None:
    assert decode(mark + TRADITIONAL.encode(encoding)) == (TRADITIONAL, name)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5hkscs")]
)
def test_a_page_that_declares_its_charset(charset: str, encoding: str) -> None:
    page = f'<html><head><meta content="text/html; charset={charset}"></head>{TRADITIONAL}'
    assert decode(page.encode(encoding)) == (page, encoding)


def test_a_page_that_declares_the_wrong_charset() -> None:
    page = f"<meta charset=big5>{SIMPLIFIED}" + SIMPLIFIED * 3
    assert decode(page.encode("gb18030")) == (page, "gb18030")


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xff", "钉钉".encode() + b"\xff", bytes(range(128, 256))])
def test_what_no_encoding_fits(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=400))
def test_any_bytes_decode_to_text_that_encodes_or_not_at_all(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        text, encoding = decoded
        assert text.encode("utf-8").decode("utf-8") == text
        assert "\0" not in text or encoding.startswith("utf-16")
    assert is_binary(b"\0" + data)


def test_frequent_characters_are_simplified_sorted_and_unique() -> None:
    rows = [
        row["character"] for row in lexicon.read(lexicon.FOLDER / "frequent_characters.tsv", ("character",))
    ]
    assert rows == sorted(set(rows))
    assert all(len(row) == 1 and fold(row) == row for row in rows)
