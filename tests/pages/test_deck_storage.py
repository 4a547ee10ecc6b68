"""What the browser tells of the deck that it keeps; a browser does so in tests/browser/test_deck.py."""

import pytest
import streamlit as st

from pages._ui import deck_storage


def test_what_is_told_to_a_page_that_has_been_left_is_passed_over(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(st, "session_state", {})
    deck_storage._take_over()
    assert st.session_state == {}
