"""What is drawn on a pair of axes as the series of a scatter chart: rules, lines, marks, texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.charts import fonts
from analysis.charts.theme import LIGHT
from analysis.slides import markup
from analysis.slides.axes import Drawn, Pair, number, value_at
from analysis.slides.scatter_texts import joined, labelled, texts
from analysis.slides.series import Line, Mark, Point, Series, kept_off
from analysis.strings.labels import Labels

SYMBOLS = {"square": "square", "diamond": "diamond", "cross": "plus", "x": "x", "triangle-up": "triangle"}
"""Names of marks in Plotly and in the chart schema; what is not named is a circle."""

TICK = "line-ns"
"""Plotly's name for an upright line."""

MILLISECONDS = 86_400_000
"""Of a day: in these Plotly gives the length of a bar on an axis of dates."""

NO_BREAK = "\N{NO-BREAK SPACE}"

Place = tuple[float, float]


def series_of(pair: Pair, labels: Labels) -> list[Series]:
    """All series of a pair of axes, what lies at the back first: rules, lines, marks, texts."""
    lines, marks = list[Series](), list[Series]()
    for trace in pair.traces:
        if trace["type"] == "bar":
            lines.append(_periods(trace, pair, labels))
        elif "lines" in trace.get("mode", ""):
            lines.append(_line(trace, labels))
        if "markers" in trace.get("mode", ""):
            marks += _marks(trace, pair, labels)
    marks, notes = labelled(marks, joined(pair.notes), pair)
    return [*_guides(pair, labels), *_merged(lines), *marks, *texts(notes, pair, labels)]


def _guides(pair: Pair, labels: Labels) -> Iterator[Series]:
    """Rules across the plot, and a rule up from every place that is named on a gridded axis of values."""
    for colour in dict.fromkeys(colour for _, colour in pair.rules):
        ends = [y for y, own in pair.rules if own == colour]
        yield _segments([((pair.x.first, y), (pair.x.last, y)) for y in ends], Line(colour, 1), labels)
    if pair.x.grid and pair.x.ticks:
        ends = [place for place, _ in pair.x.ticks]
        rules = [((x, pair.y.first), (x, pair.y.last)) for x in ends]
        yield _segments(rules, Line(pair.x.grid, 1), labels)


def _segments(segments: Iterable[tuple[Place, Place]], line: Line, labels: Labels) -> Series:
    points = [point for start, end in segments for point in (Point(*start), Point(*end), Point(end[0], None))]
    return Series(labels("slides.series.lines"), points, line=line)


def _line(trace: Drawn, labels: Labels) -> Series:
    """A line; where Plotly leaves a gap, a point without height."""
    look, points = trace.get("line", {}), list[Point]()
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            points.append(Point(points[-1].x, None))
        else:
            points.append(Point(number(x), number(y)))
    name = trace.get("name") or labels("slides.series.lines")
    return Series(name, points, line=Line(look.get("color", LIGHT.neutral), look.get("width", 1)))


def _periods(trace: Drawn, pair: Pair, labels: Labels) -> Series:
    """Bars that begin anywhere, as lines as thick as the bars."""
    begins = [number(base) for base in trace["base"]]
    lengths = [length / MILLISECONDS if pair.x.kind == "date" else length for length in trace["x"]]
    bars = [
        ((begin, number(y)), (begin + length, number(y)))
        for begin, length, y in zip(begins, lengths, trace["y"], strict=True)
    ]
    row = pair.box.height / abs(pair.y.last - pair.y.first)
    drawn = _segments(bars, Line(trace["marker"]["color"], trace.get("width", 0.8) * row), labels)
    return replace(drawn, name=labels("slides.series.periods"))


def _merged(lines: Sequence[Series]) -> Iterator[Series]:
    """Lines of one look as one series with gaps."""
    looks = dict.fromkeys((each.name, each.line) for each in lines)
    for name, look in looks:
        points = list[Point]()
        for each in lines:
            if (each.name, each.line) == (name, look):
                points += _ended(each.points)
        yield Series(name, points, line=look)


def _ended(points: Sequence[Point]) -> list[Point]:
    """The points of a line and a gap after them."""
    open_ended = points and points[-1].y is not None
    return [*points, Point(points[-1].x, None)] if open_ended else list(points)


def _marks(trace: Drawn, pair: Pair, labels: Labels) -> Iterator[Series]:
    """The marks of a trace, one series a look."""
    looks: dict[Mark, list[Point]] = {}
    for place in range(len(trace["x"])):
        looks.setdefault(_look(trace["marker"], place), []).append(_point(trace, place))
    for look, points in looks.items():
        name = _named(points, look, pair, labels)
        if look.symbol == TICK:
            yield Series(name, _upright(points, look, pair), line=Line(look.outline, look.width))
        else:
            yield Series(name, points, look)


def _upright(points: Sequence[Point], look: Mark, pair: Pair) -> list[Point]:
    """Points as upright lines through them."""
    half = look.size / 2 / pair.box.height * abs(pair.y.last - pair.y.first)
    return [
        replace(point, y=y)
        for point in points
        if point.y is not None
        for y in (point.y - half, point.y + half, None)
    ]


def _look(marker: Drawn, place: int) -> Mark:
    outline = marker.get("line", {})
    fill = value_at(marker.get("color"), place) or LIGHT.neutral
    symbol = str(value_at(marker.get("symbol"), place) or "circle")
    return Mark(
        TICK if symbol == TICK else SYMBOLS.get(symbol, "circle"),
        float(value_at(marker.get("size"), place) or 6),
        fill,
        value_at(outline.get("color"), place) or fill,
        float(value_at(outline.get("width"), place) or 0),
    )


def _point(trace: Drawn, place: int) -> Point:
    font = trace.get("textfont", {})
    text = str(value_at(trace.get("text"), place) or "") if "text" in trace.get("mode", "") else ""
    runs = markup.runs(text.strip(NO_BREAK), value_at(font.get("color"), place), fonts.SIZE)
    side = {"left": "l"}.get(str(value_at(trace.get("textposition"), place) or "").rpartition(" ")[2], "r")
    about = markup.text(str(value_at(trace.get("hovertext"), place) or ""))
    x, y = number(trace["x"][place]), number(trace["y"][place])
    return Point(x, y, kept_off(runs, side), side, about)


def _named(points: Sequence[Point], look: Mark, pair: Pair, labels: Labels) -> str:
    """A series by the row its points stand in, where that is one."""
    rows = {pair.y.name_at(point.y) for point in points if point.y is not None}
    name = rows.pop() if len(rows) == 1 else ""
    name = name or labels("slides.series.marks")
    return labels("slides.series.hollow", name=name) if look.hollow else name
