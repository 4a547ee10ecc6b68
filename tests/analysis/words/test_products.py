from pathlib import Path

import pytest

from analysis import lexicon
from analysis.words import products
from analysis.words.gazetteer import fold_latin

FAMILIES = {"dingtalk", "wecom", "feishu", "wechat", "qq", "other"}


def test_reads_a_product_with_its_company_family_and_aliases():
    wecom = {product.name: product for product in products.products()}["企业微信"]
    assert (wecom.english, wecom.company, wecom.family) == ("WeCom", "腾讯", "wecom")
    assert {"企微", "WeCom", "微信企业版"} <= set(wecom.aliases)


def test_reads_a_company_with_its_aliases():
    alibaba = {company.name: company for company in products.companies()}["阿里"]
    assert alibaba.english == "Alibaba"
    assert "阿里巴巴" in alibaba.aliases


def test_every_product_is_complete():
    known = {entity.name for entity in [*products.products(), *products.companies()]}
    for product in products.products():
        assert product.english, product
        assert product.family in FAMILIES, product
        assert product.company is None or product.company in known, product


def test_no_surface_names_two_entities():
    owners: dict[str, str] = {}
    for name in products.names():
        assert owners.setdefault(fold_latin(name.surface), name.entity) == name.entity


def test_rules_are_about_surfaces_that_exist():
    surfaces = {name.surface for name in products.names()}
    for rule in products.ambiguities():
        assert rule.surface in surfaces
        assert all(rule.surface in expression for expression in rule.not_in), rule.surface
        assert rule.not_in or rule.needs or rule.surface.isascii(), rule.surface


def test_names_that_need_a_context_are_not_unmistakable():
    unmistakable = {name.surface for name in products.unmistakable()}
    assert {"钉钉", "企业微信", "阿里"} <= unmistakable
    assert unmistakable.isdisjoint({"来往", "大象", "360", "字节"})


def test_look_alikes_hold_a_name_and_are_none():
    look_alikes = products.look_alikes()
    assert "小程序员" in look_alikes
    assert set(look_alikes).isdisjoint(name.surface for name in products.names())


def test_a_broken_lexicon_is_named(tmp_path: Path):
    (tmp_path / "products.tsv").write_text("product\n钉钉\n", encoding="utf-8")
    with pytest.raises(lexicon.LexiconError, match=r"products\.tsv, line 1"):
        products.products(tmp_path)


@pytest.mark.parametrize(
    ("company", "fault"),
    [
        ("钉公司\tDing Ltd\tDING", "DING is a name of the product 钉钉 as well"),
        ("钉钉\tDing Ltd\t", "钉钉 is a name of the product 钉钉 as well"),
    ],
)
def test_a_name_claimed_twice_is_named(tmp_path: Path, company: str, fault: str):
    for file, columns, row in (
        ("products.tsv", products.PRODUCT_COLUMNS, "钉钉\tDingTalk\t\tdingtalk\tDing\t"),
        ("companies.tsv", products.COMPANY_COLUMNS, f"{company}\t"),
    ):
        (tmp_path / file).write_text("\t".join(columns) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(lexicon.LexiconError, match=rf"companies\.tsv, line 2: {fault}"):
        products.names(tmp_path)
