"""Measures how many readers one dashboard bears: sessions that are open at once and click now and then.

Each session is a websocket as a browser opens it, on this machine only. A click asks for a page with another
product chosen, and its time is that until the server has run the page and sent all of it.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.served import of_seeds, served
from tests.benchmarks.targets import Row

SESSIONS, CLICKS, PAUSE = 50, 6, 2.0
"""Sessions, clicks of each, and seconds between two of its clicks."""

PRODUCTS = ("钉钉", "企业微信", "飞书", "微信")
PAGES = ("", "terms", "products", "metrics", "timeline", "features")
SILENCE = 60.0
"""Seconds without a message after which a session is given up."""


def readers(work: Path) -> Iterator[Row]:
    """Fifty readers of the seed articles; ``work`` is a folder for the store."""
    load = measure(of_seeds(work))
    who = f"{SESSIONS} readers, a click every {PAUSE:g} s"
    yield Row(f"{who}: seconds until shown, middle", load.median, 0.2, larger=False)
    yield Row("the same: 95 of 100 clicks", load.slowest, 0.5, larger=False)
    yield Row("the same: MB of each further session", load.memory / 1e6, 2, larger=False)


class Load(NamedTuple):
    """Seconds from click to page, middle and 95th of 100; bytes that a further session takes."""

    median: float
    slowest: float
    memory: float


def measure(store: Path) -> Load:
    """Open the sessions on a dashboard of ``store``, let them click, and time it.

    Every page has been opened by somebody before, none with a product chosen.
    """
    with served(store) as server:
        for number in range(len(PAGES)):
            asyncio.run(_session(server.stream, number, 0))
        before = server.process.memory_info().rss
        durations = asyncio.run(_together(server.stream))
        memory = (server.process.memory_info().rss - before) / SESSIONS
    return Load(statistics.median(durations), statistics.quantiles(durations, n=20)[-1], memory)


async def _together(address: str) -> list[float]:
    """Every session's clicks, in seconds; the sessions begin one after the other."""
    every = await asyncio.gather(*(_session(address, number, CLICKS) for number in range(SESSIONS)))
    return [duration for durations in every for duration in durations]


async def _session(address: str, number: int, clicks: int) -> list[float]:
    """One session: its first page, then clicks; the seconds that each click took."""
    chance = random.Random(number)
    await asyncio.sleep(number * PAUSE / SESSIONS)
    durations = []
    async with connect(address, subprotocols=["streamlit"], max_size=None) as opened:
        await shown(opened, PAGES[number % len(PAGES)], "")
        for product, _ in zip(cycle(PRODUCTS), range(clicks), strict=False):
            await asyncio.sleep(PAUSE * chance.uniform(0.5, 1.5))
            began = time.perf_counter()
            await shown(opened, PAGES[number % len(PAGES)], f"products={quote(product)}")
            durations.append(time.perf_counter() - began)
    return durations


async def shown(opened: ClientConnection, page: str, query: str) -> None:
    """Ask for a page and wait until all of it has come; raises ``RuntimeError`` where it shows an error."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    asked.rerun_script.page_name = page
    await opened.send(asked.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(opened.recv(), SILENCE))
        if message.delta.new_element.HasField("exception"):
            raise RuntimeError(message.delta.new_element.exception.message)
        if (
            message.WhichOneof("type") == "script_finished"
            and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            return


if __name__ == "__main__":
    load = measure(Path(sys.argv[1]))
    print(f"{SESSIONS} sessions, a click every {PAUSE:g} s of each")
    print(f"page after a click      {load.median:8.3f} s, slowest 5 %: {load.slowest:.3f} s or more")
    print(f"memory of a session     {load.memory / 1e6:8.2f} MB")
