import pyarrow as pa
import pytest

from analysis.schema import (
    ClaimTotal,
    EntityTotal,
    Event,
    EventTotal,
    Evidence,
    Mention,
    Metric,
    NameTotal,
    PairTotal,
    SaidTotal,
    Sentence,
    Term,
    TermTotal,
)
from analysis.schema.arrow_tables import arrow_table
from analysis.storage.totals import MADE_OF, TOTALS, totals


def mention(article: str, start: int, surface: str, entity: str, entity_type: str = "product") -> Mention:
    return Mention(article, start, start + len(surface), surface, entity, entity_type, "alias")


FIGURE = {
    "value": 9e4,
    "low": None,
    "high": None,
    "unit": "users",
    "kind": "user_count",
    "qualifier": "exact",
}
ABOUT = {"subject": "钉钉", "via": None, "modality": "asserted"}


def metric(article: str, start: int, as_of: str | None) -> Metric:
    place = {"article": article, "start": start, "end": start + 2, "sentence_start": 0, "sentence_end": 9}
    return Metric(**place, **FIGURE, **ABOUT, surface="9万", period=None, as_of=as_of, rule="rule")


def event(article: str, start: int, iso: str | None, *entities: str) -> Event:
    dated = (iso, "year", False, "stated", list(entities))
    return Event(article, start, start + 4, "2019", *dated, 0, 9, "rule")


def evidence(article: str, start: int, product: str, status: str, as_of: str | None) -> Evidence:
    return Evidence(article, 0, 9, start, start + 2, "chat", product, status, as_of, False, "rule")


def made(**rows: list) -> dict[str, pa.Table]:
    return totals({name: arrow_table(name, rows.get(name, [])) for name in MADE_OF})


def test_entities_are_counted_and_the_articles_that_name_them():
    rows = [mention("a", 0, "钉钉", "钉钉"), mention("a", 5, "DingTalk", "钉钉")]
    rows += [mention("b", 0, "钉钉", "钉钉")]
    assert made(mentions=rows)["entities"].to_pylist() == [EntityTotal("钉钉", "product", 3, 2)._asdict()]


def test_names_are_counted_by_article_and_as_written():
    rows = [
        mention("a", 0, "钉钉", "钉钉"),
        mention("a", 5, "DingTalk", "钉钉"),
        mention("a", 20, "钉钉", "钉钉"),
    ]
    rows += [mention("b", 0, "腾讯", "腾讯", "company")]
    assert made(mentions=rows)["names"].to_pylist() == [
        NameTotal("a", "钉钉", "product", "DingTalk", 1)._asdict(),
        NameTotal("a", "钉钉", "product", "钉钉", 2)._asdict(),
        NameTotal("b", "腾讯", "company", "腾讯", 1)._asdict(),
    ]


def test_a_term_is_counted_by_tag_and_once_an_article():
    rows = [Term("a", "会议", "n", 3), Term("b", "会议", "n", 2), Term("b", "会议", "v", 1)]
    assert made(terms=rows)["vocabulary"].to_pylist() == [
        TermTotal("会议", "n", "n", 3, 1)._asdict(),
        TermTotal("会议", "n", "n v", 2, 1)._asdict(),
        TermTotal("会议", "v", "n v", 1, 1)._asdict(),
    ]


def test_names_in_one_sentence_are_a_pair_once():
    rows = [mention("a", 0, "钉钉", "钉钉"), mention("a", 3, "飞书", "飞书"), mention("a", 6, "钉钉", "钉钉")]
    rows += [mention("a", 20, "飞书", "飞书"), mention("a", 23, "腾讯", "腾讯", "company")]
    sentences = [Sentence("a", 0, 10), Sentence("a", 20, 30)]
    assert made(mentions=rows, sentences=sentences)["pairs"].to_pylist() == [
        PairTotal("腾讯", "飞书", 1)._asdict(),
        PairTotal("钉钉", "飞书", 1)._asdict(),
    ]


def test_an_article_counts_at_its_first_word_on_a_feature():
    rows = [
        evidence("a", 30, "钉钉", "lacks", None),
        evidence("a", 10, "钉钉", "has", "2018"),
        evidence("b", 10, "钉钉", "lacks", None),
    ]
    assert made(evidence=rows)["said"].to_pylist() == [
        SaidTotal("chat", "钉钉", "has", "2018", 1, 1)._asdict(),
        SaidTotal("chat", "钉钉", "lacks", None, 2, 1)._asdict(),
    ]


def test_a_figure_is_counted_by_its_date_and_stands_where_it_is_first_given():
    rows = [metric("a", 30, "2018"), metric("b", 5, "2018"), metric("a", 10, "2018"), metric("b", 20, None)]
    assert made(metrics=rows)["claims"].to_pylist() == [
        ClaimTotal(**FIGURE, **ABOUT, as_of="2018", count=3, article="a", start=10)._asdict(),
        ClaimTotal(**FIGURE, **ABOUT, as_of=None, count=1, article="b", start=20)._asdict(),
    ]


def test_a_date_is_counted_by_the_names_beside_it():
    rows = [event("b", 0, "2019", "钉钉"), event("a", 9, "2019", "钉钉"), event("a", 0, "2019")]
    rows += [event("a", 20, None, "飞书")]
    assert made(events=rows)["calendar"].to_pylist() == [
        EventTotal("2019", False, [], 1, "a", 0)._asdict(),
        EventTotal("2019", False, ["钉钉"], 2, "a", 9)._asdict(),
        EventTotal(None, False, ["飞书"], 1, "a", 20)._asdict(),
    ]


@pytest.mark.parametrize("name", TOTALS)
def test_without_articles_a_total_is_empty(name):
    assert made()[name].num_rows == 0
