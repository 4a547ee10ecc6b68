from pathlib import Path

import pytest

from analysis import lexicon
from analysis.claims.dates import dates
from analysis.claims.dates.directions import Directions

DIRECTIONS = Directions.load(lexicon.FOLDER)
ROWS = lexicon.read(lexicon.FOLDER / "date_directions.tsv", ("word", "place", "direction", "example"))


def direction(text: str) -> str:
    (found,) = dates.find(text)
    return DIRECTIONS.of(text, found.start, found.end)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_every_word_does_what_its_row_says(row: dict[str, str]):
    places = {place: {} for place in ("before", "touching", "behind")}
    places |= {place: {row["word"]: row["direction"]} for place in lexicon.values(row["place"])}
    (found,) = dates.find(row["example"])
    assert Directions(places).of(row["example"], found.start, found.end) == row["direction"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月30日上线", "past"),
        ("截至9月30日", "past"),
        ("截至9月30日止", "near"),
        ("免费至 9月30日", "near"),
        ("预计于 12 月发表", "ahead"),
        ("9月30日将收费", "ahead"),
        ("将来的事9月30日再说", "past"),
    ],
)
def test_the_longest_word_nearest_to_the_date_decides(text: str, expected: str):
    assert direction(text) == expected


def test_a_missing_lexicon_is_named(tmp_path: Path):
    with pytest.raises(lexicon.LexiconError, match="date_directions"):
        Directions.load(tmp_path)
