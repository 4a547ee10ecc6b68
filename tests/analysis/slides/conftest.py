"""Slides made from small charts by hand and from every exhibit; and LibreOffice, which draws them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pptx
import pytest

from analysis.charts import fonts
from analysis.charts.bars import Bar, BarPanel, bar_panels
from analysis.charts.chart import Chart, Facts
from analysis.charts.theme import LIGHT
from analysis.exhibits.features import Comparisons, Matrix
from analysis.exhibits.metrics import Figures, KindCounts, Rivals
from analysis.exhibits.overview import Shares
from analysis.exhibits.products import Aliases, Dispersion, Mentions, Pairs
from analysis.exhibits.terms import Cloud, Frequent, Own
from analysis.exhibits.timeline import Lanes
from analysis.exhibits.view import everything
from analysis.frames.quotes import quotes
from analysis.slides.presentation import Slide, TextSlide, TitleSlide, presentation
from analysis.slides.theme import EAST_ASIAN, LATIN
from analysis.storage.store import Store
from analysis.strings.labels import Labels, Language

EXHIBITS = (
    Mentions(),
    Mentions(measure="per_1000"),
    Dispersion(),
    Pairs(),
    Aliases(),
    Shares(),
    Frequent(),
    Own(),
    Cloud(),
    Figures(),
    Rivals(),
    KindCounts(),
    Lanes(),
    Matrix(),
    Comparisons(),
)
ADDRESS = "http://localhost:8501/products?measure=per_1000"

NO_OFFICE = (
    "no LibreOffice was found, so the slides WERE NOT DRAWN. "
    "Install LibreOffice Impress, or name its program in DUIDU_OFFICE."
)
PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
SUBSTITUTE = '<alias binding="same"><family>{name}</family><prefer><family>{ours}</family></prefer></alias>'
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{ours}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>{cache}</cachedir>
{substitutes}
</fontconfig>
"""
PATIENCE = 120
"""Seconds for a deck."""


@pytest.fixture(scope="session")
def labels() -> Labels:
    return Labels("zh")


@pytest.fixture
def bars(labels: Labels) -> Callable[..., Chart]:
    """A chart of bars: ``bars({"钉钉": 30}, title="…", texts=["30"])``."""

    def make(
        values: dict[str, float], *, title: str = "钉钉最多", texts: list[str] | None = None, **known: Any
    ) -> Chart:
        shown = texts or [f"{value:,.0f}" for value in values.values()]
        drawn = [
            Bar(name, value, text, colour, "", [name])
            for (name, value), text, colour in zip(
                values.items(), shown, ["#0072B2", "#009E73", "#CC79A7"] * len(values), strict=False
            )
        ]
        return Chart(
            key="bars",
            title=title,
            counted="正文中的次数",
            data=pd.DataFrame({"name": list(values)}),
            draw=lambda theme, room: bar_panels([BarPanel("", drawn)], labels, theme, room),
            facts=Facts("未筛选", 5, "2014", "2020"),
            **known,
        )

    return make


@pytest.fixture
def sentences() -> Callable[[int], pd.DataFrame]:
    """So many quotes, with the columns of ``frames.quotes.quotes``."""

    def make(n: int) -> pd.DataFrame:
        rows = [
            ("one", "第一篇", "2019-03", place, place + 2, "第", "钉钉", f"{place}句。", 0, 9)
            for place in range(n)
        ]
        columns = ["article", "title", "published", "start", "end", "before", "hit", "after"]
        return pd.DataFrame(rows, columns=[*columns, "sentence_start", "sentence_end"])

    return make


@pytest.fixture
def opened(labels: Labels) -> Callable[..., Any]:
    """The slides as python-pptx reads them back: ``opened(slide, template=…)``."""

    def read(*slides: Any, template: bytes | None = None) -> Any:
        return pptx.Presentation(BytesIO(presentation(slides, labels, "一份材料", template)))

    return read


@pytest.fixture(scope="session")
def every_slide(store: Store) -> Callable[[Language], bytes]:
    """A deck with every kind of slide in a language."""

    def make(language: Language) -> bytes:
        labels = Labels(language)
        view = everything(labels, LIGHT, store)
        slides = [
            Slide(
                exhibit.chart(view),
                takeaway="一句话" * place,
                note="先说结论",
                address=ADDRESS,
                sentences=quotes(store, exhibit.sources(view)),
            )
            for place, exhibit in enumerate(EXHIBITS)
        ]
        opening = TitleSlide("钉钉与企业微信", ("5 篇文章", "2026-11-22"))
        method = TextSlide("方法和来源", ["正文中的提及，标题计一次。" * 6] * 12)
        return presentation([opening, *slides, method], labels, "一份材料")

    return make


def executable() -> str | None:
    """LibreOffice: the program named in ``DUIDU_OFFICE``, else the first found on this machine."""
    named = os.environ.get("DUIDU_OFFICE")
    found = (shutil.which(name) for name in ([named] if named else PROGRAMS))
    return next((path for path in found if path), None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, at the end, that no slide was drawn."""
    if executable() is None:
        terminalreporter.write_sep("!", NO_OFFICE, red=True, bold=True)


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    """Turn a presentation into a PDF file; Chinese is drawn in our font, symbols in what the machine has."""
    program = executable()
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_OFFICE)
        pytest.skip(NO_OFFICE)
    home = tmp_path_factory.mktemp("office")
    conf = home / "fonts.conf"
    substitutes = "".join(SUBSTITUTE.format(name=name, ours=fonts.FAMILY) for name in (LATIN, EAST_ASIAN))
    known = {"ours": fonts.path().parent, "cache": home / "cache", "substitutes": substitutes}
    conf.write_text(FONTS_CONF.format(**known), encoding="utf-8")

    def convert(presentation: bytes) -> Path:
        folder = tmp_path_factory.mktemp("deck")
        source = folder / "deck.pptx"
        source.write_bytes(presentation)
        command = [program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
        environment = os.environ | {"FONTCONFIG_FILE": str(conf)}
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=PATIENCE)
        return folder / "deck.pdf"

    return convert
