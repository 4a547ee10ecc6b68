"""The ways out on a page: where they stand, what they are called, and what is said where none is open."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from analysis.charts import drawing, images
from analysis.charts.engine import ImageError
from pages._ui import downloads

WAYS = ("png.1", "png.2", "png.4", "svg", "pdf", "csv", "xlsx")


def keys(app: AppTest) -> list[str]:
    return [each.proto.id.split("-", 2)[2] for each in app.main.get("download_button")]


def opened(app: AppTest, *menus: str) -> AppTest:
    """The page with these menus open, or with those of all its charts."""
    for key in menus or app.session_state["downloads.of_page"]:
        app.session_state[f"{key}.downloads"] = True
    return app.run()


def said(app: AppTest) -> list[str]:
    return [each.proto.body for each in app.main.get("html") if 'class="renderer"' in each.proto.body]


@pytest.mark.parametrize("page", ["overview", "terms", "products", "metrics", "timeline", "features"])
def test_every_chart_has_every_way_and_the_page_its_row(open_page: Callable[..., AppTest], page: str):
    app = opened(open_page(page))
    assert not app.exception
    charts = app.session_state["downloads.of_page"]
    assert charts
    assert {f"{key}.{way}" for key in charts for way in WAYS} <= set(keys(app))
    assert keys(app)[-2:] == ["page.charts", "page.view"]


def test_a_menu_that_is_closed_has_no_buttons(open_page: Callable[..., AppTest]):
    app = open_page("products")
    assert keys(app) == ["page.charts", "page.view"]
    assert {key.partition(".")[0] for key in keys(opened(app, "products-mentions"))} == {
        "products-mentions",
        "page",
    }


def test_a_page_forgets_the_charts_of_the_one_before(open_page: Callable[..., AppTest]):
    app = open_page("products")
    before = set(app.session_state["downloads.of_page"])
    app.switch_page("pages/timeline.py").run()
    assert not before & set(app.session_state["downloads.of_page"])


def test_lists_have_tables_only(open_page: Callable[..., AppTest]):
    shown = keys(opened(open_page("timeline"), "timeline.list"))
    assert [key for key in shown if key.startswith("timeline.list.")] == [
        "timeline.list.csv",
        "timeline.list.xlsx",
    ]


def test_the_menu_says_what_draws(open_page: Callable[..., AppTest]):
    assert any("built-in renderer" in each for each in said(opened(open_page("timeline", lang="en"))))


def test_without_an_engine_there_are_tables_and_a_sentence(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drawing, "engine", lambda: None)
    app = opened(open_page("timeline", lang="en"))
    assert not app.exception
    assert [key for key in keys(app) if "lanes" in key] == ["timeline-lanes.csv", "timeline-lanes.xlsx"]
    assert keys(app)[-1] == "page.view"
    assert "page.charts" not in keys(app)
    assert all("Images need Chrome" in each for each in said(app))


def test_why_a_file_was_not_made_is_said_the_next_time(open_page: Callable[..., AppTest]):
    app = opened(open_page("timeline", lang="en"))
    view, chart = app.session_state["view"], next(iter(app.session_state["downloads.of_page"].values()))
    failed = app.session_state[downloads._FAILED]

    def slow(figure: object) -> bytes:
        raise ImageError("too_slow")

    with pytest.raises(ImageError):
        downloads._image(view, chart, failed, slow)
    assert any("Please try again" in each for each in said(app.run()))
    downloads._image(view, chart, failed, images.svg)
    assert not any("Please try again" in each for each in said(app.run()))
