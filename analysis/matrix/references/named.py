"""What a text has named so far, as its pronouns look back to it: 它, 两者, 前者, 三者."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from analysis.schema import Mention

LAST_NAMED = 3
"""Products that 三者 looks back to."""

PAIR = 2
"""Products that 两者 looks back to."""


class Named(NamedTuple):
    """What has been named so far: the three products named last, and the two that belong together.

    ``pair`` holds two office products that one sentence named, or two sentences one each, and ``since``
    the one named alone after them; a third product named in passing does not part them.
    """

    last: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    since: tuple[str, ...] = ()

    def then(self, owners: Mapping[str, str], mentions: Sequence[Mention]) -> Self:
        """What has been named after a sentence, or a part of one, with these mentions.

        ``owners`` maps a product to the one whose features its features are.
        """
        products = [owners.get(m.entity, m.entity) for m in mentions if m.entity_type == "product"]
        if not products:
            return self
        wholes = tuple(dict.fromkeys(products))
        last = _last_named([*self.last, *products])
        owned = tuple(whole for whole in wholes if whole in owners)
        if not any(product in owners for product in last[-PAIR:]):
            return type(self)(last)
        if len(owned) == 1:
            since = (*(product for product in self.since if product not in owned), *owned)
            return type(self)(last, since) if len(since) == PAIR else type(self)(last, self.pair, since)
        if len(owned) == PAIR:
            return type(self)(last, owned)
        return type(self)(last) if len(wholes) > 1 else self._replace(last=last)

    def meant(self, kinds: Sequence[str], here: int) -> tuple[str, ...]:
        """The products that a pronoun of these kinds stands for; perhaps none.

        They are the two of its own sentence, where ``here``, the products named in it before the pronoun,
        are two; else those named before it.
        """
        if "all" in kinds:
            return self.last if len(self.last) == LAST_NAMED else ()
        pair = (self.last if here == PAIR else self.pair or self.last)[-PAIR:]
        if len(pair) == PAIR:
            for kind, products in (("both", pair), ("former", pair[:1]), ("latter", pair[1:])):
                if kind in kinds:
                    return products
        return self.last[-1:] if "it" in kinds else ()


NOTHING = Named()
"""What has been named before a text begins."""


def _last_named(named: Sequence[str]) -> tuple[str, ...]:
    """The three products named last, each once, in the order of their last naming."""
    last: tuple[str, ...] = ()
    for product in reversed(named):
        if product not in last:
            last = (product, *last)
        if len(last) == LAST_NAMED:
            break
    return last
