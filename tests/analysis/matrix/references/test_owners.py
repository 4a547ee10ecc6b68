import pytest

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.references.owners import HOST_COLUMNS, OWNER_COLUMNS, Owners
from analysis.words.mentions import Mentions
from analysis.words.products import products

MENTIONS = Mentions.load()
OWNERS = Owners.load()
HOSTS = lexicon.read(lexicon.FOLDER / "feature_hosts.tsv", HOST_COLUMNS)


def owner(product: str, text: str) -> str | None:
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, ()))
    return OWNERS.among(mentions).get(product)


RIVALS = "抖音和快手支持直播。" * 3


@pytest.mark.parametrize(
    ("product", "text", "whose"),
    [
        ("钉钉", "钉钉支持直播。", "钉钉"),
        ("政务微信", "政务微信支持直播。", "企业微信"),
        ("抖音", f"钉钉和抖音支持直播。{RIVALS}", None),
        ("抖音", "抖音和快手支持直播。", None),
        ("抖音", "抖音支持直播。" * 9, None),
        ("抖音", RIVALS, "抖音"),
        ("抖音", f"抖音接入钉钉。{RIVALS}{RIVALS}", "抖音"),
        ("钉钉", f"抖音接入钉钉。{RIVALS}{RIVALS}", "钉钉"),
        ("淘宝", f"淘宝不同。{RIVALS}", None),
        ("淘宝", f"淘宝不同。{RIVALS}淘宝也好。", "淘宝"),
        ("iOS", f"{RIVALS}iOS也好。iOS很好。iOS更好。", None),
    ],
)
def test_rivals_named_again_and_again_own_features_where_hardly_an_office_product_is(
    product: str, text: str, whose: str | None
):
    assert owner(product, text) == whose


@pytest.mark.parametrize(
    ("firm", "text", "sells"),
    [
        ("美团", "饿了么比美团便宜。" * 3, True),
        ("美团", "京东比美团便宜。" * 3, True),
        ("美团", "饿了么比美团便宜。" * 2, False),
        ("美团", "饿了么比美团便宜。" * 3 + "饿了么便宜。" * 4, False),
        ("美团", "钉钉和饿了么比美团便宜。" * 3, False),
        ("阿里", "阿里说饿了么便宜，美团快。" * 3, False),
    ],
)
def test_a_firm_named_as_often_as_products_is_meant_as_what_it_sells(firm: str, text: str, sells: bool):
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, ()))
    read = OWNERS.firms_as_products(mentions)
    assert {mention.entity_type == "product" for mention in read if mention.entity == firm} == {sells}
    assert [mention._replace(entity_type="product") for mention in read] == [
        mention._replace(entity_type="product") for mention in mentions
    ]


def test_owners_and_their_parts_are_products_of_the_lexicon():
    known = {product.name for product in products()}
    for row in lexicon.read(lexicon.FOLDER / "feature_owners.tsv", OWNER_COLUMNS):
        assert {row["product"], *lexicon.values(row["parts"])} <= known


@pytest.mark.parametrize("row", HOSTS, ids=lambda row: row["product"])
def test_a_host_is_a_product_that_its_example_names(row: dict[str, str]):
    text = row["example"]
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, ()))
    assert row["product"] in {mention.entity for mention in mentions}
    assert row["product"] not in OWNERS.among(mentions)
