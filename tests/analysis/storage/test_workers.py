"""Building on a cluster: a real scheduler and two workers, each a process of its own."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from analysis import schema
from analysis.storage import store, store_writing, workers
from analysis.storage.build import build
from analysis.storage.totals import TOTALS
from analysis.storage.workers import ClusterError, connected

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
COPIES = 6


class Cluster:
    """A scheduler at ``address``, and the processes of its workers."""

    def __init__(self, start: Callable[[Sequence[str]], subprocess.Popen[str]]) -> None:
        scheduler = start(["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"])
        assert scheduler.stderr
        said = next(line for line in scheduler.stderr if "Scheduler at:" in line)
        self.address = re.search(r"tcp://\S+", said)[0]
        alone = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        self.workers = [start(["worker", self.address, *alone]) for _ in range(2)]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    started: list[subprocess.Popen[str]] = []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(HERE)])}

    def start(arguments: Sequence[str]) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "dask", *arguments]
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
        )
        started.append(process)
        return process

    try:
        running = Cluster(start)
        with connected_to_two(running.address):
            yield running
    finally:
        for process in reversed(started):
            process.kill()
            process.communicate()


def connected_to_two(address: str):
    from distributed import Client

    client = Client(address)
    client.wait_for_workers(2, timeout=60)
    return client


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed articles several times over under other names, and one that is empty."""
    folder = tmp_path_factory.mktemp("articles")
    for copy in range(COPIES):
        for seed in sorted((ROOT / "seeds").glob("*.txt")):
            (folder / f"{seed.stem}_{copy}.txt").write_bytes(seed.read_bytes() + b"\n" * copy)
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def alone(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that one process builds of them."""
    out = tmp_path_factory.mktemp("alone") / "store"
    build([articles], out)
    return out


def differing(one: Path, other: Path) -> list[str]:
    names = schema.TABLES.keys() - TOTALS
    return [name for name in names if store.read(one, name) != store.read(other, name)]


def test_a_cluster_builds_what_one_process_builds(
    cluster: Cluster, articles: Path, alone: Path, tmp_path: Path
):
    report = build([articles], tmp_path / "store", scheduler=cluster.address)
    assert len(report.analysed) == 5 * COPIES
    assert [problem.reason for problem in report.problems] == ["empty"]
    assert differing(tmp_path / "store", alone) == []


def test_a_worker_that_dies_loses_nothing(cluster: Cluster, articles: Path, alone: Path, tmp_path: Path):
    told: list[int] = []

    def kill_one(done: int, _of: int) -> None:
        if not told:
            cluster.workers[0].kill()
        told.append(done)

    build([articles], tmp_path / "store", scheduler=cluster.address, progress=kill_one)
    assert cluster.workers[0].wait() != 0
    assert told[-1] == 5 * COPIES + 1
    assert differing(tmp_path / "store", alone) == []
    assert list(tmp_path.rglob(f"{store_writing.UNFINISHED}*")) == []


def test_an_article_that_crashes_its_analysis_is_named_and_the_rest_is_there(
    cluster: Cluster, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.syspath_prepend(str(HERE))
    (tmp_path / "broken.txt").write_text("坏了。", encoding="utf-8")
    flow = importlib.import_module("faulty").FLOW
    report = build([articles, tmp_path / "broken.txt"], tmp_path / "store", flow, scheduler=cluster.address)
    assert len(report.analysed) == 5 * COPIES
    assert [Path(problem.path).name for problem in report.problems] == ["empty.txt", "broken.txt"]
    assert report.problems[1].detail.startswith("KeyError: '坏' (faulty.py, line ")


def test_a_scheduler_that_does_not_answer_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "ANSWER_WITHIN", "500ms")
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9: no Dask scheduler answers there"):
        connected("tcp://127.0.0.1:9")
