"""Prints how well the analysis reads: the seed articles against their labels, and the specifications.

python -m tests.evaluation.evaluate
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from analysis.storage.build import build
from tests.evaluation import labels
from tests.evaluation.scores import Score, rows_of, scores
from tests.evaluation.specifications import SpecScore, specifications

SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> None:
    """Build the seed articles anew and print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build([SEEDS], store)
        print(score_table(scores(rows_of(store), labels.load(SEEDS))))
    print()
    print(specification_table(specifications()))


def score_table(given: Sequence[Score]) -> str:
    """One line a measure; the theme where it begins."""
    lines = [f"{'The seed articles':<48}{'right':>7}{'total':>7}{'share':>8}"]
    theme = None
    for score in given:
        heading = score.theme if score.theme != theme else ""
        theme = score.theme
        lines.append(f"{heading:<13}{score.measure:<35}{score.right:>7}{score.total:>7}{score.share:>8.3f}")
    return "\n".join(lines)


def specification_table(given: Sequence[SpecScore]) -> str:
    """One line an extractor."""
    lines = [f"{'Sentences of tests/specs':<48}{'right':>7}{'total':>7}   known failures"]
    lines += [
        f"{score.extractor:<48}{score.right:>7}{score.total:>7}{score.known_failures or '':>17}"
        for score in given
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
