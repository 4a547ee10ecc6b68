import pytest

from analysis import lexicon
from analysis.matrix.comparisons.scene_cues import CUE_COLUMNS, SceneCues

CUES = SceneCues.load()
ROWS = lexicon.read(lexicon.FOLDER / "scene_cues.tsv", CUE_COLUMNS)


def of_role(role: str) -> list[tuple[str, str]]:
    return [(row["word"], row["example"]) for row in ROWS if role in lexicon.values(row["roles"])]


def test_cues_are_of_known_roles():
    known = {"heading", "owned", "examples", "theirs", "each", "other", "passive", "handled"}
    assert {role for row in ROWS for role in lexicon.values(row["roles"])} == known


@pytest.mark.parametrize(("word", "text"), of_role("heading"))
def test_a_heading_ends_with_its_word_and_a_comma(word: str, text: str):
    heading = CUES.heading.match(text)
    assert heading
    assert heading[0].endswith(f"{word}，")


@pytest.mark.parametrize("text", ["价格：钉钉便宜", "2.价格:钉钉便宜"])
def test_a_heading_may_end_with_a_colon(text: str):
    heading = CUES.heading.match(text)
    assert heading
    assert text[heading.end() :] == "钉钉便宜"


def test_what_only_opens_a_sentence_is_no_heading():
    assert CUES.heading.match("去年，钉钉便宜") is None


@pytest.mark.parametrize(("word", "text"), of_role("owned"))
def test_a_firm_is_tied_to_its_product(word: str, text: str):
    tied = CUES.owned.match(text, text.index(word))
    assert tied
    assert tied[0] == f"{word}的"


@pytest.mark.parametrize(("word", "text"), of_role("examples"))
def test_products_may_be_only_examples(word: str, text: str):
    assert CUES.examples.match(text, text.index(word))


@pytest.mark.parametrize(("word", "text"), of_role("theirs"))
def test_what_belongs_to_products_is_not_they(word: str, text: str):
    theirs = CUES.theirs.match(text, text.index("的"))
    assert theirs
    assert theirs[0] == f"的{word}"


@pytest.mark.parametrize(("word", "text"), [*of_role("passive"), *of_role("handled")])
def test_a_word_before_a_product_tells_who_does_what(word: str, text: str):
    assert (word in CUES.passive) == text.startswith(f"飞书{word}")
    assert (word in CUES.handled) == text.startswith(f"钉钉{word}")


@pytest.mark.parametrize(("word", "text"), [*of_role("each"), *of_role("other")])
def test_two_products_are_gone_through_one_by_one(word: str, text: str):
    found = CUES.one_by_one.match(text, text.index("，"))
    assert found
    assert word in found[0]
