import pandas as pd
import pytest

from analysis.charts.chart import Room
from analysis.charts.claims import ARROW, MARK, claim_dots, kind_counts
from analysis.charts.theme import DARK, LIGHT, product_colour

COLUMNS = ["surface", "value", "low", "high", "unit", "kind", "qualifier", "subject", "as_of", "modality"]
NAN = float("nan")
ROWS = [
    ("6000万", 6e7, NAN, NAN, "users", "user_count", "exact", "企业微信", None, "asserted"),
    ("超过2亿", 2e8, NAN, NAN, "users", "user_count", "over", "钉钉", "2019", "asserted"),
    ("不到3亿", 3e8, NAN, NAN, "users", "user_count", "under", "钉钉", None, "disputed"),
    ("3-4周", NAN, 3.0, 4.0, "weeks", "duration", "exact", "企业微信", None, "asserted"),
    ("几百", 100.0, 200.0, 999.0, "people", "staff", "several", None, None, "asserted"),
    ("1万", 1e4, NAN, NAN, "people", "staff", "exact", "钉钉", None, "planned"),
]


@pytest.fixture
def frame() -> pd.DataFrame:
    made = pd.DataFrame(ROWS, columns=COLUMNS)
    return made.assign(article="one", title="题", start=range(6), end=range(1, 7), via=None)


def dots(figure) -> list:
    return [trace for trace in figure.data if trace.mode == "markers"]


def spans(figure) -> list:
    return [trace for trace in figure.data if trace.mode == "lines" and trace.line.width > 1]


def notes(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_units_never_share_an_axis(frame: pd.DataFrame, labels):
    figure = claim_dots(frame, labels, LIGHT)
    found = [[ROWS[ids[1]][4] for ids in trace.customdata] for trace in dots(figure)]
    assert [set(units) for units in found] == [{"users"}, {"people"}, {"weeks"}]
    assert len({trace.xaxis for trace in dots(figure)}) == 3


def test_a_group_is_drawn_from_its_largest_down(frame: pd.DataFrame, labels):
    users = dots(claim_dots(frame, labels, LIGHT))[0]
    assert list(users.x) == [3e8, 2e8, 6e7]
    assert list(users.y) == [0, 1, 2]


def test_a_range_has_two_ends_and_a_bar(frame: pd.DataFrame, labels):
    figure = claim_dots(frame, labels, LIGHT)
    weeks = dots(figure)[2]
    assert list(weeks.x) == [3, 4]
    assert [list(ids) for ids in weeks.customdata] == [["one", 3, 4]] * 2
    assert [list(span.x) for span in spans(figure)] == [[200, 999], [3, 4]]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_what_is_not_simply_said_is_hollow(frame: pd.DataFrame, labels, theme):
    users, people, _ = dots(claim_dots(frame, labels, theme))
    dingtalk, wecom = product_colour(theme, "钉钉"), product_colour(theme, "企业微信")
    assert list(users.marker.color) == [theme.background, dingtalk, wecom]
    assert list(users.marker.line.color) == [dingtalk, dingtalk, wecom]
    assert people.marker.color[0] == theme.background


def test_a_vague_number_is_pale(frame: pd.DataFrame, labels):
    people = dots(claim_dots(frame, labels, LIGHT))[1]
    assert people.marker.color[1] == people.marker.line.color[1] != product_colour(LIGHT, None)
    assert 200 < people.x[1] < 999


def test_bounds_have_arrows_to_their_side(frame: pd.DataFrame, labels):
    arrows = [note for note in claim_dots(frame, labels, LIGHT).layout.annotations if note.text in "→←"]
    assert [(note.text, note.xshift, note.y) for note in arrows] == [
        ("←", -(MARK + ARROW) / 2, 0),
        ("→", (MARK + ARROW) / 2, 1),
    ]


def test_a_log_axis_is_one_and_says_so(frame: pd.DataFrame, labels):
    far = frame.assign(value=[6e4, 2e8, 3e8, *frame["value"][3:]])
    figure = claim_dots(far, labels, LIGHT)
    assert [figure.layout[axis].type for axis in ("xaxis", "xaxis2", "xaxis3")] == ["log", "log", "linear"]
    said = [text for text in notes(figure) if "⟨metrics.kind." in text]
    assert ["⟨chart.log_scale⟩" in text for text in said] == [True, True, False]


def test_figure_date_and_manner_stand_beside_the_mark(frame: pd.DataFrame, labels):
    said = notes(claim_dots(frame, labels, LIGHT))
    assert any("⟨qualifier.over⟩" in text and "2019年" in text for text in said)
    assert any("⟨qualifier.under⟩" in text and "⟨metrics.modality.disputed⟩" in text for text in said)


def test_a_figure_without_any_number_is_left_out(frame: pd.DataFrame, labels):
    nothing = frame.assign(value=NAN, low=NAN, high=NAN)
    assert claim_dots(nothing, labels, LIGHT).data == ()


def test_a_slide_has_as_many_as_fit_and_says_so(frame: pd.DataFrame, labels):
    many = pd.concat([frame] * 8, ignore_index=True)
    figure = claim_dots(many, labels, LIGHT, Room(888, 390))
    drawn = sum(len(set(trace.y)) for trace in dots(figure))
    assert figure.layout.height <= 391
    assert notes(figure)[-1] == f"⟨chart.first_rows⟩ {drawn} 48"


def test_kinds_are_counted(labels):
    counts = pd.DataFrame({"kind": ["user_count", "staff", "duration"], "count": [3, 2, 1]})
    figure = kind_counts(counts, labels, LIGHT)
    assert list(figure.data[0].x) == [3, 2, 1]
    assert [list(ids) for ids in figure.data[0].customdata] == [["user_count"], ["staff"], ["duration"]]
    assert figure.layout.yaxis.ticktext[0] == "⟨metrics.kind.user_count⟩"
