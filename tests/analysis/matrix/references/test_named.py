import pytest

from analysis.matrix.references.named import Named
from analysis.schema import Mention

OWNERS = {name: name for name in ("钉钉", "飞书", "企业微信")}


def named(*sentences: list[str]) -> Named:
    found = Named()
    for products in sentences:
        mentions = [Mention("an article", 0, 2, name, name, "product", "name") for name in products]
        found = found.then(OWNERS, mentions)
    return found


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([[]], Named()),
        ([["钉钉"]], Named(("钉钉",), (), ("钉钉",))),
        ([["钉钉", "飞书"]], Named(("钉钉", "飞书"), ("钉钉", "飞书"))),
        ([["钉钉"], ["飞书"]], Named(("钉钉", "飞书"), ("钉钉", "飞书"))),
        ([["钉钉", "飞书"], ["微信"]], Named(("钉钉", "飞书", "微信"), ("钉钉", "飞书"))),
        ([["钉钉", "飞书", "企业微信", "钉钉"]], Named(("飞书", "企业微信", "钉钉"))),
    ],
)
def test_what_has_been_named(sentences: list[list[str]], expected: Named):
    assert named(*sentences) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("both", ("钉钉", "飞书")),
        ("former", ("钉钉",)),
        ("latter", ("飞书",)),
        ("it", ("飞书",)),
        ("all", ()),
    ],
)
def test_what_a_pronoun_stands_for(kind: str, expected: tuple[str, ...]):
    assert named(["钉钉", "飞书"]).meant((kind,), 0) == expected
