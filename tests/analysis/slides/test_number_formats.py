import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.numbers import exact, format_rate, format_share
from analysis.slides.number_formats import FORMATS, common_format


@pytest.mark.parametrize(
    ("values", "texts", "code"),
    [
        ([30, 0, 1300], ["30", "0", "1,300"], "#,##0"),
        ([0.37, 0.004, 0], ["37%", "<1%", "0%"], '[=0]0%;[<0.005]"<1%";0%'),
        ([13.0, 0.04, 0], ["13.0", "<0.1", "0"], '[=0]0;[<0.05]"<0.1";#,##0.0'),
        ([0.0123, 0.45], ["0.0123", "0.4500"], "#,##0.0000"),
        ([12000, 3], ["1.2万", "3"], None),
        ([0.125], ["12%"], None),
    ],
)
def test_the_format_that_shows_the_text(values, texts, code):
    assert common_format(values, texts) == code


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_counts_always_have_a_format(values):
    assert common_format(values, [exact(value) for value in values]) == "#,##0"


@given(st.lists(st.floats(0, 1), min_size=1))
def test_a_format_found_for_shares_shows_them_as_the_figure_does(values):
    code = common_format(values, [format_share(value) for value in values])
    assert code is None or [FORMATS[code](value) for value in values] == [format_share(v) for v in values]


@given(st.lists(st.floats(0, 500), min_size=1))
def test_a_format_found_for_rates_shows_them_as_the_figure_does(values):
    code = common_format(values, [format_rate(value) for value in values])
    assert code is None or [FORMATS[code](value) for value in values] == [format_rate(v) for v in values]
