import pytest

from analysis.slides.notes import MOST, speaker_notes
from analysis.strings.labels import Labels


def test_notes_are_the_readers_and_the_sentences_with_their_articles(sentences, labels):
    lines = speaker_notes(" 先说结论 ", sentences(2), labels).split("\n")
    assert lines[0] == "先说结论"
    assert "2" in lines[1]
    assert lines[2:] == ["第钉钉0句。", "— 第一篇 · 2019年3月", "第钉钉1句。", "— 第一篇 · 2019年3月"]


def test_many_sentences_are_cut_and_it_is_said_how_many_more(sentences, labels):
    lines = speaker_notes("", sentences(MOST + 7), labels).split("\n")
    assert len(lines) == 2 * MOST + 2
    assert "7" in lines[-1]


def test_the_first_of_more_than_could_be_read_are_not_counted(sentences, labels):
    lines = speaker_notes("", sentences(MOST + 7), labels, cut=True).split("\n")
    assert len(lines) == 2 * MOST + 2
    assert (lines[0], lines[-1]) == ("图表依据的原句（最前的几句）", "其余见对读。")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_sentences_nothing_is_said_of_them(sentences, language):
    assert speaker_notes("", sentences(0), Labels(language)) == ""


def test_a_sentence_over_several_lines_is_one(sentences, labels):
    found = sentences(1).assign(before="第\n 一\n", published=None)
    assert "第 一 钉钉0句。\n— 第一篇 · 未注明日期" in speaker_notes("", found, labels)
