"""A corpus of any size for measuring: the sentences of the seed articles, put together anew.

The same everywhere: everything is drawn from one seeded generator.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

import opencc

SEEDS = Path(__file__).parents[2] / "seeds"

SIZES = ((0.70, 20, 60), (0.15, 3, 10), (0.15, 100, 300))
"""Share of the articles, and fewest and most sentences in one of them: ordinary, short, long."""

TRADITIONAL, HTML = 0.15, 0.10
"""Shares of the articles in Traditional characters and as web pages."""

PARAGRAPH = (2, 6)
"""Fewest and most sentences in a paragraph."""


def write(folder: Path, articles: int = 0, size: int = 0) -> int:
    """Write at least ``articles`` articles, of at least ``size`` bytes in all; returns the bytes written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, (text, ending) in enumerate(_articles()):
        if number >= articles and written >= size:
            return written
        data = text.encode()
        (folder / f"{number:07d}.{ending}").write_bytes(data)
        written += len(data)
    raise AssertionError("the articles never end")


def _articles() -> Iterator[tuple[str, str]]:
    """Articles without end, each with the ending of its file."""
    chance = random.Random(5)
    shares, *_ = zip(*SIZES, strict=True)
    while True:
        _, fewest, most = chance.choices(SIZES, shares)[0]
        text = "\n".join(_paragraphs(chance, chance.randint(fewest, most)))
        if chance.random() < TRADITIONAL:
            text = _traditional().convert(text)
        if chance.random() < HTML:
            yield _page(text), "html"
        else:
            yield text, "txt"


def _paragraphs(chance: random.Random, sentences: int) -> Iterator[str]:
    """A title and paragraphs of ``sentences`` sentences in all."""
    yield chance.choice(_sentences())[:24].rstrip("。！？；，")
    while sentences > 0:
        count = min(sentences, chance.randint(*PARAGRAPH))
        yield "".join(chance.choice(_sentences()) for _ in range(count))
        sentences -= count


def _page(text: str) -> str:
    title, *paragraphs = text.split("\n")
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{escape(title)}</title></head>"
        "<body><nav><a href='/'>首页</a></nav>"
        f"<article><h1>{escape(title)}</h1>\n{body}</article></body></html>"
    )


@cache
def _sentences() -> list[str]:
    """Every sentence of the seed articles that is one: it has an end, and neither tags nor addresses."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = [
        sentence.strip() for text in texts for sentence in re.findall(r"[^。！？\n]{8,200}[。！？]", text)
    ]
    return [sentence for sentence in found if not re.search(r"[<>]|https?:", sentence)]


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
