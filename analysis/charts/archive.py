"""Several charts as one ZIP file: each as PNG and as SVG, in their order, called by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from analysis.charts import images
from analysis.charts.chart import SLIDE_HEIGHT, SLIDE_WIDTH, Chart, footer, slide_figure
from analysis.charts.engine import ImageError
from analysis.strings.labels import Labels

LONGEST_NAME = 60
"""Characters of a title in the name of a file: with its folder it must fit what Windows takes."""

PIXELS = (images.SCALE * SLIDE_WIDTH, images.SCALE * SLIDE_HEIGHT)


def archive(charts: Sequence[Chart], labels: Labels) -> bytes:
    """A ZIP file with ``01 title.png`` and ``01 title.svg`` of each chart, each drawn as a slide.

    A chart that cannot be drawn is named in a text file, with the reason. Raises ``ImageError`` where none
    can be drawn.
    """
    target, failed = BytesIO(), dict[str, ImageError]()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for number, chart in enumerate(charts, start=1):
            name = f"{number:02} {file_name(chart.title)}"
            try:
                files = list(_files(chart, labels))
            except ImageError as error:
                failed[name] = error
                continue
            for ending, data, compression in files:
                made.writestr(f"{name}.{ending}", data, compression)
        if failed:
            made.writestr(labels("archive.failed"), _reasons(failed, labels))
    if len(failed) == len(charts) and failed:
        raise next(iter(failed.values()))
    return target.getvalue()


def file_name(title: str) -> str:
    """``title`` as the name of a file that every system takes, shortened where it is long."""
    plain = " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', " ", title).split())
    cut = plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 1] + "…"
    return cut.rstrip(". ")


def _files(chart: Chart, labels: Labels) -> Iterator[tuple[str, bytes, int]]:
    """Ending, content and compression of each file of a chart, which is drawn once."""
    svg = images.svg(slide_figure(chart, footer(chart.facts, labels)))
    yield "png", images.rasterized(svg.decode("utf-8"), *PIXELS), ZIP_STORED
    yield "svg", svg, ZIP_DEFLATED


def _reasons(failed: dict[str, ImageError], labels: Labels) -> str:
    return "".join(
        f"{name}: {labels(f'image.{error.fault}')} {error.detail}\r\n" for name, error in failed.items()
    )
