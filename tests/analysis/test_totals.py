import pyarrow as pa
import pytest

from analysis.arrow_tables import arrow_table
from analysis.schema import (
    EntityTotal,
    Evidence,
    Mention,
    NameTotal,
    PairTotal,
    SaidTotal,
    Sentence,
    Term,
    TermTotal,
)
from analysis.totals import TOTALS, totals


def mention(article: str, start: int, surface: str, entity: str, entity_type: str = "product") -> Mention:
    return Mention(article, start, start + len(surface), surface, entity, entity_type, "alias")


def evidence(article: str, start: int, product: str, status: str, as_of: str | None) -> Evidence:
    return Evidence(article, 0, 9, start, start + 2, "chat", product, status, as_of, False, "rule")


def made(**rows: list) -> dict[str, pa.Table]:
    names = ("mentions", "sentences", "terms", "evidence")
    return totals({name: arrow_table(name, rows.get(name, [])) for name in names})


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


def test_products_of_one_sentence_are_a_pair_once():
    rows = [mention("a", 0, "钉钉", "钉钉"), mention("a", 3, "飞书", "飞书"), mention("a", 6, "钉钉", "钉钉")]
    rows += [mention("a", 20, "飞书", "飞书"), mention("a", 23, "腾讯", "腾讯", "company")]
    sentences = [Sentence("a", 0, 10), Sentence("a", 20, 30)]
    assert made(mentions=rows, sentences=sentences)["pairs"].to_pylist() == [
        PairTotal("钉钉", "飞书", 1)._asdict()
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


@pytest.mark.parametrize("name", TOTALS)
def test_without_articles_a_total_is_empty(name):
    assert made()[name].num_rows == 0
