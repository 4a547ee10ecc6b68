from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Span
from analysis.reading.boilerplate import Boilerplate
from analysis.reading.boilerplate_patterns import COLUMNS, KINDS, Patterns, compiled
from analysis.reading.byline_names import blanks
from analysis.reading.facts import FIELDS
from analysis.reading.removal import blank
from analysis.reading.script import fold

ROWS = lexicon.read(lexicon.FOLDER / "boilerplate.tsv", COLUMNS)
BLANKS = blanks(lexicon.FOLDER)
PROSE = "钉钉和企业微信都有几千万用户,谁更好用要看公司是什么样的。"
BELOW_THE_TITLE = ("clock", "date", "original")
PLACES = {
    "near": f"标题\n{PROSE}\n{{}}\n上一篇 下一篇",
    "top": f"{{}}\n标题\n{PROSE}",
    "below": f"标题\n{{}}\n{PROSE}",
    "start": f"{{}}\n{PROSE}",
    "bottom": f"标题\n{PROSE}\n{{}}",
    "frame": f"标题\n{PROSE}\n{{}}\n上一篇 下一篇\n联系我们",
}
ELSEWHERE = f"标题\n{PROSE * 3}\n{{}}"
BOILERPLATE = Boilerplate.load(lexicon.FOLDER)
PATTERNS = BOILERPLATE.patterns


def left(text: str) -> list[str]:
    cuts, _ = BOILERPLATE(fold(text))
    return [line.strip() for line in blank(text, cuts).splitlines() if line.strip()]


def test_the_lexicon_is_sorted_and_uses_known_words() -> None:
    names = [row["name"] for row in ROWS]
    assert names == sorted(set(names))
    assert {row["kind"] for row in ROWS} == set(KINDS)
    assert {row["reason"] for row in ROWS} <= {"boilerplate", "byline", "advert"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_pattern_fits_its_example_and_states_known_fields(row: dict[str, str]) -> None:
    pattern = compiled(row["pattern"], BLANKS)
    assert any(found[0] for found in pattern.finditer(fold(row["example"])))
    assert set(pattern.groupindex) <= set(FIELDS)
    place = "below" if row["name"] in BELOW_THE_TITLE else row["kind"]
    assert row["example"] not in left(PLACES.get(place, ELSEWHERE).format(row["example"]))


@pytest.mark.parametrize("row", [row for row in ROWS if row["cue"]], ids=lambda row: row["name"])
def test_whatever_a_pattern_fits_has_one_of_its_cues(row: dict[str, str]) -> None:
    pattern = re.sub(r"^\(\?<=[^()]*\)", "", row["pattern"])

    @settings(max_examples=10)
    @given(st.from_regex(compiled(pattern, {**BLANKS, "name": "[李王][一-鿿]{1,2}"}), fullmatch=True))
    def has_a_cue(words: str) -> None:
        assert any(cue in words for cue in row["cue"].split("|"))

    has_a_cue()


@pytest.mark.parametrize("file", ["surnames", "site_words"])
def test_lists_of_words_are_sorted_and_folded(file: str) -> None:
    (column,) = {"surnames": ["surname"], "site_words": ["word"]}[file]
    words = [row[column] for row in lexicon.read(lexicon.FOLDER / f"{file}.tsv", (column,))]
    assert words == sorted(set(map(fold, words)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2020-02-12 10:30 来源:新京报", ["date_time", "source"]),
        ("国内 财经 体育", ["site_word"] * 3),
        ("钉钉很好", []),
        ("", []),
    ],
)
def test_parts(line: str, expected: list[str]) -> None:
    assert [part.pattern.name for part in PATTERNS.parts(line, Span(0, len(line)))] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("国内国际财经科技娱乐某某", 5),
        ("国内的公司在科技方面做得很好", 0),
        ("新闻 财经", 0),
    ],
)
def test_words_of_a_menu_with_others_between(line: str, expected: int) -> None:
    assert len(PATTERNS.menu_words(line, Span(0, len(line)))) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("■ 相关文章:", "tail"), ("最新评论(3)", "comments"), ("相关文章指出", None), ("钉钉", None)],
)
def test_headings_of_lists(line: str, expected: str | None) -> None:
    assert PATTERNS.heading(line, Span(0, len(line))) == expected


def test_a_broken_pattern_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "boilerplate.tsv"
    (tmp_path / "surnames.tsv").write_text("surname\n李\n", encoding="utf-8")
    words = "word\trole\tunless\texample\n网\tending\t\t某网\n上线\tverb\t\t上线\n"
    (tmp_path / "publication_words.tsv").write_text(words, encoding="utf-8")
    (tmp_path / "site_words.tsv").write_text("word\n首页\n", encoding="utf-8")
    head = "\t".join(COLUMNS)
    for broken in ("b\tline\tboilerplate\t(\tx", "b\tfoot\tboilerplate\tx\tx"):
        path.write_text(f"# about\n{head}\na\tline\tboilerplate\tx\tx\n{broken}\n", encoding="utf-8")
        with pytest.raises(lexicon.LexiconError) as refused:
            Patterns.load(tmp_path)
        assert refused.value.line == 4
