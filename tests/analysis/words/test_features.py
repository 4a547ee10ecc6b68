from analysis.words.features import categories, features

FEATURES = features()
CATEGORIES = categories()


def test_every_feature_has_a_category_and_every_category_a_feature():
    assert {feature.category for feature in FEATURES} == {category.id for category in CATEGORIES}


def test_categories_are_in_the_order_of_the_matrix():
    assert [category.order for category in CATEGORIES] == list(range(1, len(CATEGORIES) + 1))


def test_features_have_names_in_both_languages_and_words():
    for feature in FEATURES:
        assert feature.zh
        assert feature.en
        assert feature.words or feature.weak, feature.id
