import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding

A, B, C = "钉钉", "企业微信", "飞书"


@pytest.mark.parametrize(
    ("years", "finding"),
    [
        ({}, Finding("busiest_year.nothing", {})),
        ({2019: 2}, Finding("busiest_year.only", {"year": "2019", "n": 2, "of": 2})),
        ({2019: 2, 2020: 1}, Finding("busiest_year.most", {"year": "2019", "n": 2, "of": 3})),
        ({2019: 1, 2020: 1}, Finding("busiest_year.tied", {"years": ["2019", "2020"], "n": 1, "of": 2})),
    ],
)
def test_busiest_year(years: dict[int, int], finding: Finding):
    frame = pd.DataFrame(years.items(), columns=["year", "events"])
    assert findings.busiest_year(frame) == finding


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ({}, None),
        ({A: 2}, None),
        ({A: 2, B: 1}, Finding("busiest_product.most", {"product": A, "n": 2})),
        ({A: 2, B: 2, C: 1}, Finding("busiest_product.tied", {"products": [A, B], "n": 2})),
    ],
)
def test_busiest_product(counts: dict[str, int], finding: Finding | None):
    frame = pd.DataFrame(counts.items(), columns=["product", "events"])
    assert findings.busiest_product(frame) == finding
