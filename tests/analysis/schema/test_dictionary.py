from pathlib import Path

import pytest

from analysis import schema
from analysis.schema import dictionary

README = Path(__file__).parents[3] / "README.md"


def test_every_column_of_every_table_is_in_it():
    text = dictionary.markdown()
    for name, row in schema.TABLES.items():
        section = text.split(f"#### `{name}`\n")[1].split("####")[0]
        listed = [
            line.split(" | ")[0].removeprefix("| ") for line in section.splitlines() if line.startswith("| ")
        ]
        assert listed == ["column", *schema.columns(row)]


@pytest.mark.parametrize(
    "line",
    [
        "| value | float or null |  | normalised value: 1000万 is 10000000, 80% is 80; null for a range |",
        "| entities | list of str |  | canonical names beside the date, in its part of the sentence |",
        "| chars | int | characters | length as decoded |",
    ],
)
def test_a_line(line: str):
    assert line in dictionary.markdown().splitlines()


def test_a_file_without_the_marks_is_refused():
    with pytest.raises(ValueError, match="not enough values"):
        dictionary.updated("no marks here")


def test_only_what_stands_between_the_marks_is_replaced(tmp_path: Path):
    path = tmp_path / "page.md"
    path.write_text(f"before\n{dictionary.BEGIN}stale words\n{dictionary.END}\nafter\n", encoding="utf-8")
    dictionary.main(path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert dictionary.markdown() in text
    assert "stale words" not in text


def test_the_readme_is_in_step_with_the_schema():
    text = README.read_text(encoding="utf-8")
    assert dictionary.updated(text) == text, "make readme brings it up to date"
