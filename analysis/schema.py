"""The tables of a store, each column declared once.

A row class is the declaration of a table: its fields are the columns, in order; a field's type is
the column's type (``| None`` where a value may be missing); its ``Column`` says in words what it
holds and in which unit. Parquet types, validation, tooltips and the data dictionary are all read
from here.

Offsets count Python characters in the article as decoded, before any cleaning, half-open:
``text[start:end]`` is what was found, in the script in which it was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Column:
    """What a column holds, in words; ``unit`` where it is a quantity."""

    description: str
    unit: str | None = None


Name = Annotated[str, Column("stem of the article's file")]
Start = Annotated[int, Column("first character", unit="characters")]
End = Annotated[int, Column("one past the last character", unit="characters")]
Surface = Annotated[str, Column("the text as written, in its own script")]
Rule = Annotated[str, Column("name of the rule that made this row")]
SentenceStart = Annotated[int, Column("first character of the sentence around it", unit="characters")]
SentenceEnd = Annotated[int, Column("one past the last character of that sentence", unit="characters")]
AsOf = Annotated[str | None, Column("the date it is said to hold at: ISO, may be partial")]

Script = Literal["hans", "hant", "mixed"]
Reason = Literal["markup", "boilerplate", "advert", "repeated_title", "byline", "duplicate"]
EntityType = Literal["product", "company"]
Qualifier = Literal["exact", "about", "over", "under", "nearly", "several"]
Kind = Literal[
    "user_count",
    "enterprise_count",
    "staff",
    "money",
    "share",
    "growth",
    "capacity",
    "duration",
    "frequency",
    "rank",
    "count_other",
]
Modality = Literal["asserted", "planned", "counterfactual", "disputed"]
Status = Literal["has", "lacks", "planned"]
CellStatus = Literal["has", "lacks", "planned", "contested", "not_mentioned"]
Precision = Literal["day", "month", "quarter", "half", "year", "range"]


class ArticleRow(NamedTuple):
    """One article: where it came from, what it says of itself, how much of it is its own text."""

    article: Name
    path: Annotated[str, Column("the file it was read from")]
    title: Annotated[str | None, Column("title as written")]
    title_start: Annotated[int | None, Column("first character of the title", unit="characters")]
    title_end: Annotated[int | None, Column("one past the title's last character", unit="characters")]
    author: Annotated[str | None, Column("author as named in the article")]
    source: Annotated[str | None, Column("publication as named in the article")]
    published: Annotated[str | None, Column("date of publication: ISO, may be partial")]
    published_basis: Annotated[str | None, Column("where that date was read")]
    script: Annotated[Script, Column("Simplified (hans), Traditional (hant) or mixed")]
    encoding: Annotated[str, Column("encoding the file was decoded with")]
    sha256: Annotated[str, Column("hash of the file's bytes")]
    chars: Annotated[int, Column("length as decoded", unit="characters")]
    body_chars: Annotated[int, Column("what cleaning left, white space not counted", unit="characters")]


class Removed(NamedTuple):
    """A passage that cleaning took out; the rest is the body."""

    article: Name
    start: Start
    end: End
    reason: Annotated[Reason, Column("why it is not the article's own text")]


class Term(NamedTuple):
    """How often a term stands in an article's body."""

    article: Name
    term: Annotated[str, Column("canonical term, Simplified")]
    pos: Annotated[str, Column("part of speech, ICTCLAS tag")]
    count: Annotated[int, Column("occurrences in the body", unit="tokens")]  # type: ignore[assignment]


class Mention(NamedTuple):
    """A product or company named in the body (the title counts once), longest match."""

    article: Name
    start: Start
    end: End
    surface: Surface
    entity: Annotated[str, Column("canonical name, Simplified")]
    entity_type: Annotated[EntityType, Column("product or company")]
    rule: Rule


class Metric(NamedTuple):
    """A figure as a claim: a number with its unit, what it is about and who or what bounds it."""

    article: Name
    start: Annotated[int, Column("first character of the number itself", unit="characters")]
    end: Annotated[int, Column("one past the number's last character", unit="characters")]
    surface: Annotated[str, Column("the number with its unit, as written")]
    value: Annotated[
        float | None, Column("normalised value: 1000万 is 10000000, 80% is 80; null for a range")
    ]
    low: Annotated[float | None, Column("lower bound of a range or of a vague number")]
    high: Annotated[float | None, Column("upper bound of a range or of a vague number")]
    unit: Annotated[str | None, Column("what is counted, a plural English noun, or a currency code")]
    kind: Annotated[Kind, Column("kind of measure")]
    qualifier: Annotated[Qualifier, Column("how the number is bounded")]
    subject: Annotated[str | None, Column("entity the figure is about")]
    via: Annotated[str | None, Column("product through which it was reached")]
    period: Annotated[str | None, Column("day, week, month, quarter or year it is counted per")]
    as_of: AsOf
    modality: Annotated[Modality, Column("asserted, planned, counterfactual or disputed")]
    sentence_start: SentenceStart
    sentence_end: SentenceEnd
    rule: Rule


class Event(NamedTuple):
    """A dated event: the expression of time and the sentence that says what happened."""

    article: Name
    start: Start
    end: End
    surface: Surface
    iso: Annotated[str | None, Column("ISO date, may be partial, or an interval a/b")]
    precision: Annotated[Precision, Column("how exact the expression is")]
    inferred: Annotated[bool, Column("true where the year or month was not stated with it")]
    basis: Annotated[str, Column("what the date was read or inferred from")]
    entities: Annotated[list[str], Column("canonical names beside the date, in its part of the sentence")]
    sentence_start: SentenceStart
    sentence_end: SentenceEnd
    rule: Rule


class Evidence(NamedTuple):
    """A sentence or list item that says whether a product has a feature."""

    article: Name
    start: Annotated[int, Column("first character of the sentence or list item", unit="characters")]
    end: Annotated[int, Column("one past its last character", unit="characters")]
    mention_start: Annotated[int, Column("first character of the feature's words", unit="characters")]
    mention_end: Annotated[int, Column("one past their last character", unit="characters")]
    feature: Annotated[str, Column("id of the feature; for a discovered one its words")]
    product: Annotated[str, Column("canonical name of the product")]
    status: Annotated[Status, Column("what the sentence says of it")]
    as_of: AsOf
    discovered: Annotated[bool, Column("true where no lexicon holds the feature")]
    rule: Rule


class FeatureCell(NamedTuple):
    """One cell of the feature matrix: a feature, a product and what the articles say of them."""

    feature: Annotated[str, Column("id of the feature")]
    category: Annotated[str | None, Column("id of its category; null for a discovered one")]
    product: Annotated[str, Column("canonical name of the product")]
    status: Annotated[CellStatus, Column("all evidence taken together")]
    latest_status: Annotated[CellStatus, Column("what the newest dated evidence says")]
    evidence: Annotated[int, Column("quotes", unit="sentences")]
    articles: Annotated[int, Column("articles that say so", unit="articles")]
    first_as_of: Annotated[str | None, Column("date of the oldest dated quote")]
    last_as_of: Annotated[str | None, Column("date of the newest dated quote")]


class Comparison(NamedTuple):
    """A sentence that sets products against each other."""

    article: Name
    start: Annotated[int, Column("first character of the sentence", unit="characters")]
    end: Annotated[int, Column("one past its last character", unit="characters")]
    products: Annotated[list[str], Column("canonical names compared")]
    favours: Annotated[str | None, Column("entity it speaks for; null for neither")]
    aspect: Annotated[str | None, Column("what they are compared in, as written")]
    marker_start: Annotated[int, Column("first character of the words that compare", unit="characters")]
    marker_end: Annotated[int, Column("one past their last character", unit="characters")]
    holder: Annotated[str | None, Column("who says so, as written; null for the author")]
    rule: Rule


class Token(NamedTuple):
    """A token of the body, its place and the term it is counted under."""

    article: Name
    start: Start
    end: End
    term: Annotated[str, Column("canonical term, Simplified")]
    pos: Annotated[str, Column("part of speech, ICTCLAS tag")]


class Sentence(NamedTuple):
    """A sentence of the body; together with ``Text`` it is what every quote is cut from."""

    article: Name
    start: Start
    end: End


class Text(NamedTuple):
    """The article as decoded, and its body: folded to Simplified, same length, the removed blank."""

    article: Name
    text: Annotated[str, Column("the article as decoded")]
    body: Annotated[str, Column("same length: folded to Simplified, removed passages blank")]


class EntityTotal(NamedTuple):
    """How often a product or company is named in some of the articles; its rows add up to all of them."""

    entity: Annotated[str, Column("canonical name, Simplified")]
    entity_type: Annotated[EntityType, Column("product or company")]
    count: Annotated[int, Column("rows of ``mentions``", unit="mentions")]  # type: ignore[assignment]
    articles: Annotated[int, Column("articles that name it", unit="articles")]


class NameTotal(NamedTuple):
    """How often a product or company is named in an article, under one of its names."""

    article: Name
    entity: Annotated[str, Column("canonical name, Simplified")]
    entity_type: Annotated[EntityType, Column("product or company")]
    surface: Surface
    count: Annotated[int, Column("rows of ``mentions``", unit="mentions")]  # type: ignore[assignment]


class TermTotal(NamedTuple):
    """How often a term stands in some of the articles; the rows of a term add up to all of them."""

    term: Annotated[str, Column("canonical term, Simplified")]
    pos: Annotated[str, Column("part of speech, ICTCLAS tag")]
    tags: Annotated[str, Column("every tag that the term has in one of these articles, with spaces")]
    count: Annotated[int, Column("occurrences as ``pos``", unit="tokens")]  # type: ignore[assignment]
    articles: Annotated[int, Column("articles in which it has these tags", unit="articles")]


class PairTotal(NamedTuple):
    """In how many sentences two products are named together; the rows of a pair add up to all of them."""

    entity: Annotated[str, Column("canonical name, the lesser of the two")]
    other: Annotated[str, Column("canonical name of the other")]
    sentences: Annotated[int, Column("sentences that name both", unit="sentences")]


class SaidTotal(NamedTuple):
    """How much evidence says one thing of a product's feature at one date; the rows add up to all of it."""

    feature: Annotated[str, Column("id of the feature; for a discovered one its words")]
    product: Annotated[str, Column("canonical name of the product")]
    status: Annotated[Status, Column("what is said of it")]
    as_of: AsOf
    evidence: Annotated[int, Column("rows of ``evidence``", unit="sentences")]
    articles: Annotated[
        int, Column("articles whose first word on feature and product this is", unit="articles")
    ]


class ClaimTotal(NamedTuple):
    """How often one figure is given in some of the articles; its rows add up to all of them."""

    subject: Annotated[str | None, Column("entity the figure is about")]
    via: Annotated[str | None, Column("product through which it was reached")]
    kind: Annotated[Kind, Column("kind of measure")]
    unit: Annotated[str | None, Column("what is counted, as in ``metrics``")]
    value: Annotated[float | None, Column("normalised value; null for a range")]
    low: Annotated[float | None, Column("lower bound of a range or of a vague number")]
    high: Annotated[float | None, Column("upper bound of a range or of a vague number")]
    qualifier: Annotated[Qualifier, Column("how the number is bounded")]
    as_of: AsOf
    modality: Annotated[Modality, Column("asserted, planned, counterfactual or disputed")]
    count: Annotated[int, Column("rows of ``metrics``", unit="claims")]  # type: ignore[assignment]
    article: Annotated[str, Column("the first article that gives it")]
    start: Annotated[int, Column("where it is first given in that article", unit="characters")]


class EventTotal(NamedTuple):
    """How often a date is given beside the same names in some of the articles; its rows add up to all."""

    iso: Annotated[str | None, Column("ISO date, may be partial, or an interval a/b")]
    inferred: Annotated[bool, Column("true where the year or month was not stated with it")]
    entities: Annotated[list[str], Column("canonical names beside the date")]
    count: Annotated[int, Column("rows of ``events``", unit="events")]  # type: ignore[assignment]
    article: Annotated[str, Column("the first article that gives it")]
    start: Annotated[int, Column("where it is first given in that article", unit="characters")]


class Problem(NamedTuple):
    """A file that was left out of the store, and why."""

    path: Annotated[str, Column("the file")]
    reason: Annotated[str, Column("why it was left out: a key of the messages")]
    detail: Annotated[str | None, Column("what the message names besides the file")]


TABLES: dict[str, type] = {
    "articles": ArticleRow,
    "removed": Removed,
    "terms": Term,
    "mentions": Mention,
    "metrics": Metric,
    "events": Event,
    "evidence": Evidence,
    "features": FeatureCell,
    "comparisons": Comparison,
    "tokens": Token,
    "sentences": Sentence,
    "texts": Text,
    "entities": EntityTotal,
    "names": NameTotal,
    "vocabulary": TermTotal,
    "pairs": PairTotal,
    "said": SaidTotal,
    "claims": ClaimTotal,
    "calendar": EventTotal,
    "problems": Problem,
}
"""Table name to row class. The first nine are the contract; the others serve the pages."""


def columns(row: type) -> dict[str, tuple[type, bool, Column]]:
    """Columns of a row class: name to (type without ``None``, whether null is allowed, Column)."""
    found: dict[str, tuple[type, bool, Column]] = {}
    for name, hint in get_type_hints(row, include_extras=True).items():
        kind, column = get_args(hint)[:2]
        options = [option for option in get_args(kind) if option is not type(None)]
        nullable = len(options) < len(get_args(kind)) and get_origin(kind) is not Literal
        if get_origin(kind) is Literal:
            kind = str
        elif nullable:
            kind = options[0]
        found[name] = (kind, nullable, column)
    return found
