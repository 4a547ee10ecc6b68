import pytest

from analysis import lexicon
from analysis.document import Span
from analysis.matrix.evidence.status import ADVERB_COLUMNS, CUE_COLUMNS, THING_COLUMNS, StatusCues

STATUS = StatusCues.load()
KINDS = {"lacks", "planned", "has", "lacks_after", "planned_after", "only", "prospect"}
KINDS |= {"lacks_end", "lost", "gained", "outage", "asks", "yes", "no", "only_before"}


def status(text: str, word: str = "审批", introduction: str = "") -> str:
    body = introduction + text
    start = body.index(word, len(introduction))
    opened = Span(0, len(introduction)) if introduction else None
    return STATUS(body, Span(len(introduction), len(body)), Span(start, start + len(word)), opened)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持审批", "has"),
        ("不支持审批", "lacks"),
        ("没有审批", "lacks"),
        ("审批已下线", "lacks"),
        ("不支持直播，审批很好", "has"),
        ("将推出审批", "planned"),
        ("审批正在内测", "planned"),
        ("如果支持审批", "planned"),
        ("不仅支持审批", "has"),
        ("不再是审批工具", "has"),
        ("离不开审批", "has"),
        ("没有直播但有审批", "has"),
        ("已经支持审批", "has"),
        ("可设想的前景是，大家都用审批", "planned"),
        ("盈利模式上，靠审批", "planned"),
    ],
)
def test_reads_the_words_around_a_feature(text: str, expected: str):
    assert status(text) == expected


def test_a_list_of_prospects_is_planned():
    assert status("审批、考勤", introduction="盈利空间有:") == "planned"
    assert status("审批、考勤", introduction="功能有:") == "has"


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("唯一支持审批的平台", True),
        ("支持审批的唯一平台", False),
        ("唯一的平台，支持审批的", False),
        ("唯一支持审批", False),
    ],
)
def test_exclusive_is_what_stands_between_only_and_the_noun(text: str, only: bool):
    assert STATUS.only(text, Span(0, len(text)), text.index("审批")) == only


def test_cues_are_of_known_kinds():
    for row in lexicon.read(lexicon.FOLDER / "status_cues.tsv", CUE_COLUMNS):
        assert set(lexicon.values(row["kind"])) <= KINDS, row["cue"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("没有", "lacks"), ("也不支持", "lacks"), ("则有", "has"), ("目前支持", "has"), ("有点慢", None)],
)
def test_a_bare_clause_says_yes_or_no(words: str, expected: str | None):
    assert STATUS.bare(words) == expected


def test_what_was_lacking_may_be_gained_later():
    assert status("之前没有审批，现在已经支持") == "has"
    assert status("之前没有审批，大家都在等") == "lacks"


def test_what_is_down_is_not_lacking():
    assert status("软件崩溃，无法使用审批") == "has"
    assert status("无法使用审批") == "lacks"


@pytest.mark.parametrize(
    "row",
    lexicon.read(lexicon.FOLDER / "denied_things.tsv", THING_COLUMNS),
    ids=lambda row: row["word"],
)
def test_a_denial_that_goes_on_so_denies_what_is_before_it(row: dict[str, str]):
    assert row["word"] in row["example"]
    assert status(row["example"], "录制") == "lacks"


def test_a_denial_may_be_of_another_thing():
    assert status("录制功能不支持审批。", "录制") == "has"


@pytest.mark.parametrize(
    "row",
    lexicon.read(lexicon.FOLDER / "status_adverbs.tsv", ADVERB_COLUMNS),
    ids=lambda row: row["word"],
)
def test_an_adverb_may_stand_before_a_bare_yes_or_no(row: dict[str, str]):
    words = row["example"].removeprefix("飞书")
    assert words.startswith(row["word"])
    assert STATUS.bare(words) == ("lacks" if words.endswith("没有") else "has")
