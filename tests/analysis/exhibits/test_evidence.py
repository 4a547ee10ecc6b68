import pandas as pd

from analysis.exhibits.evidence import Evidence
from analysis.exhibits.features import Matrix
from analysis.exhibits.products import Mentions


def test_the_sentences_behind_a_bar(few):
    chart = Evidence(Mentions(), ("two", "钉钉")).chart(few)
    assert list(chart.data["hit"]) == ["釘釘", "釘釘"]
    assert chart.title == "two, DingTalk: 2 sentences"
    assert Mentions().chart(few).title in chart.counted


def test_the_sentences_behind_a_cell(few):
    chart = Evidence(Matrix(), ("meeting", "钉钉")).chart(few)
    assert list(chart.data["hit"]) == ["视频会议"]


def test_the_spans_are_those_of_the_mark(few):
    evidence = Evidence(Mentions(), ("two", "钉钉"))
    wanted = Mentions().spans(few, ["two", "钉钉"])[["article", "start", "end"]]
    pd.testing.assert_frame_equal(
        evidence.sources(few)[["article", "start", "end"]], wanted, check_dtype=False
    )
