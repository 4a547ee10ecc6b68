import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts import fonts

TITLE = "疫情下的流量機遇:為何釘釘“搶走”小學生,企業微信落後一步?"


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.text(), st.floats(1, 500))
def test_nothing_is_lost_in_wrapping(text: str, room: float):
    assert squeezed("".join(fonts.wrap(text, room))) == squeezed(text)


@given(st.text(alphabet="企业微信钉钉，。（）abc 12"), st.floats(60, 500))
def test_a_line_is_no_wider_than_its_room(text: str, room: float):
    assert fonts.widest(fonts.wrap(text, room)) <= room


@given(st.text(alphabet="企业微信钉钉，。（）abc 12"), st.floats(60, 500))
def test_balanced_lines_are_as_many_and_no_wider(text: str, room: float):
    lines = fonts.balanced(text, room)
    assert len(lines) == len(fonts.wrap(text, room))
    assert fonts.widest(lines) <= room
    assert squeezed("".join(lines)) == squeezed(text)


def test_a_line_begins_with_no_closing_and_ends_with_no_opening_mark():
    for room in range(40, 400, 7):
        for line in fonts.wrap(TITLE + "（再看一次）", room):
            assert line[0] not in fonts.NOT_FIRST
            assert line[-1] not in fonts.NOT_LAST


def test_words_and_numbers_are_kept_whole():
    assert fonts.wrap("DingTalk has 1,300 schools", 80) == ["DingTalk", "has 1,300", "schools"]


def test_a_title_is_broken_into_lines_of_about_the_same_width():
    lines = fonts.balanced("弯道当前,企业微信能超车吗?", 170)
    assert fonts.width(lines[-1]) > fonts.width(lines[0]) / 2


@given(st.text(), st.floats(0, 300))
def test_what_is_shortened_fits_and_says_so(text: str, room: float):
    short = fonts.shortened(text, room)
    assert short == " ".join(text.split()) or short.endswith("…")
    assert fonts.width(short) <= max(room, fonts.width("…"))


def test_shortened_keeps_all_that_fits():
    whole = "企业微信不再收费"
    for n in range(1, len(whole) - 1):
        assert fonts.shortened(whole, fonts.width(whole[:n] + "…")) == whole[:n] + "…"


def test_a_long_text_is_measured_a_few_times_only(monkeypatch: pytest.MonkeyPatch):
    measured = []
    monkeypatch.setattr(fonts, "width", lambda text: measured.append(text) or 14.0 * len(text))
    assert fonts.shortened("长" * 10_000, 140) == "长" * 9 + "…"
    assert len(measured) < 20


@pytest.mark.parametrize(
    ("text", "shown"), [("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"), ("a & b", "a &amp; b"), ("“钉钉”", "“钉钉”")]
)
def test_text_is_never_a_tag(text: str, shown: str):
    assert fonts.markup(text) == shown
    assert fonts.hover(text) == shown


def test_a_hover_box_keeps_its_lines_and_breaks_long_ones():
    lines = fonts.hover("一\n" + "长" * 60).split("<br>")
    assert lines[0] == "一"
    assert len(lines) == 4


def test_chinese_is_a_square_wide():
    assert fonts.width("钉钉", 20) == pytest.approx(40)


def test_a_face_carries_only_the_characters_asked_for():
    rule = fonts.face(frozenset("钉2"))
    data = re.search(r"base64,([^)]+)\)", rule)[1]
    font = TTFont(io.BytesIO(base64.b64decode(data)))
    assert font.flavor == "woff"
    assert set(font.getBestCmap()) == {ord("钉"), ord("2")}
    assert len(rule) < 6000
    assert f"font-family:'{fonts.FAMILY}'" in rule


def test_an_unknown_character_breaks_nothing():
    assert fonts.face(frozenset("\U0010fffd钉")).startswith("@font-face")
