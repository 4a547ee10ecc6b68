import pytest

from analysis import schema

CONTRACT = {
    "articles": "article path title title_start title_end author source published published_basis script "
    "encoding sha256 chars body_chars",
    "removed": "article start end reason",
    "terms": "article term pos count",
    "mentions": "article start end surface entity entity_type rule",
    "metrics": "article start end surface value low high unit kind qualifier subject via period as_of "
    "modality sentence_start sentence_end rule",
    "events": "article start end surface iso precision inferred basis entities sentence_start "
    "sentence_end rule",
    "evidence": "article start end mention_start mention_end feature product status as_of discovered rule",
    "features": "feature category product status latest_status evidence articles first_as_of last_as_of",
    "comparisons": "article start end products favours aspect marker_start marker_end holder rule",
}

COLUMN_TYPES = (str, int, float, bool, list[str])


def test_the_tables_of_the_contract_have_its_columns_in_order():
    declared = {table: " ".join(schema.columns(schema.TABLES[table])) for table in CONTRACT}
    assert declared == CONTRACT


def test_the_contract_comes_first():
    assert list(schema.TABLES)[: len(CONTRACT)] == list(CONTRACT)


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
