"""The tables that others may build on: what was found in the articles."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from analysis.schema.column import Column
from analysis.schema.column_types import (
    AsOf,
    CellStatus,
    End,
    EntityType,
    Kind,
    Modality,
    Name,
    Precision,
    Qualifier,
    Reason,
    Rule,
    Script,
    SentenceEnd,
    SentenceStart,
    Start,
    Status,
    Surface,
)


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
