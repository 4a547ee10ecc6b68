from pathlib import Path

import jieba
import pytest

from analysis import lexicon
from analysis.words import parts_of_speech


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((), None),
        (("noun",), ("n", "ng")),
        (("latin",), ("eng", "x")),
        (("adverb", "noun"), ("d", "df", "dg", "n", "ng")),
        (("no such group",), ()),
    ],
)
def test_the_tags_of_groups(groups, expected):
    assert parts_of_speech.tags(groups) == expected


def test_every_tag_is_in_one_of_the_groups():
    rows = lexicon.read(lexicon.FOLDER / "parts_of_speech.tsv", parts_of_speech.COLUMNS)
    assert {row["group"] for row in rows} == set(parts_of_speech.GROUPS)


def test_every_tag_of_the_segmenter_is_known():
    dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    used = {line.split(" ")[2] for line in dictionary.splitlines()}
    assert used <= set(parts_of_speech.tags(parts_of_speech.GROUPS) or ())
