"""The lines of an article and what each is about."""

import re

import pytest

from analysis.claims.subjects.paragraphs import Paragraph, paragraphs
from analysis.claims.subjects.roles import Named
from analysis.document import Document, Span


def lines_of(text: str) -> list[Paragraph]:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    document = Document("invented", text, text, "hans", None, None, sentences)
    named = [
        [
            Named(span.start + one.start(), span.start + one.end(), one[0], True, None)
            for one in re.finditer("飞书|Zoom", text[slice(*span)])
        ]
        for span in sentences
    ]
    return paragraphs(document, named.__getitem__)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("飞书很好。它很快。", "飞书"),
        ("飞书比Zoom好。飞书很快。", "飞书"),
        ("飞书和Zoom", None),
        ("Zoom不好。飞书好。飞书很快。", None),
        ("谁都不好。", None),
    ],
)
def test_a_line_is_about_what_it_names_first_and_most(text: str, entity: str | None):
    (line,) = lines_of(text)
    assert (line.entity.entity if line.entity else None) == entity


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("飞书", (False, True, True)),
        ("二、Zoom", (False, True, True)),
        ("飞书的十大优势", (False, True, False)),
        ("飞书很好。", (False, False, False)),
        ("- 飞书很好", (True, False, False)),
        ("1. 飞书很好", (True, False, False)),
        ("①飞书", (True, False, False)),
        ("3.5亿用户", (False, True, False)),
    ],
)
def test_items_headings_and_profiles(line: str, expected: tuple[bool, bool, bool]):
    (found,) = lines_of(line)
    assert (found.is_item, found.is_heading, found.is_profile) == expected


def test_sentences_of_one_line_are_one_paragraph():
    assert [(one.first, one.last) for one in lines_of("甲。乙。\n丙。\n\n丁")] == [(0, 1), (2, 2), (3, 3)]
    assert lines_of("") == []


def test_a_marker_that_cleaning_took_out_makes_an_item():
    text = "<li>飞书很好"
    document = Document("invented", text, "    飞书很好", "hans", None, None, (Span(4, 8),))
    (line,) = paragraphs(document, lambda _: [])
    assert line.is_item
