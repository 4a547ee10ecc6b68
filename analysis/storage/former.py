"""The store that a build finds: rows of articles whose files have not changed are taken over from it."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from analysis.reading import loading
from analysis.schema import arrow_columns
from analysis.storage import store
from analysis.storage.totals import PER_ARTICLE


@dataclass(frozen=True)
class Former:
    """The store in ``folder``, and which part files of its tables may hold some articles: those ``near``."""

    folder: Path
    near: tuple[str, ...]

    def unchanged(self, paths: Sequence[Path]) -> list[Path]:
        """Those of the files at ``paths`` that it holds as they are; none where it cannot be read."""
        try:
            held = self._rows("articles", paths)
        except store.StoreError:
            return []
        known = dict(zip(*held.select(["article", "sha256"]).to_pydict().values(), strict=True))
        return [path for path in paths if path.stem in known and known[path.stem] == _sha256(path)]

    def tables(self, paths: Sequence[Path]) -> dict[str, pa.Table]:
        """The rows it holds of the articles at ``paths``, by table, with the paths they have now.

        Raises ``StoreError`` where one of its tables cannot be read.
        """
        kept = {name: self._rows(name, paths) for name in PER_ARTICLE}
        now = {path.stem: str(path) for path in paths}
        articles = kept["articles"]
        places = arrow_columns.texts([now[stem] for stem in articles["article"].to_pylist()])
        column = articles.schema.get_field_index("path")
        return kept | {"articles": articles.set_column(column, articles.schema.field(column), places)}

    def _rows(self, name: str, paths: Sequence[Path]) -> pa.Table:
        return store.rows_of(self.folder, name, [path.stem for path in paths], self.near)


def formers(folder: Path, groups: Sequence[Sequence[Path]]) -> list[Former]:
    """The store in ``folder`` for each group of files, which are in order of their stems.

    Each opens only the part files that it needs, however many there are. Raises ``StoreError``.
    """
    extents = store.extents(folder)
    firsts, lasts = [each.first for each in extents], [each.last for each in extents]
    return [
        Former(folder, tuple(each.part for each in extents[begin:end]))
        for begin, end in (
            (bisect_left(lasts, group[0].stem), bisect_right(firsts, group[-1].stem)) for group in groups
        )
    ]


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(loading.read(path)).hexdigest()
    except loading.LoadingError:
        return None
