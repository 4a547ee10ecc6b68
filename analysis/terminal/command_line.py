"""The command line: build a store, make slides of it, export a table of it, explain an article.

Ends with 0 when all is done, 1 when something was left out, 2 when nothing could be done, 130 when it
was stopped.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from analysis.exports.table_file import FORMATS
from analysis.lexicon import LexiconError
from analysis.reading import loading
from analysis.schema import TABLES
from analysis.storage.store import StoreError
from analysis.storage.workers import ClusterError
from analysis.strings.labels import LANGUAGES
from analysis.terminal import commands
from analysis.terminal.commands import DONE, refuse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name, or say what keeps it from it; returns the exit code."""
    _print_anything()
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.command(chosen)
        sys.stdout.flush()
    except (StoreError, LexiconError, ClusterError) as error:
        return refuse(str(error))
    except BrokenPipeError:
        _hang_up()
        return DONE
    except OSError as error:
        return _refuse_to_write(chosen, error)
    except BrokenExecutor:
        return refuse(
            "a process ended before its work was done: perhaps too little memory for so many workers"
        )
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    command = subparsers.add_parser("build", help="analyse articles into a store")
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
    command.set_defaults(command=commands.build_command)

    command = subparsers.add_parser("export", help="write a table to a file")
    command.add_argument("store", type=Path, metavar="STORE")
    command.add_argument("--table", required=True, choices=TABLES)
    command.add_argument("--format", required=True, choices=FORMATS)
    command.add_argument("--out", required=True, type=Path, metavar="FILE")
    command.set_defaults(command=commands.export_command)

    command = subparsers.add_parser("deck", help="make slides of what the articles say")
    command.add_argument("store", type=Path, metavar="STORE")
    command.add_argument("--out", required=True, type=_presentation, metavar="FILE", help="a .pptx file")
    command.add_argument("--language", choices=LANGUAGES, default="zh", help="Chinese unless given")
    command.add_argument("--template", type=Path, metavar="FILE", help="a .pptx file whose look is used")
    command.set_defaults(command=commands.deck_command)

    command = subparsers.add_parser("explain", help="print an article with every span found in it")
    command.add_argument("store", type=Path, metavar="STORE")
    command.add_argument("article", metavar="ARTICLE", help="its file's name without the ending")
    command.set_defaults(command=commands.explain_command)
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


def _refuse_to_write(chosen: argparse.Namespace, error: OSError) -> int:
    """Say where nothing can be written: at the place that was named, or where the command prints."""
    reason = error.strerror or error
    if "out" in chosen:
        return refuse(f"{chosen.out}: cannot be written ({reason}); name another place with --out")
    _hang_up()
    return refuse(f"{chosen.article}: not all of it could be printed ({reason})")


def _hang_up() -> None:
    """Print no more: the reader of a pipe, such as ``head``, wanted no more, or there is no room for it."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
