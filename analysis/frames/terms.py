"""Terms: which are frequent, which are an article's own, and where they stand (keyword in context)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from analysis.frames.selection import Articles, Selection
from analysis.frames.sources import Source, sources
from analysis.reading.script import fold
from analysis.storage.store import Store
from analysis.words import keyness

if TYPE_CHECKING:
    import pandas as pd

Side = Literal["left", "right"]

WIDTH = 40
"""Characters of context on either side; a narrow page shows fewer."""

REACH = 10
"""In a web page the characters of a sentence lie among tags; so far apart they are still found."""

WHITE_SPACE = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029\xa0", " "))


@dataclass(frozen=True)
class TermFilter:
    """Which terms are listed: at most ``n``, of ``min_length`` characters or more, no ``stop_words``.

    ``pos`` keeps parts of speech by their tags (``("n", "vn")``); None keeps all.
    """

    n: int
    min_length: int = 1
    pos: tuple[str, ...] | None = None
    stop_words: frozenset[str] = frozenset()

    @property
    def parameters(self) -> dict[str, Any]:
        """Parameters of a query that filters terms."""
        return {
            "n": self.n,
            "min_length": self.min_length,
            "pos": None if self.pos is None else list(self.pos),
            "stop_words": sorted(self.stop_words),
        }


def top_terms(store: Store, selection: Selection, kept: TermFilter) -> pd.DataFrame:
    """The most frequent terms of the chosen articles: [term, pos, count, per_1000, articles].

    ``pos`` is the term's commonest tag, ``per_1000`` is per 1,000 characters of the articles' bodies,
    ``articles`` the number of articles it stands in. The most frequent first.
    """
    return store.query(
        """
        WITH tagged AS (
            SELECT term, pos, tags, sum(count) AS count, sum(articles) AS articles FROM vocabulary
            WHERE length(term) >= $min_length AND ($pos IS NULL OR list_contains($pos::VARCHAR[], pos))
              AND term NOT IN (SELECT name FROM listed($stop_words))
            GROUP BY ALL
        ), size AS (
            SELECT sum(body_chars) AS chars FROM articles
        ), counted AS (
            SELECT term, arg_max(pos, (count, pos)) AS pos, sum(count) AS count
            FROM (SELECT term, pos, sum(count) AS count FROM tagged GROUP BY ALL) GROUP BY term
        ), spread AS (
            SELECT term, sum(articles) AS articles
            FROM (SELECT term, tags, max(articles) AS articles FROM tagged GROUP BY ALL) GROUP BY term
        )
        SELECT term, pos, count::INTEGER AS count, coalesce(1000.0 * count / nullif(chars, 0), 0) AS per_1000,
               articles::INTEGER AS articles
        FROM counted JOIN spread USING (term) CROSS JOIN size
        ORDER BY count DESC, term LIMIT $n
        """,
        kept.parameters,
        selection.articles,
    )


def tfidf(store: Store, selection: Selection, kept: TermFilter, of: Articles = None) -> pd.DataFrame:
    """The terms most its own of each chosen article, or of those in ``of``.

    [article, title, term, score, count]. ``score`` is that of ``keyness.tfidf``, all chosen articles being
    compared. ``kept.n`` is for each article; ordered by article, highest score first.
    """
    found = store.query(
        """
        SELECT article, title, term, pos, count FROM terms JOIN titled USING (article)
        ORDER BY article, term, pos
        """,
        articles=selection.articles if of is None else of,
    )
    titles = found.drop_duplicates("article").set_index("article")["title"]
    scored = keyness.tfidf(found, *_compared(store, selection.articles, found[["term"]]))
    shown = scored[_keeps(kept, scored)].groupby("article").head(kept.n).reset_index(drop=True)
    return shown.assign(title=shown["article"].map(titles))[["article", "title", "term", "score", "count"]]


def _compared(store: Store, articles: Articles, wanted: pd.DataFrame) -> tuple[int, pd.Series[int]]:
    """How many articles there are, and in how many of them each term of ``wanted`` stands."""
    total = store.query("SELECT count(*) AS n FROM articles", articles=articles)["n"]
    having = store.query(
        """
        SELECT term, sum(articles)::INTEGER AS articles FROM vocabulary
        WHERE pos = split_part(tags, ' ', 1) AND term IN (SELECT term FROM wanted) GROUP BY term
        """,
        articles=articles,
        wanted=wanted,
    )
    return int(total.item()), having.set_index("term")["articles"]


def _keeps(kept: TermFilter, terms: pd.DataFrame) -> pd.Series[bool]:
    long_enough = terms["term"].str.len() >= kept.min_length
    wanted = True if kept.pos is None else terms["pos"].isin(kept.pos)
    return long_enough & wanted & ~terms["term"].isin(kept.stop_words)


def term_spans(store: Store, selection: Selection, term: str, n: int | None = None) -> pd.DataFrame:
    """Where a term stands, in whatever script or wording: [article, start, end], the first ``n`` in order."""
    return store.query(
        """
        SELECT * FROM (SELECT article, start, "end" FROM tokens WHERE term = $term LIMIT $n)
        ORDER BY article, start
        """,
        {"term": term, "n": n},
        selection.articles,
    )


def term_places(store: Store, selection: Selection, term: str) -> tuple[int, int]:
    """In how many places, and in how many articles, a term stands."""
    found = store.query(
        """
        SELECT coalesce(sum(count), 0) AS places,
               coalesce(sum(articles) FILTER (pos = split_part(tags, ' ', 1)), 0) AS articles
        FROM vocabulary WHERE term = $term
        """,
        {"term": term},
        selection.articles,
    )
    return int(found["places"].item()), int(found["articles"].item())


def term_concordance(
    store: Store, selection: Selection, term: str, sort: Side, n: int | None = None
) -> pd.DataFrame:
    """Keyword in context for the first ``n`` places of a term: columns and order of ``concordance``."""
    return concordance(store, term_spans(store, selection, term, n), sort, WIDTH)


def concordance(store: Store, spans: pd.DataFrame, sort: Side, width: int) -> pd.DataFrame:
    """What stands around spans: [article, title, start, end, left, keyword, right], in the original script.

    ``left`` and ``right`` are ``width`` characters, line breaks shown as spaces. ``sort`` "left" orders
    by what stands before the keyword, nearest character first; "right" by what stands after it.
    """
    import pandas as pd

    columns = ["article", "title", "start", "end", "left", "keyword", "right"]
    held = sources(store, spans["article"])
    lines = [
        (article, held[article].title, start, end, *_context(held[article], start, end, width))
        for article, start, end in spans[["article", "start", "end"]].itertuples(index=False, name=None)
        if article in held
    ]
    side = columns.index(sort)
    step = -1 if sort == "left" else 1
    lines.sort(key=lambda line: (fold(line[side])[::step].lstrip(), line[0], line[2]))
    return pd.DataFrame(lines, columns=columns)


def _context(source: Source, start: int, end: int, width: int) -> tuple[str, str, str]:
    """``width`` characters shown on either side, looked for within ``REACH`` times as many written."""
    before = source.shown(max(0, start - REACH * width), start)[-width:]
    after = source.shown(end, min(len(source.text), end + REACH * width))[:width]
    left, keyword, right = (part.translate(WHITE_SPACE) for part in (before, source.shown(start, end), after))
    return left, keyword, right
