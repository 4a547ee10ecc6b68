import pytest

from analysis.claims.wordlist import Entry, WordList

WORDS = WordList(
    [Entry("年", 1), Entry("年时间", 2), Entry("天", 3, unless=("猫",)), Entry("过", 4, unless=("通", "经"))]
)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("3年时间", 1, (1, 4, 2)),
        ("3年", 1, (1, 2, 1)),
        ("3天", 1, (1, 2, 3)),
        ("3天猫", 1, None),
        ("3年", 2, None),
        ("3年", 9, None),
        ("", 0, None),
    ],
)
def test_the_longest_word_that_begins_at_a_place(text: str, place: int, found: tuple[int, int, int] | None):
    assert WORDS.at(text, place) == found


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("三年时间", 4, (1, 4, 2)),
        ("过3", 1, (0, 1, 4)),
        ("通过3", 2, None),
        ("营收过3", 3, (2, 3, 4)),
        ("过", 0, None),
    ],
)
def test_the_longest_word_that_ends_at_a_place(text: str, place: int, found: tuple[int, int, int] | None):
    assert WORDS.behind(text, place) == found


def test_the_word_over_a_place():
    assert WORDS.covering("3年时间", 2) == (1, 4, 2)
    assert WORDS.covering("3年时间", 0) is None
    assert WORDS.covering("三天", 1) == (1, 2, 3)
    assert WORDS.covering("三天猫", 1) is None
    assert WORDS.covering("时间", 1) is None


def test_the_characters_at_the_ends_of_words():
    assert sorted(WORDS.beginnings) == sorted("年天过")
    assert sorted(WORDS.endings) == sorted("年间天过")


def test_the_last_word_of_a_stretch():
    assert WORDS.last_in("年年天", 0, 3) == (2, 3, 3)
    assert WORDS.last_in("年年天", 0, 2) == (1, 2, 1)
    assert WORDS.last_in("年年天", 2, 2) is None
