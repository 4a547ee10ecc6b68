"""What the reader has chosen to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Articles = tuple[str, ...] | None
"""Articles by name; None stands for every article of the store."""


@dataclass(frozen=True)
class Selection:
    """The chosen articles and products. A product that is not named is left out."""

    articles: Articles
    products: tuple[str, ...]

    @property
    def of_products(self) -> dict[str, Any]:
        """Parameters of a query that depends on the products."""
        return {"products": list(self.products)}
