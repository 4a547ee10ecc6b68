import pytest

from analysis.document import Document, Span
from analysis.matrix.comparisons.comparison_cues import ComparisonCues, Marker
from analysis.matrix.comparisons.scene import Scene
from analysis.matrix.comparisons.scene_cues import SceneCues
from analysis.matrix.references.references import References
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
CUES = ComparisonCues.load()
PARTS = SceneCues.load()


def scene(text: str, rival: str | None = None) -> Scene:
    sentence = Span(0, len(text))
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, (sentence,)))
    products = [m for m in mentions if m.entity_type == "product"]
    firms = [m for m in mentions if m.entity_type == "company"]
    references = REFERENCES.of_sentence(text, sentence, products, REFERENCES.cues.find(text))
    named = tuple(dict.fromkeys(owner for reference in references for owner in reference.owners))
    return Scene(text, sentence, references, named, rival, False, CUES(text, sentence), firms, PARTS)


def marker(read: Scene, word: str) -> Marker:
    return next(m for m in read.markers if read.body[m.start : m.end] == word)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("钉钉重管理，飞书重协作。", ["钉钉", "飞书"]),
        ("而钉钉免费，但是飞书收费。", ["钉钉", "飞书"]),
        ("2020年，钉钉有3亿，2021年飞书有1亿。", ["钉钉", "飞书"]),
        ("阿里的钉钉免费，字节跳动旗下的飞书收费。", ["钉钉", "飞书"]),
        ("功能：钉钉多，飞书少。", ["钉钉", "飞书"]),
        ("他用过钉钉，她喜欢飞书。", []),
        ("通过钉钉打卡，飞书用来写文档。", []),
        ("钉钉重管理，钉钉免费。", []),
        ("钉钉，飞书，企业微信。", []),
    ],
)
def test_subjects_head_their_clauses(text: str, subjects: list[str]):
    assert [reference.owners[0] for reference in scene(text).subjects] == subjects


@pytest.mark.parametrize(
    ("text", "contrasts"),
    [
        ("钉钉重管理，飞书重协作。", True),
        ("水印：钉钉支持，飞书也支持。", True),
        ("钉钉宣布涨价，飞书宣布降价。", False),
        ("钉钉和飞书重管理。", False),
    ],
)
def test_clauses_that_tell_events_are_no_contrast(text: str, contrasts: bool):
    assert scene(text).contrasts == contrasts


def test_a_standard_or_a_phrase_makes_a_frame():
    assert scene("相比之下，钉钉更开放。").framed
    assert scene("相比飞书，这里更开放。").framed
    assert not scene("钉钉更开放。").framed


def test_object_and_subject_of_a_marker():
    read = scene("飞书的体验优于钉钉。")
    assert read.object_of(marker(read, "优于")) == "钉钉"
    assert read.subject_of(marker(read, "优于")) == ("飞书",)


@pytest.mark.parametrize(
    ("text", "rival", "other"),
    [("钉钉和飞书。", None, "飞书"), ("钉钉。", "飞书", "飞书"), ("钉钉、飞书和语雀。", None, None)],
)
def test_the_other_is_the_one_of_two(text: str, rival: str | None, other: str | None):
    assert scene(text, rival).other(("钉钉",)) == other


def test_multiples_count_by_the_product_before_them():
    read = scene("钉钉的用户是飞书的两倍。")
    assert read.counted(marker(read, "两倍")) == "飞书"
