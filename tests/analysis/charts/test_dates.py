import pytest

from analysis.charts.dates import format_date, short_date


@pytest.mark.parametrize(
    ("iso", "chinese", "english"),
    [
        ("2019", "2019年", "2019"),
        ("2019-H1", "2019年上半年", "H1 2019"),
        ("2019-Q4", "2019年Q4", "Q4 2019"),
        ("2019-03", "2019年3月", "Mar 2019"),
        ("2019-03-03", "2019年3月3日", "3 Mar 2019"),
        ("2019-01/2019-09", "2019年1月–9月", "Jan–Sep 2019"),
        ("2018/2019", "2018年–2019年", "2018–2019"),
        ("2019-12/2020-01", "2019年12月–2020年1月", "Dec 2019–Jan 2020"),
        ("2019-03-03/2019-03-05", "2019年3月3日–2019年3月5日", "3 Mar 2019–5 Mar 2019"),
    ],
)
def test_a_date_reads_as_its_language_writes_it(iso: str, chinese: str, english: str):
    assert format_date(iso, "zh") == chinese
    assert format_date(iso, "en") == english


@pytest.mark.parametrize(
    ("iso", "chinese", "english"),
    [
        ("2019", "2019年", "2019"),
        ("2019-H1", "上半年", "H1"),
        ("2019-03", "3月", "Mar"),
        ("2019-03-03", "3月3日", "3 Mar"),
        ("2019-01/2019-09", "1月–9月", "Jan–Sep"),
        ("2018/2019", "2018年–2019年", "2018–2019"),
        ("2019-12/2020-01", "2019年12月–2020年1月", "Dec 2019–Jan 2020"),
        ("2019-03-03/2019-03-05", "3月3日–3月5日", "3 Mar–5 Mar"),
    ],
)
def test_a_short_date_leaves_out_the_year_where_it_says_more(iso: str, chinese: str, english: str):
    assert short_date(iso, "zh") == chinese
    assert short_date(iso, "en") == english
