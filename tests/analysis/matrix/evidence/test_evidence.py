import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.evidence.evidence import FeatureEvidence
from analysis.matrix.features.feature_words import BRANDED_COLUMNS
from analysis.matrix.references.owners import OWNER_COLUMNS
from analysis.matrix.references.references import References
from analysis.reading.script import fold
from analysis.reading.sentences import sentences
from analysis.schema import Event, Evidence
from analysis.words.features import FEATURE_COLUMNS
from analysis.words.mentions import Mentions

SPECS = Path(__file__).parents[3] / "specs"
CASES = json.loads((SPECS / "evidence.json").read_text(encoding="utf-8"))["cases"]
KNOWN = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))["evidence"]
FEATURES = lexicon.read(lexicon.FOLDER / "features.tsv", FEATURE_COLUMNS)
BRANDED = lexicon.read(lexicon.FOLDER / "branded_features.tsv", BRANDED_COLUMNS)
OWNERS = lexicon.read(lexicon.FOLDER / "feature_owners.tsv", OWNER_COLUMNS)
MENTIONS = Mentions.load()
EVIDENCE = FeatureEvidence.load()
REFERENCES = References.load()

PIECES = [
    "钉钉",
    "企业微信",
    "微信",
    "考勤",
    "会议",
    "【审批】",
    "、",
    "，",
    "。",
    "：",
    "\n",
    "支持",
    "不支持",
]
PIECES += [
    "两者",
    "它",
    "其中",
    "等功能",
    "“直播”",
    "唯一",
    "的",
    "添加",
    "好友",
    "将推出",
    "與釘釘不同",
    " ",
]
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def document(text: str, published: str | None = None) -> Document:
    body = fold(text)
    return Document("an article", text, body, "hans", None, published, sentences(text, body))


def evidence(text: str, published: str | None = None, events: tuple[Event, ...] = ()) -> list[Evidence]:
    read = document(text, published)
    mentions = MENTIONS(read)
    return EVIDENCE(read, mentions, events, REFERENCES(read, mentions))


def said(text: str) -> list[list[str]]:
    return sorted(
        [text[row.mention_start : row.mention_end], row.feature, row.product, row.status]
        for row in evidence(text)
    )


def event(text: str, surface: str, iso: str) -> Event:
    start = text.index(surface)
    end = start + len(surface)
    return Event("an article", start, end, surface, iso, "year", False, "stated", [], 0, len(text), "date")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_reads_what_is_said_of_features(case: dict):
    assert said(case["text"]) == sorted(case["evidence"])


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case["why"])
def test_known_failures_still_fail(case: dict):
    assert said(case["text"]) != sorted(case["evidence"])


@pytest.mark.parametrize("row", FEATURES, ids=lambda row: row["id"])
def test_the_example_of_a_feature_gives_evidence_of_it(row: dict[str, str]):
    assert row["id"] in {found.feature for found in evidence(row["example"])}


@pytest.mark.parametrize("row", BRANDED, ids=lambda row: row["word"])
def test_the_example_of_a_branded_name_names_feature_and_product(row: dict[str, str]):
    found = {(each.feature, each.product) for each in evidence(row["example"])}
    assert (row["feature"], row["product"]) in found


@pytest.mark.parametrize("row", OWNERS, ids=lambda row: row["product"])
def test_the_example_of_an_owner_gives_it_a_feature(row: dict[str, str]):
    assert {each.product for each in evidence(row["example"])} == {row["product"]}


@given(ANY_TEXT)
def test_any_text_gives_valid_rows(text: str):
    rows = evidence(text)
    for row in rows:
        assert 0 <= row.start <= row.mention_start < row.mention_end <= row.end <= len(text)
        assert row.discovered == (row.feature not in {feature["id"] for feature in FEATURES})
    assert len({(row.start, row.end, row.feature, row.product) for row in rows}) == len(rows)
    assert [row.start for row in rows] == sorted(row.start for row in rows)


@pytest.mark.parametrize(
    ("text", "dates", "published", "as_of"),
    [
        ("2018年，钉钉推出群直播。", {"2018年": "2018"}, "2020-02", "2018"),
        ("钉钉推出群直播，那是2018年。", {"2018年": "2018"}, "2020-02", "2018"),
        ("2015年起步的钉钉2018年推出群直播。", {"2015年": "2015", "2018年": "2018"}, None, "2018"),
        ("2015年四季度，钉钉推出群直播。", {"2015年四季度": "2015-10/2015-12"}, None, "2015-12"),
        ("钉钉推出群直播。", {}, "2020-02", "2020-02"),
        ("钉钉推出群直播。", {}, None, None),
    ],
)
def test_holds_at_the_date_beside_it_or_else_the_articles(
    text: str, dates: dict[str, str], published: str | None, as_of: str | None
):
    events = tuple(event(text, surface, iso) for surface, iso in dates.items())
    assert [row.as_of for row in evidence(text, published, events)] == [as_of]


def test_quotes_the_item_of_a_bracketed_list():
    text = "钉钉的功能：\n【考勤】、【审批】等；"
    assert [text[row.start : row.end] for row in evidence(text)] == ["【考勤】", "【审批】"]


def test_quotes_the_sentence_once_for_each_feature():
    text = "钉钉支持审批。钉钉的审批很快，审批也很全。"
    assert [text[row.start : row.end] for row in evidence(text)] == [
        "钉钉支持审批。",
        "钉钉的审批很快，审批也很全。",
    ]


def test_the_rule_says_how_the_owner_was_found():
    text = "钉钉发布新版，支持审批。其中，钉邮也升级了。还支持考勤。"
    assert [row.rule for row in evidence(text)] == ["same_sentence", "feature_name", "previous_sentence"]
