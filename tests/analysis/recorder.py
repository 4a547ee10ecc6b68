"""An analysis for tests of building, which takes no time and tells what it was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from analysis.document import Article
from analysis.schema import ArticleRow, Evidence, FeatureCell, Mention, SaidTotal, Text
from analysis.storage import store
from analysis.storage.totals import PER_ARTICLE


@dataclass
class Recorder:
    """An analysis that finds 钉钉, fails on 坏, and remembers which articles it was given."""

    seen: list[str] = field(default_factory=list)

    def __call__(self, article: Article) -> dict[str, list]:
        self.seen.append(article.name)
        if "坏" in article.text:
            raise KeyError("坏")
        starts = [place for place in range(len(article.text)) if article.text.startswith("钉钉", place)]
        rows: dict[str, list] = {name: [] for name in PER_ARTICLE}
        return rows | {
            "articles": [
                ArticleRow(
                    *(article.name, article.path, None, None, None, None, None, None, None, "hans"),
                    *(article.encoding, article.sha256, len(article.text), len(article.text)),
                )
            ],
            "texts": [Text(article.name, article.text, article.text)],
            "mentions": [
                Mention(article.name, start, start + 2, "钉钉", "钉钉", "product", "alias")
                for start in reversed(starts)
            ],
            "evidence": [
                Evidence(article.name, 0, 2, start, start + 2, "chat", "钉钉", "has", None, False, "r")
                for start in starts
            ],
        }


def counted(said: Iterable[SaidTotal]) -> list[FeatureCell]:
    evidence = sum(row.evidence for row in said)
    return [FeatureCell("chat", None, "钉钉", "has", "has", evidence, 1, None, None)]


def stored(out: Path) -> list[str]:
    """Names of the articles in a store."""
    return store.read(out, "articles")["article"].to_pylist()
