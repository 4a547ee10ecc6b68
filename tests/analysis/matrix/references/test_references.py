import pytest

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.references.named import Named
from analysis.matrix.references.references import CUE_COLUMNS, Reference, References
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
KINDS = {"all", "both", "it", "former", "latter", "with_before", "with_after", "aside", "with"}
KINDS |= {"likened", "continues", "stops", "preposed", "joins", "tied", "subhead", "two", "three", "thing"}
KINDS |= {"with_end"}


def references(text: str, named: Named | None = None) -> list[Reference]:
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, ()))
    products = [mention for mention in mentions if mention.entity_type == "product"]
    return REFERENCES.of_sentence(
        text, Span(0, len(text)), products, REFERENCES.cues.find(text), named or Named()
    )


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("钉钉支持审批。", [("钉钉",)]),
        ("钉钉和企业微信支持审批。", [("钉钉", "企业微信")]),
        ("钉钉、“飞书”以及企业微信支持审批。", [("钉钉", "飞书", "企业微信")]),
        ("钉钉支持审批，飞书也支持。", [("钉钉",), ("飞书",)]),
        ("钉钉与企业微信的打通已完成。", [("钉钉",), ("企业微信",)]),
        ("钉钉与企业微信的用户都能用。", [("钉钉", "企业微信")]),
        ("政务微信上线。", [("企业微信",)]),
        ("小程序上线。", [()]),
        ("今天上线。", []),
    ],
)
def test_names_are_read_as_owners_of_features(text: str, owners: list[tuple[str, ...]]):
    assert [reference.owners for reference in references(text)] == owners


def named_after(*sentences: str) -> Named:
    named = Named()
    for sentence in sentences:
        mentions = MENTIONS(Document("an article", sentence, sentence, "hans", None, None, ()))
        named = named.then(REFERENCES.owners, [m for m in mentions if m.entity_type == "product"])
    return named


@pytest.mark.parametrize(
    ("before", "text", "owners"),
    [
        (["钉钉和飞书来了。"], "两者都支持审批。", ("钉钉", "飞书")),
        (["钉钉来了。", "飞书来了。"], "两者都支持审批。", ("钉钉", "飞书")),
        (["钉钉和飞书来了。", "飞书免费。", "企业微信跟进。"], "两者都支持审批。", ("飞书", "企业微信")),
        (["钉钉和飞书来了。", "企业微信跟进。"], "两者都支持审批。", ("钉钉", "飞书")),
        (["钉钉和飞书来了。", "飞书连接微信。"], "两者都支持审批。", ("钉钉", "飞书")),
        (["钉钉和飞书来了。", "微信和QQ免费。"], "两者都支持审批。", ()),
        (["企业微信、飞书和钉钉来了。"], "两者都支持审批。", ("飞书", "钉钉")),
        (["钉钉和飞书来了。"], "微信和QQ免费，两者都火了。", ()),
        (["微信来了。", "飞书来了。"], "两者都支持审批。", ()),
        (["企业微信、飞书和钉钉来了。"], "三者都支持审批。", ("企业微信", "飞书", "钉钉")),
        (["钉钉和飞书来了。"], "前者支持审批。", ("钉钉",)),
        (["钉钉和飞书来了。"], "后者支持审批。", ("飞书",)),
        (["钉钉和飞书来了。"], "它还支持审批。", ("飞书",)),
        (["钉钉来了。", "来往来了，力推的「来往」。"], "它还支持审批。", ()),
    ],
)
def test_pronouns_stand_for_products_named_before(before: list[str], text: str, owners: tuple[str, ...]):
    found = references(text, named_after(*before))
    assert found[-1].pronoun
    assert found[-1].owners == owners


@pytest.mark.parametrize(("text", "aside"), [("三者中最快的是它。", True), ("三者都支持审批。", False)])
def test_a_pronoun_for_several_of_which_one_is_spoken_of_is_aside(text: str, aside: bool):
    assert references(text, named_after("企业微信、飞书和钉钉来了。"))[0].aside == aside


def test_a_pronoun_without_enough_names_before_it_refers_to_nothing():
    assert references("两者都支持审批。", named_after("钉钉来了。")) == []


@pytest.mark.parametrize(
    ("text", "tied"),
    [("腾讯会议深度集成：", True), ("腾讯会议打通，", True), ("腾讯会议打通了文档。", False)],
)
def test_a_product_that_is_only_taken_in_is_tied(text: str, tied: bool):
    assert references(text)[0].tied == tied


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("与钉钉不同，企业微信免费。", [True, False]),
        ("相比钉钉，企业微信免费。", [True, False]),
        ("企业微信的会议与钉钉相当，还免费。", [False, True]),
        ("企业微信与钉钉相当重视会议。", [False]),
        ("企业微信的会议不输钉钉。", [False, True]),
        ("企业微信离钉钉还有距离。", [False, True]),
        ("除了“钉钉”，企业微信也免费。", [True, False]),
        ("企业微信超过钉钉。", [False, True]),
        ("钉钉发布新版，飞书跟进。", [False, False]),
    ],
)
def test_the_standard_of_comparison_stands_aside(text: str, aside: list[bool]):
    assert [reference.aside for reference in references(text)] == aside


@pytest.mark.parametrize(
    ("text", "incidental"),
    [("企业微信和微信互通。", True), ("微信推出直播。", False), ("通过微信发消息。", True)],
)
def test_a_product_behind_a_preposition_is_incidental(text: str, incidental: bool):
    assert references(text)[-1].incidental == incidental


def test_cues_are_of_known_kinds():
    for row in lexicon.read(lexicon.FOLDER / "attribution_cues.tsv", CUE_COLUMNS):
        assert set(lexicon.values(row["kind"])) <= KINDS, row["cue"]
