"""Colours of charts on a light and on a dark page; a product keeps its colour everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32

from analysis.strings.names import known_products


@dataclass(frozen=True, eq=False)
class Theme:
    """Colours for one page: all are ``#rrggbb``.

    ``text`` for what is read, ``muted`` for what explains, ``faint`` for what only guides, ``grid`` for
    rules; ``neutral`` fills marks that stand for no product. ``families`` colours the product families,
    ``others`` the products outside them in turn.
    """

    name: str
    background: str
    text: str
    muted: str
    faint: str
    grid: str
    neutral: str
    families: Mapping[str, str]
    others: tuple[str, ...]


LIGHT = Theme(
    name="light",
    background="#FFFFFF",
    text="#222222",
    muted="#5B6570",
    faint="#B9C0C7",
    grid="#E4E7EA",
    neutral="#6B7C8C",
    families=MappingProxyType(
        {
            "dingtalk": "#0072B2",
            "wecom": "#009E73",
            "feishu": "#CC79A7",
            "wechat": "#E69F00",
            "qq": "#56B4E9",
        }
    ),
    others=("#7F7F7F", "#5F6670", "#94908A", "#6F7F7A", "#8B8494"),
)
"""Okabe and Ito's palette (2008), safe for colour-blind readers, on white; exported images use it always."""

DARK = Theme(
    name="dark",
    background="#16191D",
    text="#E6E6E3",
    muted="#A3ADB7",
    faint="#515B66",
    grid="#2A3139",
    neutral="#8FA1B2",
    families=MappingProxyType(
        {
            "dingtalk": "#4AA3E3",
            "wecom": "#2DBE92",
            "feishu": "#E08FBC",
            "wechat": "#F0B040",
            "qq": "#8ACBF3",
        }
    ),
    others=("#9A9A9A", "#858D98", "#B0ABA3", "#8FA39C", "#A9A1B4"),
)
"""The same hues lifted for a dark page."""


def product_colour(theme: Theme, product: str | None) -> str:
    """The colour of a product, by its family; what is outside the families, or no product, is grey."""
    if not isinstance(product, str):
        return theme.others[0]
    known = known_products().get(product)
    if known is None:
        return theme.others[crc32(product.encode()) % len(theme.others)]
    return theme.families.get(known.family, theme.others[known.place % len(theme.others)])


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` (0 to 1) of ``other`` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (one * (1 - share) + two * share)):02x}" for one, two in pairs)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
