"""The Chinese font of the pages: put where the server gives it to the browser.

A fresh machine has no Chinese font, and nothing may be fetched from outside, so the font of an
installed package is copied into ``static/``. Only the standard library and that package are
imported here: the copy must be there before the browser asks for it. ``python -m pages._ui.fonts`` makes it
before the server starts.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path

STATIC = Path(__file__).parents[2] / "static"


def provide(folder: Path = STATIC) -> Path:
    """Copy Noto Sans SC into ``folder`` unless it is there already; returns its path.

    The copy is made beside its place and moved there, so that nobody is given half a font.
    """
    target = folder / "NotoSansSC-Regular.otf"
    source = sans_path()
    if target.exists() and target.stat().st_size == source.stat().st_size:
        return target
    folder.mkdir(exist_ok=True)
    part = target.with_suffix(".part")
    shutil.copyfile(source, part)
    part.replace(target)
    return target


if __name__ == "__main__":
    provide()
