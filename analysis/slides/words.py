"""Words at places, as a word cloud has them: a text box each, together one group."""

from __future__ import annotations

from typing import Any

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.slides import markup
from analysis.slides.axes import Pair
from analysis.slides.elements import SLACK, Run
from analysis.slides.text_boxes import add_text


def is_of_words(pair: Pair) -> bool:
    """Whether nothing but words stands on a pair of axes."""
    return all(trace.get("mode") == "text" for trace in pair.traces)


def add_words(shapes: Any, pair: Pair, area: Box, name: str, language: str) -> None:
    """The words on a pair of axes of a figure in ``area``, as a group called ``name``."""
    words = []
    for trace in pair.traces:
        font = trace["textfont"]
        columns = (trace["text"], trace["x"], trace["y"], font["size"], font["color"])
        for text, across, down, size, colour in zip(*columns, strict=True):
            x = area.left + pair.box.left + pair.x.share(across) * pair.box.width
            y = area.top + pair.box.top + (1 - pair.y.share(down)) * pair.box.height
            words.append(_add_word(shapes, Run(markup.text(text), colour, float(size)), (x, y), language))
    shapes.add_group_shape(words).name = name


def _add_word(shapes: Any, word: Run, middle: tuple[float, float], language: str) -> Any:
    size = word.size or fonts.SIZE
    width, height = fonts.width(word.text, size) * SLACK, size * fonts.LINE
    box = Box(middle[0] - width / 2, middle[1] - height / 2, width, height)
    return add_text(shapes, box, [word], language, align="ctr", anchor="middle", wrap=False)
