import pytest

from analysis.document import Document, Span
from analysis.matrix.comparisons.comparison_cues import ComparisonCues
from analysis.matrix.comparisons.cue_needs import compares
from analysis.matrix.comparisons.favour import favoured, spoken_for
from analysis.matrix.comparisons.scene import Scene
from analysis.matrix.comparisons.scene_cues import SceneCues
from analysis.matrix.references.references import References
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
CUES = ComparisonCues.load()
PARTS = SceneCues.load()


def scene(text: str) -> Scene:
    sentence = Span(0, len(text))
    products = MENTIONS(Document("an article", text, text, "hans", None, None, (sentence,)))
    references = REFERENCES.of_sentence(text, sentence, products, REFERENCES.cues.find(text))
    named = tuple(dict.fromkeys(owner for reference in references for owner in reference.owners))
    return Scene(text, sentence, references, named, None, False, CUES(text, sentence), [], PARTS)


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("钉钉领先于飞书。", "钉钉"),
        ("钉钉不如飞书。", "飞书"),
        ("钉钉比飞书慢。", "飞书"),
        ("钉钉没有飞书那么慢。", "钉钉"),
        ("钉钉更快，飞书更稳。", None),
        ("钉钉更快，飞书更慢。", "钉钉"),
        ("钉钉和飞书的区别。", None),
        ("钉钉有3亿用户，飞书有1亿。", "钉钉"),
        ("只有钉钉支持，飞书不支持。", "钉钉"),
        ("语雀做到了，飞书做不到。", "语雀"),
        ("钉钉很快，飞书和语雀则不支持。", "钉钉"),
        ("钉钉很快，飞书不支持，语雀做不到。", "钉钉"),
        ("钉钉比同行更快，飞书很慢。", "钉钉"),
        ("飞书与钉钉打通，语雀做不到。", "飞书"),
    ],
)
def test_markers_together_speak_for_one_or_for_none(text: str, product: str | None):
    read = scene(text)
    assert favoured(read, [marker for marker in read.markers if compares(read, marker)]) == product


@pytest.mark.parametrize(
    ("text", "word", "product"),
    [
        ("钉钉用户数是飞书的两倍。", "两倍", "钉钉"),
        ("钉钉的人手是飞书的两倍。", "两倍", None),
        ("钉钉和飞书相似。", "相似", None),
    ],
)
def test_a_marker_speaks_for_a_product(text: str, word: str, product: str | None):
    read = scene(text)
    marker = next(m for m in read.markers if text[m.start : m.end] == word)
    assert spoken_for(read, marker) == product
