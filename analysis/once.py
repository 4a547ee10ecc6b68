"""What is made once for all who ask for it, also for those who ask while it is being made."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from threading import Lock
from typing import Generic, TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Made = TypeVar("Made")


def once(kept: int) -> Callable[[Callable[[*Arguments], Made]], Callable[[*Arguments], Made]]:
    """Decorates a function of hashable arguments: it is called once with the same ones, the result shared.

    Of the results the ``kept`` last asked for are held. ``functools.lru_cache`` calls the function anew
    for everyone who asks before the first result is there; here they wait for it. An error is not held.
    """

    def decorated(function: Callable[[*Arguments], Made]) -> Callable[[*Arguments], Made]:
        finding = Lock()

        @lru_cache(maxsize=kept)
        def place(*arguments: *Arguments) -> _Place[Made]:
            return _Place(partial(function, *arguments))

        @wraps(function)
        def shared(*arguments: *Arguments) -> Made:
            with finding:
                found = place(*arguments)
            return found.result()

        return shared

    return decorated


class _Place(Generic[Made]):
    """Where a result will stand."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make: Callable[[], Made] | None = make
        self._making = Lock()
        self._made: list[Made] = []

    def result(self) -> Made:
        with self._making:
            if self._make:
                self._made.append(self._make())
                self._make = None
        return self._made[0]
