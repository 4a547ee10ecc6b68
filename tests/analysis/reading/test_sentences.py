from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钉钉来了。企业微信呢?", ["钉钉来了。", "企业微信呢?"]),
        ("他问:“为什么?”没有人答。", ["他问:“为什么?”", "没有人答。"]),
        ("他问“为什么?”,没有人答。", ["他问“为什么?”,没有人答。"]),
        ("“管理不是 。”所有人都这样想 。", ["“管理不是 。”", "所有人都这样想 。"]),
        ("《谁的红利?》一文说。", ["《谁的红利?》一文说。"]),
        ("(全句都在括号里。)下一句。", ["(全句都在括号里。)", "下一句。"]),
        ("快!!!真的吗?!走吧。", ["快!!!", "真的吗?!", "走吧。"]),
        ("也许……再看看。", ["也许……", "再看看。"]),
        ("首先;其次;最后。", ["首先;其次;最后。"]),
        ("V2.4.16 增长 3.5 倍。", ["V2.4.16 增长 3.5 倍。"]),
        ("见 http://a.cn/b?id=1&c=2 一页。", ["见 http://a.cn/b?id=1&c=2 一页。"]),
        ("标题\n正文没有句号\n\n又一段", ["标题", "正文没有句号", "又一段"]),
        ("今天只想总结一些东西,\n\n学习一下。", ["今天只想总结一些东西,\n\n学习一下。"]),
        ("考勤、\n审批\n会议", ["考勤、\n审批", "会议"]),
        ("一行\r\n两行\u2028三行", ["一行", "两行", "三行"]),
        ("  \xa0前后有空白。\u3000", ["前后有空白。"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, text)] == expected


def test_a_line_does_not_go_on_past_what_was_taken_out() -> None:
    text, body = "先说这些,\n分享到微信\n再说。", "先说这些,\n     \n再说。"
    assert [body[start:end] for start, end in sentences(text, body)] == ["先说这些,", "再说。"]


@given(st.text(alphabet="字a1,。!?…“”()》 \n\r\u2028"))
def test_sentences_cover_the_body_in_order(text: str) -> None:
    position = 0
    for start, end in sentences(text, text):
        assert not text[position:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize("unit", ["。", "?”", "!", "…", "字,\n", "? ", "。 "])
def test_time_grows_with_length(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + ","
    began = time.perf_counter()
    sentences(text, text)
    assert time.perf_counter() - began < 5
