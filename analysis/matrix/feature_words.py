"""Where an article names features: the words of the lexicon, ambiguous ones only in a context that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix import features
from analysis.reading.clause_spans import Placed, by_sentence, clause_at
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer

BRANDED_COLUMNS = ("word", "feature", "product", "example")
CONTEXT_COLUMNS = ("cue", "kind")

HIDDEN = "\ue000"
GAP = r"[^,，;；。!！?？:：、\n【】]{0,8}?"
BESIDE_LATIN = re.compile(r"(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])")
NUMBERED = re.compile(
    r"[\s【(（“「]*(?:[-•·●▪◦*◆■✅]|[\d一二三四五六七八九十]{1,3}[.、)）．]|第.{1,3}[,，、:：])?[\s【“「]*"
)
LABEL_ENDS = re.compile(r"(?:功能|管理|能力|方面|服务|系统|平台)?[”」】)）\s]*[:：]|方面[,，]")
OPENERS = "“‘「『《【(\"'"
CLOSERS = "”’」』》】)\"'"
BETWEEN_ITEMS = re.compile(rf"[{OPENERS}{CLOSERS}\s]*(?:、|/|和|及|与|以及|或|->)[{OPENERS}{CLOSERS}\s]*")
REACH_OF_HAVING = 8
LONGEST_CONTEXT = 5


class Word(NamedTuple):
    """What a word of the lexicon stands for: a feature or none, perhaps of one product only, perhaps weak."""

    feature: str | None
    product: str | None
    weak: bool


class FeatureHit(NamedTuple):
    """A feature named: half-open offsets, its key, and the product if only one has it by that name.

    Where no lexicon holds it (``known`` false) its words are its key.
    """

    start: int
    end: int
    feature: str
    product: str | None
    known: bool = True


class _Found(NamedTuple):
    start: int
    end: int
    word: Word


@dataclass(frozen=True)
class FeatureWords:
    """Finds feature names; ``gapped`` are the words of two parts."""

    gazetteer: Gazetteer[Word]
    gapped: tuple[tuple[re.Pattern[str], str], ...]
    contexts: Gazetteer[tuple[str, ...]]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads features, branded_features and feature_contexts; raises ``LexiconError``."""
        known = features.load(lexicons)
        contexts = lexicon.read(lexicons / "feature_contexts.tsv", CONTEXT_COLUMNS)
        return cls(
            Gazetteer(_words(known, lexicon.read(lexicons / "branded_features.tsv", BRANDED_COLUMNS))),
            tuple(
                (re.compile(GAP.join(map(re.escape, word.split("…")))), feature.id)
                for feature in known
                for word in feature.words
                if "…" in word
            ),
            Gazetteer({row["cue"]: lexicon.values(row["kind"]) for row in contexts}),
        )

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> list[FeatureHit]:
        """Features named in the body, in order; a word inside another product's name is none."""
        hits = self._gapped_hits(document.body, mentions)
        found = [_Found(*match) for match in self.gazetteer.find(document.body)]
        parts = zip(
            document.sentences,
            by_sentence(document.sentences, found),
            by_sentence(document.sentences, mentions),
            strict=True,
        )
        for sentence, words, names in parts:
            whole = self._whole(document.body, words, names)
            hits.extend(self._fitting(document.body, sentence, whole, names))
        return _without_doubles(hits)

    def _whole(self, body: str, words: Sequence[_Found], names: Sequence[Mention]) -> list[_Found]:
        """Words that cut no name; a name that is itself a word (微信支付) is one."""
        kept = [word for word in words if not _cuts_a_name(word.start, word.end, names)]
        places = {(word.start, word.end) for word in kept}
        for name in names:
            if (name.start, name.end) not in places:
                found = self.gazetteer.find(body[name.start : name.end])
                kept += [
                    _Found(name.start, name.end, match.value)
                    for match in found
                    if match.end - match.start == name.end - name.start
                ]
        return kept

    def _gapped_hits(self, body: str, mentions: Sequence[Mention]) -> list[FeatureHit]:
        """Words of two parts; products other than WeChat are hidden, as 微信 in 企业微信 is not WeChat."""
        hidden = list(body)
        for mention in mentions:
            if mention.entity != "微信":
                hidden[mention.start : mention.end] = HIDDEN * (mention.end - mention.start)
        text = "".join(hidden)
        return [
            FeatureHit(match.start(), match.end(), feature, None)
            for pattern, feature in self.gapped
            for match in pattern.finditer(text)
        ]

    def _fitting(
        self, body: str, sentence: Span, found: Sequence[_Found], names: Sequence[Mention]
    ) -> Iterable[FeatureHit]:
        named = [f for f in found if f.word.feature]
        for f in named:
            strong = not f.word.weak or self._fits(body, sentence, f, named, names)
            if f.word.feature and strong and not self._followed_by("market", body, f.end):
                yield FeatureHit(f.start, f.end, f.word.feature, f.word.product)

    def _fits(
        self, body: str, sentence: Span, f: _Found, named: Sequence[_Found], names: Sequence[Mention]
    ) -> bool:
        return (
            _bracketed(body, f)
            or _listed(body, f, named)
            or self._headed(body, f)
            or is_label(body, sentence, f)
            or self._had(body, clause_at(body, sentence, f.start), f)
            or self._judged(body, f, names)
        )

    def _headed(self, body: str, f: _Found) -> bool:
        start = f.end
        while body[start : start + 1] in (*CLOSERS, "的"):
            start += 1
        return self._followed_by("head", body, start)

    def _followed_by(self, kind: str, body: str, position: int) -> bool:
        return any(
            match.start == 0 and kind in match.value
            for match in self.contexts.find(body[position : position + LONGEST_CONTEXT])
        )

    def _judged(self, body: str, f: _Found, names: Sequence[Mention]) -> bool:
        """Whether a word is what a product has that is judged: 钉钉的硬件更全."""
        owned = any(body[name.end : f.start].strip() == "的" for name in names if name.end <= f.start)
        return owned and self._followed_by("judged", body, f.end)

    def _had(self, body: str, clause: Span, f: _Found) -> bool:
        before = body[max(clause.start, f.start - REACH_OF_HAVING) : f.start]
        return any("having" in match.value for match in self.contexts.find(before))


def is_label(body: str, sentence: Span, named: Placed) -> bool:
    """Whether a feature's name is the head of an item, numbered or not (文档：…, 2. 机器人：…)."""
    return (
        NUMBERED.fullmatch(body, sentence.start, named.start) is not None
        and LABEL_ENDS.match(body, named.end, sentence.end) is not None
    )


def _spaced(word: str) -> Iterable[str]:
    """A word, and the same with spaces between Latin and Chinese characters: AI助理, AI 助理."""
    return {word, BESIDE_LATIN.sub(" ", word)}


def _words(known: Iterable[features.Feature], branded: Iterable[Mapping[str, str]]) -> dict[str, Word]:
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


def _bracketed(body: str, f: _Found) -> bool:
    """Whether a word is the whole of 【】 or of quotation marks."""
    before, after = body[f.start - 1 : f.start], body[f.end : f.end + 1]
    return bool(before and after) and before in OPENERS and after in CLOSERS


def _listed(body: str, f: _Found, named: Sequence[_Found]) -> bool:
    """Whether a word stands beside another feature's name in an enumeration."""
    return any(
        BETWEEN_ITEMS.fullmatch(body, min(f.end, other.end), max(f.start, other.start)) is not None
        for other in named
        if other is not f and min(abs(f.start - other.end), abs(other.start - f.end)) <= 6
    )


def _without_doubles(hits: Iterable[FeatureHit]) -> list[FeatureHit]:
    """Hits in order; of two that overlap and name the same feature the first."""
    kept: list[FeatureHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.feature)):
        if not any(hit.start < other.end and hit.feature == other.feature for other in kept[-6:]):
            kept.append(hit)
    return kept
