"""Where an article names features: the words of the lexicon, ambiguous ones only in a context that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.features.feature_contexts import FeatureContexts, Found, Word
from analysis.reading.clause_spans import by_sentence
from analysis.schema import Mention
from analysis.words.features import Feature, features
from analysis.words.gazetteer import Gazetteer

BRANDED_COLUMNS = ("word", "feature", "product", "example")

HIDDEN = "\ue000"
GAP = r"[^,，;；。!！?？:：、\n【】]{0,8}?"
BESIDE_LATIN = re.compile(r"(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])")


class FeatureHit(NamedTuple):
    """A feature named: half-open offsets, its key, and the product if only one has it by that name.

    Where no lexicon holds it (``known`` false) its words are its key.
    """

    start: int
    end: int
    feature: str
    product: str | None
    known: bool = True


@dataclass(frozen=True)
class FeatureWords:
    """Finds feature names; ``of_two_parts`` are words with a gap, each with what is before and behind it."""

    gazetteer: Gazetteer[Word]
    of_two_parts: tuple[tuple[str, str, re.Pattern[str], str], ...]
    contexts: FeatureContexts

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads features, branded_features and feature_contexts; raises ``LexiconError``."""
        known = features(lexicons)
        return cls(
            Gazetteer(_words(known, lexicon.read(lexicons / "branded_features.tsv", BRANDED_COLUMNS))),
            tuple(_of_two_parts(known)),
            FeatureContexts.load(lexicons),
        )

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> list[FeatureHit]:
        """Features named in the body, in order; a word inside another product's name is none."""
        hits = self._gapped_hits(document.body, mentions)
        found = [Found(*match) for match in self.gazetteer.find(document.body)]
        parts = zip(
            document.sentences,
            by_sentence(document.sentences, found),
            by_sentence(document.sentences, mentions),
            strict=True,
        )
        for sentence, words, names in parts:
            whole = self._whole(document.body, words, names)
            hits.extend(self._fitting(document, sentence, whole, names))
        return _without_doubles(hits)

    def _whole(self, body: str, words: Sequence[Found], names: Sequence[Mention]) -> list[Found]:
        """Words that cut no name; a name that is itself a word (微信支付) is one."""
        if not names:
            return list(words)
        kept = [word for word in words if not _cuts_a_name(word.start, word.end, names)]
        places = {(word.start, word.end) for word in kept}
        for name in names:
            if (name.start, name.end) not in places:
                word = self.gazetteer.whole(body[name.start : name.end])
                kept += [Found(name.start, name.end, word)] if word else []
        return kept

    def gapped(self, text: str) -> list[FeatureHit]:
        """Words of two parts with a few characters between them at most: 添加…好友."""
        return [
            FeatureHit(match.start(), match.end(), feature, None)
            for before, behind, pattern, feature in self.of_two_parts
            if before in text and behind in text
            for match in pattern.finditer(text)
        ]

    def _gapped_hits(self, body: str, mentions: Sequence[Mention]) -> list[FeatureHit]:
        """Words of two parts; products other than WeChat are hidden, as 微信 in 企业微信 is not WeChat."""
        parts, reached = [], 0
        for mention in mentions:
            if mention.entity != "微信":
                parts += [body[reached : mention.start], HIDDEN * (mention.end - mention.start)]
                reached = mention.end
        return self.gapped("".join((*parts, body[reached:])))

    def _fitting(
        self, document: Document, sentence: Span, found: Sequence[Found], names: Sequence[Mention]
    ) -> Iterable[FeatureHit]:
        named = [f for f in found if f.word.feature]
        for f in named:
            fits = not f.word.weak or self.contexts(document, sentence, f, named, names)
            if f.word.feature and fits and not self.contexts.of_the_trade(document.body, f):
                yield FeatureHit(f.start, f.end, f.word.feature, f.word.product)


def _of_two_parts(known: Iterable[Feature]) -> Iterator[tuple[str, str, re.Pattern[str], str]]:
    for feature in known:
        for word in feature.words:
            before, gap, behind = word.partition("…")
            if gap:
                pattern = re.compile(f"{re.escape(before)}{GAP}{re.escape(behind)}")
                yield before, behind, pattern, feature.id


def _spaced(word: str) -> Iterable[str]:
    """A word, and the same with spaces between Latin and Chinese characters: AI助理, AI 助理."""
    return {word, BESIDE_LATIN.sub(" ", word)}


def _words(known: Iterable[Feature], branded: Iterable[Mapping[str, str]]) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for feature in known:
        words.update(dict.fromkeys(feature.excluded, Word(None, None, weak=False)))
    for feature in known:
        words.update({word: Word(feature.id, None, weak=False) for word in feature.words if "…" not in word})
        words.update(dict.fromkeys(feature.weak, Word(feature.id, None, weak=True)))
    words.update({row["word"]: Word(row["feature"], row["product"], weak=False) for row in branded})
    return {written: meant for word, meant in words.items() for written in _spaced(word)}


def _cuts_a_name(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether a hit lies strictly inside a product's or company's name, or takes only a part of it."""
    return any(
        mention.start < end and start < mention.end and not (start <= mention.start and mention.end <= end)
        for mention in mentions
    )


def _without_doubles(hits: Iterable[FeatureHit]) -> list[FeatureHit]:
    """Hits in order; of two that overlap and name the same feature the first."""
    kept: list[FeatureHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.feature)):
        if not any(hit.start < other.end and hit.feature == other.feature for other in kept[-6:]):
            kept.append(hit)
    return kept
