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
from analysis.matrix.discourse import is_chapter, is_heading
from analysis.matrix.feature_words import FeatureHit
from analysis.matrix.passage import Owner
from analysis.matrix.references import Named, Reference, References
from analysis.reading.clause_spans import by_sentence, clause_at
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

CUE_COLUMNS = ("cue", "kind", "example")

LEAST_SHARE_TITLED = 0.6
"""Part of all names of office products that the product of the title must have."""

LEAST_SHARE = 0.8
"""The same where the title names none or several."""

BEFORE_THE_NAME = 6
"""Characters that may stand before the product in the heading of its section (3. 字节跳动飞书)."""

CARRIED = frozenset({"list_item", "label", "previous_sentence", "answer", "section"})
"""Rules by which a product was carried over from a sentence before."""

WITHIN = frozenset({"same_clause", "same_sentence", "same_clause_later", "same_sentence_later"})
"""Rules by which a product has what its sentence names."""

LONGEST_CUE = 6
CLASS = re.compile(r"(?:办公|协作)?(?:软件|软体|平台|套件|产品|工具)(?=\W|$|的|功能)")
MADE_BY = re.compile(r"(?:集团|公司|团队|官方)?(?:(?:推出|开发|打造|研发|出品|发布)的|旗下)")
DIVIDED = re.compile(r"[|｜\t]")

MEANS = re.compile(r"[^。；;]{0,16}?等[^。；;，,]{0,4}?(?:方式|渠道|途径|形式)")
JOINED = re.compile(r"[^。；;，,]{0,14}?(?:集成|打通|对接|互通|联动|整合|联通|互联)")
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

        A sentence that asks, or speaks of firms and the trade at large, says nothing of the topic; elsewhere
        than in a heading or a table it must say what can be done, or how.
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
            general = not named and self._is("at_large", document.body, sentence)
            row = _is_row(document.body, sentence)
            subjects = [s for s in self._subjects(document.body, sentence, named) if s.owners or not row]
            acting = [firm for firm in firms if not row and not MADE_BY.match(document.body, firm.end)]
            says = topic is not None and self._says(document.body, sentence, topic)
            for hit in here:
                if general or self._sets_the_scene(document.body, sentence, hit, given[hit]):
                    given[hit] = None
                elif topic and says and _open(hit, given[hit], topic, subjects, acting):
                    given[hit] = Owner((topic.product,), "topic_of_text")
                if self._only_a_class(document.body, sentence, hit, given[hit], subjects):
                    given[hit] = None
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
            subjects = self._subjects(document.body, sentence, named)
            owners = [r for r in subjects if r.owners and not r.incidental]
            if heading and _opens_a_section(sentence, owners):
                section = last = owners[0].owners[0]
            elif heading and not owners:
                section = None if is_chapter(document, sentence) else section
                last = section or article
            elif owners:
                last = owners[-1].owners[0] if len(owners[-1].owners) == 1 else None
            topic = section or article
            yield Topic(topic, heading) if topic and last == topic else None

    def _says(self, body: str, sentence: Span, topic: Topic) -> bool:
        """Whether a sentence says what can be done, or how, and not of firms or the trade."""
        text = body[sentence.start : sentence.end]
        cues = self.cues.find(text)
        if _is_row(body, sentence) or (cues and cues[0].value == "own" and cues[0].start == 0):
            return True
        kinds = {cue.value for cue in cues}
        if "general" in kinds or ASKS.search(text):
            return False
        return topic.heading or bool(kinds & {"says", "takes_in"})

    def _sets_the_scene(self, body: str, sentence: Span, hit: FeatureHit, owner: Owner | None) -> bool:
        """Whether a feature stands in a clause on the times, before its product: 随着直播的普及,钉钉…."""
        if owner is None or owner.rule != "same_sentence_later":
            return False
        return self._is("setting", body, clause_at(body, sentence, hit.start))

    def _only_a_class(
        self,
        body: str,
        sentence: Span,
        hit: FeatureHit,
        owner: Owner | None,
        subjects: Sequence[Reference],
    ) -> bool:
        """Whether a kind of software is named, and not said to be what the product carried over is."""
        if owner is None or owner.rule not in CARRIED | {"topic_of_text"}:
            return False
        kind = CLASS.search(body, hit.start, hit.end) or CLASS.match(body, hit.end, sentence.end)
        if kind is None or _named(owner, subjects):
            return False
        return not self._is("is_one", body, sentence)

    def _is(self, kind: str, body: str, part: Span) -> bool:
        return any(cue.value == kind for cue in self.cues.find(body[part.start : part.end]))

    def _subjects(self, body: str, sentence: Span, named: Sequence[Mention]) -> list[Reference]:
        """Products that a sentence is about; but for what one takes in or uses (通过QQ等方式)."""
        return [
            reference
            for reference in self.references.all(body, sentence, named, Named())
            if (reference.owners or not reference.incidental)
            and not reference.pronoun
            and not self._taken_in(body, sentence, reference)
            and not MEANS.match(body, reference.end, sentence.end)
        ]

    def _taken_in(self, body: str, sentence: Span, reference: Reference) -> bool:
        """Whether another product takes this one in: 集成腾讯文档, 与Trello等平台打通."""
        if reference.incidental and JOINED.match(body, reference.end, sentence.end):
            return True
        before = body[max(sentence.start, reference.start - LONGEST_CUE) : reference.start].rstrip("了“「")
        return any(cue.value == "takes_in" and cue.end == len(before) for cue in self.cues.find(before))


def _open(
    hit: FeatureHit,
    owner: Owner | None,
    topic: Topic,
    subjects: Sequence[Reference],
    firms: Sequence[Mention],
) -> bool:
    """Whether no product that a sentence is about has a feature, nor one carried over from a part before.

    Another office product in the sentence takes it; so does a firm before it, and any other product before
    it unless the topic is named before it, too.
    """
    if owner and (owner.products == (topic.product,) or owner.rule not in CARRIED | WITHIN):
        return False
    if any(firm.end <= hit.start for firm in firms):
        return False
    others = [subject for subject in subjects if subject.owners != (topic.product,)]
    named = any(subject.end <= hit.start for subject in subjects if subject not in others)
    return not any(other.owners or (not named and other.end <= hit.start) for other in others)


def _named(owner: Owner, subjects: Sequence[Reference]) -> bool:
    return any(product in subject.owners for subject in subjects for product in owner.products)


def _is_row(body: str, sentence: Span) -> bool:
    return DIVIDED.search(body, *sentence) is not None


def _opens_a_section(sentence: Span, owners: Sequence[Reference]) -> bool:
    """Whether a heading has one product, at its beginning."""
    return (
        len(owners) == 1
        and len(owners[0].owners) == 1
        and owners[0].start - sentence.start <= BEFORE_THE_NAME
    )
