import pytest

from analysis.document import Document, Span
from analysis.matrix.comparisons.comparison_cues import ComparisonCues
from analysis.matrix.comparisons.figure_contrast import favoured_by_figures
from analysis.matrix.comparisons.scene import Scene
from analysis.matrix.comparisons.scene_cues import SceneCues
from analysis.matrix.references.references import References
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
CUES = ComparisonCues.load()
PARTS = SceneCues.load()


def favoured(text: str) -> str | None:
    sentence = Span(0, len(text))
    products = MENTIONS(Document("an article", text, text, "hans", None, None, (sentence,)))
    references = REFERENCES.of_sentence(text, sentence, products, REFERENCES.cues.find(text))
    named = tuple(dict.fromkeys(owner for reference in references for owner in reference.owners))
    return favoured_by_figures(
        Scene(text, sentence, references, named, None, False, CUES(text, sentence), [], PARTS)
    )


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("钉钉有5亿用户，飞书有1亿。", "钉钉"),
        ("钉钉免费版参会300人，飞书参会500人。", "飞书"),
        ("2020年，钉钉月活约2.05亿，飞书月活约1.04亿。", "钉钉"),
        ("Zoom往返186毫秒，飞书往返268毫秒。", "Zoom"),
        ("钉钉一年9800元，飞书一年6000元。", "飞书"),
        ("钉钉有3亿用户，飞书有3亿用户。", None),
        ("钉钉有3亿用户和20万家企业，飞书有1亿用户。", None),
        ("钉钉有3亿用户，飞书存储100G。", None),
        ("钉钉2014年上线，飞书2016年上线。", None),
        ("钉钉重3分管理，飞书重7分协作。", None),
        ("钉钉有3亿用户，飞书有1亿，语雀有1万。", "钉钉"),
        ("钉钉有3亿用户，飞书有1亿，语雀支持导出。", None),
    ],
)
def test_the_better_of_two_figures_of_one_measure(text: str, product: str | None):
    assert favoured(text) == product
