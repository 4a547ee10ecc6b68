import pytest

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.comparisons.opinion import CUE_COLUMNS, Opinion
from analysis.reading.script import fold
from analysis.reading.sentences import sentences

OPINION = Opinion.load()


def read(text: str) -> Document:
    body = fold(text)
    return Document("an article", text, body, "hans", None, None, sentences(text, body))


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("何竞认为，钉钉领先。", "何竞"),
        ("業內人士表示，釘釘領先。", "業內人士"),
        ("据业内人士反映，钉钉领先。", "业内人士"),
        ("“钉钉领先。”一位服务商告诉记者。", "一位服务商"),
        ("钉钉领先。", None),
        ("钉钉推出的产品强调效率。", None),
        ("可以说，钉钉领先。", None),
    ],
)
def test_reads_who_holds_an_opinion(text: str, holder: str | None):
    document = read(text)
    assert OPINION.holder(document, document.sentences[0]) == holder


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("从CRM角度看，钉钉领先。", "CRM"),
        ("從願景上看，釘釘勝一籌。", "願景"),
        ("在产品功能方面，钉钉领先。", "产品功能"),
        ("战略层面，两者相近。", "战略"),
        ("钉钉领先。", None),
    ],
)
def test_reads_in_what_products_are_compared(text: str, aspect: str | None):
    document = read(text)
    assert OPINION.aspect(document, document.sentences[0]) == aspect


@pytest.mark.parametrize(
    "row",
    lexicon.read(lexicon.FOLDER / "opinion_cues.tsv", CUE_COLUMNS),
    ids=lambda row: f"{row['word']} {row['roles']}",
)
def test_the_example_of_a_cue_shows_it_in_its_role(row: dict[str, str]):
    document = read(row["example"])
    [sentence] = document.sentences
    assert row["word"] in row["example"]
    if lexicon.values(row["roles"])[0] in {"respect", "headed"}:
        assert OPINION.aspect(document, sentence) in {"功能", "战略"}
    else:
        assert OPINION.holder(document, sentence) is None
        assert OPINION.said_before.match(document.body)
