"""Whom a figure is about: the parts that entities have in invented sentences."""

import re

import pytest

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.metrics import Metrics
from analysis.document import Document, Span
from analysis.schema import Mention

METRICS = Metrics.load(lexicon.FOLDER)
PRODUCTS = ("企业微信", "钉钉", "飞书", "微信", "Teams")
COMPANIES = ("阿里", "腾讯", "西贝", "艾瑞咨询")


def owners(text: str) -> list[tuple[str | None, str | None]]:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    document = Document("invented", text, text, "hans", None, None, sentences)
    mentions = [
        Mention(
            "invented",
            *found.span(),
            found[0],
            found[0],
            "product" if found[0] in PRODUCTS else "company",
            rule="invented",
        )
        for found in re.finditer("|".join(PRODUCTS + COMPANIES), text)
    ]
    return [(one.subject, one.via) for one in METRICS(document, mentions, [], of_sentences(document))]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("微信的11亿用户是腾讯的资源。", "微信"),
        ("腾讯手里有微信的11亿用户。", "微信"),
        ("企业微信连接了11亿的微信用户。", "微信"),
        ("阿里旗下的钉钉拥有3亿用户。", "钉钉"),
        ("腾讯企业微信拥有3亿用户。", "企业微信"),
        ("阿里的钉钉，用户已达3亿。", "钉钉"),
        ("飞书在用户不多时，日活只有100万。", "飞书"),
        ("与钉钉相比，飞书只有3000名员工。", "飞书"),
        ("飞书超过钉钉，服务了3万家企业。", "飞书"),
        ("飞书的用户是钉钉的3倍。", "飞书"),
        ("飞书的用户达到了对手Teams的近三倍。", "飞书"),
        ("飞书的员工是钉钉员工数的三倍之多。", "飞书"),
        ("相较于企业微信数百号人，阿里给得更多。", "企业微信"),
        ("根据艾瑞咨询的数据，53%的企业用过协同软件。", None),
        ("艾瑞咨询数据显示，飞书有3亿用户。", "飞书"),
        ("虽然晚了两年，但飞书追了上来。", "飞书"),
        ("毕竟近9年时间里，微信积累了人脉。", "微信"),
        ("有3000所学校加入钉钉。", "钉钉"),
        ("市场规模达到139亿元。", None),
        ("钉钉有3亿用户，飞书则只有3000万用户。", ["钉钉", "飞书"]),
    ],
)
def test_a_figure_is_about(text: str, owner: str | list[str] | None):
    assert [one for one, _ in owners(text)] == (owner if isinstance(owner, list) else [owner])


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("西贝通过企业微信添加了3万名客户。", ("西贝", "企业微信")),
        ("通过企业微信，西贝添加了3万名客户。", ("西贝", "企业微信")),
        ("西贝添加了400万微信顾客到企业微信。", ("西贝", "企业微信")),
        ("通过企业微信可以找到3万名客户。", ("企业微信", None)),
        ("钉钉有3亿用户。", ("钉钉", None)),
    ],
)
def test_a_customer_reaches_its_figure_through_a_product(text: str, owner: tuple[str, str | None]):
    assert owners(text) == [owner]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以前，飞书3周发布一次。后来周期缩短到5天。", ["飞书", "飞书"]),
        ("钉钉发布了新版。\n\n另一方面，底层扩容了几十倍。", ["钉钉"]),
        ("钉钉发布了新版。\n\n一场10人左右的会议也很贵。", [None]),
        ("西贝采用远程办公。目前，80%的工作通过企业微信完成。", ["西贝"]),
        ("钉钉发布了新版。这很好。那很好。也很好。真的很好。用户达到3亿。", [None]),
    ],
)
def test_a_subject_is_carried_within_a_paragraph(text: str, found: list[str | None]):
    assert [one for one, _ in owners(text)] == found
