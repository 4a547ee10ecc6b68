"""How characteristic a term is of an article.

TF-IDF: the term's frequency in the article times the logarithm of how rare it is elsewhere. A handful
of articles says little of what is rare, so rarity is taken from jieba's IDF table, made from a large
corpus of Chinese (``jieba/analyse/idf.txt`` of jieba 0.42.1, 266,000 words), and is weakened for terms
that the other articles at hand use as well.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

import pandas as pd


def tfidf(terms: pd.DataFrame, articles: int, having: pd.Series[int]) -> pd.DataFrame:
    """Terms of each article with their score, the highest first within each article.

    ``terms`` has the columns article, term, pos, count of table ``terms``; ``articles`` is the number of
    those that are compared, ``having`` that of those that have a term. Returned are article, term, pos,
    count, score, the articles in the order in which they came. With c the count of a term in an article,
    n the tokens of the article, N the articles that are compared and d those of them that have the term::

        score = 1000 * c / n * idf * (1 + ln(N / d))

    ``idf`` is jieba's, as in its own TF-IDF.
    """
    tokens = terms.groupby("article")["count"].transform("sum")
    rarity = idf(terms["term"])
    spread = 1 + (articles / terms["term"].map(having).astype(float)).map(log)
    scored = terms.assign(score=1000 * terms["count"] / tokens * rarity * spread)
    order = {article: place for place, article in enumerate(terms["article"].unique())}
    return scored.sort_values(
        ["article", "score", "term"],
        ascending=[True, False, True],
        key=lambda column: column.map(order) if column.name == "article" else column,
        ignore_index=True,
    )[["article", "term", "pos", "count", "score"]]


def idf(words: pd.Series[str]) -> pd.Series[float]:
    """Jieba's IDF of each word (natural logarithm); for one that it lacks the median of its table."""
    table = _idf_table()
    known = table[table["word"].isin(words)].set_index("word")["idf"]
    return words.map(known).astype(float).fillna(table["idf"].median())


@cache
def _idf_table() -> pd.DataFrame:
    """Jieba's table as it ships: [word, idf]. Importing jieba would load its dictionaries as well."""
    package = find_spec("jieba")
    assert package
    assert package.origin
    return pd.read_csv(
        Path(package.origin).parent / "analyse" / "idf.txt",
        sep=" ",
        names=["word", "idf"],
        quoting=csv.QUOTE_NONE,
        keep_default_na=False,
    )
