import pytest

from analysis.charts.names import category_name, feature_name, product_name


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
    ("category", "name"),
    [("hardware", "智能硬件"), ("no_longer_there", "no_longer_there"), (None, "⟨features.discovered⟩")],
)
def test_a_category_has_a_name(category: str | None, name: str, labels):
    assert category_name(category, labels) == name


def test_a_feature_outside_the_lexicon_is_called_by_its_words(labels):
    assert feature_name("外太空模式", labels) == "外太空模式"
