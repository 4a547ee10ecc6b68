"""Tables of a view: what the chosen articles and products leave, and the words each find stands in."""

import pytest

from analysis import schema
from analysis.frames import tables
from analysis.frames.selection import Selection
from analysis.storage.store import Store


@pytest.fixture(scope="module")
def articles(store: Store) -> tuple[str, ...]:
    return tuple(store.articles()["article"])


@pytest.fixture(scope="module")
def everything(articles: tuple[str, ...]) -> Selection:
    return Selection(articles, ())


@pytest.mark.parametrize("name", [name for name in tables.NAMES if name != "features"])
def test_all_that_is_in_the_store(store: Store, everything: Selection, name: str):
    found = tables.table(store, everything, name, of_products=False)
    declared = list(schema.columns(schema.TABLES[name]))
    assert list(found.columns)[: len(declared)] == declared
    assert list(found.columns)[len(declared) :] in ([], [tables.PASSAGE])
    assert len(found) == store.query(f"SELECT count(*) AS n FROM {name}")["n"][0] > 0


@pytest.mark.parametrize("name", [name for name in tables.NAMES if name != "features"])
def test_only_the_chosen_articles(store: Store, articles: tuple[str, ...], name: str):
    found = tables.table(store, Selection(articles[1:2], ()), name, of_products=False)
    assert set(found["article"]) == {articles[1]}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("mentions", ["entity"]),
        ("metrics", ["subject", "via"]),
        ("events", ["entities"]),
        ("evidence", ["product"]),
        ("features", ["product"]),
        ("comparisons", ["products"]),
    ],
)
def test_only_the_chosen_products(store: Store, articles: tuple[str, ...], name: str, columns: list[str]):
    found = tables.table(store, Selection(articles, ("钉钉",)), name, of_products=True)
    assert len(found)
    for row in found[columns].itertuples(index=False):
        assert any(
            "钉钉" in ([cell] if isinstance(cell, str) else list(cell)) for cell in row if cell is not None
        )


@pytest.mark.parametrize("name", ["articles", "removed", "terms"])
def test_what_speaks_of_no_product_stays_whole(store: Store, articles: tuple[str, ...], name: str):
    one, other = (tables.table(store, Selection(articles, ("钉钉",)), name, each) for each in (True, False))
    assert len(one) == len(other)


@pytest.mark.parametrize("name", ["removed", "metrics", "events", "evidence", "comparisons"])
def test_a_passage_is_the_article_as_written(store: Store, everything: Selection, name: str):
    texts = store.query("SELECT article, text FROM texts").set_index("article")["text"]
    found = tables.table(store, everything, name, of_products=False)
    start, end = ("sentence_start", "sentence_end") if "sentence_start" in found else ("start", "end")
    for row in found.to_dict("records"):
        assert row[tables.PASSAGE] == texts[row["article"]][row[start] : row[end]]


def test_features_are_those_of_the_chosen_articles(store: Store, articles: tuple[str, ...]):
    products = ("钉钉", "企业微信", "搜狗输入法")
    one, every = (
        tables.table(store, Selection(chosen, products), "features", of_products=False)
        for chosen in (articles[:1], articles)
    )
    assert 0 < one["evidence"].sum() < every["evidence"].sum()
    assert set(every["product"]) == {"钉钉", "企业微信"}


@pytest.mark.parametrize("of_products", [False, True])
@pytest.mark.parametrize("name", tables.NAMES)
def test_the_first_rows_of_a_table_and_how_many_there_are(store, name, of_products):
    chosen = Selection(None, ("钉钉", "企业微信"))
    every = tables.table(store, chosen, name, of_products)
    assert tables.count(store, chosen, name, of_products) == len(every)
    first = tables.table(store, chosen, name, of_products, 3)
    assert len(first) == min(3, len(every))
    if name != "terms":
        assert first.astype(str).equals(every.head(3).astype(str))
