import pytest

FIRST = "000_f1326fc691a7f788"


@pytest.mark.parametrize(
    ("language", "title", "inferred"), [("zh", "时间线", "由上下文推算"), ("en", "Timeline", "inferred")]
)
def test_it_says_when_most_happened_and_which_dates_are_inferred(
    open_page, words, language: str, title: str, inferred: str
):
    app = open_page("timeline", lang=language)
    assert not app.exception
    said = words(app)
    assert said.startswith(title)
    assert "2019" in said
    assert inferred in said


def test_the_basis_of_the_dates_can_be_chosen(open_page, words):
    app = open_page("timeline")
    assert "由上下文推算" in words(app)
    app.button_group(key="basis").set_value("stated").run()
    assert not app.exception
    assert app.query_params["basis"] == "stated"
    assert "由上下文推算" not in words(app)
    assert "12月23日" not in words(app)


def test_every_event_has_its_sentence_with_a_link_to_its_place(open_page):
    app = open_page("timeline", articles=FIRST)
    events = next(each.proto.body for each in app.main.get("html") if 'class="events"' in each.proto.body)
    assert events.count("<li>") == events.count("<mark>") == events.count("&amp;at=")
    assert f"article={FIRST}&amp;at=" in events
    assert "2019年3月3日</mark>" in events


def test_more_events_are_shown_when_asked_for(open_page):
    def shown(app) -> int:
        return sum(each.proto.body.count("<li>") for each in app.main.get("html"))

    app = open_page("timeline")
    before = shown(app)
    app.button(key="events.more").click().run()
    assert shown(app) > before


def test_events_of_no_product_are_left_out_where_a_product_is_chosen(open_page, words):
    assert "2003年非典疫情" in words(open_page("timeline"))
    assert "2003年非典疫情" not in words(open_page("timeline", products="钉钉"))


@pytest.mark.parametrize(
    ("language", "message"), [("zh", "如果左侧设了筛选"), ("en", "If filters are set on the left")]
)
def test_nothing_dated_gets_a_message_instead(open_page, words, language: str, message: str):
    app = open_page("timeline", lang=language, articles=FIRST, products="Slack")
    assert not app.exception
    assert message in words(app)
    assert not app.main.get("plotly_chart")
