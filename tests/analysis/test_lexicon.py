import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon

COLUMNS = ("term", "aliases", "example")


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str | bytes) -> Path:
        path = tmp_path / "terms.tsv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_reads_rows_in_order_and_fills_missing_cells(write):
    path = write("# what it is for\n\nterm\taliases\texample\n钉钉\t釘釘|DingTalk\t钉钉好用\n飞书\n")
    assert lexicon.read(path, COLUMNS) == [
        {"term": "钉钉", "aliases": "釘釘|DingTalk", "example": "钉钉好用"},
        {"term": "飞书", "aliases": "", "example": ""},
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "no heading"),
        ("# only a note\n", 1, "no heading"),
        ("term\talias\texample\n", 1, "the heading must be"),
        ("term\taliases\texample\n钉钉\ta\tb\tc\n", 2, "4 cells, but the heading has 3"),
        ("term\taliases\texample\n\t釘釘\n", 2, "the column term is empty"),
        ("term\taliases\texample\n钉钉\n飞书\n钉钉\n", 4, "钉钉 stands already in line 2"),
        ("term\taliases\texample\n钉钉\n".encode() + b"\xb6\xa4\n", 3, "not UTF-8"),
    ],
)
def test_a_broken_file_names_line_and_reason(write, text: str | bytes, line: int, reason: str):
    path = write(text)
    with pytest.raises(lexicon.LexiconError, match=reason) as caught:
        lexicon.read(path, COLUMNS)
    assert (caught.value.path, caught.value.line) == (path, line)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "closed.tsv").mkdir()
    with pytest.raises(lexicon.LexiconError, match=r"closed\.tsv, line 1: the file cannot be read"):
        lexicon.read(tmp_path / "closed.tsv", ("key",))


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(lexicon.LexiconError, match=r"absent\.tsv, line 1: the file is missing"):
        lexicon.read(tmp_path / "absent.tsv", COLUMNS)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("", ()), ("钉钉", ("钉钉",)), ("钉钉|釘釘", ("钉钉", "釘釘")), (" a | |b ", ("a", "b"))],
)
def test_values(cell: str, expected: tuple[str, ...]):
    assert lexicon.values(cell) == expected


@given(st.text())
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str):
    path = tmp_path_factory.mktemp("any") / "terms.tsv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        rows = lexicon.read(path, COLUMNS)
    except lexicon.LexiconError:
        return
    assert all(tuple(row) == COLUMNS and row["term"] for row in rows)


def test_a_byte_order_mark_is_no_part_of_the_file(write):
    path = write(b"\xef\xbb\xbf# what it is for\n" + "\t".join(COLUMNS).encode() + b"\nkey\n")
    assert [row[COLUMNS[0]] for row in lexicon.read(path, COLUMNS)] == ["key"]


@pytest.mark.parametrize("cell", ["many", ""])
def test_a_cell_that_must_be_a_number_is_named_with_its_line(write, cell):
    path = write(f"word\tfactor\none\t1.5\ntwo\t{cell}\n")
    one, two = lexicon.read(path, ("word", "factor"))
    assert lexicon.number(path, one, "factor") == 1.5
    with pytest.raises(lexicon.LexiconError, match="the factor of two must be a number") as caught:
        lexicon.number(path, two, "factor")
    assert caught.value.line == 3


@pytest.mark.parametrize("cell", ["hevy", ""])
def test_a_cell_that_must_be_one_of_several_is_named_with_its_line(write, cell):
    path = write(f"word\tweight\none\tlight\ntwo\t{cell}\n")
    one, two = lexicon.read(path, ("word", "weight"))
    assert lexicon.choice(path, one, "weight", ("light", "heavy")) == "light"
    with pytest.raises(lexicon.LexiconError, match="the weight of two must be light or heavy, not") as caught:
        lexicon.choice(path, two, "weight", ("light", "heavy"))
    assert caught.value.line == 3


def test_a_cell_may_be_empty_where_that_is_one_of_several(write):
    path = write("word\tweight\none\t\n")
    [row] = lexicon.read(path, ("word", "weight"))
    assert lexicon.choice(path, row, "weight", ("", "heavy")) == ""
    with pytest.raises(lexicon.LexiconError, match="must be a number, not empty"):
        lexicon.number(path, row, "weight")


def test_a_pattern_of_a_role_takes_the_longest_of_its_words():
    rows = [{"word": word, "roles": role} for word, role in (("但", "a"), ("但是", "a|b"), ("而.", "b"))]
    pattern = re.compile(lexicon.pattern_of(rows, "a"))
    assert pattern.findall("但是，但，而。") == ["但是", "但"]
    assert re.findall(lexicon.pattern_of(rows, "b"), "而. 而") == ["而."]
    assert re.search(lexicon.pattern_of(rows, "c"), "但") is None


def test_any_of_some_words_takes_them_as_written_and_none_matches_nothing():
    assert re.findall(lexicon.any_of(["A.", "A", "A.I"]), "A.I A. AI") == ["A.I", "A.", "A"]
    assert re.search(lexicon.any_of([]), "") is None
