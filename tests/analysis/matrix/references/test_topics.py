import pytest

from analysis.document import Document, Span
from analysis.matrix.evidence.article_topic import ArticleTopic
from analysis.matrix.references.references import References
from analysis.matrix.references.topics import Topics
from analysis.reading.script import fold
from analysis.reading.sentences import sentences
from analysis.schema import Mention
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
REFERENCES = References.load()
TOPICS = Topics(REFERENCES.owners)
SUBJECTS = ArticleTopic.load(REFERENCES).subjects


def read(text: str, title: str | None = None) -> tuple[Document, list[Mention]]:
    body = fold(text)
    span = Span(0, len(title)) if title else None
    document = Document("an article", text, body, "hans", span, None, sentences(text, body))
    return document, [mention for mention in MENTIONS(document) if mention.entity_type == "product"]


@pytest.mark.parametrize(
    ("text", "title", "product"),
    [
        ("钉钉怎么用\n打开钉钉。", "钉钉怎么用", "钉钉"),
        ("钉钉怎么用\n钉钉和飞书都行。", "钉钉怎么用", "钉钉"),
        ("钉钉怎么用\n钉钉和飞书都行，飞书更好，飞书更快。", "钉钉怎么用", None),
        ("办公指南\n打开钉钉，用钉钉办公。", "办公指南", "钉钉"),
        ("办公指南\n打开钉钉，或者飞书。", "办公指南", None),
        ("打开宜搭，用钉钉办公。", None, "钉钉"),
        ("打开微信，或者QQ。", None, None),
        ("什么也没有。", None, None),
        ("", None, None),
    ],
)
def test_an_article_is_about_the_product_of_its_title_or_the_one_it_names(
    text: str, title: str | None, product: str | None
):
    assert TOPICS.of_article(*read(text, title)) == product


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (["2.3 飞书", "很好。"], "飞书"),
        (["2.3 飞书", "3. 结语", "很好。"], None),
        (["2.3 飞书", "2.4 结语", "很好。"], None),
        (["2.3 飞书", "2.3.1 群聊", "很好。"], "飞书"),
        (["2. 飞书", "1. 群聊", "很好。"], "飞书"),
        (["2. 飞书", "1. 群聊", "2. 审批", "3. 日历", "很好。"], "飞书"),
        (["2. 飞书", "3. 结语", "很好。"], None),
        (["飞书：好用", "3. 群聊", "很好。"], "飞书"),
        (["飞书：好用", "二、结语", "很好。"], None),
        (["2.3 飞书", "钉钉也来了。", "很好。"], None),
        (["2.3 飞书", "钉钉也来了。", "群聊", "很好。"], "飞书"),
        (["2.3 飞书", "集成钉钉之后。", "很好。"], "飞书"),
        (["说到飞书与钉钉的区别", "很好。"], None),
    ],
)
def test_a_section_lasts_until_a_heading_beside_or_above_it(lines: list[str], last: str | None):
    document, products = read("\n".join(["钉钉很好，Slack也好。", *lines]))
    found = list(TOPICS(document, products, SUBJECTS(document, REFERENCES(document, products))))[-1]
    assert (found.product if found else None) == last
