import pytest

from analysis.document import Document, Span
from analysis.matrix.comparisons.comparison_cues import ComparisonCues
from analysis.matrix.comparisons.cue_needs import blames, chosen, compares
from analysis.matrix.comparisons.scene import Scene
from analysis.matrix.comparisons.scene_cues import SceneCues
from analysis.matrix.references.references import References
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
CUES = ComparisonCues.load()
PARTS = SceneCues.load()


def scene(text: str, rival: str | None, near: bool = False) -> Scene:
    sentence = Span(0, len(text))
    products = MENTIONS(Document("an article", text, text, "hans", None, None, (sentence,)))
    references = REFERENCES.of_sentence(text, sentence, products, REFERENCES.cues.find(text))
    named = tuple(dict.fromkeys(owner for reference in references for owner in reference.owners))
    return Scene(text, sentence, references, named, rival, near, CUES(text, sentence), [], PARTS)


def comparing(text: str, rival: str | None = None, near: bool = False) -> set[str]:
    read = scene(text, rival, near)
    return {text[m.start : m.end] for m in read.markers if compares(read, m)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("钉钉和飞书的区别", {"区别"}),
        ("钉钉不如飞书", {"不如"}),
        ("飞书5.0比飞书4.0更快", set()),
        ("钉钉没有飞书那么快", {"没有"}),
        ("钉钉没有飞书插件", set()),
        ("钉钉的用户是飞书的两倍", {"两倍"}),
        ("只有钉钉支持，飞书不行", {"只有", "不行"}),
        ("钉钉免费，飞书则收费", {"则"}),
        ("语雀做到了，飞书做不到", {"做不到"}),
        ("钉钉更开放，飞书更封闭", {"更开放", "更封闭"}),
        ("管理选钉钉，协作选飞书", {"选"}),
        ("选钉钉还是飞书", {"还是"}),
        ("钉钉没有飞书细致", {"没有"}),
        ("钉钉早已被飞书超过", {"超过"}),
        ("选来选去，钉钉不行，还是飞书好用", {"不行", "还是"}),
    ],
)
def test_words_compare_where_they_have_what_they_need(text: str, words: set[str]):
    assert comparing(text) == words


@pytest.mark.parametrize(
    ("text", "near", "words"),
    [
        ("钉钉更开放", False, set()),
        ("相比之下，钉钉更开放", False, {"相比之下", "更开放"}),
        ("钉钉更开放", True, {"更开放"}),
        ("钉钉较开放", True, set()),
        ("钉钉一家独大", False, {"一家独大"}),
        ("钉钉则收费", False, set()),
        ("钉钉则收费", True, {"则"}),
        ("钉钉要慢一些", False, set()),
        ("钉钉要慢一些", True, {"要慢"}),
        ("钉钉逊色不少", True, {"逊色不少"}),
        ("要是早一点，效果就好得多", True, set()),
        ("钉钉同样支持", False, set()),
        ("钉钉同样支持", True, {"同样支持"}),
        ("大公司选钉钉", True, set()),
        ("大公司优先选“钉钉”", True, {"优先选"}),
        ("钉钉比单打独斗更开放", True, set()),
    ],
)
def test_beside_one_name_the_rival_is_understood(text: str, near: bool, words: set[str]):
    assert comparing(text, "飞书", near) == words


@pytest.mark.parametrize(
    ("text", "faults"),
    [("钉钉比飞书慢", True), ("钉钉比飞书快", False), ("延迟比飞书低", False), ("延迟比飞书高", True)],
)
def test_a_fault_turns_a_comparison_round(text: str, faults: bool):
    read = scene(text, None)
    (than,) = (m for m in read.markers if m.cue.needs == "than")
    assert blames(read, than) == faults


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("管理选钉钉，协作选飞书。", True),
        ("管理选钉钉，飞书另说。", False),
        ("人多的团队选钉钉，三五个人飞书就够了。", True),
        ("写邮件用Foxmail，写方案用飞书。", False),
    ],
)
def test_a_choice_names_several(text: str, several: bool):
    assert chosen(scene(text, None)) == several
