import pytest

from analysis.charts.names import product_name


@pytest.mark.parametrize(
    ("product", "language", "name"),
    [
        ("钉钉", "zh", "钉钉"),
        ("钉钉", "en", "DingTalk"),
        ("企业微信", "en", "WeCom"),
        ("没有这个", "en", "没有这个"),
    ],
)
def test_a_product_has_a_name_in_either_language(product: str, language: str, name: str):
    assert product_name(product, language) == name
