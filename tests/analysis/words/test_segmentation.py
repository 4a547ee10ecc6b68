import re
import time
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rjieba import Jieba

from analysis.reading.script import fold
from analysis.words.segmentation import Segmentation, is_word

PLAIN = Segmentation(words={}, names={})
SEGMENTER = Jieba()
ADDED = {"私域流量": "n", "群直播": "n", "B端": "n", "To B": "n"}
NAMES = {
    "钉钉": "nz",
    "企业微信": "nz",
    "微信": "nz",
    "企业QQ": "nz",
    "QQ": "nz",
    "小程序": "nz",
    "小程序员": None,
}
OURS = Segmentation(words=ADDED, names=NAMES)
JIEBA_HAN = re.compile("[\u4e00-\u9fd5]+")
SEEDS = Path(__file__).parents[3] / "seeds"


def surfaces(text: str) -> list[str]:
    return [word.surface for word in OURS(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("，。！\n", []),
        ("V2.4.16版", ["V2.4.16", "版"]),
        ("3-4周", ["3-4", "周"]),
        ("DingTalk/S2b2C", ["DingTalk", "S2b2C"]),
        ("AT&T的e-mail。OK.", ["AT&T", "的", "e-mail", "OK"]),
        ("1,100万，99.0%", ["1,100", "万", "99.0"]),
        ("ID:abc_1, 2-", ["ID", "abc_1", "2"]),
        ("café、Привет、ＷＰＳ", ["café", "Привет", "ＷＰＳ"]),
        ("用钉钉和企业微信", ["用", "钉钉", "和", "企业微信"]),
        ("以微信封杀", ["以", "微信", "封杀"]),
        ("企业QQ和QQ", ["企业QQ", "和", "QQ"]),
        ("做To B业务的B端", ["做", "To B", "业务", "的", "B端"]),
        ("私域流量，群直播", ["私域流量", "群直播"]),
        ("小程序、小程序员", ["小程序", "小", "程序员"]),
    ],
)
def test_cuts_words(text: str, expected: list[str]):
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("钉钉", ["nz"]),
        ("疫情", ["n"]),
        ("私域流量", ["n"]),
        ("OA", ["eng"]),
        ("3-4", ["m"]),
        ("V3", ["eng"]),
    ],
)
def test_tags_words(text: str, tags: list[str]):
    assert [word.pos for word in OURS(text)] == tags


@pytest.mark.parametrize(
    ("surface", "expected"), [("V2.4", True), ("词", True), ("3-4", False), ("1,100", False), ("①", False)]
)
def test_a_word_has_a_letter(surface: str, expected: bool):
    assert is_word(surface) is expected


MIXED = st.lists(
    st.sampled_from([*ADDED, *NAMES, "的", "微", "信", "V2.4", "-", " ", "。", "\n", "😀", "𠀀", "é"]),
    max_size=30,
)


@given(MIXED.map("".join) | st.text())
def test_words_and_what_lies_between_them_make_the_text(text: str):
    reached, between = 0, ""
    for start, end, surface, _ in OURS(text):
        assert reached <= start < end
        assert text[start:end] == surface
        between += text[reached:start]
        reached = end
    between += text[reached:]
    assert not any(character.isalnum() and not character.isnumeric() for character in between)


def assert_cut_as_by_jieba(text: str) -> None:
    ours = {word[:3] for word in PLAIN(text) if JIEBA_HAN.fullmatch(word.surface)}
    theirs = {
        (run.start() + start, run.start() + end, surface)
        for run in JIEBA_HAN.finditer(text)
        for surface, start, end in jieba.tokenize(run[0])
    }
    assert ours == theirs


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
def test_han_runs_of_the_seeds_are_cut_as_by_jieba(path: Path):
    assert_cut_as_by_jieba(fold(path.read_text(encoding="utf-8")))


# Runs of real text in new orders: in a soup of characters that no word is made of, two ways to cut can be
# equally likely, and then the two may differ.
RUNS = sorted({run for path in SEEDS.iterdir() for run in JIEBA_HAN.findall(fold(path.read_text("utf-8")))})


@given(st.lists(st.sampled_from(RUNS), max_size=12).map("".join))
def test_any_order_of_real_runs_is_cut_as_by_jieba(text: str):
    assert_cut_as_by_jieba(text)


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
def test_words_of_the_seeds_are_tagged_as_by_the_segmenter(path: Path):
    text = "\n".join(JIEBA_HAN.findall(fold(path.read_text(encoding="utf-8"))))
    assert [word[2:] for word in PLAIN(text)] == [found for found in SEGMENTER.tag(text) if found[0] != "\n"]


PIECES = st.sampled_from(RUNS) | st.text("的之来相更多直插用这款龘", max_size=4)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_words_tag_depends_on_nothing_but_the_word(text: str):
    assert [word[2:] for word in PLAIN(text)] == SEGMENTER.tag(text)


def test_many_words_that_alone_come_out_in_pieces_take_no_longer():
    odd = [chr(code) + chr(code + 7) for code in range(0x5000, 0x9000, 2)]
    text = "之辈直插而来更快迁到".join(odd) * 3
    began = time.perf_counter()
    list(Segmentation(words={}, names={})(text))
    assert time.perf_counter() - began < 5
