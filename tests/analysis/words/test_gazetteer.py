import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.words.gazetteer import Gazetteer, fold_latin, lengths_by_character

NAMES = ("QQ", "企业QQ", "WPS", "WPS Office", "360", "Lark", "钉钉", "企业微信", "微信", "S2b2C", "C++")
FINDER = Gazetteer({name: name for name in NAMES})


def found(text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.value) for match in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("企业微信和微信", [("企业微信", "企业微信"), ("微信", "微信")]),
        ("😀𠀀企业微信", [("企业微信", "企业微信")]),
        ("企业QQ、QQ", [("企业QQ", "企业QQ"), ("QQ", "QQ")]),
        ("ｑｑ和企业ＱＱ", [("ｑｑ", "QQ"), ("企业ＱＱ", "企业QQ")]),
        ("用WPS Office写", [("WPS Office", "WPS Office")]),
        ("WPS Officers", [("WPS", "WPS")]),
        ("Larkspur、Lark、skyLark、larks", [("Lark", "Lark")]),
        ("LARK与lark", [("LARK", "Lark"), ("lark", "Lark")]),
        ("360，1,360，360.5，3600，v360，360。", [("360", "360"), ("360", "360")]),
        ("B2S2b2C S2b2C", [("S2b2C", "S2b2C")]),
        ("企 业 微 信", [("企 业 微 信", "企业微信")]),
        ("钉\u3000钉和钉\u200b钉", [("钉\u3000钉", "钉钉"), ("钉\u200b钉", "钉钉")]),
        ("钉  钉、钉\n钉", []),
        ("Lark2023年，Lark26日，QQ2023，WPS365", [("Lark", "Lark"), ("Lark", "Lark")]),
        ("李İ企业微信", [("企业微信", "企业微信")]),
    ],
)
def test_finds_the_longest_whole_names_in_order(text: str, expected: list[tuple[str, str]]):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "whole", "at_start", "at_end"),
    [
        ("", None, None, None),
        ("企业微信", "企业微信", "企业微信", "企业微信"),
        ("企 业ＱＱ", "企业QQ", "企业QQ", "企业QQ"),
        ("微信和企业微信", None, "微信", "企业微信"),
        ("WPS Office", "WPS Office", "WPS Office", "WPS Office"),
        ("Larks", None, None, None),
        ("用Lark", None, None, "Lark"),
        ("3600", None, None, None),
    ],
)
def test_patterns_at_the_ends_of_a_text(
    text: str, whole: str | None, at_start: str | None, at_end: str | None
):
    assert (FINDER.whole(text), FINDER.at_start(text), FINDER.at_end(text)) == (whole, at_start, at_end)


def test_a_pattern_that_stands_for_nothing_hides_what_it_overlaps():
    gazetteer = Gazetteer({"板上钉钉": None, "钉钉": "product"})
    assert gazetteer.find("板上钉钉，钉钉") == [(5, 7, "product")]


def test_lengths_are_told_by_the_character_at_an_end():
    words = ["没有", "没", "支持"]
    assert lengths_by_character(words, 0) == {"没": [2, 1], "支": [2]}
    assert lengths_by_character(words, -1) == {"有": [2], "没": [1], "持": [2]}


def test_equal_values_may_share_a_pattern_in_another_case():
    assert len(Gazetteer({"App": 1, "APP": 1}).find("app App")) == 2


@pytest.mark.parametrize("patterns", [{"": 1}, {" ": 1}, {"App": 1, "APP": 2}, {"QQ": 1, "ＱＱ": 2}])
def test_refuses_patterns_that_mean_nothing_or_two_things(patterns: dict[str, int]):
    with pytest.raises(ValueError, match=r"is empty|stands for two things"):
        Gazetteer(patterns)


@given(st.text())
def test_folding_keeps_every_place(text: str):
    assert len(fold_latin(text)) == len(text)


@given(
    st.lists(st.sampled_from([*NAMES, " ", "\u200b", ",", "1", "a", "。", "\n", "😀"])).map("".join)
    | st.text()
)
def test_matches_are_names_in_order_and_apart(text: str):
    reached = 0
    for start, end, value in FINDER.find(text):
        assert reached <= start < end <= len(text)
        reached = end
        bare = "".join(character for character in text[start:end] if character not in "\u200b\u00a0\u3000 ")
        assert fold_latin(bare) == fold_latin(value).replace(" ", "")


@given(
    st.lists(st.sampled_from("甲乙丙丁"), max_size=12).map("".join),
    st.sets(st.text("甲乙丙丁", min_size=1, max_size=4), min_size=1),
)
def test_agrees_with_looking_for_each_pattern_at_each_place(text: str, patterns: set[str]):
    expected, place = [], 0
    while place < len(text):
        longest = max(
            (pattern for pattern in patterns if text.startswith(pattern, place)), key=len, default=""
        )
        if longest:
            expected.append((place, place + len(longest), longest))
        place += len(longest) or 1
    assert [
        tuple(match) for match in Gazetteer({pattern: pattern for pattern in patterns}).find(text)
    ] == expected
