"""What the commands do; each takes the arguments that were given and returns the code it ends with."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from analysis.exports.table_file import table_file
from analysis.schema import Problem
from analysis.storage.build import NothingAnalysedError, build
from analysis.storage.partitions import Outcome
from analysis.storage.store import Store, read
from analysis.terminal.explain import articles, explain
from analysis.terminal.progress_bar import Bar

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
        return refuse(f"{chosen.out} stays as it was: there is no article that can be analysed")
    _say_problems(report)
    print(_summary(report, chosen.out))
    if not report.analysed and not report.reused:
        return NOTHING_DONE
    return LEFT_OUT if report.problems else DONE


def deck_command(chosen: argparse.Namespace) -> int:
    """Write the ready-made deck of a store as a presentation."""
    from analysis.charts.engine import ImageError
    from analysis.exports.deck_file import deck_file
    from analysis.slides.presentation import TemplateError

    store = Store(chosen.store)
    if store.articles().empty:
        return refuse(f"{chosen.store} has no articles; build it again from a folder that has some")
    try:
        template = chosen.template and chosen.template.read_bytes()
    except OSError as error:
        return refuse(f"{chosen.template}: cannot be read ({error.strerror or error}); name another template")
    try:
        content = deck_file(store, chosen.language, template)
    except TemplateError as error:
        return refuse(f"{chosen.template}: {error}")
    except ImageError as error:
        return refuse(str(error))
    _write(chosen.out, content)
    print(f"slides in {chosen.out}")
    return DONE


def export_command(chosen: argparse.Namespace) -> int:
    """Write a table of a store to a file."""
    table = read(chosen.store, chosen.table)
    _write(chosen.out, table_file(chosen.table, table, chosen.format))
    print(f"{table.num_rows} rows of {chosen.table} in {chosen.out}")
    return DONE


def explain_command(chosen: argparse.Namespace) -> int:
    """Print an article with every span and the rule that found it."""
    names = articles(chosen.store)
    if chosen.article not in names:
        return refuse(f"{chosen.store} has no article {chosen.article}; it has: {', '.join(names[:20])}")
    for line in explain(chosen.store, chosen.article):
        print(line.shown(colour=sys.stdout.isatty()))
    return DONE


def refuse(message: str) -> int:
    """Say on the error stream why nothing can be done."""
    print(message, file=sys.stderr)
    return NOTHING_DONE


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
