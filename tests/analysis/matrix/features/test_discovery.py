import pytest

from analysis.document import Document
from analysis.matrix.features.discovery import Discovery
from analysis.matrix.features.feature_words import FeatureWords
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
        ("推出「一键对齐」，大家都用。", ["一键对齐"]),
        ("提供“智慧食堂”“云展厅”和“月光宝盒”等。", ["智慧食堂", "云展厅", "月光宝盒"]),
        ("钉钉的月光宝盒功能很火。", ["月光宝盒"]),
        ("钉钉月光宝盒功能很火。", ["月光宝盒"]),
        ("支持考勤、审批和月光宝盒。", ["月光宝盒"]),
        ("支持考勤、审批、疫情地图与月光宝盒等。", ["疫情地图", "月光宝盒"]),
        ("这个功能叫做“月光宝盒”。", ["月光宝盒"]),
        ("名为「消息快车」的工具。", ["消息快车"]),
        ("开启“极光模式”。", ["极光模式"]),
        ("用钉钉“月光模式”看。", ["月光模式"]),
        ("有这些：\n1. 考勤\n2. 月光宝盒\n3. 审批", ["月光宝盒"]),
        ("有这些：\n- 考勤：很快\n- 月光宝盒：很慢\n- 审批：还行", ["月光宝盒"]),
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
        "支持考勤、审批和反馈。",
        "他的书叫做“月光宝盒”。",
        "推出“双轮战略”模式。",
        "钉钉“月光宝盒”火了。",
        "“很好用”，他说。",
        "苹果、疫情地图、香蕉等水果。",
        "支持考勤、给员工的关怀、审批等。",
        "推出“2020”功能。",
        "推出“先进团队”的口号。",
        "钉钉的核心功能很多。",
        "有这些：\n1. 考勤\n2. 月光宝盒\n3. 太阳",
        "推出了战略。",
    ],
)
def test_leaves_out_known_words_names_and_phrases(text: str):
    assert discovered(text) == []
