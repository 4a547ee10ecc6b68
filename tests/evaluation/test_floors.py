"""What the seed articles may not fall below, and their labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation import labels, scores
from tests.evaluation.scores import Score

FLOORS = [
    ("body", "noise characters removed", 0.98),
    ("body", "article characters kept", 0.998),
    ("products", "count right", 1),
    ("companies", "count right", 27 / 28),
    ("metrics", "found", 49 / 51),
    ("metrics", "true", 0.92),
    ("metrics", "value right", 0.98),
    ("metrics", "unit right", 0.94),
    ("metrics", "kind right", 0.94),
    ("metrics", "qualifier right", 0.94),
    ("metrics", "subject right", 0.90),
    ("metrics", "value, unit, kind and subject right", 0.85),
    ("events", "found", 0.97),
    ("events", "true", 0.97),
    ("events", "date right, year stated", 1),
    ("events", "date right, year inferred", 8 / 9),
    ("matrix", "cells found", 0.95),
    ("matrix", "cells true", 0.95),
    ("matrix", "status right", 0.94),
    ("matrix", "evidence found", 0.87),
    ("matrix", "evidence true", 0.90),
    ("comparisons", "found", 0.80),
    ("comparisons", "true", 0.75),
    ("comparisons", "side right", 0.80),
]
WITHOUT_FIGURES = "003_76c1a5bcf9d67687"


@pytest.fixture(scope="module")
def rows(store_path: Path) -> scores.Rows:
    return scores.rows_of(store_path)


@pytest.fixture(scope="module")
def reached(rows: scores.Rows, seeds: Path) -> dict[tuple[str, str], Score]:
    given = scores.scores(rows, labels.load(seeds))
    return {(score.theme, score.measure): score for score in given}


@pytest.mark.parametrize(("theme", "measure", "floor"), FLOORS, ids=str)
def test_the_seed_articles_are_read_as_well_as_ever(reached, theme: str, measure: str, floor: float):
    score = reached[theme, measure]
    assert score.total
    assert score.share >= floor, score


@pytest.mark.parametrize("table", ["metrics", "events"])
def test_nothing_is_made_of_the_article_without_figures(rows: scores.Rows, table: str):
    assert [row for row in rows[table] if row.article == WITHOUT_FIGURES] == []
    assert [row for row in rows["sentences"] if row.article == WITHOUT_FIGURES]


def test_labels_lie_in_their_articles(seeds: Path):
    given = labels.load(seeds)
    assert len(given.texts) == 5
    for label in (*given.noise, *given.metrics, *given.events, *given.evidence, *given.comparisons):
        assert 0 <= label.start < label.end <= len(given.texts[label.article]), label
    for label in (*given.metrics, *given.events):
        assert given.texts[label.article][label.start : label.end] == label.surface
    for name in given.mentions:
        assert len(name.starts) in name.counts, name
