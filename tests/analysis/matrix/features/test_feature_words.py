from collections import Counter

import pytest

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.features.feature_words import BRANDED_COLUMNS, FeatureWords
from analysis.matrix.references.owners import OWNER_COLUMNS
from analysis.reading.script import fold
from analysis.reading.sentences import sentences
from analysis.words.features import features
from analysis.words.gazetteer import fold_latin
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
WORDS = FeatureWords.load()
FEATURES = features()
BRANDED = lexicon.read(lexicon.FOLDER / "branded_features.tsv", BRANDED_COLUMNS)
OWNERS = lexicon.read(lexicon.FOLDER / "feature_owners.tsv", OWNER_COLUMNS)


def named(text: str) -> list[tuple[str, str]]:
    body = fold(text)
    document = Document("an article", text, body, "hans", None, None, sentences(text, body))
    return [(text[hit.start : hit.end], hit.feature) for hit in WORDS(document, MENTIONS(document))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("他们支持考勤打卡。", [("考勤打卡", "attendance")]),
        ("考勤，打卡功能", [("考勤", "attendance"), ("打卡功能", "attendance")]),
        ("上線了視訊會議。", [("視訊會議", "video_conference")]),
        ("协力厂商应用和雲列印", [("协力厂商应用", "third_party_apps"), ("雲列印", "cloud_printing")]),
    ],
)
def test_words_are_found_longest_first_in_both_scripts(text: str, found: list[tuple[str, str]]):
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "微信群里",
        "英语打卡海报",
        "教育局审批很慢",
        "看点直播功能",
        "腾讯会议功能",
        "石墨文档",
        "协同办公市场",
        "人民日报",
    ],
)
def test_what_only_looks_like_a_feature_is_none(text: str):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("添加了三万多名客户", [("添加了三万多名客户", "add_wechat_friends")]),
        ("加了三成，客户来了", []),
        ("打通企业微信和微信", [("打通企业微信和微信", "wechat_interop")]),
        ("企业微信和数据库打通", []),
        ("打通了微信支付", [("微信支付", "wechat_pay")]),
    ],
)
def test_words_of_two_parts_stay_in_a_clause_and_out_of_other_names(text: str, found: list[tuple[str, str]]):
    assert named(text) == found


def test_no_word_is_owned_twice():
    owned = [word for feature in FEATURES for word in (*feature.words, *feature.weak, *feature.excluded)]
    owned += [row["word"] for row in BRANDED]
    assert [word for word, count in Counter(map(fold_latin, owned)).items() if count > 1] == []


def test_branded_names_are_of_known_features_and_owners():
    assert {row["feature"] for row in BRANDED} <= {feature.id for feature in FEATURES}
    assert {row["product"] for row in BRANDED} <= {row["product"] for row in OWNERS}
