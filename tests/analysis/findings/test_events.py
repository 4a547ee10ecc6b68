import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding

A, B, C = "钉钉", "企业微信", "飞书"


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ([], Finding("busiest_year.nothing", {})),
        ([None], Finding("busiest_year.nothing", {})),
        (["2019-01-01", "2019-12-31"], Finding("busiest_year.only", {"year": "2019", "n": 2, "of": 2})),
        (
            ["2019-01-01", "2020-01-01", "2019-05-05"],
            Finding("busiest_year.most", {"year": "2019", "n": 2, "of": 3}),
        ),
        (
            ["2020-01-01", "2019-01-01", None],
            Finding("busiest_year.tied", {"years": ["2019", "2020"], "n": 1, "of": 2}),
        ),
    ],
)
def test_busiest_year(dates: list, finding: Finding):
    events = pd.DataFrame({"article": "one", "start": range(len(dates)), "date": pd.to_datetime(dates)})
    twice = pd.concat([events, events])
    assert findings.busiest_year(twice) == finding


@pytest.mark.parametrize(
    ("products", "finding"),
    [
        ([], None),
        ([A, A], None),
        ([A, B, A], Finding("busiest_product.most", {"product": A, "n": 2})),
        ([A, B, A, B, C], Finding("busiest_product.tied", {"products": [A, B], "n": 2})),
    ],
)
def test_busiest_product(products: list[str], finding: Finding | None):
    assert findings.busiest_product(pd.DataFrame({"product": products}, dtype=object)) == finding
