"""Measures the dashboard on a large store: opening it, every page after a click on a filter, its memory.

Takes a store as ``large_store.py`` writes it. A click asks for a page with other products, or another
article, chosen; its time is that until the server has run the page and sent all of it. One session is open.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
PAGES = ("", "terms", "products", "metrics", "timeline", "features", "article", "deck")
PRODUCTS = ("钉钉", "企业微信", "飞书", "微信", "小程序", "Lark", "RTX", "来往")
PICKED = 4
"""Articles that are chosen, one after the other."""

LONGEST = 1800.0
"""Seconds after which the dashboard is stopped, whatever is still to be measured."""


class Page(NamedTuple):
    """A page, and the seconds until it is shown: at first, with everything, and after a click."""

    name: str
    first: float
    clicks: list[float]

    def __str__(self) -> str:
        middle, slowest = statistics.median(self.clicks), max(self.clicks)
        return f"{self.name or 'overview':<12}{self.first:8.3f}{middle:8.3f}{slowest:8.3f}"


def measure(store: Path) -> None:
    """Open the dashboard on ``store``, click through it, and print what it took."""
    from tests.benchmarks.served import served

    chosen = _chosen(store)
    began = time.perf_counter()
    with served(store, LONGEST) as server:
        asyncio.run(_page(server.stream, "", []))
        print(f"from the start to the first page {time.perf_counter() - began:8.3f} s")
        print(f"{'seconds':<12}{'first':>8}{'click':>8}{'slowest':>8}")
        for name in PAGES:
            print(asyncio.run(_page(server.stream, name, chosen)), flush=True)
        print(f"memory of the server {server.process.memory_info().rss / 1e6:20.0f} MB")


def _chosen(store: Path) -> list[str]:
    """What is chosen click by click, as an address says it: products one by one, in pairs, then articles."""
    from analysis.storage.store import Store

    held = Store(store).query("SELECT article FROM articles ORDER BY hash(article) LIMIT $n", {"n": PICKED})
    pairs = [{"products": list(pair)} for pair in pairwise(PRODUCTS)]
    one_by_one = [{"products": [name]} for name in PRODUCTS]
    articles = [{"articles": [name]} for name in held["article"]]
    return [urlencode(each, doseq=True) for each in (*one_by_one, *pairs, *articles)]


async def _page(address: str, name: str, chosen: Sequence[str]) -> Page:
    """A page in a session of its own: first with everything, then with each of the choices."""
    from websockets.asyncio.client import connect

    from tests.benchmarks.sessions import shown

    seconds = []
    async with connect(address, subprotocols=["streamlit"], max_size=None) as opened:
        for query in ("", *chosen):
            began = time.perf_counter()
            await shown(opened, name, query)
            seconds.append(time.perf_counter() - began)
    return Page(name, seconds[0], seconds[1:])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    measure(Path(sys.argv[1]))
