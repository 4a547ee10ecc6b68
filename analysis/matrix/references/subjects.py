"""Which products a sentence is about, those aside that another takes in or that something is sent through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.document import Document, Span
from analysis.matrix.references.references import Reference
from analysis.words.gazetteer import Gazetteer

MEANS = re.compile(r"[^。；;]{0,16}?等[^。；;，,]{0,4}?(?:方式|渠道|途径|形式)")
JOINED = re.compile(r"[^。；;，,]{0,14}?(?:集成|打通|对接|互通|联动|整合|联通|互联)")
LONGEST_CUE = 6


@dataclass(frozen=True)
class Subjects:
    """Reads what a sentence is about; ``cues`` are those of article_topic_cues."""

    cues: Gazetteer[str]

    def __call__(
        self, document: Document, references: Sequence[Sequence[Reference]]
    ) -> list[list[Reference]]:
        """Of the references of each sentence those to products that it names and is about, in order.

        Left out are products without features behind a preposition, what one takes in
        (集成腾讯文档, 与Trello打通) and what something is done through (通过QQ等方式).
        """
        parts = zip(document.sentences, references, strict=True)
        return [self._of_sentence(document.body, sentence, each) for sentence, each in parts]

    def _of_sentence(self, body: str, sentence: Span, references: Sequence[Reference]) -> list[Reference]:
        return [
            reference
            for reference in references
            if not reference.pronoun
            and (reference.owners or not reference.incidental)
            and not self._taken_in(body, sentence, reference)
            and not MEANS.match(body, reference.end, sentence.end)
        ]

    def _taken_in(self, body: str, sentence: Span, reference: Reference) -> bool:
        if reference.incidental and JOINED.match(body, reference.end, sentence.end):
            return True
        before = body[max(sentence.start, reference.start - LONGEST_CUE) : reference.start].rstrip("了“「")
        return self.cues.at_end(before) == "takes_in"
