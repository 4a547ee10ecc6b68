"""Who does the work of a build: this process, several of this machine, or the workers of a cluster."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from analysis.storage.partitions import Analyse, Outcome, Partition, Tick, analyse, tables_of, write

if TYPE_CHECKING:
    from distributed import Client

Analysis = Callable[[], Analyse]

SHARE = 4
"""Partitions for each worker: enough that none waits long for the last, and as many wait at a cluster."""

RETRIES = 3
"""How often a partition is given to another worker when its own has died."""

ANSWER_WITHIN = "10s"
"""How long a scheduler is waited for."""


class ClusterError(RuntimeError):
    """A cluster that cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Crew:
    """Those who do the work: ``run`` has them do it, ``width`` partitions or more keep all of them busy."""

    width: int
    run: Callable[[Analysis, Sequence[Partition], Tick], Iterator[Outcome]]


@contextmanager
def crew(count: int = 1, scheduler: str | None = None) -> Iterator[Crew]:
    """The workers of the cluster at the address ``scheduler``, else ``count`` processes, else this one.

    Raises ``ClusterError``.
    """
    if scheduler:
        with connected(scheduler) as client:
            yield Crew(SHARE * sum(client.nthreads().values()), partial(cluster, client))
    elif count > 1:
        yield Crew(SHARE * count, partial(processes, count))
    else:
        yield Crew(1, alone)


def alone(analysis: Analysis, partitions: Sequence[Partition], tick: Tick) -> Iterator[Outcome]:
    """The work done here, one partition after the other; while one is written, the next is analysed."""
    with ThreadPoolExecutor(max_workers=1) as writer:
        writing: Future[None] | None = None
        for partition in partitions:
            tables, outcome = tables_of(analysis, partition, tick)
            if writing:
                writing.result()
            writing = writer.submit(write, partition, tables)
            del tables  # so that they go as soon as they are written
            yield outcome
        if writing:
            writing.result()


def processes(
    count: int, analysis: Analysis, partitions: Sequence[Partition], tick: Tick
) -> Iterator[Outcome]:
    """The work done by ``count`` processes of this machine, which Ctrl+C ends without a word."""
    context = multiprocessing.get_context("spawn")
    quietly = (signal.SIGINT, signal.SIG_DFL)
    with ProcessPoolExecutor(count, context, initializer=signal.signal, initargs=quietly) as pool:
        running = [pool.submit(analyse, analysis, partition) for partition in partitions]
        for done in as_completed(running):
            yield _told(done.result(), tick)


def cluster(
    client: Client, analysis: Analysis, partitions: Sequence[Partition], tick: Tick
) -> Iterator[Outcome]:
    """The work done by the workers of a Dask cluster; a partition whose worker dies goes to another."""
    from distributed import as_completed as completed

    waiting = iter(partitions)
    submit = partial(client.submit, analyse, analysis, pure=False, retries=RETRIES)
    width = SHARE * max(1, sum(client.nthreads().values()))
    running = completed([submit(partition) for partition in islice(waiting, width)])
    for done in running:
        yield _told(done.result(), tick)
        done.release()
        for partition in islice(waiting, 1):
            running.add(submit(partition))


def connected(scheduler: str) -> Client:
    """A client of the Dask scheduler at an address such as ``tcp://host:8786``.

    Raises ``ClusterError`` where Dask is not installed, or nobody answers, or there is no worker.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("a cluster needs more packages: pip install -r requirements-cluster.txt") from None
    try:
        client = Client(scheduler, timeout=ANSWER_WITHIN)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"{scheduler}: no Dask scheduler answers there ({error})") from None
    if not client.nthreads():
        client.close()
        raise ClusterError(f"{scheduler}: the scheduler has no workers; start some: dask worker {scheduler}")
    return client


def _told(outcome: Outcome, tick: Tick) -> Outcome:
    tick(len(outcome.analysed) + len(outcome.reused) + len(outcome.problems))
    return outcome
