import pytest

from analysis.document import Document, Span
from analysis.matrix.evidence.article_topic import ArticleTopic
from analysis.matrix.references.references import References
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
SUBJECTS = ArticleTopic.load(REFERENCES).subjects


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("钉钉和飞书都好", [("钉钉", "飞书")]),
        ("企业微信集成了腾讯文档", [("企业微信",)]),
        ("企业微信内嵌“腾讯文档”", [("企业微信",)]),
        ("Slack支持与Trello、Asana等平台深度集成", [("Slack",)]),
        ("可以通过邮箱、企业微信等方式邀请", []),
        ("与钉钉不同，飞书免费", [("钉钉",), ("飞书",)]),
        ("它支持群聊", []),
        ("微信也能群聊", [()]),
    ],
)
def test_what_is_taken_in_or_a_means_is_no_subject(text: str, products: list[tuple[str, ...]]):
    sentence = Span(0, len(text))
    read = Document("an article", text, text, "hans", None, None, (sentence,))
    [about] = SUBJECTS(read, REFERENCES(read, MENTIONS(read)))
    assert [reference.owners for reference in about] == products
