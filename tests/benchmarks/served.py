"""A dashboard to measure: of a store, in a process of its own, never for longer than it may take."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import NamedTuple

import psutil

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
LONGEST = 300.0
"""Seconds after which a dashboard is stopped, whoever still waits for it."""


class Served(NamedTuple):
    """A dashboard on this machine: the address of its pages, that of its websocket, and its process."""

    pages: str
    stream: str
    process: psutil.Process


@contextmanager
def served(store: Path, longest: float = LONGEST) -> Iterator[Served]:
    """The dashboard of ``store`` on a free port, gone afterwards in any case, after ``longest`` seconds too.

    Raises ``RuntimeError`` where it does not start.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    port = place.rpartition(":")[2]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port]
    environment = {name: value for name, value in os.environ.items() if name != "DUIDU_SOURCE"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment | {"DUIDU_STORE": str(store)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        end = Timer(longest, process.kill)
        end.start()
        try:
            if not any("http://" in line for line in process.stdout):
                raise RuntimeError("the dashboard did not start")
            yield Served(f"http://{place}", f"ws://{place}/_stcore/stream", psutil.Process(process.pid))
        finally:
            end.cancel()
            process.kill()


def of_seeds(work: Path) -> Path:
    """The store of the seed articles, built in the folder ``work`` unless it is there."""
    store = work / "store of the seeds"
    command = [sys.executable, "-m", "analysis", "build", str(SEEDS), "--out", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return store
