import pytest

from analysis.document import Document
from analysis.matrix.discovery import Discovery
from analysis.matrix.feature_words import FeatureWords
from analysis.reading.sentences import sentences
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
WORDS = FeatureWords.load()
DISCOVERY = Discovery.load(WORDS)


def discovered(text: str) -> list[str]:
    document = Document("an article", text, text, "hans", None, None, sentences(text, text))
    mentions = MENTIONS(document)
    found = DISCOVERY(document, mentions, WORDS(document, mentions))
    assert not any(hit.known for hit in found)
    assert [text[hit.start : hit.end] for hit in found] == [hit.feature for hit in found]
    return [hit.feature for hit in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推出“一键叫车”功能。", ["一键叫车"]),
        ("「疫情地图」的应用很火。", ["疫情地图"]),
        ("上线了疫情地图功能。", ["疫情地图"]),
        ("【考勤】、【疫情地图】、【审批】", ["疫情地图"]),
        ("支持考勤、疫情地图、审批等功能。", ["疫情地图"]),
        ("支持考勤、审批、疫情地图等功能。", ["疫情地图"]),
    ],
)
def test_finds_what_constructions_name(text: str, names: list[str]):
    assert discovered(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "推出“投票”功能。",
        "推出“微信”功能。",
        "推出“更多好玩的”功能。",
        "推出更多功能。",
        "“很好用”，他说。",
        "苹果、疫情地图、香蕉等水果。",
        "支持考勤、给员工的关怀、审批等。",
        "推出“2020”功能。",
    ],
)
def test_leaves_out_known_words_names_and_phrases(text: str):
    assert discovered(text) == []
