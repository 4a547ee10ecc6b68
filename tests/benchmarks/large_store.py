"""A store of any number of articles for measuring, in minutes: a small one analysed, its rows repeated.

Every copy of the small store has articles of other names, titles and dates; half of its rare terms, and the
features that no lexicon holds, are its own, as the vocabulary of real articles grows with their number.
It is written as a build writes it. The same everywhere: what varies is hashed from names.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = 1000
"""Articles that are analysed: about as many as a partition of a build has."""

COMMON = 200
"""Articles of the small store in which a term stands that every copy shares."""

COPY = "printf('%03d-', getvariable('copy'))"
NAMED = f"{COPY} || article AS article"
OWN = f"""
    CASE WHEN term IN (FROM rare) THEN {COPY} || term ELSE term END
"""
LATER = """
    CASE WHEN {0} LIKE '%/%' THEN {0}
         ELSE ({0}[:4]::INTEGER + 4 * (getvariable('copy') % 3 - 1))::VARCHAR || {0}[5:] END
"""
VARIED = {
    "articles": f"""
        {NAMED}, title || ' ' || getvariable('copy') AS title,
        strftime(DATE '2016-01-01' + (hash({COPY} || article) % 3650)::INTEGER, '%Y-%m-%d') AS published,
        sha256({COPY} || sha256) AS sha256
    """,
    "terms": f"{NAMED}, {OWN} AS term",
    "tokens": f"{NAMED}, {OWN} AS term",
    "metrics": f"{NAMED}, {LATER.format('as_of')} AS as_of",
    "events": f"{NAMED}, {LATER.format('iso')} AS iso",
    "evidence": f"""
        {NAMED}, {LATER.format("as_of")} AS as_of,
        CASE WHEN discovered THEN feature || getvariable('copy') ELSE feature END AS feature
    """,
}
"""What a copy changes in a table; where nothing is said, the name of the article."""


def write(out: Path, articles: int) -> None:
    """Write the store ``out`` of about so many ``articles``: as many as whole copies have."""
    from analysis.storage import build, store_writing
    from tests.benchmarks import corpus

    with tempfile.TemporaryDirectory(prefix="duidu-") as work:
        base = Path(work) / "store"
        corpus.write(Path(work) / "articles", articles=min(articles, BASE))
        build.build([Path(work) / "articles"], base, workers=2)
        with store_writing.replacing(out) as aside:
            _repeat(base, aside, copies=-(-articles // BASE))


def _repeat(base: Path, aside: Path, copies: int) -> None:
    """Write the rows of the store ``base`` so many times over, a part of each table for each copy."""
    import duckdb

    from analysis.schema.arrow_tables import arrow_schema
    from analysis.storage import build, store, store_writing
    from analysis.storage.totals import PER_ARTICLE, totals

    stamp = store.stamps(base)
    connection = duckdb.connect()
    for name in PER_ARTICLE:
        connection.read_parquet(str(store.location(base, name))).create_view(name)
    connection.execute(
        """
        CREATE TABLE rare AS SELECT term FROM terms
        GROUP BY term HAVING count(DISTINCT article) <= $common AND hash(term) % 2 = 0
        """,
        {"common": COMMON},
    )
    for copy in range(copies):
        tables = {}
        for name in PER_ARTICLE:
            connection.execute("SET VARIABLE copy = $copy", {"copy": copy})
            sql = f"SELECT * REPLACE ({VARIED.get(name, NAMED)}) FROM {name}"
            tables[name] = connection.sql(sql).to_arrow_table().cast(arrow_schema(name))
        for name, table in (tables | totals(tables)).items():
            store_writing.write_part(aside, name, copy, table, stamp)
    build.finish(aside, stamp, build.shipped(), (), small=False)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    write(Path(sys.argv[1]), int(sys.argv[2]))
