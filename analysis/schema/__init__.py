"""The tables of a store, each column declared once.

A row class is the declaration of a table: its fields are the columns, in order; a field's type is
the column's type (``| None`` where a value may be missing); its ``Column`` says in words what it
holds and in which unit. Parquet types, validation, tooltips and the data dictionary are all read
from here.

Offsets count Python characters in the article as decoded, before any cleaning, half-open:
``text[start:end]`` is what was found, in the script in which it was written.
"""

from __future__ import annotations

from analysis.schema.column import Column, columns
from analysis.schema.column_types import (
    CellStatus,
    EntityType,
    Kind,
    Modality,
    Precision,
    Qualifier,
    Reason,
    Script,
    Status,
)
from analysis.schema.contract import (
    ArticleRow,
    Comparison,
    Event,
    Evidence,
    FeatureCell,
    Mention,
    Metric,
    Removed,
    Term,
)
from analysis.schema.page_tables import (
    ClaimTotal,
    EntityTotal,
    EventTotal,
    NameTotal,
    PairTotal,
    Problem,
    SaidTotal,
    Sentence,
    TermTotal,
    Text,
    Token,
)

__all__ = [
    "TABLES",
    "ArticleRow",
    "CellStatus",
    "ClaimTotal",
    "Column",
    "Comparison",
    "EntityTotal",
    "EntityType",
    "Event",
    "EventTotal",
    "Evidence",
    "FeatureCell",
    "Kind",
    "Mention",
    "Metric",
    "Modality",
    "NameTotal",
    "PairTotal",
    "Precision",
    "Problem",
    "Qualifier",
    "Reason",
    "Removed",
    "SaidTotal",
    "Script",
    "Sentence",
    "Status",
    "Term",
    "TermTotal",
    "Text",
    "Token",
    "columns",
]

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
