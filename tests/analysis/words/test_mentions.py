import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Document
from analysis.reading.script import fold
from analysis.schema import Mention
from analysis.words import products
from analysis.words.mentions import LABEL_COLUMNS, Mentions

SPECS = Path(__file__).parents[2] / "specs"
CASES = json.loads((SPECS / "mentions.json").read_text(encoding="utf-8"))["cases"]
KNOWN = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))["mentions"]
RULES = lexicon.read(lexicon.FOLDER / "ambiguous_names.tsv", products.AMBIGUITY_COLUMNS)
PRODUCTS = lexicon.read(lexicon.FOLDER / "products.tsv", products.PRODUCT_COLUMNS)
COMPANIES = lexicon.read(lexicon.FOLDER / "companies.tsv", products.COMPANY_COLUMNS)
LABELS = lexicon.read(lexicon.FOLDER / "product_labels.tsv", LABEL_COLUMNS)
MENTIONS = Mentions.load()


def mentions(text: str) -> list[Mention]:
    return MENTIONS(Document("an article", text, fold(text), "hans", None, None, ()))


def named(text: str) -> list[list[str]]:
    return [[mention.surface, mention.entity] for mention in mentions(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_finds_what_is_named(case: dict):
    assert named(case["text"]) == case["mentions"]


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case["why"])
def test_known_failures_still_fail(case: dict):
    assert named(case["text"]) != case["mentions"]


@pytest.mark.parametrize("row", [*PRODUCTS, *COMPANIES], ids=lambda row: row["name"])
def test_the_example_of_a_name_names_it(row: dict[str, str]):
    assert row["name"] in {mention.entity for mention in mentions(row["example"])}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["surface"])
def test_a_rule_tells_its_examples_from_its_counterexamples(rule: dict[str, str]):
    assert rule["example"]
    assert rule["counterexample"]
    for example in lexicon.values(rule["example"]):
        assert rule["surface"] in {mention.surface for mention in mentions(example)}, example
    for counterexample in lexicon.values(rule["counterexample"]):
        assert rule["surface"].lower() in counterexample.lower()
        assert rule["surface"] not in {mention.surface for mention in mentions(counterexample)}, (
            counterexample
        )


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["word"])
def test_the_example_of_a_label_tells_a_product_from_an_animal(label: dict[str, str]):
    assert label["place"] in {"before", "after", "either"}
    text = label["example"].replace("X", "大象")
    assert [mention.rule for mention in mentions(text) if mention.surface == "大象"] == ["product_label"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("钉钉", ["product_name"]),
        ("腾讯", ["company_name"]),
        ("“来往”，来往加好友", ["product_quoted", "product_elsewhere"]),
        ("字节跳动和字节", ["company_name", "company_full"]),
        ("微信和Tower", ["product_name", "product_beside"]),
        ("微信\nTower", ["product_name"]),
        ("QQ的办公版TIM", ["product_name", "product_cue"]),
    ],
)
def test_the_rule_says_what_made_it_a_name(text: str, rules: list[str]):
    assert [mention.rule for mention in mentions(text)] == rules


def test_surfaces_are_in_the_articles_own_script():
    assert mentions("見釘釘")[0] == Mention("an article", 1, 3, "釘釘", "钉钉", "product", "product_name")


@given(
    st.lists(
        st.sampled_from([row["surface"] for row in RULES] + list("“”「」，。\n 万是 ")), max_size=20
    ).map("".join)
    | st.text()
)
def test_any_text_gives_spans_in_order(text: str):
    reached = 0
    for mention in mentions(text):
        assert reached <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        reached = mention.end
