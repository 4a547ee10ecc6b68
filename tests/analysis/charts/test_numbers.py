import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.numbers import exact, format_number, format_range, format_rate, format_share

POWERS = {"万亿": 1e12, "亿": 1e8, "万": 1e4, "T": 1e12, "B": 1e9, "M": 1e6, "K": 1e3}


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (0, "0", "0"),
        (3, "3", "3"),
        (99.5, "99.5", "99.5"),
        (1300, "1300", "1,300"),
        (9999, "9999", "9,999"),
        (10_000, "1万", "10K"),
        (120_000, "12万", "120K"),
        (999_999, "100万", "1M"),
        (10_000_000, "1000万", "10M"),
        (99_999_999, "1亿", "100M"),
        (200_000_000, "2亿", "200M"),
        (320_000_000, "3.2亿", "320M"),
        (1_150_000_000, "11.5亿", "1.15B"),
        (2e12, "2万亿", "2T"),
        (-25_000, "-2.5万", "-25K"),
    ],
)
def test_numbers_read_as_the_reader_writes_them(value: float, zh: str, en: str):
    assert format_number(value, "zh") == zh
    assert format_number(value, "en") == en


@given(st.floats(-1e14, 1e14, allow_nan=False), st.sampled_from(["zh", "en"]))
def test_a_shortened_number_is_close_to_the_number(value: float, language: str):
    said = format_number(value, language).replace(",", "")
    word = next((word for word in POWERS if said.endswith(word)), "")
    read = float(said.removesuffix(word)) * POWERS.get(word, 1)
    assert read == pytest.approx(value, rel=0.006, abs=0.006)


@pytest.mark.parametrize(("low", "high", "said"), [(3, 4, "3–4"), (2e6, 3e6, "200万–300万")])
def test_a_range_has_both_its_ends(low: float, high: float, said: str):
    assert format_range(low, high, "zh") == said


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0%"), (0.004, "<1%"), (0.006, "1%"), (0.42, "42%"), (1, "100%")]
)
def test_a_share_is_a_percentage(share: float, said: str):
    assert format_share(share) == said


@pytest.mark.parametrize(("rate", "said"), [(0, "0"), (0.01, "<0.1"), (0.05, "0.1"), (12.96, "13.0")])
def test_a_rate_has_one_decimal(rate: float, said: str):
    assert format_rate(rate) == said


@pytest.mark.parametrize(("value", "said"), [(1300, "1,300"), (99.5, "99.5"), (1e9, "1,000,000,000")])
def test_exact_has_every_digit(value: float, said: str):
    assert exact(value) == said
