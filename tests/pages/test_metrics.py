from typing import get_args

import pytest

from analysis import lexicon
from analysis.schema import Kind, Modality
from analysis.strings.labels import words as strings
from pages._ui.strings import FOLDERS

FIRST = "000_f1326fc691a7f788"


def table(app) -> str:
    """The table of all figures, the last on the page."""
    return [each.proto.body for each in app.main.get("html") if 'class="claims"' in each.proto.body][-1]


@pytest.mark.parametrize(
    ("language", "title", "figure"), [("zh", "数字", "超过\u20092亿"), ("en", "Figures", "over 200M")]
)
def test_figures_read_as_the_language_writes_them(open_page, words, language: str, title: str, figure: str):
    app = open_page("metrics", lang=language, kinds="user_count")
    assert not app.exception
    assert words(app).startswith(title)
    assert figure in table(app)


def test_every_row_has_its_sentence_with_a_link_to_its_place(open_page):
    shown = table(open_page("metrics", articles=FIRST))
    rows = shown.count("<tr>") - 1
    assert rows == shown.count("<mark>") == shown.count("&amp;at=") > 0


@pytest.mark.parametrize(
    ("name", "value", "kept", "left_out"),
    [
        ("subjects", "微信", "微信的用户数", "钉钉的"),
        ("kinds", "share", "占比", "时长"),
        ("units", "CNY", "万元", "用户数"),
        ("years", "2015", "100万", "2019"),
    ],
)
def test_a_filter_keeps_what_it_names(open_page, name: str, value: str, kept: str, left_out: str):
    app = open_page("metrics")
    app.multiselect(key=name).set_value([value]).run()
    assert not app.exception
    assert app.query_params[name] == value
    assert kept in table(app)
    assert left_out not in table(app)


def test_what_is_not_meant_as_fact_is_told_apart(open_page):
    shown = table(open_page("metrics", kinds="share"))
    assert "假设" in shown
    assert 'class="number counterfactual"' in shown


def test_figures_of_different_dates_are_not_said_to_contradict(open_page, words):
    assert "钉钉的企业数在不同日期有" in words(open_page("metrics"))


def test_figures_of_the_same_thing_stand_in_a_table_that_is_drawn_when_it_is_opened(open_page):
    app = open_page("metrics")
    tables = [each for each in app.main.get("html") if 'class="claims"' in each.proto.body]
    app.session_state["metrics.rivals_table.open"] = True
    app.run()
    assert not app.exception
    opened = [each for each in app.main.get("html") if 'class="claims"' in each.proto.body]
    assert (len(tables), len(opened)) == (1, 2)


def test_the_order_changes_and_is_kept_in_the_address(open_page):
    app = open_page("metrics")
    before = table(app)
    app.button_group(key="order").set_value("article").run()
    assert not app.exception
    assert app.query_params["order"] == "article"
    assert table(app) != before


def test_a_vague_number_is_written_as_its_bounds(open_page):
    assert "200–999" in table(open_page("metrics", units="hospitals"))


@pytest.mark.parametrize(("language", "message"), [("zh", "这里没有数字"), ("en", "There is no figure here")])
def test_no_figure_gets_a_message_instead(open_page, words, language: str, message: str):
    app = open_page("metrics", lang=language, articles=FIRST, products="Slack")
    assert not app.exception
    assert message in words(app)
    assert not app.main.get("plotly_chart")


def column(name: str, wanted: str) -> set[str]:
    """The values of a column of a lexicon."""
    path = lexicon.FOLDER / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    heading = next(line for line in lines if line and not line.startswith("#")).split("\t")
    return {row[wanted] for row in lexicon.read(path, heading)} - {""}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_unit_kind_and_modality_has_a_name(language):
    units = column("units", "unit") | column("fixed_figures", "unit") | {"rank"}
    periods = column("periods", "period")
    known = strings(language, FOLDERS)
    assert [unit for unit in units if f"metrics.unit.{unit}" not in known] == []
    assert [period for period in periods if f"metrics.period.{period}" not in known] == []
    assert [kind for kind in get_args(Kind) if f"metrics.kind.{kind}" not in known] == []
    assert [each for each in get_args(Modality) if f"metrics.modality.{each}" not in known] == []
