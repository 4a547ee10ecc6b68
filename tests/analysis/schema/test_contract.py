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


def test_the_tables_of_the_contract_have_its_columns_in_order():
    declared = {table: " ".join(schema.columns(schema.TABLES[table])) for table in CONTRACT}
    assert declared == CONTRACT


def test_the_contract_comes_first():
    assert list(schema.TABLES)[: len(CONTRACT)] == list(CONTRACT)
