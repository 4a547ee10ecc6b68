"""Ways onward: links to other pages, each with the question it answers; the reader's choices go along."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from analysis.strings.labels import Labels
from pages._ui import address, html
from pages._ui.html import element


def ways(labels: Labels, pages: Sequence[str]) -> None:
    """A link to each page with the text ``overview.go.<page>``."""
    query = urlencode(address.kept(), doseq=True)
    html.grid(
        "way",
        [
            html.link("way-name", labels(f"page.{page}"), f"{page}?{query}")
            + element("from", labels(f"overview.go.{page}"), "p")
            for page in pages
        ],
    )
