import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Document
from analysis.matrix.comparisons.comparison_cues import CUE_COLUMNS
from analysis.matrix.comparisons.comparisons import Comparisons
from analysis.matrix.comparisons.cue_needs import NEEDS
from analysis.matrix.references.references import References
from analysis.reading.script import fold
from analysis.reading.sentences import sentences
from analysis.schema import Comparison
from analysis.words.mentions import Mentions

SPECS = Path(__file__).parents[3] / "specs"
CASES = json.loads((SPECS / "comparisons.json").read_text(encoding="utf-8"))["cases"]
KNOWN = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))["comparisons"]
CUES = lexicon.read(lexicon.FOLDER / "comparison_cues.tsv", CUE_COLUMNS)
MENTIONS = Mentions.load()
COMPARISONS = Comparisons.load()
REFERENCES = References.load()

FAVOURS = {"subject", "object", "neither", "frame", "none", "degree", "good", "bad", "surplus", "alike"}
FAVOURS |= {"event", "opener", "more", "less", "comparative", "burden", "others", "itself"}
PIECES = [
    "钉钉",
    "企业微信",
    "飞书",
    "微信",
    "、",
    "，",
    "。",
    "\n",
    "比",
    "领先于",
    "不如",
    "更",
    "两者",
    "都是",
]
PIECES += [
    "反观",
    "前者",
    "后者",
    "没有",
    "那么",
    "的两倍",
    "还是",
    "选",
    "3亿用户",
    "不支持",
    "成本",
    "更低",
]
PIECES += ["相比", "从功能角度看", "唯一", "优势", "何先生认为", "“", "”", "和", "而", "的", "慢", " "]
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def comparisons(text: str) -> list[Comparison]:
    body = fold(text)
    document = Document("an article", text, body, "hans", None, None, sentences(text, body))
    mentions = MENTIONS(document)
    return COMPARISONS(document, mentions, REFERENCES(document, mentions))


def compared(text: str) -> list[dict]:
    return [
        {
            "products": row.products,
            "favours": row.favours,
            "marker": text[row.marker_start : row.marker_end],
        }
        for row in comparisons(text)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['why']}: {case['text']}")
def test_finds_comparisons_and_whom_they_favour(case: dict):
    assert compared(case["text"]) == case["comparisons"]


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case["why"])
def test_known_failures_still_fail(case: dict):
    assert compared(case["text"]) != case["comparisons"]


@given(ANY_TEXT)
def test_any_text_gives_valid_rows(text: str):
    rows = comparisons(text)
    for row in rows:
        assert 0 <= row.start <= row.marker_start < row.marker_end <= row.end <= len(text)
        assert len(set(row.products)) == len(row.products) >= 2
        assert row.favours is None or row.favours in row.products
    assert [row.start for row in rows] == sorted({row.start for row in rows})


def test_cues_are_of_known_kinds():
    for row in CUES:
        for kind in lexicon.values(row["kinds"]):
            favours, needs = kind.split(":")
            assert favours in FAVOURS, row["cue"]
            assert needs in NEEDS, row["cue"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("钉钉领先于企业微信。", "two_named"),
        ("钉钉和企业微信旗鼓相当。", "both"),
        ("钉钉和企业微信改变了办公。", "joint_subject"),
        ("企业微信和钉钉来了。钉钉一家独大。", "rival_understood"),
    ],
)
def test_the_rule_says_what_made_it_a_comparison(text: str, rule: str):
    assert comparisons(text)[-1].rule == rule


def test_gives_holder_and_aspect_as_written():
    (row,) = comparisons("業內人士表示，從功能角度看，釘釘領先於企業微信。")
    assert (row.holder, row.aspect) == ("業內人士", "功能")
