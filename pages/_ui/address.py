"""What the reader has chosen, kept in the page's address: a copied link opens the same view.

Streamlit's own ``bind="query-params"`` writes a widget's visible words into the address, which
differ by language; here it is the options themselves (short ids). A choice outlives a change of
page, and a default is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

import streamlit as st

EVERYWHERE = ("lang", "theme", "articles", "products")
"""The choices that hold on every page, by their names in the address."""

NONE = "none"
"""Stands in the address where everything is switched off."""

Option = TypeVar("Option", bound=str)

Kept = tuple[tuple[str, tuple[str, ...]], ...]
"""Choices by their names in the address, which every page keeps."""


def one(
    name: str,
    label: str,
    options: Sequence[Option],
    caption: Callable[[str], str],
    *,
    default: Option | None = None,
    hidden: bool = False,
) -> Option:
    """A segmented control, its label ``hidden`` where the options speak for themselves.

    Returns the chosen option, at first ``default`` or the first option.
    """
    initial = default or options[0]
    st.session_state[name] = next(iter(current(name, options)), initial)
    chosen = st.segmented_control(
        label,
        options,
        key=name,
        format_func=caption,
        required=True,
        label_visibility="collapsed" if hidden else "visible",
    )
    chosen = chosen or initial
    publish(name, [chosen], default=[initial])
    return chosen


def several(
    name: str,
    label: str,
    options: Sequence[Option],
    caption: Callable[[str], str],
    *,
    placeholder: str,
    on_change: Callable[[], None] | None = None,
    hidden: bool = False,
) -> list[Option]:
    """A multiselect; returns the chosen options, none at first. ``placeholder`` says what none means."""
    st.session_state[name] = current(name, options)
    chosen = st.multiselect(
        label,
        options,
        key=name,
        format_func=caption,
        placeholder=placeholder,
        select_all=False,
        on_change=on_change or "rerun",
        label_visibility="collapsed" if hidden else "visible",
    )
    publish(name, chosen, default=[])
    return chosen


def choice(name: str, label: str, options: Sequence[Option], caption: Callable[[str], str]) -> Option:
    """A drop-down list for many options; returns the chosen one, at first the first."""
    first = options[0]
    st.session_state[name] = next(iter(current(name, options)), first)
    chosen = st.selectbox(label, options, key=name, format_func=caption) or first
    publish(name, [chosen], default=[first])
    return chosen


def toggles(name: str, label: str, options: Sequence[Option], caption: Callable[[str], str]) -> list[Option]:
    """Options that are on or off on their own, at first all on; returns those that are on."""
    all_off = st.session_state.get(name) == [] or NONE in st.query_params.get_all(name)
    st.session_state[name] = [] if all_off else current(name, options) or list(options)
    chosen = st.pills(label, options, key=name, format_func=caption, selection_mode="multi")
    publish(name, chosen or [NONE], default=list(options))
    return list(chosen)


def place(name: str, article: str) -> int | None:
    """The character of ``article`` that the address asks for; one asked for in another article is dropped."""
    given = st.query_params.get(name)
    asked = st.session_state.get(f"{name}.of")
    if asked and asked[1] == given and asked[0] != article:
        del st.query_params[name]
        given = None
    st.session_state[f"{name}.of"] = (article, given)
    return int(given) if given and given.isdecimal() else None


def unknown(name: str, options: Collection[str]) -> list[str]:
    """Values of ``name`` in the address that are not among the options."""
    return [value for value in st.query_params.get_all(name) if value not in options]


def keep_unknown(name: str, options: Collection[str]) -> None:
    """Keep what is ``unknown`` in the address until ``forget_unknown``: the address itself loses it."""
    strangers = unknown(name, options)
    if strangers:
        st.session_state[f"{name}.unknown"] = strangers


def kept_unknown(name: str) -> list[str]:
    """What was unknown in the address."""
    found: list[str] = st.session_state.get(f"{name}.unknown", [])
    return found


def forget_unknown(name: str) -> None:
    """After another choice what was unknown is no longer of interest."""
    st.session_state.pop(f"{name}.unknown", None)


def kept() -> Kept:
    """What the address holds that every page keeps; for links to other pages."""
    query = st.query_params
    return tuple((name, tuple(query.get_all(name))) for name in EVERYWHERE if name in query)


def current(name: str, options: Sequence[Option]) -> list[Option]:
    """The choice before the widget is drawn: the address where it brings something new, else what was chosen.

    An address seen or written before is not new: a quick second click arrives with the address of
    the first, and must not be undone by it.
    """
    asked = wanted(name)
    st.session_state[f"{name}.seen"] = st.query_params.get_all(name)
    return [option for value in asked for option in options if option == value]


def wanted(name: str) -> list[str]:
    """What ``current`` chooses from the options, whether or not it is among them."""
    given = st.query_params.get_all(name)
    known = [st.session_state.get(f"{name}.{when}") for when in ("seen", "written")]
    return given if given and given not in known else _kept(name)


def _kept(name: str) -> list[str]:
    value = st.session_state.get(name, st.session_state.get(f"{name}.kept", []))
    return value if isinstance(value, list) else [value]


def publish(name: str, chosen: Sequence[str], default: Sequence[str]) -> None:
    """Keep a choice, and write it into the address unless it is the ``default``."""
    st.session_state[f"{name}.kept"] = list(chosen)
    written = [] if chosen == default else list(chosen)
    st.session_state[f"{name}.written"] = written
    if written != st.query_params.get_all(name):
        if written:
            st.query_params[name] = written
        else:
            del st.query_params[name]
