"""How figures are put, by the words around them."""

import pytest

from analysis import lexicon
from analysis.claims.modality import Modalities
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.sentence import Sentence
from analysis.document import Span

MODALITIES = Modalities.load(lexicon.FOLDER)
QUANTITIES = Quantities.load(lexicon.FOLDER)
CUES = lexicon.read(lexicon.FOLDER / "modality_cues.tsv", ("word", "modality", "place", "unless", "example"))


def modalities(text: str, name: str = "") -> list[str]:
    starts = [place for place in range(len(text)) if name and text.startswith(name, place)]
    return [
        MODALITIES(
            text,
            Span(0, len(text)),
            one,
            has_subject=any(one.clause.start <= start < one.start for start in starts),
        )
        for one in QUANTITIES(Sentence(text))
    ]


@pytest.mark.parametrize("row", CUES, ids=lambda row: row["word"])
def test_a_word_says_how_the_figure_of_its_example_is_put(row: dict[str, str]):
    assert row["word"] in row["example"]
    assert modalities(row["example"])[-1] == row["modality"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("飞书计划明年服务5万家企业", ["planned"]),
        ("Zoom预计全年营收46亿美元,净利润5亿美元", ["planned", "planned"]),
        ("飞书将在三年内投入10亿元", ["planned", "planned"]),
        ("飞书去年就计划出海,如今已有3000万用户", ["asserted"]),
        ("学习计划的用户有3万人", ["asserted"]),
        ("飞书将3万名员工迁到新系统", ["asserted"]),
        ("如果没有飞书,效率会下降30%", ["counterfactual"]),
        ("如果说飞书有3000万用户,那是去年", ["asserted"]),
        ("号称已有3亿用户", ["disputed"]),
        ("3亿用户的说法不属实", ["disputed"]),
        ("飞书有3000万用户,目标客户是企业", ["asserted"]),
        ("定下3亿用户的目标", ["planned"]),
    ],
)
def test_the_nearest_word_that_fits_counts(text: str, expected: list[str]):
    assert modalities(text) == expected


def test_a_plan_ends_where_another_subject_begins():
    assert modalities("飞书计划出海,钉钉有3亿用户", "钉钉") == ["asserted"]
    assert modalities("飞书计划出海,服务3万家企业", "钉钉") == ["planned"]
    assert modalities("预计飞书出海,钉钉有3亿用户", "钉钉") == ["planned"]
