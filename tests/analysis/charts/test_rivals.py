import pandas as pd
import pytest

from analysis.charts.chart import Room
from analysis.charts.rivals import rival_claims
from analysis.charts.theme import LIGHT, product_colour

NAN = float("nan")
BLANK = {
    "article": "one",
    "title": "题",
    "surface": "100万",
    "low": NAN,
    "high": NAN,
    "unit": "enterprises",
    "kind": "enterprise_count",
    "qualifier": "exact",
    "subject": "钉钉",
    "via": None,
    "as_of": None,
    "modality": "asserted",
    "inferred": False,
    "date": pd.NaT,
}


@pytest.fixture
def frame() -> pd.DataFrame:
    rows = [
        {"value": 1e6, "date": pd.Timestamp("2015-11-15"), "as_of": "2015-Q4"},
        {"value": 1e7, "date": pd.Timestamp("2019-07-02"), "as_of": "2019"},
        {"value": 1e7, "qualifier": "over"},
        {"value": 1e6, "modality": "disputed"},
        {"value": 1.1e9, "subject": "微信", "kind": "user_count", "unit": "users"},
        {"value": 1.1e9, "subject": "微信", "kind": "user_count", "unit": "users"},
    ]
    return pd.DataFrame(
        [{**BLANK, **row, "start": place, "end": place + 1} for place, row in enumerate(rows)]
    )


def dots(figure) -> list[dict[int, tuple]]:
    """Each panel's marks by the start of their claim: x, y and fill."""
    found = [trace for trace in figure.data if trace.mode == "markers"]
    return [
        {
            ids[1]: (x, y, colour)
            for ids, x, y, colour in zip(trace.customdata, trace.x, trace.y, trace.marker.color, strict=True)
        }
        for trace in found
    ]


def test_time_runs_to_the_right_and_more_is_higher(frame: pd.DataFrame, labels):
    marks = dots(rival_claims(frame, labels, LIGHT))[0]
    assert marks[0][0] < marks[1][0]
    assert marks[0][1] > marks[1][1]


def test_the_undated_stand_at_the_side_and_are_hollow(frame: pd.DataFrame, labels):
    figure = rival_claims(frame, labels, LIGHT)
    marks = dots(figure)[0]
    assert marks[2][0] == marks[3][0] > marks[1][0]
    assert [marks[place][2] for place in range(4)] == [product_colour(LIGHT, "钉钉")] * 2 + [
        LIGHT.background
    ] * 2
    assert [note.text for note in figure.layout.annotations].count("⟨chart.undated⟩") == 2


def test_a_date_taken_from_the_article_is_hollow(frame: pd.DataFrame, labels):
    marks = dots(rival_claims(frame.assign(inferred=True), labels, LIGHT))[0]
    assert {colour for _, _, colour in marks.values()} == {LIGHT.background}


def test_what_says_the_same_stands_side_by_side_under_one_text(frame: pd.DataFrame, labels):
    figure = rival_claims(frame, labels, LIGHT)
    marks = dots(figure)[1]
    assert marks[4][0] != marks[5][0]
    assert marks[4][1] == marks[5][1]
    said = [note.text for note in figure.layout.annotations if "⟨chart.said_often⟩" in note.text]
    assert len(said) == 1
    assert said[0].endswith("2")


def test_without_any_date_there_are_no_years(frame: pd.DataFrame, labels):
    figure = rival_claims(frame.iloc[4:], labels, LIGHT)
    assert not figure.layout.xaxis.showticklabels
    assert len(dots(figure)[0]) == 2


def test_a_panel_without_any_date_has_no_years_beside_one_that_has(frame: pd.DataFrame, labels):
    figure = rival_claims(frame, labels, LIGHT)
    assert figure.layout.xaxis.showticklabels
    assert not figure.layout.xaxis2.showticklabels
    assert min(x for x, _, _ in dots(figure)[1].values()) < min(x for x, _, _ in dots(figure)[0].values()) + 1


def test_panels_that_do_not_fit_are_said_to_be_left_out(frame: pd.DataFrame, labels):
    many = pd.concat(
        [frame.iloc[:2].assign(subject=f"产品{number}") for number in range(12)], ignore_index=True
    )
    figure = rival_claims(many, labels, LIGHT, Room(888, 390))
    drawn = len(dots(figure))
    assert 2 <= drawn < 12
    assert figure.layout.height <= 391
    assert figure.layout.annotations[-1].text == f"⟨chart.first_rows⟩ {drawn} 12"


def test_nothing_gives_an_empty_figure(frame: pd.DataFrame, labels):
    assert rival_claims(frame.iloc[:0], labels, LIGHT).data == ()
