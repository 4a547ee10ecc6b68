"""The sentences in ``tests/specs`` and how many of them are read as they should be."""

from __future__ import annotations

import contextlib
import io
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

TESTS = Path(__file__).parents[1]
SPECS = TESTS / "specs"


class SpecScore(NamedTuple):
    """Sentences of one extractor: how many are read rightly, and how many more are known not to be."""

    extractor: str
    right: int
    total: int
    known_failures: int


class Cases:
    """Takes part in a run of the tests: keeps the cases of the specifications and counts what passes."""

    def __init__(self, cases: dict[str, list[Any]]) -> None:
        self.cases = cases
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out every test that is not about a case."""
        items[:] = [item for item in items if self.about_a_case(item)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a case that was run."""
        if report.when == "call":
            extractor = extractor_of(Path(report.fspath))
            self.total[extractor] += 1
            self.right[extractor] += report.passed

    def about_a_case(self, item: pytest.Item) -> bool:
        """Whether a parameter of the test is a case of its extractor."""
        given = getattr(item, "callspec", None)
        cases = self.cases[extractor_of(item.path)]
        return given is not None and any(value in cases for value in given.params.values())


def specifications() -> list[SpecScore]:
    """The score of every extractor that has a specification, by name."""
    known = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))
    cases = {path.stem: cases_in(path) for path in sorted(SPECS.glob("*.json"))}
    modules = [path for path in (TESTS / "analysis").rglob("test_*.py") if extractor_of(path) in cases]
    counted = Cases(cases)
    run(modules, counted)
    return [
        SpecScore(name, counted.right[name], counted.total[name], len(known.get(name, [])))
        for name in cases
        if counted.total[name]
    ]


def cases_in(path: Path) -> list[Any]:
    """Every case of a specification, whatever the heading it stands under."""
    parts = json.loads(path.read_text(encoding="utf-8")).values()
    return [case for part in parts if isinstance(part, list) for case in part]


def run(modules: Sequence[Path], plugin: Cases) -> None:
    """Run tests without a word."""
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main(
            ["--quiet", "-p", "no:cacheprovider", "-p", "no:xdist", *map(str, modules)], plugins=[plugin]
        )


def extractor_of(module: Path) -> str:
    """The extractor that a module of tests is about."""
    return module.stem.removeprefix("test_")
