"""Which products a sentence is about, those aside that another takes in or that something is sent through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.document import Document, Span
from analysis.matrix.references import Reference, References
from analysis.reading.clause_spans import by_sentence
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

MEANS = re.compile(r"[^。；;]{0,16}?等[^。；;，,]{0,4}?(?:方式|渠道|途径|形式)")
JOINED = re.compile(r"[^。；;，,]{0,14}?(?:集成|打通|对接|互通|联动|整合|联通|互联)")
LONGEST_CUE = 6


@dataclass(frozen=True)
class Subjects:
    """Reads what a sentence is about; ``cues`` are those of article_topic_cues."""

    references: References
    cues: Gazetteer[str]

    def __call__(self, document: Document, products: Sequence[Mention]) -> list[list[Reference]]:
        """For each sentence references to the products that it names, in order.

        Left out are products without features behind a preposition, what one takes in
        (集成腾讯文档, 与Trello打通) and what something is done through (通过QQ等方式).
        """
        parts = zip(document.sentences, by_sentence(document.sentences, products), strict=True)
        return [self._of_sentence(document.body, sentence, named) for sentence, named in parts]

    def _of_sentence(self, body: str, sentence: Span, named: Sequence[Mention]) -> list[Reference]:
        return [
            reference
            for reference in self.references.of_sentence(body, sentence, named)
            if (reference.owners or not reference.incidental)
            and not self._taken_in(body, sentence, reference)
            and not MEANS.match(body, reference.end, sentence.end)
        ]

    def _taken_in(self, body: str, sentence: Span, reference: Reference) -> bool:
        if reference.incidental and JOINED.match(body, reference.end, sentence.end):
            return True
        before = body[max(sentence.start, reference.start - LONGEST_CUE) : reference.start].rstrip("了“「")
        return self.cues.at_end(before) == "takes_in"
