import pytest

from analysis import schema

COLUMN_TYPES = (str, int, float, bool, list[str])


@pytest.mark.parametrize("row", schema.TABLES.values(), ids=schema.TABLES)
def test_every_column_says_what_it_holds(row: type):
    for name, (kind, nullable, column) in schema.columns(row).items():
        assert kind in COLUMN_TYPES, name
        assert isinstance(nullable, bool)
        assert column.description, name
        assert row.__doc__


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (schema.ArticleRow, "article", (str, False)),
        (schema.ArticleRow, "title_start", (int, True)),
        (schema.ArticleRow, "script", (str, False)),
        (schema.Metric, "value", (float, True)),
        (schema.Metric, "as_of", (str, True)),
        (schema.Event, "entities", (list[str], False)),
        (schema.Event, "inferred", (bool, False)),
        (schema.FeatureCell, "latest_status", (str, False)),
    ],
)
def test_type_and_null_of_a_column(row: type, column: str, expected: tuple[type, bool]):
    assert schema.columns(row)[column][:2] == expected


def test_offsets_are_counted_in_characters():
    for row in schema.TABLES.values():
        for name, (_, _, column) in schema.columns(row).items():
            if name.endswith(("start", "end")):
                assert column.unit == "characters", (row.__name__, name)
