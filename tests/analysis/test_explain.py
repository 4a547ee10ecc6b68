import pytest

from analysis.explain import Line, articles, explain


def test_every_span_follows_the_sentence_it_begins_in(folder):
    lines = [(line.kind, line.text) for line in explain(folder, "one")]
    assert lines == [
        ("sentence", "钉钉和企业微信"),
        ("mentions", "钉钉"),
        ("mentions", "企业微信"),
        ("sentence", "钉钉有1000万企业用户。"),
        ("mentions", "钉钉"),
        ("metrics", "1000万"),
        ("sentence", "企业微信支持视频会议，钉钉也支持。"),
        ("mentions", "企业微信"),
        ("evidence", "视频会议"),
        ("evidence", "视频会议"),
        ("mentions", "钉钉"),
        ("removed", "点击购买。"),
    ]


def test_a_span_names_its_result_and_its_rule(folder):
    lines = {line.kind: line for line in explain(folder, "two")}
    assert (lines["mentions"].result, lines["mentions"].rule) == ("微信 product", "alias")
    assert (lines["events"].result, lines["events"].rule) == ("2019-Q4 quarter stated 企业微信+钉钉", "date")
    assert (lines["metrics"].result, lines["metrics"].rule) == (
        "3 versions count_other exact asserted",
        "number",
    )
    assert lines["comparisons"].result == "企业微信+钉钉 企业微信"


def test_an_unknown_article(folder):
    with pytest.raises(KeyError, match="four"):
        explain(folder, "four")


def test_the_articles_of_a_store(folder):
    assert articles(folder) == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (Line("sentence", 0, 4, text="一\r\n二"), "0-4         一 二"),
        (Line("removed", 4, 9, "advert", text="点击购买。"), "4-9         removed (advert): 点击购买。"),
        (
            Line("mentions", 1, 3, "钉钉 product", "alias", "釘釘"),
            "  1-3         mentions    釘釘  钉钉 product  [alias]",
        ),
        (Line("sentence", 0, 3, text="\x1b[2J红"), "0-3         [2J红"),
    ],
)
def test_a_line_as_printed(line, shown):
    assert line.shown(colour=False) == shown
    assert shown in line.shown(colour=True)
    assert line.shown(colour=True).endswith("\x1b[0m")
