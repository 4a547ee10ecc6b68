import pytest

from analysis.frames.named_products import every_product, named
from analysis.schema import Mention


def test_every_product_named_the_most_named_first(small):
    assert list(named(small, ("one", "two", "three")).itertuples(index=False, name=None)) == [
        ("钉钉", 5, 2),
        ("企业微信", 3, 2),
        ("微信", 1, 1),
        ("飞书", 1, 1),
    ]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({"企业微信": 4, "腾讯": 1}, ["企业微信"]),
        ({"企业微信": 4, "腾讯": 2}, ["企业微信", "腾讯"]),
        ({"拼多多": 2, "京东": 3, "微信": 1, "小米": 1}, ["京东", "拼多多", "小米", "微信"]),
        ({"京东": 2, "小米": 1}, ["京东", "小米"]),
        ({"京东": 11, "小米": 9, "腾讯": 1, "微信": 1}, ["京东", "小米", "微信"]),
    ],
)
def test_a_company_named_as_often_as_products_stands_among_them(holding, times, expected):
    firms = {"腾讯", "京东", "小米"}
    rows = [
        Mention("one", start, start + 1, name, name, "company" if name in firms else "product", "name")
        for name, count in times.items()
        for start in range(count)
    ]
    assert every_product(holding("mentions", rows)) == expected


def test_a_company_with_features_stands_among_the_products_however_seldom_it_is_named(holding):
    firms = {"腾讯", "微信"}
    rows = [
        Mention("one", start, start + 1, name, name, "company" if name in firms else "product", "name")
        for start, name in enumerate(["企业微信"] * 4 + ["腾讯", "微信"])
    ]
    assert every_product(holding("mentions", rows)) == ["企业微信", "微信"]
