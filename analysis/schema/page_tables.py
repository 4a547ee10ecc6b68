"""The tables that serve the pages: what quotes are cut from, totals, and files that were left out."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from analysis.schema.column import Column
from analysis.schema.column_types import (
    AsOf,
    End,
    EntityType,
    Kind,
    Modality,
    Name,
    Qualifier,
    Start,
    Status,
    Surface,
)


class Token(NamedTuple):
    """A token of the body, its place and the term it is counted under."""

    article: Name
    start: Start
    end: End
    term: Annotated[str, Column("canonical term, Simplified")]


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
    """In how many sentences two names stand together; the rows of a pair add up to all of them."""

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
