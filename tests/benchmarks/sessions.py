"""Measures how many readers one dashboard bears: sessions that are open at once and click now and then.

Each session is a websocket as a browser opens it, on this machine only. A click asks for a page with another
product chosen, and its time is that until the server has run the page and sent all of it.
"""

from __future__ import annotations

import asyncio
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).parents[2]
SESSIONS, CLICKS, PAUSE = 50, 6, 2.0
"""Sessions, clicks of each, and seconds between two of its clicks."""

PRODUCTS = ("钉钉", "企业微信", "飞书", "微信")
PAGES = ("", "terms", "products", "metrics", "timeline", "features")
SILENCE = 60.0
"""Seconds without a message after which a session is given up."""


class Load(NamedTuple):
    """Seconds from click to page, middle and 95th of 100; bytes that a further session takes."""

    median: float
    slowest: float
    memory: float


def measure(store: Path) -> Load:
    """Open the sessions on a dashboard of ``store``, let them click, and time it."""
    with served(store) as (address, process):
        asyncio.run(_session(address, 0, 2))
        before = process.memory_info().rss
        durations = asyncio.run(_together(address))
        memory = (process.memory_info().rss - before) / SESSIONS
    return Load(statistics.median(durations), statistics.quantiles(durations, n=20)[-1], memory)


@contextmanager
def served(store: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The dashboard on a free port: the address of its websocket, and its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"DUIDU_STORE": str(store)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        try:
            next(line for line in process.stdout if "http://" in line)
            yield f"ws://127.0.0.1:{port}/_stcore/stream", psutil.Process(process.pid)
        finally:
            process.kill()


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
