"""The words of figures: every example in their lexicons is read as its row says."""

import pytest

from analysis import lexicon
from analysis.claims.numbers.numerals import narrow
from analysis.claims.quantities.quantities import Quantities, Quantity
from analysis.claims.sentence import Sentence
from analysis.claims.wordlist import Entry, WordList

QUANTITIES = Quantities.load(lexicon.FOLDER)


def rows(name: str, *columns: str) -> list[dict[str, str]]:
    return lexicon.read(lexicon.FOLDER / f"{name}.tsv", columns)


def quantities(text: str) -> list[Quantity]:
    return QUANTITIES(Sentence(narrow(text)))


UNITS = rows("units", "word", "unit", "kind", "role", "factor", "unless", "example")
QUALIFIERS = rows("qualifiers", "word", "qualifier", "place", "unless", "example")
FIGURE_WORDS = rows(
    "fixed_figures", "word", "value", "low", "high", "unit", "kind", "qualifier", "after", "unless", "example"
)
IDIOMS = rows("numeral_idioms", "word", "unless", "example")
PLACES = rows("relative_times", "word", "place", "example")
PERIODS = rows("periods", "word", "period", "place", "example")
KINDS = rows("kind_cues", "word", "of", "kind", "reach", "example")
RANKS = rows("rank_cues", "word", "roles", "example")


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row["word"])
def test_a_unit_is_found_in_its_example(row: dict[str, str]):
    if not row["unit"]:
        assert row["role"] in {"classifier", "head"}
        return
    units = [(one.unit or "").split("/")[0] for one in quantities(row["example"])]
    assert row["unit"] in units


@pytest.mark.parametrize("row", QUALIFIERS, ids=lambda row: f"{row['word']} {row['place']}")
def test_a_qualifier_bounds_the_figure_of_its_example(row: dict[str, str]):
    assert row["word"] in row["example"]
    assert [one.qualifier for one in quantities(row["example"])] == [row["qualifier"]]


@pytest.mark.parametrize("row", FIGURE_WORDS, ids=lambda row: row["word"])
def test_a_word_that_is_a_figure(row: dict[str, str]):
    (found,) = quantities(row["example"])
    assert (found.unit, found.kind, found.qualifier) == (row["unit"], row["kind"], row["qualifier"])
    assert (found.value is None) == (row["value"] == "")


@pytest.mark.parametrize("row", IDIOMS, ids=lambda row: row["word"])
def test_an_idiom_counts_nothing(row: dict[str, str]):
    assert row["word"] in row["example"]
    assert quantities(row["example"]) == []


@pytest.mark.parametrize("row", PLACES, ids=lambda row: row["word"])
def test_a_place_in_time_is_no_length(row: dict[str, str]):
    found = [one.kind for one in quantities(row["example"])]
    assert found == (["duration"] if row["place"] == "length" else [])


@pytest.mark.parametrize("row", PERIODS, ids=lambda row: row["word"])
def test_a_figure_is_counted_per_period(row: dict[str, str]):
    assert [one.period for one in quantities(row["example"])] == [row["period"]]


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row["word"])
def test_a_word_near_a_figure_changes_its_kind(row: dict[str, str]):
    (found,) = quantities(row["example"])
    assert found.kind == row["kind"]


@pytest.mark.parametrize("row", RANKS, ids=lambda row: row["word"])
def test_a_place_is_one_in_a_ranking_behind_its_cue(row: dict[str, str]):
    kinds = [one.kind for one in quantities(row["example"])]
    assert [kind for kind in kinds if kind != "duration"] == ["rank"]


@pytest.mark.parametrize(
    "text", ["第一批用户", "前三季度", "第一、针对的主体", "前三个月", "第一中学", "第二天"]
)
def test_the_first_of_a_series_is_no_rank(text: str):
    assert quantities(text) == []


def test_a_word_list_asks_for_the_longest_word_at_a_place():
    words = WordList([Entry("年", 1), Entry("年时间", 2), Entry("天", 3, unless=("猫",))])
    assert words.at("3年时间", 1) == (1, 4, 2)
    assert words.at("3年", 1) == (1, 2, 1)
    assert words.at("3天猫", 1) is None
    assert words.at("3年", 5) is None
    assert words.behind("三年时间", 4) == (1, 4, 2)
    assert words.covering("3年时间", 2) == (1, 4, 2)
    assert words.last_in("年年天", 0, 3) == (2, 3, 3)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("这是一般的道理，统一起来", []),
        ("一年", ["一"]),
        ("¥一", ["一"]),
        ("三百万用户排名第一", ["三百万", "第一"]),
        ("股价腰斩", ["腰斩"]),
        ("2019年", ["2019"]),
        ("", []),
    ],
)
def test_what_may_be_a_figure_tells_itself(text: str, candidates: list[str]):
    found = [text[one.start : one.end] for kind in QUANTITIES.candidates(text) for one in kind]
    assert found == candidates
