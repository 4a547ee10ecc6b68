import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding


def publication(of: int, dates: list[str]) -> pd.DataFrame:
    ends = {"oldest": dates[0] if dates else None, "newest": dates[-1] if dates else None}
    return pd.DataFrame([{"articles": of, "dated": len(dates), **ends}])


def articles(*rows: tuple[str, int, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["title", "body_chars", "published"])


@pytest.mark.parametrize(
    ("products", "finding"),
    [
        ([], Finding("subject.nothing", {"n": 5})),
        (["钉钉"], Finding("subject.one", {"product": "钉钉", "n": 5})),
        (["钉钉", "飞书"], Finding("subject.several", {"products": ["钉钉", "飞书"], "n": 5})),
    ],
)
def test_subject(products: list[str], finding: Finding):
    assert findings.subject(products, 5) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("corpus.nothing", {})),
        ([("甲", 9, None)], Finding("corpus.one", {"title": "甲", "chars": 9})),
        ([("甲", 9, None), ("乙", 9, None), ("丙", 1, None)], Finding("corpus.even", {"n": 3, "chars": 19})),
        (
            [("甲", 2, None), ("乙", 9, None)],
            Finding("corpus.longest", {"n": 2, "chars": 11, "title": "乙", "most": 9}),
        ),
    ],
)
def test_corpus(rows: list, finding: Finding):
    assert findings.corpus(articles(*rows), len(rows), sum(chars for _, chars, _ in rows)) == finding


@pytest.mark.parametrize(
    ("dates", "key", "n"),
    [
        ([None, None], "none", 2),
        (["2020-01", "2020-01"], "on", 2),
        (["2020-02-03", "2019"], "span", 2),
        (["2020", None], "some_on", 1),
        (["2020", None, "2018-05"], "some_span", 2),
    ],
)
def test_published(dates: list, key: str, n: int):
    known = sorted(filter(None, dates))
    found = findings.published(publication(len(dates), known))
    assert found is not None
    assert found.key == f"published.{key}"
    assert found.facts["n"] == n
    if known:
        assert (found.facts["oldest"], found.facts["newest"]) == (known[0], known[-1])


def test_nothing_is_published_where_there_is_no_article():
    assert findings.published(publication(0, [])) is None
