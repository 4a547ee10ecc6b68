"""What holds for every lexicon file: headed, sorted, unique, Simplified, no name claimed twice."""

from collections import Counter
from pathlib import Path

import pytest

from analysis import lexicon
from analysis.reading import script

FILES = sorted(lexicon.FOLDER.glob("*.tsv"))
ABOUT_SCRIPTS = {"script.tsv", "frequent_characters.tsv"}
WRITTEN_AS_FOUND = ("example", "note")


def heading(path: Path) -> list[str]:
    """Column names: the first line that is no comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.strip() and not line.startswith("#")).split("\t")


def test_there_are_lexicons():
    assert FILES


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_says_first_what_it_is_for(path: Path):
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_keys_are_sorted_and_unique(path: Path):
    columns = heading(path)
    keys = [row[columns[0]] for row in lexicon.read(path, columns)]
    assert keys == sorted(set(keys))


def test_cells_have_no_stray_space(path: Path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        assert "\r" not in line, number
        assert line == line.rstrip(" "), number
        assert all(cell == cell.strip() for cell in line.split("\t")), number


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name not in ABOUT_SCRIPTS], ids=lambda path: path.name
)
def test_words_are_simplified(path: Path):
    columns = heading(path)
    for row in lexicon.read(path, columns):
        for column in columns:
            if column not in WRITTEN_AS_FOUND:
                assert row[column] == script.fold(row[column]), (row[columns[0]], column)


@pytest.mark.parametrize(
    "path", [path for path in FILES if "aliases" in heading(path)], ids=lambda path: path.name
)
def test_no_alias_is_owned_twice(path: Path):
    columns = heading(path)
    owners = Counter[str]()
    for row in lexicon.read(path, columns):
        owners.update({row[columns[0]], *lexicon.values(row["aliases"])})
    assert [alias for alias, count in owners.items() if count > 1] == []
