"""The settings of the server agree with the charts and keep everything on this machine."""

import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from fontTools.ttLib import TTFont

from analysis.charts import fonts as chart_fonts
from analysis.charts.theme import DARK, LIGHT, Theme
from pages._ui import fonts
from tests.contrast import contrast

SETTINGS = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_page_and_charts_have_the_same_paper_and_ink(theme: Theme):
    assert SETTINGS["theme"][theme.name]["backgroundColor"] == theme.background
    assert SETTINGS["theme"][theme.name]["textColor"] == theme.text


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_read_stands_out_from_its_paper(name: str):
    colours = SETTINGS["theme"][name]
    papers = [
        colours["backgroundColor"],
        colours["secondaryBackgroundColor"],
        colours["sidebar"]["backgroundColor"],
    ]
    for ink in ("textColor", "primaryColor", "linkColor"):
        assert min(contrast(colours[ink], paper) for paper in papers) >= 4.5


def test_nothing_is_sent_anywhere():
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert SETTINGS["server"]["address"] == "localhost"


def test_the_font_is_the_one_of_the_charts():
    assert SETTINGS["theme"]["fontFaces"][0]["family"] == chart_fonts.FAMILY
    assert SETTINGS["theme"]["fontFaces"][0]["url"] == f"app/static/{fonts.provide().name}"


def test_the_font_is_written_once_and_is_whole(tmp_path: Path):
    target = fonts.provide(tmp_path / "static")
    with TTFont(target) as served, TTFont(chart_fonts.path()) as font:
        assert served.flavor == "woff"
        assert served.getBestCmap() == font.getBestCmap()
        assert served.getGlyphOrder() == font.getGlyphOrder()
    written = target.stat().st_mtime_ns
    fonts.provide(tmp_path / "static")
    assert target.stat().st_mtime_ns == written
    assert [path.name for path in (tmp_path / "static").iterdir()] == [target.name]


def test_servers_that_start_at_once_write_it_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    both_have_written = Barrier(2, timeout=60)

    def write(_source: Path, target: Path) -> None:
        target.write_bytes(b"a font")
        both_have_written.wait()

    monkeypatch.setattr(fonts, "_write_woff", write)
    with ThreadPoolExecutor(2) as servers:
        written = list(servers.map(fonts.provide, [tmp_path] * 2))
    assert written[0] == written[1]
    assert list(tmp_path.iterdir()) == written[:1]
