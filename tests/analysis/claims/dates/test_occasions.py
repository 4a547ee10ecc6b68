import pytest

from analysis import lexicon
from analysis.claims.dates.occasions import Occasions
from analysis.claims.numbers.numerals import narrow

ROWS = lexicon.read(lexicon.FOLDER / "occasions.tsv", ("word", "role", "example"))
OCCASIONS = Occasions.load(lexicon.FOLDER)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_every_word_is_in_its_example(row: dict[str, str]):
    assert row["word"] in row["example"]
    assert OCCASIONS.year(narrow(row["example"])) == 2022


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("近日,在2022钉钉7.0产品发布会上,公司公布了数据。", 2022),
        ("公司回顾了2019年开发者大会。", None),
        ("近日,公司发布2019年财报。", None),
        ("近日,公司宣布裁员。2019年的大会已成往事。", None),
        ("2019年大会之后,近日又有新品。", None),
    ],
)
def test_a_meeting_spoken_of_as_recent(text: str, year: int | None):
    assert OCCASIONS.year(text) == year
