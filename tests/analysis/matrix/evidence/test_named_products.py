import pytest

from analysis.document import Document, Span
from analysis.matrix.evidence.named_products import NamedProducts
from analysis.matrix.references.owners import Owners
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
OWNERS = Owners.load()


def named(text: str) -> NamedProducts:
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, ()))
    return NamedProducts(mentions, OWNERS.among(mentions))


def test_a_product_stands_where_it_is_named_last():
    text = "飞书来了。钉钉有审批，钉钉有微信没有的考勤。"
    assert named(text).of(Span(5, len(text))) == {"钉钉": Span(11, 13)}


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("钉钉有的，飞书和语雀没有。", ["语雀", "飞书"]),
        ("飞书来了，语雀来了。\n只有钉钉有审批。", ["语雀"]),
        ("微信来了。\n只有钉钉有审批。", []),
    ],
)
def test_rivals_stand_beside_a_product_or_shortly_before(text: str, rivals: list[str]):
    sentence = Span(text.find("\n") + 1, len(text))
    assert named(text).rivals("钉钉", sentence) == rivals
