import pytest

from analysis.document import Document, Span
from analysis.matrix.evidence.table_slots import slots
from analysis.matrix.references.references import References
from analysis.reading.tables import tables
from analysis.words.mentions import Mentions

MENTIONS = Mentions.load()
OWNERS = References.load().owners


def read(text: str) -> list[tuple[str, str | None, str]]:
    (table,) = tables(text, text)
    mentions = MENTIONS(Document("an article", text, text, "hans", None, None, (Span(0, len(text)),)))
    return [
        (
            slot.product,
            text[slot.heading.start : slot.heading.end] if slot.heading else None,
            text[slot.cell.start : slot.cell.end],
        )
        for slot in slots(text, table, mentions, OWNERS)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "| 功能 | 钉钉 | 飞书 |\n|---|---|---|\n| 审批 | 有 | 无 |\n",
            [("钉钉", "审批", "有"), ("飞书", "审批", "无")],
        ),
        (
            "| 产品 | 审批 | 适用场景 |\n|---|---|---|\n| 钉钉 | 有 | 团队协作 |\n| 飞书 | 无 | 教育 |\n",
            [("钉钉", "审批", "有"), ("飞书", "审批", "无")],
        ),
        ("| 功能 | 甲 | 乙 |\n|---|---|---|\n| 审批 | 有 | 无 |\n", []),
    ],
)
def test_cells_stand_under_a_product_beside_a_heading(text: str, expected: list[tuple[str, str | None, str]]):
    assert read(text) == expected
