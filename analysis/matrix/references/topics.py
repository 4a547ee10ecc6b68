"""What an article, a section and a sentence that names no product are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.document import Document, Span
from analysis.matrix.references.discourse import is_chapter, is_heading
from analysis.matrix.references.references import Reference
from analysis.schema import Mention

LEAST_SHARE_TITLED = 0.6
"""Part of all names of office products that the product of the title must have."""

LEAST_SHARE = 0.8
"""The same where the title names none or several."""

BEFORE_THE_NAME = 6
"""Characters that may stand before the product in the heading of its section (3. 字节跳动飞书)."""

NUMBER = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)[.、．\s)）]")


class Topic(NamedTuple):
    """What a sentence is about where it names no product: ``heading`` if it stands alone in its line."""

    product: str
    heading: bool


@dataclass
class _Section:
    """The section on one product that the text is in; ``number`` is that of its heading (2.3), if it has one.

    ``counted`` says whether headings inside it have begun to count from one.
    """

    product: str | None = None
    number: tuple[int, ...] = ()
    counted: bool = False

    def ends(self, number: tuple[int, ...]) -> bool:
        """Whether a heading with this number is one beside or above that of the section."""
        if not self.number or not number:
            return False
        if len(number) < len(self.number):
            return number > self.number[: len(number)]
        if number[-1] == 1:
            self.counted = True
        following = (*self.number[:-1], self.number[-1] + 1)
        return number == following and not self.counted


@dataclass(frozen=True)
class Topics:
    """Follows a text from heading to heading.

    ``owners`` maps a product to the one whose features its features are.
    """

    owners: Mapping[str, str]

    def of_article(self, document: Document, products: Sequence[Mention]) -> str | None:
        """The product that an article is about: of its title, or all but alone in being named."""
        owners = [self.owners.get(product.entity) for product in products]
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

    def __call__(
        self, document: Document, products: Sequence[Mention], subjects: Sequence[Sequence[Reference]]
    ) -> Iterator[Topic | None]:
        """For each sentence what it is about; None where another product was named since the last heading.

        ``products`` are named in the document, ``subjects`` are those of each sentence.
        """
        article = self.of_article(document, products)
        section = _Section()
        last = article
        for sentence, about in zip(document.sentences, subjects, strict=True):
            heading = is_heading(document, sentence)
            owners = [r for r in about if r.owners and not r.incidental]
            if heading and _opens_a_section(sentence, [r for r in about if not r.incidental]):
                section = _Section(owners[0].owners[0], _number(document.body, sentence))
                last = section.product
            elif heading and not owners:
                if is_chapter(document, sentence) or section.ends(_number(document.body, sentence)):
                    section = _Section()
                last = section.product or article
            elif owners:
                last = owners[-1].owners[0] if len(owners[-1].owners) == 1 else None
            topic = section.product or article
            yield Topic(topic, heading) if topic and last == topic else None


def _number(body: str, heading: Span) -> tuple[int, ...]:
    found = NUMBER.match(body, *heading)
    return tuple(map(int, found["number"].split("."))) if found else ()


def _opens_a_section(sentence: Span, owners: Sequence[Reference]) -> bool:
    """Whether a heading has one product, at its beginning."""
    return (
        len(owners) == 1
        and len(owners[0].owners) == 1
        and owners[0].start - sentence.start <= BEFORE_THE_NAME
    )
