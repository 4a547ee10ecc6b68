from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.reading import characters

CHANGES = {ord("釘"): "钉", ord("a"): "\U00020000"}
TABLE = characters.table(CHANGES)
ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_codes_are_code_points_and_become_the_text_again(text: str) -> None:
    codes = characters.codes(text)
    assert codes.tolist() == [ord(character) for character in text]
    assert characters.written(codes) == text


@given(ANY_TEXT)
def test_a_table_changes_what_it_names_and_nothing_else(text: str) -> None:
    changed = TABLE.take(characters.codes(text))
    assert characters.written(changed) == text.translate(CHANGES)
