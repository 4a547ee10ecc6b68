from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.encoding import Decoded, decode, first_unreadable, is_binary
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
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_text(mark: bytes, encoding: str, name: str) -> None:
    assert decode(mark + TRADITIONAL.encode(encoding)) == Decoded(TRADITIONAL, name)


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5hkscs")]
)
def test_a_page_that_declares_its_charset(charset: str, encoding: str) -> None:
    page = f'<html><head><meta content="text/html; charset={charset}"></head>{TRADITIONAL}'
    assert decode(page.encode(encoding)) == Decoded(page, encoding)


def test_a_page_that_declares_the_wrong_charset() -> None:
    page = f"<meta charset=big5>{SIMPLIFIED}" + SIMPLIFIED * 3
    assert decode(page.encode("gb18030")) == Decoded(page, "gb18030")


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xff", "钉钉".encode() + b"\xff", bytes(range(128, 256))])
def test_what_no_encoding_fits(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=400))
def test_any_bytes_decode_to_text_that_encodes_or_not_at_all(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        text = decoded.text
        assert text.encode("utf-8").decode("utf-8") == text
        assert (decoded.unreadable == 0) == (decoded.first_unreadable is None)
        assert not is_binary(text.encode("utf-8"))


@pytest.mark.parametrize(
    ("data", "damaged"),
    [
        (b"\0" + b"x" * 98, True),
        (b"\0" + b"x" * 99, False),
        (b"", False),
        ("钉钉\r\n\t".encode(), False),
        ("钉钉".encode("utf-16"), False),
        (codecs.BOM_UTF32_BE + "钉钉".encode("utf-32-be"), False),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", True),
    ],
)
def test_binary(data: bytes, damaged: bool) -> None:
    assert is_binary(data) is damaged


@pytest.mark.parametrize(
    ("data", "encoding", "lost", "first"),
    [
        (SIMPLIFIED.encode()[:-1], "utf-8", 1, 42),
        (SIMPLIFIED.encode() + b"\xff" + SIMPLIFIED.encode(), "utf-8", 1, 45),
        (SIMPLIFIED.encode("gb18030") + b"\xff" + SIMPLIFIED.encode("gb18030"), "gb18030", 1, 30),
        (codecs.BOM_UTF8 + SIMPLIFIED.encode() + b"\xff", "utf-8-sig", 1, 48),
        (codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le") + b"\x00\xd8", "utf-16-le", 1, 32),
        ((SIMPLIFIED * 20).encode() + b"\xed\xa0\x80", "utf-8", 3, 900),
    ],
)
def test_a_few_bad_bytes_cost_only_themselves(data: bytes, encoding: str, lost: int, first: int) -> None:
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.encoding, decoded.unreadable, decoded.first_unreadable) == (encoding, lost, first)
    assert decoded.text.count("\ufffd") == lost
    assert decoded.text.startswith(SIMPLIFIED[:-1])


@pytest.mark.parametrize(("data", "first"), [(b"ab\xffc", 2), (b"abc", 3), ("钉".encode()[:2], 0)])
def test_the_first_byte_that_is_not_utf_8(data: bytes, first: int) -> None:
    assert first_unreadable(data) == first


def test_frequent_characters_are_simplified_sorted_and_unique() -> None:
    rows = [
        row["character"] for row in lexicon.read(lexicon.FOLDER / "frequent_characters.tsv", ("character",))
    ]
    assert rows == sorted(set(rows))
    assert all(len(row) == 1 and fold(row) == row for row in rows)
