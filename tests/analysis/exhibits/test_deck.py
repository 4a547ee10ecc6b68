import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exhibits import deck
from analysis.exhibits.concordance import Concordance
from analysis.exhibits.deck import Deck, DeckError, NoChartError, Taken, read, written
from analysis.exhibits.evidence import Evidence
from analysis.exhibits.features import Comparisons, Matrix
from analysis.exhibits.products import Dispersion, Mentions
from analysis.exhibits.ready_made import ready_made
from analysis.exhibits.terms import Frequent, TermChoice
from analysis.exhibits.timeline import Lanes
from analysis.exhibits.view import View

FIRST = "000_f1326fc691a7f788"
ONE, TWO, THREE = (Taken(name, Mentions()) for name in ("one", "two", "three"))
SEVERAL = Deck(title="三张", slides=(ONE, TWO, THREE))
EVERY_CHOICE = Deck(
    title='<script>$x$**=1+1"',
    slides=(
        Taken("a", Frequent(TermChoice(n=40, groups=("noun",), stop_list=False)), (FIRST,), ("钉钉",)),
        Taken("b", Matrix(added=("微信",), statuses=("lacks",), rows="differing")),
        Taken("c", Evidence(Matrix(), ("sso", "钉钉")), title="标题", takeaway="结论", note="备注\n二"),
        Taken("d", Evidence(Dispersion(), (FIRST, 10, 12)), link="products?measure=per_1000&lang=en"),
        Taken("e", Concordance("钉钉", "right")),
        Taken("f", Comparisons(side="neither")),
    ),
)


def ids(found: Deck) -> list[str]:
    return [taken.id for taken in found.slides]


@pytest.mark.parametrize(
    ("which", "by", "expected"),
    [
        ("one", 1, ["two", "one", "three"]),
        ("three", -1, ["one", "three", "two"]),
        ("one", -1, ["one", "two", "three"]),
        ("three", 5, ["one", "two", "three"]),
        ("three", -9, ["three", "one", "two"]),
        ("nobody", 1, ["one", "two", "three"]),
    ],
)
def test_a_slide_moves_and_the_ends_stop_it(which, by, expected):
    assert ids(SEVERAL.moved(which, by)) == expected


def test_slides_are_added_changed_and_removed():
    more = Deck().added(ONE).added(TWO)
    assert ids(more) == ["one", "two"]
    assert ids(more.removed("one")) == ["two"]
    renamed = Taken("two", Mentions(), title="新")
    assert [taken.title for taken in more.changed(renamed).slides] == ["", "新"]


def test_of_two_decks_joined_every_slide_is_there_once():
    joined = Deck(slides=(ONE, TWO)).joined(Deck(title="别的", slides=(TWO, THREE)))
    assert ids(joined) == ["one", "two", "three"]
    assert joined.title == "别的"


@pytest.mark.parametrize("made", [Deck(), SEVERAL, EVERY_CHOICE], ids=["empty", "several", "every choice"])
def test_what_is_written_is_read_again(made: Deck):
    assert read(written(made)) == made


def test_the_ready_made_deck_can_be_read_again(whole: View, few: View):
    for view in (whole, few):
        made = ready_made(view)
        assert read(written(made)) == made


def changed(**slide: object) -> bytes:
    """A file of three slides, the second with some fields as given."""
    file = json.loads(written(SEVERAL))
    file["slides"][1] |= slide
    return json.dumps(file).encode()


@pytest.mark.parametrize(
    ("file", "fault", "place"),
    [
        (b"", "not_json", "1"),
        (b"\xff\xfe\x00", "not_json", "1"),
        (b'{"version": 1,\n"title": "x",\n"slides" [', "not_json", "3"),
        (b'{"else": ' + b"[" * 100_000, "not_json", "1"),
        (b"[1, 2]", "damaged", "$"),
        (b"{}", "damaged", "$"),
        (b'{"version": "one"}', "damaged", "$.version"),
        (b'{"version": 2}', "version", "2"),
        (b'{"version": 1, "slides": 3}', "damaged", "$.slides"),
        (changed(exhibit={"exhibit": "no.such"}), "damaged", "$.slides[1].exhibit"),
        (changed(exhibit={"exhibit": "products.mentions", "measure": "x"}), "damaged", "$.slides[1].exhibit"),
        (changed(title="长" * 201), "damaged", "$.slides[1].title"),
        (changed(link="javascript:alert(1)"), "damaged", "$.slides[1].link"),
        (changed(link="https://example.org/products"), "damaged", "$.slides[1].link"),
        (changed(link="no_such_page?lang=en"), "damaged", "$.slides[1].link"),
        (b" " * (deck.LARGEST + 1), "too_large", ""),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(file: bytes, fault: str, place: str):
    with pytest.raises(DeckError) as raised:
        read(file)
    assert raised.value.fault == fault
    assert raised.value.place.startswith(place)


@given(st.binary() | st.text().map(str.encode) | st.integers(0, 600).map(lambda end: written(SEVERAL)[:end]))
def test_any_file_is_a_deck_or_an_error(file: bytes):
    with suppress(DeckError):
        assert isinstance(read(file), Deck)


def test_a_slide_copied_by_hand_is_given_an_id_of_its_own():
    found = read(changed(id="one"))
    assert ids(found)[0::2] == ["one", "three"]
    assert len(set(ids(found))) == 3


def test_a_slide_keeps_the_filters_it_was_taken_with(whole: View):
    taken = Taken("x", Mentions(), (FIRST,), ("钉钉",))
    chart = taken.chart(whole)
    assert set(chart.data["article"]) == {FIRST}
    assert set(chart.data["entity"]) == {"钉钉"}
    assert chart.facts.articles == 1
    assert "钉钉" in chart.facts.filters


def test_what_is_gone_from_the_store_is_named_and_the_rest_is_drawn(whole: View):
    taken = Taken("x", Mentions(), (FIRST, "gone_article"), ("钉钉", "没有"))
    assert taken.missing(whole) == ["gone_article", "没有"]
    assert set(taken.chart(whole).data["article"]) == {FIRST}


@pytest.mark.parametrize(
    ("taken", "fault"),
    [
        (Taken("x", Mentions(), ("gone_article",)), "gone"),
        (Taken("x", Mentions(), (FIRST,), ("没有",)), "gone"),
        (Taken("x", Concordance("没有这句话")), "empty"),
        (Taken("x", Evidence(Lanes(), ("gone_article", 10, 20))), "empty"),
        (Taken("x", Evidence(Mentions(), ("one", "two", "three"))), "unfit"),
        (Taken("x", Evidence(Lanes(), ("one", "two", "three"))), "unfit"),
        (Taken("x", Evidence(Lanes(), ())), "unfit"),
        (Taken("x", Frequent(TermChoice(n=-1))), "unfit"),
        (Taken("x", Frequent(TermChoice(groups=("x",)))), "unfit"),
    ],
)
def test_a_slide_without_a_chart_says_why(whole: View, taken: Taken, fault: str):
    with pytest.raises(NoChartError) as raised:
        taken.chart(whole)
    assert raised.value.fault == fault
