"""Dates, times, people and publications as bylines write them, for the patterns that name them."""

from __future__ import annotations

from pathlib import Path

from analysis import lexicon
from analysis.reading.written_dates import DATE, TIME

_IN_A_NAME = r"[^\s。，,、:：!?！？·•・|｜丨/／《》“”()（）]"


def blanks(lexicons: Path) -> dict[str, str]:
    """What the names in braces stand for in ``boilerplate.tsv``, as patterns.

    ``date`` is a whole date, ``time`` a time of day, ``name`` a person's, ``publication`` a short name that
    ends as publications do and holds no verb of a headline, ``verb`` such a verb. Reads ``surnames.tsv`` and
    ``publication_words.tsv``; raises ``LexiconError`` for a broken one.
    """
    path = lexicons / "publication_words.tsv"
    surnames = [row["surname"] for row in lexicon.read(lexicons / "surnames.tsv", ("surname",))]
    words: dict[str, list[str]] = {"ending": [], "verb": []}
    for row in lexicon.read(path, ("word", "role", "unless", "example")):
        other = "".join(f"(?<!{before})" for before in lexicon.values(row["unless"]))
        words[lexicon.choice(path, row, "role", ("ending", "verb"))].append(other + row["word"])
    ending, verb = (f"(?:{'|'.join(words[role])})" for role in ("ending", "verb"))
    return {
        "date": DATE,
        "time": TIME,
        "name": rf"(?:(?:{'|'.join(surnames)})[\u4e00-\u9fff]{{1,2}})",
        "publication": f"(?:(?!{_IN_A_NAME}*{verb}){_IN_A_NAME}{{1,10}}{ending}(?!{_IN_A_NAME}))",
        "verb": verb,
    }
