"""What the reader has chosen to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Selection:
    """The chosen articles and products by name; what is not named is left out, so empty is nothing."""

    articles: tuple[str, ...]
    products: tuple[str, ...]

    @property
    def of_articles(self) -> dict[str, Any]:
        """Parameters of a query that depends on the articles alone."""
        return {"articles": list(self.articles)}

    @property
    def of_both(self) -> dict[str, Any]:
        """Parameters of a query that depends on articles and products."""
        return {"articles": list(self.articles), "products": list(self.products)}
