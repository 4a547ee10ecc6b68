"""The Chinese font of the pages: put where the server gives it to the browser.

A fresh machine has no Chinese font, and nothing may be fetched from outside, so the font of an
installed package is put into ``static/``, as WOFF: the server would compress any other format anew for
every browser. ``python -m pages._ui.fonts`` does it before the server starts.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path

STATIC = Path(__file__).parents[2] / "static"


def provide(folder: Path = STATIC) -> Path:
    """Put Noto Sans SC into ``folder`` unless it is there already; returns its path.

    It is written beside its place and moved there, so that nobody is given half a font, however many
    servers start at once.
    """
    source = sans_path()
    target = folder / f"{source.stem}.woff"
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return target
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        written = Path(aside) / target.name
        _write_woff(source, written)
        written.replace(target)
    return target


def _write_woff(source: Path, target: Path) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(source, lazy=True) as font:
        font.flavor = "woff"
        font.save(target)


if __name__ == "__main__":
    provide()
