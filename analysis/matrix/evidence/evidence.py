"""Evidence of features: the sentences and list items that say whether a product has one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.evidence.article_topic import ArticleTopic
from analysis.matrix.evidence.attribution import Attribution
from analysis.matrix.evidence.named_products import NamedProducts
from analysis.matrix.evidence.passage import Owner
from analysis.matrix.evidence.status import StatusCues
from analysis.matrix.evidence.table_evidence import TableEvidence, TableHit
from analysis.matrix.features.discovery import Discovery
from analysis.matrix.features.feature_words import FeatureHit, FeatureWords
from analysis.matrix.references.references import Reference
from analysis.reading.clause_spans import Placed, Row, by_sentence, clause_at
from analysis.schema import Event, Evidence, Mention, Status

ITEM = ("【", "】")
NEXT_CLAUSE = 3
"""Characters at most between a clause and the next."""

CONNECTIVE = 3
"""Characters at most before the subject of a clause."""


@dataclass(frozen=True)
class FeatureEvidence:
    """Finds feature names, whose they are, and what is said of them."""

    words: FeatureWords
    discovery: Discovery
    attribution: Attribution
    topic: ArticleTopic
    status: StatusCues
    tables: TableEvidence

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads the lexicons of features, owners and cues; raises ``LexiconError``."""
        words = FeatureWords.load(lexicons)
        discovery = Discovery.load(words, lexicons)
        attribution = Attribution.load(lexicons)
        topic = ArticleTopic.load(attribution.references, lexicons)
        status = StatusCues.load(lexicons)
        tables = TableEvidence.load(words, discovery, status, lexicons)
        return cls(words, discovery, attribution, topic, status, tables)

    def __call__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        events: Sequence[Event],
        references: Sequence[Sequence[Reference]],
    ) -> list[Evidence]:
        """Rows in order of the text, one for each sentence or list item, feature and product.

        ``references`` are the products that each sentence speaks of.
        """
        known = self.words(document, mentions)
        hits = sorted([*known, *self.discovery(document, mentions, known)])
        owners = self.attribution.references.known.among(mentions)
        in_tables, read = self.tables(document, mentions, hits, owners)
        rows = [_of_table(document, hit, events) for hit in in_tables]
        spoken_of = [_outside(each, read) for each in references]
        named = NamedProducts(_outside(mentions, read), owners)
        rows += self._in_prose(document, named, _outside(hits, read), events, spoken_of)
        return _one_each(rows)

    def _in_prose(
        self,
        document: Document,
        products: NamedProducts,
        hits: Sequence[FeatureHit],
        events: Sequence[Event],
        references: Sequence[Sequence[Reference]],
    ) -> list[Evidence]:
        rows: list[Evidence] = []
        named = self.attribution(document, references, hits)
        given = self.topic(document, products.mentions, references, hits, named)
        owners = dict(zip(hits, given, strict=True))
        parts = zip(document.sentences, by_sentence(document.sentences, hits), strict=True)
        answers = self._answers(document)
        for sentence, hit in ((sentence, hit) for sentence, here in parts for hit in here):
            owner = owners[hit]
            if owner and (sentence not in answers or answers[sentence]):
                quote = _quote(document.body, sentence, hit)
                as_of = _as_of(document, sentence, hit, events)
                said = self._says(document.body, sentence, hit, owner, products)
                if answer := answers.get(sentence):
                    said = [(product, answer, "answer") for product in owner.products]
                rows += [
                    Evidence(
                        document.article,
                        *quote,
                        hit.start,
                        hit.end,
                        hit.feature,
                        product,
                        status,
                        as_of,
                        discovered=not hit.known,
                        rule=rule,
                    )
                    for product, status, rule in said
                ]
        return rows

    def _answers(self, document: Document) -> dict[Span, Status | None]:
        """What the next sentence answers to each question; None where it says neither yes nor no."""
        return {
            sentence: self.status.answered(document.body, following)
            for sentence, following in pairwise((*document.sentences, Span(0, 0)))
            if self.status.asked(document.body, sentence)
        }

    def _says(
        self, body: str, sentence: Span, hit: FeatureHit, owner: Owner, products: NamedProducts
    ) -> list[tuple[str, Status, str]]:
        """Products with their status and the rule that says so; 唯一 and 只有 say that rivals lack it."""
        named = products.of(sentence)
        if owner.rule == "topic":
            return [
                (product, self._by_clause(body, sentence, hit, named.get(product)), "topic")
                for product in owner.products
            ]
        status = self.status(body, sentence, Span(hit.start, hit.end), owner.introduction)
        says: list[tuple[str, Status, str]] = [(product, status, owner.rule) for product in owner.products]
        product = owner.products[0]
        if len(says) == 1 and status == "has" and self._has_alone(body, sentence, hit, named.get(product)):
            says += [(rival, "lacks", "only") for rival in products.rivals(product, sentence)]
        return [*self._left_out(body, sentence, hit, named), *says]

    def _left_out(
        self, body: str, sentence: Span, hit: FeatureHit, named: Mapping[str, Span]
    ) -> Iterator[tuple[str, Status, str]]:
        """What the next clauses say of others without naming the feature again: …,飞书没有,Slack也没有."""
        behind = sorted((place, product) for product, place in named.items() if place.start > hit.end)
        end = clause_at(body, sentence, hit.start).end if behind else hit.end
        for place, product in behind:
            clause = clause_at(body, sentence, place.start)
            follows = end < clause.start <= end + NEXT_CLAUSE
            if follows and place.start <= clause.start + CONNECTIVE:
                status = self.status.bare(body[place.end : clause.end])
                if status:
                    end = clause.end
                    yield product, status, "left_out"

    def _by_clause(self, body: str, sentence: Span, hit: FeatureHit, product: Span | None) -> Status:
        """Status that the clause of a product gives to the feature at the head of the sentence."""
        if product is None:
            return self.status(body, sentence, Span(hit.start, hit.end), None)
        clause = clause_at(body, sentence, product.start)
        return self.status.of_phrase(body, Span(max(product.end, hit.end), clause.end))

    def _has_alone(self, body: str, sentence: Span, hit: FeatureHit, product: Span | None) -> bool:
        if product and self.status.alone(body, clause_at(body, sentence, product.start), product):
            return clause_at(body, sentence, product.start) == clause_at(body, sentence, hit.start)
        return self.status.only(body, sentence, hit.start)


def _of_table(document: Document, hit: TableHit, events: Sequence[Event]) -> Evidence:
    return Evidence(
        document.article,
        *hit.row,
        hit.start,
        hit.end,
        hit.feature,
        hit.product,
        hit.status,
        _as_of(document, hit.row, hit, events),
        discovered=not hit.known,
        rule=hit.rule,
    )


def _outside(rows: Sequence[Row], spans: Sequence[Span]) -> list[Row]:
    """Rows that lie in none of the spans."""
    if not spans:
        return list(rows)
    return [row for row in rows if not any(span.start <= row.start < span.end for span in spans)]


def _quote(body: str, sentence: Span, hit: FeatureHit) -> Span:
    """What to quote: the item of a bracketed list with its brackets, else the sentence."""
    item = clause_at(body, sentence, hit.start)
    if (body[item.start - 1 : item.start], body[item.end : item.end + 1]) == ITEM:
        return Span(item.start - 1, item.end + 1)
    return sentence


def _as_of(document: Document, sentence: Span, hit: Placed, events: Sequence[Event]) -> str | None:
    """Date nearest to the hit in its sentence, those before it first; else the article's; may be None.

    ``events`` are in order of the text.
    """
    first, beyond = (bisect_left(events, place, key=attrgetter("start")) for place in sentence)
    dated = [event for event in events[first:beyond] if event.iso and event.end <= sentence.end]
    before = [event for event in dated if event.end <= hit.start]
    chosen = before[-1] if before else dated[0] if dated else None
    if chosen is None or chosen.iso is None:
        return document.published
    return chosen.iso.rsplit("/", 1)[-1]


def _one_each(rows: Iterable[Evidence]) -> list[Evidence]:
    """The first row of each quote, feature and product."""
    kept: dict[tuple[int, int, str, str], Evidence] = {}
    for row in rows:
        kept.setdefault((row.start, row.end, row.feature, row.product), row)
    return sorted(kept.values(), key=lambda row: (row.start, row.mention_start, row.product, row.feature))
