"""Columns that several tables have, and the words that a column may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from analysis.schema.column import Column

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
