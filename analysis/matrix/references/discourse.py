"""What a text is about from sentence to sentence: its headings, lists and the products spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.document import Document, Span
from analysis.matrix.references.references import Reference

REACH = 2
"""Sentences that may stand between a product's name and one that goes on about it."""

HEADING_LENGTH = 30
BESIDE_THE_NAME = 4
"""Characters that the heading of a section on one product may have besides its name (钉钉的优势)."""

CHAPTER = re.compile(r"[第(（]?[一二三四五六七八九十]{1,3}[章节部分)）]{0,2}[、.．\s]")
LINE_SO_FAR = re.compile(r"(?:^|[\r\n])[ \t\u3000]*$")
REST_OF_LINE = re.compile(r"[ \t\u3000]*(?:$|[\r\n])")
OPENS_A_LIST = (":", "：")
ENDS_A_SENTENCE = ("。", "，", ",", ";", "；", *OPENS_A_LIST)
NUMBERING = re.compile(r"^[\s第]*[\d.．一二三四五六七八九十]*[\s.．、)）]*|[\s:：?？!！“”\"]")


@dataclass
class Discourse:
    """What the text has been about up to a sentence.

    ``topic`` holds the products spoken of last, empty when another thing took over; ``age`` the
    sentences since; ``section`` the product of the heading, ``profile`` whether the heading is its name;
    ``introduction`` the sentence before if it ends in a colon.
    """

    topic: tuple[str, ...] = ()
    age: int = 0
    section: tuple[str, ...] = ()
    profile: bool = False
    introduction: Span | None = None

    def spoken_of(self) -> tuple[str, ...]:
        """Products that a sentence without a subject goes on about."""
        return self.topic if self.topic and self.age <= REACH else self.section

    def go_on(
        self,
        document: Document,
        sentence: Span,
        references: Sequence[Reference],
        *,
        attributed: bool,
        within: bool = False,
    ) -> None:
        """Takes a sentence in.

        ``attributed`` says whether a feature in it was found to have an owner, ``within`` whether, if it is a
        heading, it is one within the section on a product (核心优势).
        """
        owners = [reference.owners for reference in references if reference.owners and not reference.tied]
        introduces = document.body.endswith(OPENS_A_LIST, sentence.start, sentence.end)
        headed = is_chapter(document, sentence) or (is_heading(document, sentence) and not attributed)
        if headed and within and self.profile and not references:
            self.topic, self.age = self.section, 0
        elif headed:
            self._open_section(document.body, sentence, references)
        elif owners:
            self.topic, self.age = owners[-1], 0
        elif any(not reference.incidental for reference in references):
            self.topic, self.age = (), 0
            self.section = self.section if self.profile else ()
        elif attributed:
            self.age = 0
        elif not introduces:
            self.age += 1
        self.introduction = sentence if introduces else None

    def _open_section(self, body: str, heading: Span, references: Sequence[Reference]) -> None:
        owners = [reference for reference in references if reference.owners]
        alone = len(owners) == 1 and len(owners[0].owners) == 1
        self.section = owners[0].owners if alone else ()
        self.topic, self.age = (), 0
        self.profile = False
        if alone:
            name = body[owners[0].start : owners[0].end]
            rest = NUMBERING.sub("", body[heading.start : heading.end].replace(name, "", 1))
            self.profile = len(rest) <= BESIDE_THE_NAME


def is_heading(document: Document, sentence: Span) -> bool:
    """Whether a sentence is short, alone in its line and without the mark that ends a sentence."""
    if sentence.end - sentence.start > HEADING_LENGTH:
        return False
    if document.body.endswith(ENDS_A_SENTENCE, sentence.start, sentence.end):
        return False
    line_before = LINE_SO_FAR.search(document.body, max(0, sentence.start - HEADING_LENGTH), sentence.start)
    line_after = REST_OF_LINE.match(document.body, sentence.end)
    return line_before is not None and line_after is not None


def is_chapter(document: Document, sentence: Span) -> bool:
    """Whether a sentence is a heading numbered 一、, 第二节 and the like; a list's items have figures."""
    return CHAPTER.match(document.body, sentence.start) is not None and is_heading(document, sentence)
