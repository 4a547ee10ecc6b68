import pytest

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.features.feature_contexts import CONTEXT_COLUMNS
from analysis.matrix.features.feature_words import FeatureWords
from analysis.reading.script import fold
from analysis.reading.sentences import sentences
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
WORDS = FeatureWords.load()
KINDS = {"head", "having", "judged", "market", "launches", "operates", "bars"}


def named(text: str) -> list[str]:
    body = fold(text)
    document = Document("an article", text, body, "hans", None, None, sentences(text, body))
    return [hit.feature for hit in WORDS(document, MENTIONS(document))]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("大家在开会，直播很热闹。", False),
        ("推出直播。", True),
        ("直播功能很好。", True),
        ("“直播”的功能很好。", True),
        ("【直播】", True),
        ("审批、直播、考勤", True),
        ("审批和直播", True),
        ("审批很快，直播很热闹。", False),
        ("云盘审批直播等功能", True),
        ("点击右上角的“直播”即可。", True),
        ("发起一场直播，大家来看。", True),
        ("发起人说直播很好。", False),
        ("用钉钉直播，很热闹。", True),
        ("在企业微信上直播，很热闹。", True),
        ("有了钉钉，直播很热闹。", False),
        ("钉钉的直播支持回看。", True),
        ("直播用钉钉，很热闹。", True),
        ("从审批到直播，样样都有。", True),
        ("会议室 + 直播", True),
        ("优点：直播流畅，直播好用", True),
        ("据说：直播流畅，直播好用", False),
        ("还可以直播。", True),
        ("论直播，大家都行。", True),
        ("就直播而言，大家都行。", True),
        ("直播这件事，大家都行。", True),
        ("评论直播，大家都行。", False),
        ("好几种办法\n直播\n大家来看。", True),
        ("好几种办法\n2. 直播的规则\n大家来看。", True),
        ("好几种办法\n普通直播\n大家来看。", True),
        ("好几种办法\n不靠直播\n大家来看。", False),
        ("好几种办法\n大家都喜欢看的那种直播\n大家来看。", False),
    ],
)
def test_an_ambiguous_word_needs_a_context(text: str, counts: bool):
    assert ("live_streaming" in named(text)) == counts


def test_cues_are_of_known_kinds():
    for row in lexicon.read(lexicon.FOLDER / "feature_contexts.tsv", CONTEXT_COLUMNS):
        assert set(lexicon.values(row["kind"])) <= KINDS
