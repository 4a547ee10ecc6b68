"""Choices in the address: what is new in it counts, what is old does not undo a click."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from pages._ui import address

    several = address.several("letters", "Letters", ("a", "b", "c"), str.upper, placeholder="all")
    one = address.one("size", "Size", ("small", "large"), str.title)
    st.text(f"{several} {one} {address.unknown('letters', ('a', 'b', 'c'))}")


def opened(**query: list[str]) -> AppTest:
    app = AppTest.from_function(page)
    for name, values in query.items():
        app.query_params[name] = values
    return app.run()


def test_nothing_in_the_address_is_the_default():
    app = opened()
    assert app.text[0].value == "[] small []"
    assert dict(app.query_params) == {}


def test_the_address_gives_the_choice_by_its_options():
    app = opened(letters=["c", "a"], size=["large"])
    assert app.text[0].value == "['c', 'a'] large []"


def test_an_unknown_option_is_left_out_of_the_choice_and_of_the_address():
    app = opened(letters=["x", "b"], size=["huge"])
    assert app.text[0].value.startswith("['b'] small")
    assert app.query_params["letters"] == "b"


def test_a_click_is_written_to_the_address():
    app = opened()
    app.multiselect(key="letters").set_value(["b", "c"]).run()
    assert app.query_params.get("letters") == ["b", "c"]
    app.multiselect(key="letters").set_value(["c"]).run()
    assert app.query_params.get("letters") == "c"
    app.button_group(key="size").set_value("large").run()
    assert app.query_params.get("size") == "large"
    app.button_group(key="size").set_value("small").run()
    assert "size" not in app.query_params


def test_a_click_that_comes_with_the_former_address_is_not_undone():
    app = opened(letters=["a"])
    app.multiselect(key="letters").set_value(["a", "b"]).run()
    app.query_params["letters"] = ["a"]
    app.multiselect(key="letters").set_value(["a", "b", "c"]).run()
    assert app.text[0].value.startswith("['a', 'b', 'c']")


def test_another_address_in_the_same_session_is_followed():
    app = opened(letters=["a"])
    app.run()
    app.query_params["letters"] = ["c"]
    app.run()
    assert app.text[0].value.startswith("['c']")
