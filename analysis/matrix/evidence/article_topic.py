"""The one product that an article or a section is about, and the sentences that say what it has unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.evidence.passage import Owner
from analysis.matrix.features.feature_words import FeatureHit
from analysis.matrix.references.owners import Owners
from analysis.matrix.references.references import Reference, References
from analysis.matrix.references.subjects import Subjects
from analysis.matrix.references.topics import Topic, Topics
from analysis.reading.clause_spans import by_sentence, clause_at
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

CUE_COLUMNS = ("cue", "kind", "example")

CARRIED = frozenset({"list_item", "label", "previous_sentence", "answer", "section"})
"""Rules by which a product was carried over from a sentence before."""

WITHIN = frozenset({"same_clause", "same_sentence", "same_clause_later", "same_sentence_later"})
"""Rules by which a product has what its sentence names."""

TOPIC_OF_TEXT = "topic_of_text"
CLASS = re.compile(r"(?:办公|协作)?(?:软件|软体|套件|(?:(?<![跨多全各])平台|产品|工具|神器)(?=\W|$|的|功能))")
MADE_BY = re.compile(r"(?:集团|公司|团队|官方)?(?:(?:推出|开发|打造|研发|出品|发布)的|旗下)")
DIVIDED = re.compile(r"[|｜\t]")

ASKS = re.compile(r"[?？][”’」』)）\s]*$")


class _Said(NamedTuple):
    """A sentence that names features: the topic if it says something of it, what it is about, firms that act.

    ``general``: it names no product and speaks of the trade at large.
    """

    body: str
    sentence: Span
    topic: Topic | None
    general: bool
    subjects: Sequence[Reference]
    firms: Sequence[Mention]


@dataclass(frozen=True)
class ArticleTopic:
    """Gives features that no rule gave an owner to the product that the text is about."""

    owners: Owners
    subjects: Subjects
    cues: Gazetteer[str]

    @classmethod
    def load(cls, references: References, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads article_topic_cues; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "article_topic_cues.tsv", CUE_COLUMNS)
        cues = Gazetteer({row["cue"]: row["kind"] for row in rows})
        subjects = Subjects(cues)
        return cls(references.known, subjects, cues)

    def __call__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        references: Sequence[Sequence[Reference]],
        hits: Sequence[FeatureHit],
        owners: Sequence[Owner | None],
    ) -> list[Owner | None]:
        """Owners of the hits, in order; what has none gets the topic of its sentence.

        A sentence that asks, or speaks of firms and the trade at large, says nothing of the topic; elsewhere
        than in a heading or a table it must say what can be done, or how.
        """
        products = [mention for mention in mentions if mention.entity_type == "product"]
        companies = [mention for mention in mentions if mention.entity_type == "company"]
        subjects = self.subjects(document, references)
        parts = zip(
            document.sentences,
            Topics(self.owners.among(products))(document, products, subjects),
            by_sentence(document.sentences, hits),
            by_sentence(document.sentences, products),
            by_sentence(document.sentences, companies),
            subjects,
            strict=True,
        )
        given = dict(zip(hits, owners, strict=True))
        for sentence, topic, here, named, firms, about in parts:
            if here:
                row = _is_row(document.body, sentence)
                said = _Said(
                    document.body,
                    sentence,
                    topic if topic and self._says(document.body, sentence, topic) else None,
                    general=not named and self._is("at_large", document.body, sentence),
                    subjects=[subject for subject in about if subject.owners or not row],
                    firms=[firm for firm in firms if not row and not MADE_BY.match(document.body, firm.end)],
                )
                given.update((hit, self._owner(said, hit, given[hit])) for hit in here)
        return [given[hit] for hit in hits]

    def _owner(self, said: _Said, hit: FeatureHit, owner: Owner | None) -> Owner | None:
        """Whose a feature of a sentence is, that so far was given to ``owner``."""
        if said.general or self._of_no_product(said.body, said.sentence, hit, owner):
            owner = None
        elif said.topic and _open(hit, owner, said.topic, said.subjects, said.firms):
            owner = Owner((said.topic.product,), TOPIC_OF_TEXT)
        return None if self._only_a_class(said.body, said.sentence, hit, owner, said.subjects) else owner

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

    def _of_no_product(self, body: str, sentence: Span, hit: FeatureHit, owner: Owner | None) -> bool:
        """Whether a clause beside that of the product is on the times or the trade: 随着直播的普及,钉钉…."""
        beside = owner is not None and owner.rule in {"same_sentence", "same_sentence_later"}
        return beside and self._is("setting", body, clause_at(body, sentence, hit.start))

    def _only_a_class(
        self,
        body: str,
        sentence: Span,
        hit: FeatureHit,
        owner: Owner | None,
        subjects: Sequence[Reference],
    ) -> bool:
        """Whether only a kind of software is named: another one, or not said to be what the product is."""
        if owner is None or not (
            CLASS.search(body, hit.start, hit.end) or CLASS.match(body, hit.end, sentence.end)
        ):
            return False
        if owner.rule == "same_sentence":
            return self._is("another", body, clause_at(body, sentence, hit.start))
        carried = owner.rule in CARRIED or owner.rule == TOPIC_OF_TEXT
        return carried and not _named(owner, subjects) and not self._is("is_one", body, sentence)

    def _is(self, kind: str, body: str, part: Span) -> bool:
        return any(cue.value == kind for cue in self.cues.find(body[part.start : part.end]))


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
