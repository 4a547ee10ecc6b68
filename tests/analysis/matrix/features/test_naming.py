import pytest

from analysis import lexicon
from analysis.document import Span
from analysis.matrix.features import naming
from analysis.matrix.features.naming import CUE_COLUMNS, Candidate, Naming

NAMING = Naming.load()
CUES = lexicon.read(lexicon.FOLDER / "feature_name_cues.tsv", CUE_COLUMNS)


def whole(text: str) -> Span:
    return Span(0, len(text))


def named(text: str) -> set[str]:
    """What any construction names in a sentence."""
    sentence = whole(text)
    clause = Span(0, len(text) - 1)
    found = [
        *NAMING.launched_things(text),
        *NAMING.launched_features(text, sentence),
        *NAMING.set_off(text, sentence),
        *NAMING.enumerated(text, clause),
    ]
    return {text[start:end] for start, end, _ in found}


@pytest.mark.parametrize(
    ("word", "role", "example"),
    [(row["word"], role, row["example"]) for row in CUES for role in lexicon.values(row["roles"])[:1]],
)
def test_the_example_of_a_cue_shows_it_in_its_role(word: str, role: str, example: str):
    assert word in example
    wanted = {"head": {"月光宝盒"}, "thing": {f"月光{word}"}, "no_feature": set(), "no_item": {"审批"}}
    assert named(example) == wanted[role]


@pytest.mark.parametrize("text", ["推出“月光宝盒”的外壳。", "支持考勤、审批、月光宝盒等外壳。"])
def test_other_words_there_leave_the_name_as_it_is(text: str):
    assert "月光宝盒" in named(text)


def test_a_name_behind_a_product_needs_a_word_for_features_or_modes():
    text = "钉钉的月光宝盒功能，钉钉“月光模式”，钉钉月光。"
    ends = [place + 2 for place in (0, 10, 19)]
    found = [[text[start:end] for start, end, _ in naming.owned(text, whole(text), end)] for end in ends]
    assert found == [["月光宝盒"], ["月光模式"], []]


def test_marks_and_items_are_where_they_stand():
    assert naming.marks("他说“好”【甲】") == [Span(2, 3), Span(5, 6)]
    assert naming.item("1. 月光宝盒：很慢", Span(0, 10)) == Candidate(3, 7, marked=False)
    assert naming.item("月光宝盒：很慢", Span(0, 7)) is None
    assert list(naming.called("叫做“月光宝盒”。", Span(0, 9))) == [Candidate(3, 7, marked=True)]
