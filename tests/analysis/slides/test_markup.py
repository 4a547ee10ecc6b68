import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts import fonts
from analysis.slides import markup
from analysis.slides.elements import Run


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("钉钉", [Run("钉钉", "#222222", 14)]),
        ("a&lt;b&gt;&amp;", [Run("a<b>&", "#222222", 14)]),
        ("一<br>二", [Run("一", "#222222", 14), Run("\n", "#222222", 14), Run("二", "#222222", 14)]),
        (
            '2亿<span style="color:#5B6570"> 2019年</span>。',
            [Run("2亿", "#222222", 14), Run(" 2019年", "#5B6570", 14), Run("。", "#222222", 14)],
        ),
        ("", []),
    ],
)
def test_markup_becomes_runs(written: str, expected: list[Run]):
    assert markup.runs(written, "#222222", 14) == expected


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_text_that_was_escaped_comes_back_as_it_was(text: str):
    assert markup.text(fonts.markup(text)) == text


def test_both_parts_of_two_coloured_text_come_back():
    runs = markup.runs(fonts.two_coloured("<超过>", " & 2019", "#5B6570"), "#222222")
    assert [(run.text, run.colour) for run in runs] == [("<超过>", "#222222"), (" & 2019", "#5B6570")]
