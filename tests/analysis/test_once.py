"""A result is made once for all who ask for it, also at the same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from analysis.once import once


def test_the_same_arguments_give_the_same_object():
    made = once(4)(lambda name, n: [name] * n)
    assert made("a", 2) is made("a", 2)
    assert made("a", 2) == ["a", "a"]
    assert made("a", 3) == ["a", "a", "a"]


def test_those_who_ask_while_it_is_made_wait_for_it():
    readers, begun, go_on = 4, Event(), Event()
    together, calls = Barrier(readers), []

    @once(4)
    def made(name: str) -> object:
        calls.append(name)
        begun.set()
        assert go_on.wait(10)
        return object()

    def read() -> object:
        together.wait(10)
        return made("a")

    with ThreadPoolExecutor(readers) as threads:
        results = [threads.submit(read) for _ in range(readers)]
        assert begun.wait(10)
        go_on.set()
        assert len({id(each.result()) for each in results}) == 1
    assert calls == ["a"]


def test_one_that_is_being_made_keeps_no_other_waiting():
    begun, go_on = Event(), Event()

    @once(4)
    def made(name: str) -> str:
        if name == "slow":
            begun.set()
            assert go_on.wait(10)
        return name

    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(made, "slow")
        assert begun.wait(10)
        assert made("quick") == "quick"
        assert not slow.done()
        go_on.set()


def test_an_error_is_not_kept():
    answers = iter((ValueError("no"), None))

    @once(4)
    def made() -> str:
        error = next(answers)
        if error:
            raise error
        return "yes"

    with pytest.raises(ValueError, match="no"):
        made()
    assert made() == "yes"


def test_the_last_asked_for_are_kept():
    calls = []
    made = once(2)(lambda name: calls.append(name) or name)
    for name in "abcab":
        made(name)
    assert calls == ["a", "b", "c", "a", "b"]
