"""Totals: what pages need first of many articles, added up where the rows of the articles are written.

A total is a table made of others. An article counts in one row of a key only, so that the totals of two sets
of articles, one after the other, are totals of both: queries add up what they find.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from analysis import schema
from analysis.schema.arrow_tables import arrow_schema

if TYPE_CHECKING:
    import duckdb

NAMES = """
    SELECT article, entity, entity_type, surface, count(*)::INTEGER AS count
    FROM mentions GROUP BY ALL
"""

ENTITIES = """
    SELECT entity, entity_type, count(*)::INTEGER AS count, count(DISTINCT article)::INTEGER AS articles
    FROM mentions GROUP BY ALL
"""

VOCABULARY = """
    WITH tagged AS (SELECT term, pos, sum(count) AS count, count(*) AS articles FROM terms GROUP BY ALL),
    ambiguous AS (SELECT term FROM tagged GROUP BY term HAVING count(*) > 1),
    several AS (
        SELECT term, pos, count, string_agg(pos, ' ' ORDER BY pos) OVER (PARTITION BY article, term) AS tags
        FROM terms WHERE term IN (FROM ambiguous)
    )
    SELECT term, pos, pos AS tags, count::INTEGER AS count, articles::INTEGER AS articles
    FROM tagged WHERE term NOT IN (FROM ambiguous)
    UNION ALL
    SELECT term, pos, tags, sum(count)::INTEGER AS count, count(*)::INTEGER AS articles
    FROM several GROUP BY ALL
"""

PAIRS = """
    WITH placed AS (
        SELECT DISTINCT article, sentences.start AS sentence, entity
        FROM mentions ASOF JOIN sentences USING (article, start)
        WHERE mentions.start < sentences."end"
    )
    SELECT one.entity, two.entity AS other, count(*)::INTEGER AS sentences
    FROM placed one JOIN placed two USING (article, sentence)
    WHERE one.entity < two.entity GROUP BY ALL
"""

SAID = """
    WITH numbered AS (
        SELECT feature, product, status, as_of,
               row_number() OVER (PARTITION BY article, feature, product ORDER BY mention_start) AS place
        FROM evidence
    )
    SELECT feature, product, status, as_of, count(*)::INTEGER AS evidence,
           count(*) FILTER (place = 1)::INTEGER AS articles
    FROM numbered GROUP BY ALL
"""

CLAIMS = """
    SELECT subject, via, kind, unit, value, low, high, qualifier, as_of, modality, count(*)::INTEGER AS count,
           min(article) AS article, arg_min(start, (article, start)) AS start
    FROM metrics GROUP BY ALL
"""

CALENDAR = """
    SELECT iso, inferred, entities, count(*)::INTEGER AS count,
           min(article) AS article, arg_min(start, (article, start)) AS start
    FROM events GROUP BY ALL
"""

TOTALS = {
    "entities": ENTITIES,
    "names": NAMES,
    "vocabulary": VOCABULARY,
    "pairs": PAIRS,
    "said": SAID,
    "claims": CLAIMS,
    "calendar": CALENDAR,
}
"""Each total as a query over the tables it is made of."""

OF_ARTICLES = ("names",)
"""Totals whose rows are each of one article: those of some articles are rows of the table."""

PER_ARTICLE = [name for name in schema.TABLES if name not in ("features", "problems", *TOTALS)]
"""The tables whose rows are made article by article, from which all others are."""

MADE_OF = ("mentions", "sentences", "terms", "evidence", "metrics", "events")
"""The tables that totals are made of."""


def totals(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The totals of some articles from their ``tables``, those of ``MADE_OF``, in order."""
    with _database().cursor() as connection:
        connection.execute("SET enable_progress_bar = false")
        for name in MADE_OF:
            connection.register(name, tables[name])
        return {
            name: connection.sql(f"{sql} ORDER BY ALL").to_arrow_table().cast(arrow_schema(name))
            for name, sql in TOTALS.items()
        }


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """An empty database for all totals of this process: opening one takes as long as two of them."""
    import duckdb

    return duckdb.connect(config={"threads": 1})
