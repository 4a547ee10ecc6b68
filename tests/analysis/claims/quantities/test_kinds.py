import pytest

from analysis import lexicon
from analysis.claims.numbers import numerals
from analysis.claims.quantities.kinds import Kinds
from analysis.claims.quantities.qualifiers import Qualifiers
from analysis.claims.quantities.units import Units
from analysis.claims.sentence import Sentence
from analysis.document import Span

KINDS = Kinds.load(lexicon.FOLDER)
UNITS = Units.load(lexicon.FOLDER, Qualifiers.load(lexicon.FOLDER))


def read(text: str, name: str = "") -> tuple[str, str | None]:
    *_, numeral = numerals.find(text)
    start = text.index(name) if name else 0
    sentence = Sentence(text, [Span(start, start + len(name))])
    bound = UNITS.bind(sentence, numeral)
    assert bound is not None
    kind = KINDS.kind(sentence, numeral, bound, None)
    return kind, KINDS.period(sentence, numeral, bound, bound.end)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("占比达到30%", "share"),
        ("同比增长30%", "growth"),
        ("营收增长，占比为30%", "share"),
        ("支持300人同时发言", "capacity"),
        ("团队只有300人", "staff"),
        ("一共来了300人", "count_other"),
        ("员工支持，最多300人开会", "capacity"),
        ("活动支持方有300名员工，来了30人", "count_other"),
        ("其用户才达到2亿人", "user_count"),
        ("增长到3亿用户", "user_count"),
        ("持股比例从30%", "share"),
        ("预算比上一年少了30%", "growth"),
    ],
)
def test_the_kind_of_a_figure(text: str, kind: str):
    assert read(text)[0] == kind


def test_a_name_is_no_cue():
    assert read("腾讯会议来了300人", "腾讯会议")[0] == "count_other"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("每天完成120万元", "day"),
        ("收费30元/月", "month"),
        ("日搜索量接近2万", "day"),
        ("年营收达到3亿", "year"),
        ("月活突破3亿", "month"),
        ("百万日活", "day"),
        ("每天都忙，营收3亿元", None),
        ("用户3亿", None),
    ],
)
def test_the_period_a_figure_is_counted_per(text: str, period: str | None):
    assert read(text)[1] == period


def test_a_period_may_stand_behind_a_name() -> None:
    assert read("美团日搜索量接近2万", "美团")[1] == "day"
    assert read("美团节日搜索量接近2万", "美团")[1] is None


@pytest.mark.parametrize(
    ("before", "opening", "kind"),
    [
        ("团队也在膨胀。", "2015年只有", "staff"),
        ("会议最多300人。员工很满意。", "现在是", "staff"),
        ("团队也在膨胀。", "大会来了", None),
        ("天气很好。", "现在是", None),
        ("", "", None),
    ],
)
def test_people_of_whom_was_spoken(before: str, opening: str, kind: str | None):
    sentence = Sentence(f"{opening}300人", before=before)
    *_, numeral = numerals.find(sentence.text)
    assert KINDS.spoken_of(sentence, numeral) == kind
