import pytest

from analysis.document import Document
from analysis.matrix.evidence.attribution import Attribution
from analysis.matrix.features.feature_words import FeatureWords
from analysis.reading.sentences import sentences
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
WORDS = FeatureWords.load()
ATTRIBUTION = Attribution.load()


def owners(text: str) -> list[tuple[tuple[str, ...], str] | None]:
    document = Document("an article", text, text, "hans", None, None, sentences(text, text))
    mentions = MENTIONS(document)
    hits = WORDS(document, mentions)
    references = ATTRIBUTION.references(document, mentions)
    found = ATTRIBUTION(document, references, hits)
    return [owner and (owner.products, owner.rule) for owner in found]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("钉钉支持审批。", (("钉钉",), "same_clause")),
        ("钉钉来了，支持审批。", (("钉钉",), "same_sentence")),
        ("学校用审批靠钉钉。", (("钉钉",), "same_clause_later")),
        ("凭借审批，钉钉火了。", (("钉钉",), "same_sentence_later")),
        ("审批很快，钉钉很高兴。", None),
        ("钉钉的功能：\n【审批】", (("钉钉",), "list_header")),
        ("钉钉火了。包括审批。", (("钉钉",), "previous_sentence")),
        ("钉钉火了。“审批”的功能很快。", (("钉钉",), "previous_sentence")),
        ("钉钉火了。审批也很快。", (("钉钉",), "previous_sentence")),
        ("钉钉火了。大家讨厌审批。", None),
        ("钉钉\n大家的审批都在这里。", (("钉钉",), "section")),
        ("钉钉\n有企业公告。\n二、审批功能的分野\n他们来了。", (("钉钉",), "section")),
        ("钉钉\n二、审批功能的分野", None),
        ("钉钉火了。\n- 审批", (("钉钉",), "list_item")),
        ("微盘不错。", (("企业微信",), "feature_name")),
        ("支付宝整合了审批，钉钉没有动。", None),
        ("企业微信和QQ打通，支持审批。", (("企业微信",), "same_sentence")),
        ("钉钉免费；飞书支持审批。", (("飞书",), "same_clause")),
        ("钉钉和飞书支持审批。", (("钉钉", "飞书"), "same_clause")),
        ("钉钉和飞书来了。两者都有审批。", (("钉钉", "飞书"), "same_clause")),
    ],
)
def test_gives_a_feature_its_owner(text: str, owner: tuple[tuple[str, ...], str] | None):
    assert owners(text)[0] == owner


def test_items_of_a_bracketed_list_do_not_take_one_another():
    found = owners("钉钉的功能：\n【审批】、【微盘】、【考勤】")
    assert found == [
        (("钉钉",), "list_header"),
        (("企业微信",), "feature_name"),
        (("钉钉",), "list_header"),
    ]
