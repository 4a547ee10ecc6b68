import pytest

from analysis.document import Document, Span
from analysis.matrix.references.discourse import REACH, Discourse, is_chapter, is_heading
from analysis.matrix.references.references import Reference


def document(*lines: str) -> Document:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    spans = tuple(Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    return Document("an article", text, text, "hans", None, None, spans)


def after(*lines: tuple[str, list[Reference]]) -> Discourse:
    read = document(*(line for line, _ in lines))
    discourse = Discourse()
    for sentence, (_, references) in zip(read.sentences, lines, strict=True):
        discourse.go_on(read, sentence, references, attributed=False)
    return discourse


def named(product: str, start: int = 0) -> Reference:
    return Reference(start, start + len(product), (product,))


SILENT = ("这句话什么产品也没有提到，只是一句话。", [])
OTHER = ("微信是另一个产品，很多人用它。", [Reference(0, 2, ())])
THROUGH_OTHER = ("通过微信也可以打开，很方便。", [Reference(2, 4, (), incidental=True)])
DINGTALK = ("钉钉发布了新版本，很多人去看。", [named("钉钉")])


@pytest.mark.parametrize(
    ("lines", "products"),
    [
        ([], ()),
        ([DINGTALK], ("钉钉",)),
        ([DINGTALK, *[SILENT] * REACH], ("钉钉",)),
        ([DINGTALK, *[SILENT] * (REACH + 1)], ()),
        ([DINGTALK, OTHER], ()),
        ([DINGTALK, THROUGH_OTHER], ("钉钉",)),
        ([("一、钉钉：阿里的逆袭与未来", [named("钉钉", 2)]), *[SILENT] * 5], ("钉钉",)),
        ([("一、钉钉：阿里的逆袭与未来", [named("钉钉", 2)]), OTHER, SILENT], ()),
        ([("钉钉", [named("钉钉")]), OTHER, SILENT], ("钉钉",)),
        ([("钉钉和飞书", [Reference(0, 5, ("钉钉", "飞书"))]), SILENT], ()),
        ([DINGTALK, ("第三节 小结", []), SILENT], ()),
    ],
)
def test_keeps_what_is_spoken_of(lines: list[tuple[str, list[Reference]]], products: tuple[str, ...]):
    assert after(*lines).spoken_of() == products


def test_a_sentence_that_ends_in_a_colon_introduces_and_costs_no_reach():
    discourse = after(DINGTALK, *[("新版本有这些功能，请看：", [])] * 4)
    assert discourse.spoken_of() == ("钉钉",)
    assert discourse.introduction is not None


@pytest.mark.parametrize(
    ("heading", "profile"),
    [("企业微信", True), ("二、企业微信的优势", True), ("企业微信，防御性产品还是别的什么", False)],
)
def test_a_section_under_a_products_name_is_its_profile(heading: str, profile: bool):
    at = heading.index("企业微信")
    assert after((heading, [named("企业微信", at)])).profile == profile


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、钉钉:阿里的逆袭?", True),
        ("企业微信", True),
        ("钉钉来了。", False),
        ("功能如下：", False),
        ("这一行太长了，" * 6, False),
    ],
)
def test_a_heading_is_short_and_alone_in_its_line(line: str, heading: bool):
    read = document("前一行。", line, "后一行。")
    assert is_heading(read, read.sentences[1]) == heading


def test_a_sentence_beside_another_is_no_heading():
    text = "真的吗 后来呢"
    assert not is_heading(Document("a", text, text, "hans", None, None, ()), Span(0, 3))


@pytest.mark.parametrize(
    ("line", "chapter"),
    [("二、会议功能的分野", True), ("第三节 小结", True), ("1. 考勤打卡", False), ("一个企业的选择", False)],
)
def test_a_chapter_is_a_heading_with_a_numeral(line: str, chapter: bool):
    read = document("前一行。", line, "后一行。")
    assert is_chapter(read, read.sentences[1]) == chapter
