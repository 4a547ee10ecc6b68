"""The words of the pages, in files beside this one, ``<topic>.<language>.toml``; and those of the charts."""

from __future__ import annotations

from pathlib import Path

from analysis.strings import labels
from analysis.strings.labels import Labels, Language

FOLDERS = (labels.FOLDER, Path(__file__).parent)


def labels_in(language: Language) -> Labels:
    """Every word that a page shows, in a language."""
    return Labels(language, FOLDERS)
