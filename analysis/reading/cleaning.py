"""The first stage: an article as read becomes a document that the others can search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis.document import Article, Document, Span
from analysis.reading.boilerplate import Boilerplate
from analysis.reading.duplicates import duplicates
from analysis.reading.header import Header, HeaderReading, repeated_titles
from analysis.reading.markup import Markup
from analysis.reading.removal import Cut, blank, in_order, joined, without
from analysis.reading.script import script_of
from analysis.reading.sentences import sentences
from analysis.schema import ArticleRow, Removed, Script, Sentence


@dataclass(frozen=True)
class Cleaned:
    """An article made ready: the document, its row in ``articles``, what was taken out, its sentences."""

    document: Document
    header: ArticleRow
    removed: list[Removed]
    sentences: list[Sentence]


@dataclass(frozen=True)
class Cleaning:
    """Takes out what is not the article's own text; a call makes one article ready."""

    markup: Markup
    boilerplate: Boilerplate
    header: HeaderReading

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The stage with its rules from a folder of lexicon files; raises ``LexiconError``."""
        return cls(Markup.load(lexicons), Boilerplate.load(lexicons), HeaderReading.load(lexicons))

    def __call__(self, article: Article) -> Cleaned:
        """What is left of an article, and what was taken out: markup first, copies last."""
        shown = self.markup(article)
        printed, facts = self.boilerplate(shown.text)
        stated = facts if shown.near == shown.text else self.boilerplate(shown.near)[1]
        body = blank(shown.text, printed)
        header = self.header(shown.written, body, [*shown.facts, *stated])
        titles = in_order(repeated_titles(body, header.title) if header.title else ())
        body = blank(body, titles)
        again = (Cut(*span, "duplicate") for span in duplicates(body))
        copies = [rest for copy in again for rest in without(copy, header.title)]
        body = blank(body, copies)
        cuts = joined((*shown.cuts, *printed, *titles, *copies))
        removed = [
            Removed(article.name, cut.start, cut.end, cut.reason)
            for cut in cuts
            if article.text[cut.start : cut.end].strip()
        ]
        spans = sentences(article.text, body)
        row = _row(article, shown.written, header, script_of(blank(article.text, cuts)), body)
        document = Document(
            article.name, article.text, body, row.script, header.title, header.published, spans
        )
        return Cleaned(document, row, removed, [Sentence(article.name, *span) for span in spans])


def _row(article: Article, written: str, header: Header, script: Script, body: str) -> ArticleRow:
    title = header.title or Span(0, 0)
    return ArticleRow(
        article=article.name,
        path=article.path,
        title=" ".join(written[title.start : title.end].split()) or None,
        title_start=header.title and header.title.start,
        title_end=header.title and header.title.end,
        author=header.author,
        source=header.source,
        published=header.published,
        published_basis=header.published_basis,
        script=script,
        encoding=article.encoding,
        sha256=article.sha256,
        chars=len(article.text),
        body_chars=sum(map(len, body.split())),
    )
