import re
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.script import fold
from analysis.segmentation import Segmentation, is_word

PLAIN = Segmentation(words={}, names={})
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
SEEDS = Path(__file__).parents[2] / "seeds"


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


@given(
    st.lists(
        st.sampled_from(
            "的一是在企业微信钉不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
        ),
        max_size=40,
    ).map("".join)
)
def test_any_han_run_is_cut_as_by_jieba(text: str):
    assert_cut_as_by_jieba(text)
