"""Slides made from small charts by hand, and from every exhibit of the seed articles."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pandas as pd
import pptx
import pytest

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
from analysis.labels import Labels, Language
from analysis.slides.presentation import Slide, TextSlide, TitleSlide, presentation
from analysis.store import Store

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
