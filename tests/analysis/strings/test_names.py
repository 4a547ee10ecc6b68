import pytest

from analysis.strings.names import feature_name, product_name


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


@pytest.mark.parametrize(
    ("feature", "language", "name"),
    [
        ("approval", "en", "Approvals"),
        ("hardware", "zh", "智能硬件"),
        ("no_longer_there", "zh", "no_longer_there"),
        ("外太空模式", "en", "外太空模式"),
    ],
)
def test_a_feature_and_a_category_have_a_name_in_either_language(feature: str, language: str, name: str):
    assert feature_name(feature, language) == name
