"""The command line: build a store, make slides of it, export a table of it, explain an article.

Ends with 0 when all is done, 1 when something was left out, 2 when nothing could be done.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from analysis.build import NothingAnalysedError, build
from analysis.explain import articles, explain
from analysis.export import FORMATS, export
from analysis.labels import LANGUAGES
from analysis.lexicon import LexiconError
from analysis.partitions import Outcome
from analysis.reading import loading
from analysis.schema import TABLES, Problem
from analysis.store import Store, StoreError, read
from analysis.workers import ClusterError

DONE, LEFT_OUT, NOTHING_DONE = 0, 1, 2

REASONS = {
    "empty": "it is empty",
    "binary": "it is not text",
    "undecodable": "its encoding is not known; saving it as UTF-8 helps. Unreadable from this byte on",
    "too_large": "it is too large for an article",
    "unreadable": "it cannot be read",
    "same_name": "another file has the same name",
    "same_text": "another file has the same text",
    "no_articles": "there are no articles in it (.txt, .md, .html)",
    "analysis_failed": "its analysis failed",
}


class Bar:
    """A progress bar on a terminal, shown for what takes longer than a second."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream, self.began, self.shown = stream, time.monotonic(), False

    def __call__(self, done: int, of: int) -> None:
        """Say that ``done`` of ``of`` files are done."""
        if not self.stream.isatty() or not (self.shown or time.monotonic() - self.began > 1):
            return
        self.shown = True
        filled = "█" * (30 * done // of)
        self.stream.write(f"\r{filled:░<30} {done}/{of}" + ("\n" if done == of else ""))
        self.stream.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name; returns the exit code."""
    _print_anything()
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.command(chosen)
    except (StoreError, LexiconError, ClusterError) as error:
        return _refuse(str(error))
    except BrokenPipeError:
        return _hang_up()
    except OSError as error:
        return _refuse(
            f"{chosen.out}: cannot be written ({error.strerror or error}); name another place with --out"
        )
    except BrokenExecutor:
        return _refuse(
            "a process ended before its work was done: perhaps too little memory for so many workers"
        )
    except KeyboardInterrupt:
        return _refuse("stopped")
    return code


def build_command(chosen: argparse.Namespace) -> int:
    """Build a store and say what was done and what was left out."""
    try:
        report = build(
            chosen.sources,
            chosen.out,
            workers=chosen.workers,
            scheduler=chosen.scheduler,
            progress=Bar(sys.stderr),
        )
    except NothingAnalysedError as error:
        _say_problems(error.outcome)
        return _refuse(f"{chosen.out} stays as it was: there is no article that can be analysed")
    _say_problems(report)
    print(_summary(report, chosen.out))
    if not report.analysed and not report.reused:
        return NOTHING_DONE
    return LEFT_OUT if report.problems else DONE


def deck_command(chosen: argparse.Namespace) -> int:
    """Write the ready-made deck of a store as a presentation."""
    from analysis.charts.engine import ImageError
    from analysis.deck_file import deck_file
    from analysis.slides.presentation import TemplateError

    store = Store(chosen.store)
    if store.articles().empty:
        return _refuse(f"{chosen.store} has no articles; build it again from a folder that has some")
    try:
        template = chosen.template and chosen.template.read_bytes()
    except OSError as error:
        return _refuse(
            f"{chosen.template}: cannot be read ({error.strerror or error}); name another template"
        )
    try:
        content = deck_file(store, chosen.language, template)
    except TemplateError as error:
        return _refuse(f"{chosen.template}: {error}")
    except ImageError as error:
        return _refuse(str(error))
    _write(chosen.out, content)
    print(f"slides in {chosen.out}")
    return DONE


def export_command(chosen: argparse.Namespace) -> int:
    """Write a table of a store to a file."""
    table = read(chosen.store, chosen.table)
    _write(chosen.out, export(chosen.table, table, chosen.format))
    print(f"{table.num_rows} rows of {chosen.table} in {chosen.out}")
    return DONE


def explain_command(chosen: argparse.Namespace) -> int:
    """Print an article with every span and the rule that found it."""
    names = articles(chosen.store)
    if chosen.article not in names:
        return _refuse(f"{chosen.store} has no article {chosen.article}; it has: {', '.join(names[:20])}")
    for line in explain(chosen.store, chosen.article):
        print(line.shown(colour=sys.stdout.isatty()))
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("build", help="analyse articles into a store")
    command.add_argument(
        "sources",
        nargs="+",
        type=_source,
        metavar="SOURCE",
        help="a file or folder of articles, or its address",
    )
    command.add_argument("--out", required=True, type=Path, metavar="STORE", help="folder to write")
    command.add_argument("--workers", type=_count, default=1, metavar="N", help="number of processes")
    command.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster")
    command.set_defaults(command=build_command)

    command = commands.add_parser("export", help="write a table to a file")
    command.add_argument("store", type=Path, metavar="STORE")
    command.add_argument("--table", required=True, choices=TABLES)
    command.add_argument("--format", required=True, choices=FORMATS)
    command.add_argument("--out", required=True, type=Path, metavar="FILE")
    command.set_defaults(command=export_command)

    command = commands.add_parser("deck", help="make slides of what the articles say")
    command.add_argument("store", type=Path, metavar="STORE")
    command.add_argument("--out", required=True, type=_presentation, metavar="FILE", help="a .pptx file")
    command.add_argument("--language", choices=LANGUAGES, default="zh", help="Chinese unless given")
    command.add_argument("--template", type=Path, metavar="FILE", help="a .pptx file whose look is used")
    command.set_defaults(command=deck_command)

    command = commands.add_parser("explain", help="print an article with every span found in it")
    command.add_argument("store", type=Path, metavar="STORE")
    command.add_argument("article", metavar="ARTICLE", help="its file's name without the ending")
    command.set_defaults(command=explain_command)
    return parser


def _print_anything() -> None:
    """Characters that a terminal or pipe cannot show become question marks instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _presentation(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".pptx":
        raise argparse.ArgumentTypeError(f"the name of the file must end in .pptx: {text}")
    return path


def _source(text: str) -> Path:
    try:
        return loading.place(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; pip install -r requirements-cluster.txt") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number is needed, at least 1")
    return int(text)


def _write(path: Path, content: bytes) -> None:
    """Write a file under another name first, so that nothing half-written has its name."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _say_problems(report: Outcome) -> None:
    for problem in report.problems:
        print(f"left out: {_sentence(problem)}", file=sys.stderr)


def _sentence(problem: Problem) -> str:
    detail = f" ({problem.detail})" if problem.detail else ""
    return f"{problem.path}: {REASONS.get(problem.reason, problem.reason)}{detail}"


def _summary(report: Outcome, out: Path) -> str:
    analysed, reused = len(report.analysed), len(report.reused)
    return f"articles in {out}: {analysed + reused} ({analysed} analysed, {reused} unchanged)"


def _hang_up() -> int:
    """End quietly where the reader of a pipe, such as ``head``, wanted no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return NOTHING_DONE


if __name__ == "__main__":
    sys.exit(main())
