"""The flow, once, in order: one article in, its rows of every table out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.events import Events
from analysis.claims.metrics import Metrics
from analysis.claims.table_dates import told
from analysis.document import Article
from analysis.matrix.comparisons.comparisons import Comparisons
from analysis.matrix.evidence.evidence import FeatureEvidence
from analysis.matrix.references.references import References
from analysis.reading.cleaning import Cleaning
from analysis.schema import Text
from analysis.schema.arrow_tables import Rows
from analysis.words.mentions import Mentions
from analysis.words.terms import Terms


@dataclass(frozen=True)
class Analysis:
    """Every stage with its lexicons; a call takes an article through them."""

    cleaning: Cleaning
    terms: Terms
    mentions: Mentions
    events: Events
    metrics: Metrics
    references: References
    evidence: FeatureEvidence
    comparisons: Comparisons

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Analysis:
        """All stages from a folder of lexicon files; raises ``LexiconError`` for a broken one."""
        return cls(
            cleaning=Cleaning.load(lexicons),
            terms=Terms.load(lexicons),
            mentions=Mentions.load(lexicons),
            events=Events.load(lexicons),
            metrics=Metrics.load(lexicons),
            references=References.load(lexicons),
            evidence=FeatureEvidence.load(lexicons),
            comparisons=Comparisons.load(lexicons),
        )

    def __call__(self, article: Article) -> dict[str, Rows]:
        """Rows of every table that is made article by article; ``features`` adds up all of them."""
        cleaned = self.cleaning(article)
        document = cleaned.document
        tokens, terms = self.terms(document)
        mentions = self.mentions(document)
        dates = of_sentences(document)
        events = self.events(document, mentions, dates)
        metrics = self.metrics(document, mentions, events, dates)
        rivals = self.references.known.firms_as_products(mentions)
        references = self.references(document, rivals)
        evidence = self.evidence(document, rivals, events, references)
        comparisons = self.comparisons(document, rivals, references)
        return {
            "articles": [cleaned.header],
            "removed": cleaned.removed,
            "terms": terms,
            "mentions": mentions,
            "metrics": metrics,
            "events": told(document, events),
            "evidence": evidence,
            "comparisons": comparisons,
            "tokens": tokens,
            "sentences": cleaned.sentences,
            "texts": [Text(article.name, article.text, document.body)],
        }


@cache
def default() -> Analysis:
    """The analysis with the lexicons shipped here, loaded once per process."""
    return Analysis.load()
