import pytest

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.evidence.article_topic import CUE_COLUMNS, ArticleTopic
from analysis.matrix.evidence.evidence import FeatureEvidence
from analysis.matrix.references.references import References
from analysis.reading.script import fold
from analysis.reading.sentences import sentences
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
TOPIC = ArticleTopic.load(REFERENCES)
EVIDENCE = FeatureEvidence.load()
OPENING = "钉钉好用。钉钉好看。钉钉好快。钉钉也好。\n第一句。\n第二句。\n第三句。\n"
CUES = lexicon.read(lexicon.FOLDER / "article_topic_cues.tsv", CUE_COLUMNS)


def document(text: str) -> Document:
    body = fold(text)
    return Document("an article", text, body, "hans", None, None, sentences(text, body))


def owned(text: str) -> set[tuple[str, str]]:
    """Features and the products that have them."""
    read = document(text)
    mentions = MENTIONS(read)
    rows = EVIDENCE(read, mentions, (), REFERENCES(read, mentions))
    return {(row.feature, row.product) for row in rows}


@pytest.mark.parametrize("row", [row for row in CUES if row["kind"] == "says"], ids=lambda row: row["cue"])
def test_a_sentence_that_says_what_can_be_done_is_about_the_topic(row: dict[str, str]):
    assert ("approval", "钉钉") in owned(f"{OPENING}{row['example']}")


@pytest.mark.parametrize(
    "row", [row for row in CUES if row["kind"] in {"general", "at_large"}], ids=lambda row: row["cue"]
)
def test_a_sentence_about_the_trade_is_not(row: dict[str, str]):
    assert owned(f"{OPENING}点击{row['example']}") == set()


@pytest.mark.parametrize("row", [row for row in CUES if row["kind"] == "fine"], ids=lambda row: row["cue"])
def test_a_word_that_only_holds_a_cue_is_none(row: dict[str, str]):
    assert "fine" in {match.value for match in TOPIC.cues.find(row["example"])}


@pytest.mark.parametrize("row", [row for row in CUES if row["kind"] == "setting"], ids=lambda row: row["cue"])
def test_a_clause_on_the_times_says_nothing_of_the_product_behind_it(row: dict[str, str]):
    assert owned(row["example"]) == set()
    assert owned(f"钉钉说,{row['example']}") == set()


@pytest.mark.parametrize(
    "row", [row for row in CUES if row["kind"] == "takes_in"], ids=lambda row: row["cue"]
)
def test_what_a_product_takes_in_does_not_take_its_features(row: dict[str, str]):
    assert ("approval", "钉钉") in owned(f"{OPENING}{row['example']}")


@pytest.mark.parametrize("row", [row for row in CUES if row["kind"] == "another"], ids=lambda row: row["cue"])
def test_another_of_the_kind_is_not_the_product(row: dict[str, str]):
    assert owned(row["example"]) == set()


@pytest.mark.parametrize("row", [row for row in CUES if row["kind"] == "is_one"], ids=lambda row: row["cue"])
def test_a_kind_of_software_must_be_said_to_be_what_the_product_is(row: dict[str, str]):
    assert owned(f"{OPENING}它{row['cue']}很好的协同办公软件。") >= {("office_platform", "钉钉")}
    assert owned(f"{OPENING}可以比较协同办公软件。") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "钉钉入门\n一、其他\n群聊\n二、别的\n视频会议",
            {("group_chat", "钉钉"), ("video_conference", "钉钉")},
        ),
        (
            "钉钉好用。钉钉好看。钉钉好快。钉钉也好。\n飞书也很热闹。\n甲。\n乙。\n丙。\n可以发起投票功能。",
            set(),
        ),
        (
            "1. 钉钉：好用\n甲。\n乙。\n丙。\n可以群聊。\n2. 飞书：也好\n甲。\n乙。\n丙。\n支持审批。",
            {("group_chat", "钉钉"), ("approval", "飞书")},
        ),
        ("来看钉钉。\n甲。\n乙。\n丙。\n可以审批吗？", set()),
        ("钉钉好用。很快。真的。不错。\n其审批为行业称道。", {("approval", "钉钉")}),
        ("钉钉好用。很快。真的。不错。\n微信也有投票功能。", set()),
        ("钉钉好用。很快。真的。不错。\n可以把投票功能发到微信。", {("voting", "钉钉")}),
        (
            "钉钉好用。很快。真的。不错。\n"
            "功能 | 特点\n群聊 | 五百人之内，谁也不收钱，人人都说好，个个都高兴，天天都热闹。",
            {("group_chat", "钉钉")},
        ),
        ("来看钉钉。\n甲。\n乙。\n丙。\n腾讯推出了审批。", set()),
        ("来看钉钉。\n甲。\n乙。\n丙。\n作为阿里推出的工具，支持审批。", {("approval", "钉钉")}),
    ],
)
def test_the_topic_lasts_until_another_product_takes_over(text: str, found: set[tuple[str, str]]):
    assert owned(text) == found
