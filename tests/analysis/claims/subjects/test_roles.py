"""The parts of entities in a sentence, by the words beside them."""

import re

import pytest

from analysis import lexicon
from analysis.claims.subjects.roles import Roles
from analysis.document import Document, Span
from analysis.schema import Mention

ROLES = Roles.load(lexicon.FOLDER)
KINDS = {
    "小程序": "product",
    "企业微信": "product",
    "飞书": "product",
    "Zoom": "product",
    "IDC": "company",
    "腾讯": "company",
    "微软": "company",
}


def mentions_of(text: str) -> list[Mention]:
    return [
        Mention("invented", *found.span(), found[0], found[0], KINDS[found[0]], rule="invented")
        for found in re.finditer("|".join(KINDS), text)
    ]


def parts(text: str) -> list[tuple[str, str | None]]:
    document = Document("invented", text, text, "hans", None, None, (Span(0, len(text)),))
    return [(one.entity, one.cue) for one in ROLES(document, mentions_of(text))(0)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["飞书和Zoom都火。", "前者破亿，后者没有。"], ["飞书", "Zoom"]),
        (["飞书和Zoom都火，后者破亿。"], ["飞书", "Zoom", "Zoom"]),
        (["飞书不如Zoom，飞书很贵。", "没有人说。", "前者破亿。"], ["飞书"]),
        (["飞书和Zoom都火。", "没有人说。", "没有人问。", "前者破亿。"], []),
        (["飞书很火。", "后者破亿。"], []),
        (["腾讯和微软都火。", "后者破亿。"], ["微软"]),
    ],
)
def test_one_of_two_is_who_was_named_before(texts: list[str], expected: list[str]):
    starts = [sum(map(len, texts[:place])) for place in range(len(texts))]
    sentences = tuple(Span(start, start + len(text)) for start, text in zip(starts, texts, strict=True))
    text = "".join(texts)
    document = Document("invented", text, text, "hans", None, None, sentences)
    assert [one.entity for one in ROLES(document, mentions_of(text))(len(texts) - 1)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("飞书有3亿用户。", [("飞书", None)]),
        ("与飞书相比，Zoom更贵。", [("飞书", "oblique"), ("Zoom", None)]),
        ("飞书和Zoom都有3亿用户。", [("飞书", None), ("Zoom", "joined")]),
        ("商家通过企业微信添加客户。", [("企业微信", "via")]),
        ("学校选择了飞书。", [("飞书", "adoption")]),
        ("用户数是飞书的3倍。", [("飞书", "standard")]),
        ("腾讯数据显示，用户破亿。", [("腾讯", "source")]),
        ("市场达到30亿元(腾讯研究院)。", [("腾讯", "source")]),
        ("飞书上，有人发帖称裁员50%。", [("飞书", "source")]),
        ("IDC排行榜上它是第一。", [("IDC", "observer")]),
        ("微软的企业微信社群破亿。", [("微软", None), ("企业微信", "adoption")]),
        ("企业微信帮助微软省钱。", [("企业微信", "via"), ("微软", None)]),
        ("在飞书的支持下，微软省了钱。", [("飞书", "via"), ("微软", None)]),
        ("飞书的小程序破亿。", [("飞书", None)]),
        ("小程序破亿。", [("小程序", None)]),
        ("飞书完成融资，由腾讯投资领投。", [("飞书", None), ("腾讯", "oblique")]),
        ("飞书和腾讯达成合作。", [("飞书", None), ("腾讯", "via")]),
        ("腾讯旗下的企业微信破亿。", [("企业微信", None)]),
        ("腾讯办公平台企业微信破亿。", [("企业微信", None)]),
    ],
)
def test_the_part_of_an_entity(text: str, expected: list[tuple[str, str | None]]):
    assert parts(text) == expected
