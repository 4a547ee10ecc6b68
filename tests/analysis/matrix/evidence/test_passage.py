import pytest

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.evidence.passage import (
    CUE_COLUMNS,
    Passage,
    PassageCues,
    fronted,
    in_bracketed_list,
    in_name,
    outside_brackets,
    same_part,
    taken,
)
from analysis.matrix.features.feature_words import FeatureWords
from analysis.matrix.references.references import References
from analysis.reading.clause_spans import clause_at
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
WORDS = FeatureWords.load()
REFERENCES = References.load()
CUES = PassageCues.load()


def passage(text: str) -> Passage:
    sentence = Span(0, len(text))
    document = Document("an article", text, text, "hans", None, None, (sentence,))
    mentions = MENTIONS(document)
    [references] = REFERENCES(document, mentions)
    about = [reference for reference in references if not reference.aside]
    return Passage(text, sentence, about, WORDS(document, mentions))


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("办公软件，如钉钉、飞书，都免费。", ("钉钉", "飞书")),
        ("任务管理型（如Trello）的软件。", ("Trello",)),
        ("审批，钉钉免费。", None),
    ],
)
def test_examples_follow_the_word_for_their_kind(text: str, products: tuple[str, ...] | None):
    read = passage(text)
    owner = CUES.exemplified(read, read.hits[0])
    assert (owner.products if owner else None) == products


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("钉钉存云上（如飞书、语雀），支持审批。", ["钉钉"]),
        ("钉钉存云上(如飞书)，飞书支持审批。", ["钉钉", "飞书"]),
        ("这款软件（钉钉）支持审批。", ["钉钉"]),
        ("钉钉（后来飞书也支持审批）。", ["钉钉", "飞书"]),
    ],
)
def test_what_stands_in_brackets_ends_with_them(text: str, products: list[str]):
    read = passage(text)
    before = outside_brackets(text, read.references, read.hits[-1])
    assert [owner for reference in before for owner in reference.owners] == products


@pytest.mark.parametrize(
    ("text", "is_fronted"),
    [
        ("云文档只有飞书有。", True),
        ("视频会议用飞书。", True),
        ("写云文档都靠飞书。", True),
        ("日历功能也被整合进飞书。", True),
        ("云文档让飞书出名。", False),
    ],
)
def test_a_feature_may_stand_before_the_one_that_has_it(text: str, is_fronted: bool):
    read = passage(text)
    hit = read.hits[0]
    clause = clause_at(text, read.sentence, hit.start)
    assert fronted(read, clause, hit, read.references) == is_fronted


@pytest.mark.parametrize("head", ["审批方面", "论审批", "就审批而言", "审批这件事上", "审批一项"])
def test_a_topic_is_of_all_products_that_follow(head: str):
    read = passage(f"{head}，钉钉很快，飞书很慢。")
    owner = CUES.of_topic(read, read.hits[0])
    assert owner is not None
    assert owner.products == ("钉钉", "飞书")


def test_a_branded_feature_holds_its_owner():
    read = passage("文件存在微盘里。")
    owner = in_name(read, read.hits[0])
    assert owner is not None
    assert owner.products == ("企业微信",)


def test_a_bracketed_list_belongs_to_what_introduces_it():
    assert in_bracketed_list(passage("审批很快。"), None) is None


def test_semicolons_part_a_sentence():
    read = passage("钉钉有审批；飞书有考勤。")
    assert [reference.owners for reference in same_part(read, read.hits[1])] == [("飞书",)]


def test_a_product_without_features_takes_what_follows():
    read = passage("支付宝有审批。")
    assert taken(read, read.hits[0], None)


@pytest.mark.parametrize(
    "row",
    lexicon.read(lexicon.FOLDER / "passage_cues.tsv", CUE_COLUMNS),
    ids=lambda row: f"{row['word']} {row['roles']}",
)
def test_the_example_of_a_cue_shows_it_in_its_role(row: dict[str, str]):
    read = passage(row["example"])
    role = lexicon.values(row["roles"])[0]
    assert row["word"] in row["example"]
    if role == "opens":
        opening = CUES.opening.match(row["example"])
        assert opening
        assert opening[0] == f"{row['word']}，"
    elif role == "viewpoint":
        assert CUES.is_viewpoint(row["example"], Span(0, row["example"].index("。")))
    else:
        find = CUES.exemplified if role in {"kind", "example"} else CUES.of_topic
        owner = find(read, read.hits[0])
        assert owner
        assert owner.products == ("钉钉",)
