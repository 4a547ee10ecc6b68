from itertools import combinations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts import fonts
from analysis.charts.lanes import APART, fitting_lanes, scale_of, tops, whole_lanes

DAYS = st.dates(min_value=pd.Timestamp(2010, 1, 1).date(), max_value=pd.Timestamp(2020, 12, 31).date())


class Words:
    language = "zh"

    def __call__(self, key: str, **facts: object) -> str:
        return f"{facts['date']} {facts['words']}"


def frame_of(days: list) -> pd.DataFrame:
    rows = [("one", day.isoformat(), pd.Timestamp(day), 5, 9, "钉钉", "……上线了，") for day in days]
    columns = ["article", "iso", "date", "start", "end", "product", "sentence"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(date_start=frame["date"], date_end=frame["date"], sentence_start=5)


def reach(placed, scale) -> tuple[float, float]:
    mark, text = scale.pixels(placed.event.date), fonts.width(placed.text)
    return (mark, mark + text) if placed.side == "right" else (mark - text, mark)


@given(st.lists(DAYS, min_size=1, max_size=15))
def test_no_text_meets_another(days: list):
    frame = frame_of(days)
    scale = scale_of(frame, 600)
    (lane,), _ = fitting_lanes(frame, ["钉钉"], scale, Words(), None)
    assert len(lane.events) == len(days)
    assert {placed.row for placed in lane.events} == set(range(lane.rows))
    for one, other in combinations(lane.events, 2):
        if one.row == other.row:
            (_, first_end), (second, _) = sorted([reach(one, scale), reach(other, scale)])
            assert first_end + APART <= second + 1e-6


@given(st.lists(DAYS, min_size=1, max_size=15))
def test_texts_stay_inside(days: list):
    frame = frame_of(days)
    scale = scale_of(frame, 600)
    (lane,), _ = fitting_lanes(frame, ["钉钉"], scale, Words(), None)
    for placed in lane.events:
        begin, end = reach(placed, scale)
        assert begin >= 0 or end <= scale.width


def test_lanes_are_drawn_whole_or_not_at_all():
    frame = frame_of([pd.Timestamp(2015, 5, 5).date()] * 3)
    lanes, _ = fitting_lanes(frame, ["钉钉"], scale_of(frame, 600), Words(), None)
    both = [*lanes, *lanes]
    assert tops(both) == [0, 3]
    assert len(whole_lanes(both, 20, None)) == len(whole_lanes(both, 20, 120)) == 2
    assert len(whole_lanes(both, 20, 119)) == len(whole_lanes(both, 20, 10)) == 1
    assert tops([]) == whole_lanes([], 20, 100) == []
