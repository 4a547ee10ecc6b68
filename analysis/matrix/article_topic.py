"""The one product that an article or a section is about, and the sentences that say what it has unnamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.attribution import Owner
from analysis.matrix.discourse import is_chapter, is_heading
from analysis.matrix.feature_words import FeatureHit
from analysis.matrix.references import Named, Reference, References
from analysis.reading.clause_spans import by_sentence
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

CUE_COLUMNS = ("cue", "kind", "example")

LEAST_SHARE_TITLED = 0.6
"""Part of all names of office products that the product of the title must have."""

LEAST_SHARE = 0.8
"""The same where the title names none or several."""

BEFORE_THE_NAME = 6
"""Characters that may stand before the product in the heading of its section (3. 字节跳动飞书)."""

CARRIED = frozenset({"list_item", "label", "previous_sentence", "answer"})
"""Rules by which a product was carried over from a sentence before."""

ASKS = re.compile(r"[?？][”’」』)）\s]*$")


class Topic(NamedTuple):
    """What a sentence is about where it names no product: ``heading`` if it stands alone in its line."""

    product: str
    heading: bool


@dataclass(frozen=True)
class ArticleTopic:
    """Gives features that no rule gave an owner to the product that the text is about."""

    references: References
    cues: Gazetteer[str]

    @classmethod
    def load(cls, references: References, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads article_topic_cues; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "article_topic_cues.tsv", CUE_COLUMNS)
        return cls(references, Gazetteer({row["cue"]: row["kind"] for row in rows}))

    def __call__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        hits: Sequence[FeatureHit],
        owners: Sequence[Owner | None],
    ) -> list[Owner | None]:
        """Owners of the hits, in order; what has none gets the topic of its sentence.

        A sentence that names another product or a company, asks, or speaks of firms and the trade at large
        says nothing of the topic; elsewhere than in a heading it must say what can be done, or how.
        """
        given = dict(zip(hits, owners, strict=True))
        products = [mention for mention in mentions if mention.entity_type == "product"]
        companies = [mention for mention in mentions if mention.entity_type == "company"]
        parts = zip(
            document.sentences,
            self._topics(document, products),
            by_sentence(document.sentences, hits),
            by_sentence(document.sentences, products),
            by_sentence(document.sentences, companies),
            strict=True,
        )
        for sentence, topic, here, named, firms in parts:
            general = not named and self._general(document.body, sentence)
            says = topic is not None and self._says(document.body, sentence, topic, firms)
            others = self._others(document.body, sentence, named, topic)
            for hit in here:
                if general:
                    given[hit] = None
                elif topic and says and _open(hit, given[hit], topic, others):
                    given[hit] = Owner((topic.product,), "topic_of_text")
        return [given[hit] for hit in hits]

    def of_article(self, document: Document, products: Sequence[Mention]) -> str | None:
        """The product that an article is about: of its title, or all but alone in being named."""
        owners = [self.references.owners.get(product.entity) for product in products]
        named = Counter(owner for owner in owners if owner)
        if not named:
            return None
        title = document.title or Span(0, 0)
        titled = {
            owner
            for product, owner in zip(products, owners, strict=True)
            if owner and title.start <= product.start < title.end
        }
        product, count = named.most_common(1)[0]
        share = count / named.total()
        return product if share >= (LEAST_SHARE_TITLED if titled == {product} else LEAST_SHARE) else None

    def _topics(self, document: Document, products: Sequence[Mention]) -> Iterator[Topic | None]:
        """For each sentence what it is about; None where another product was named since the last heading."""
        article = self.of_article(document, products)
        section: str | None = None
        last = article
        for sentence, named in zip(
            document.sentences, by_sentence(document.sentences, products), strict=True
        ):
            heading = is_heading(document, sentence)
            references = self.references(document.body, sentence, named, Named())
            owners = [r for r in references if r.owners and not r.incidental and not r.pronoun]
            if heading and _opens_a_section(sentence, owners):
                section = last = owners[0].owners[0]
            elif heading and not owners:
                section = None if is_chapter(document, sentence) else section
                last = section or article
            elif owners:
                last = owners[-1].owners[0] if len(owners[-1].owners) == 1 else None
            topic = section or article
            yield Topic(topic, heading) if topic and last == topic else None

    def _says(self, body: str, sentence: Span, topic: Topic, firms: Sequence[Mention]) -> bool:
        """Whether a sentence says what can be done, or how, and not of firms or the trade."""
        text = body[sentence.start : sentence.end]
        kinds = {cue.value for cue in self.cues.find(text)}
        if firms or "general" in kinds or ASKS.search(text):
            return False
        return topic.heading or "says" in kinds

    def _general(self, body: str, sentence: Span) -> bool:
        """Whether a sentence speaks of firms or products at large: 这类小团队最需要…."""
        cues = self.cues.find(body[sentence.start : sentence.end])
        return any(cue.value == "at_large" for cue in cues)

    def _others(
        self, body: str, sentence: Span, named: Sequence[Mention], topic: Topic | None
    ) -> list[Reference]:
        """What a sentence speaks of besides its topic."""
        return [
            reference
            for reference in self.references(body, sentence, named, Named())
            if topic and not reference.incidental and reference.owners != (topic.product,)
        ]


def _open(hit: FeatureHit, owner: Owner | None, topic: Topic, others: Sequence[Reference]) -> bool:
    """Whether no product has a feature yet, or in a heading only one carried over from the text above it.

    Another office product in the sentence takes it, any other product if it stands before it.
    """
    if owner and not (topic.heading and owner.rule in CARRIED):
        return False
    return not any(other.owners or other.end <= hit.start for other in others)


def _opens_a_section(sentence: Span, owners: Sequence[Reference]) -> bool:
    """Whether a heading has one product, at its beginning."""
    return (
        len(owners) == 1
        and len(owners[0].owners) == 1
        and owners[0].start - sentence.start <= BEFORE_THE_NAME
    )
