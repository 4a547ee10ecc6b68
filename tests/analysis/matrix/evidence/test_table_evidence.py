import pytest

from analysis import lexicon
from analysis.document import Article, Document
from analysis.matrix.evidence.evidence import FeatureEvidence
from analysis.matrix.evidence.table_evidence import MARK_COLUMNS
from analysis.matrix.references.references import References
from analysis.reading.cleaning import Cleaning
from analysis.schema import Evidence
from analysis.words.mentions import Mentions

CLEANING = Cleaning.load(lexicon.FOLDER)
MENTIONS = Mentions.load()
EVIDENCE = FeatureEvidence.load()
REFERENCES = References.load()
MARKS = lexicon.read(lexicon.FOLDER / "table_marks.tsv", MARK_COLUMNS)


def read(text: str, ending: str = "md") -> tuple[Document, list[Evidence]]:
    document = CLEANING(Article("one", f"one.{ending}", text, "utf-8", "0")).document
    mentions = MENTIONS(document)
    return document, EVIDENCE(document, mentions, [], REFERENCES(document, mentions))


def said(text: str, ending: str = "md") -> set[tuple[str, str, str]]:
    return {(row.feature, row.product, row.status) for row in read(text, ending)[1]}


def of_mark(mark: str) -> set[str]:
    return {row.status for row in read(f"功能\t钉钉\n考勤\t{mark}\n", "txt")[1]}


@pytest.mark.parametrize("row", MARKS, ids=lambda row: row["mark"])
def test_a_mark_says_what_the_lexicon_says(row: dict[str, str]):
    wanted = {"hollow": {"has"}, "unknown": set()}.get(row["status"], {row["status"]})
    assert of_mark(row["example"]) == wanted


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("✅（企业版）", "has"),
        ("✔️ 免费", "has"),
        ("❌ 需插件", "lacks"),
        ("最多300人", "has"),
        ("有限", "has"),
        ("无限制", "has"),
        ("无，可接插件", "lacks"),
        ("支持，但不能导出", "has"),
        ("目前不支持导入", "lacks"),
        ("将于下半年推出", "planned"),
    ],
)
def test_words_in_a_cell_give_the_status(cell: str, status: str):
    assert of_mark(cell) == {status}


def test_products_as_columns():
    text = "| 功能 | 釘釘 | 企業微信 |\n|---|---|---|\n| 會話存檔 | ✗ | ✓ |\n| 白板 | ✓ | |\n"
    assert said(text) == {
        ("chat_archive", "钉钉", "lacks"),
        ("chat_archive", "企业微信", "has"),
        ("whiteboard", "钉钉", "has"),
    }


def test_products_as_rows():
    text = "| 平台 | 会话存档 | 水印 |\n|---|---|---|\n| 钉钉 | × | √ |\n| 企业微信 | √ | √ |\n"
    assert said(text) == {
        ("chat_archive", "钉钉", "lacks"),
        ("chat_archive", "企业微信", "has"),
        ("watermark", "钉钉", "has"),
        ("watermark", "企业微信", "has"),
    }


def test_spans_of_an_html_table():
    text = (
        "<table><tr><th>类别</th><th>功能</th><th>钉钉</th><th>飞书</th></tr>"
        "<tr><td rowspan=2>会议</td><td>白板</td><td>有</td><td>无</td></tr>"
        "<tr><td>水印</td><td colspan=2>均支持</td></tr></table>"
    )
    assert said(text, "html") == {
        ("whiteboard", "钉钉", "has"),
        ("whiteboard", "飞书", "lacks"),
        ("watermark", "钉钉", "has"),
        ("watermark", "飞书", "has"),
    }


def test_a_hollow_mark_is_no_beside_a_solid_one():
    assert of_mark("○") == {"has"}
    text = "功能\t钉钉\t飞书\n水印\t●\t○\n"
    assert said(text, "txt") == {("watermark", "钉钉", "has"), ("watermark", "飞书", "lacks")}


def test_a_feature_in_a_products_cell_is_its_own():
    text = "| 对比 | 钉钉 | 飞书 |\n|---|---|---|\n| 长处 | 考勤、审批 | 多维表格 |\n| 短处 | 没有白板 | |\n"
    assert said(text) == {
        ("attendance", "钉钉", "has"),
        ("approval", "钉钉", "has"),
        ("online_spreadsheet", "飞书", "has"),
        ("whiteboard", "钉钉", "lacks"),
    }


def test_a_product_without_features_takes_its_column_with_it():
    text = "| 功能 | 支付宝 | 钉钉 |\n|---|---|---|\n| 白板 | ✓ | ✗ |\n"
    assert said(text) == {("whiteboard", "钉钉", "lacks")}


def test_a_marked_row_that_no_lexicon_holds_is_discovered():
    heading = "| 功能 | 钉钉 | 飞书 |\n|---|---|---|\n"
    text = heading + "| 星际罗盘 | ✓ | ✗ |\n| 价格 | 免费 | 免费 |\n| 月球港 | 3 | 5 |\n"
    _, rows = read(text)
    assert {(row.feature, row.product, row.status, row.discovered) for row in rows} == {
        ("星际罗盘", "钉钉", "has", True),
        ("星际罗盘", "飞书", "lacks", True),
    }


def test_a_table_without_products_says_nothing_by_its_marks():
    assert said("| 功能 | 标准版 | 专业版 |\n|---|---|---|\n| 水印 | ✗ | ✓ |\n") == set()


def test_quotes_the_row():
    document, rows = read("前言。\n\n| 功能 | 钉钉 |\n|---|---|\n| 水印 | ✓ |\n")
    assert [document.text[row.start : row.end] for row in rows] == ["水印 | ✓"]
    assert [document.text[row.mention_start : row.mention_end] for row in rows] == ["水印"]


def test_products_down_a_column_behind_the_numbers():
    text = "| 序号 | 产品 | 长处 |\n|---|---|---|\n| 1 | 钉钉 | 考勤 |\n| 2 | 飞书 | 白板 |\n"
    assert said(text) == {("attendance", "钉钉", "has"), ("whiteboard", "飞书", "has")}
