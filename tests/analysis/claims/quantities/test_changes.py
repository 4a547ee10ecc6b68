"""By how much something grew or shrank is told from how much there is."""

import pytest

from analysis import lexicon
from analysis.claims.numbers.numerals import narrow
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.sentence import Sentence
from analysis.document import Span

QUANTITIES = Quantities.load(lexicon.FOLDER)
WORDS = lexicon.read(lexicon.FOLDER / "change_words.tsv", ("word", "role", "unless", "example"))


def kinds(text: str, name: str = "") -> list[str]:
    start = text.index(name) if name else 0
    return [one.kind for one in QUANTITIES(Sentence(narrow(text), [Span(start, start + len(name))]))]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["word"])
def test_a_word_of_change_makes_the_figure_of_its_example_a_change(row: dict[str, str]) -> None:
    assert row["word"] in row["example"]
    assert kinds(row["example"]) == ["growth"]


@pytest.mark.parametrize(
    "text",
    [
        "员工较上年减少3666人",
        "员工总数同比增加约1200人",
        "门店比去年多了300家",
        "客户比一年前多50万家",
        "用户增长超过2000万",
        "月活较去年同期增加近1200万",
        "营收比去年多了3亿元",
        "去年增加员工3000人",
        "去年减少了付费用户200万",
        "至少要裁掉1200人",
        "群人数上限增加了300人",
        "市值蒸发300多亿美元",
    ],
)
def test_a_change_is_no_level(text: str) -> None:
    assert kinds(text) == ["growth"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("团队从300人增加到1200人", "staff"),
        ("员工减少至3000人", "staff"),
        ("团队扩张到1.2万人", "staff"),
        ("用户增长突破3亿", "user_count"),
        ("新增用户3000万人", "user_count"),
        ("客户数差不多3000家", "enterprise_count"),
        ("客户最多3000家", "enterprise_count"),
        ("客户增长很快，有3000家", "enterprise_count"),
        ("营收增长后达到3亿元", "money"),
        ("会议最多300人参加", "capacity"),
        ("价格上涨到300元", "money"),
        ("时间减少了3小时", "duration"),
        ("客户增加的原因是3000家门店", "count_other"),
    ],
)
def test_what_is_reached_is_a_level(text: str, kind: str) -> None:
    assert set(kinds(text)) == {kind}


def test_what_one_has_more_than_another_is_neither() -> None:
    assert kinds("客户比钉钉多300家", "钉钉") == ["count_other"]
