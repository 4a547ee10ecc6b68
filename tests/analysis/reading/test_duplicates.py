from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.duplicates import duplicates

FIRST = "钉钉从考勤入手,先打动了老板,再由老板推给员工,这条路走得又快又稳,几年间就有了上千万家大大小小的企业。"
SECOND = "企业微信则从客户入手,让店员和微信里的顾客直接说话,门店、学校和医院因此都愿意用它,口碑是慢慢传开的。"
THIRD = "飞书来得最晚,靠的是文档和会议做得顺手,互联网公司最先换了过去。"


LEAD = FIRST + SECOND + THIRD[:-9]


def copies(text: str) -> list[str]:
    return [text[start:end] for start, end in duplicates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FIRST}\n{SECOND}\n{THIRD}", []),
        (f"{FIRST}\n{SECOND}\n{FIRST}\n{THIRD}", [FIRST]),
        (f"{FIRST}{SECOND}\n{THIRD}\n{FIRST[3:]}{SECOND}", [FIRST[3:] + SECOND]),
        (f"甲说。{FIRST}{SECOND}\n{THIRD}\n乙说。{FIRST}{SECOND}丙", [FIRST + SECOND]),
        (f"{FIRST}{SECOND}\n{THIRD}\n{FIRST}\n\n  {SECOND}", [f"{FIRST}\n\n  {SECOND}"]),
        (f"{LEAD}\n短句\n{LEAD}{THIRD[-9:]}", [LEAD]),
        (f"导语\n{LEAD}...\n短句\n{FIRST}\n{SECOND}\n{THIRD}", [f"{LEAD}..."]),
        (f"短句。{LEAD}\n短句\n{LEAD}{THIRD[-9:]}", [LEAD]),
        (f"{FIRST[:40]}……\n{FIRST}{SECOND}", [FIRST[:40] + "……"]),
        (f"{FIRST}\n推荐\n{FIRST[:40]}...", [FIRST[:40] + "..."]),
        (f"摘要:{LEAD}\n短句\n{LEAD}{THIRD[-9:]}", [f"摘要:{LEAD}"]),
        (f"导读\n{FIRST[:60]}...\n{FIRST[:20]}\n{FIRST[20:]}", [f"{FIRST[:60]}..."]),
        ("图:发布会的现场\n图:发布会的现场\n短句\n图:发布会的现场", ["图:发布会的现场"]),
        (f"{FIRST[:20]}……\n{FIRST}", []),
        (f"{FIRST[:40]}……\n{SECOND}", []),
        ("考勤:支持\n会议:支持\n考勤:支持", []),
        ("哈" * 90, []),
        ("", []),
    ],
)
def test_duplicates(text: str, expected: list[str]) -> None:
    assert copies(text) == expected


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, "\n", "短句。", " "]), max_size=20))
def test_copies_are_ordered_and_stand_elsewhere_in_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    position = 0
    for start, end in duplicates(text):
        assert position <= start < end <= len(text)
        assert "".join(text[start:end].split()) in "".join((text[:start] + text[end:]).split())
        position = end


@pytest.mark.parametrize("unit", ["好", "甲乙丙丁", FIRST, FIRST + "\n", FIRST[:60] + "\n短\n"])
def test_time_grows_with_length(unit: str) -> None:
    digits = random.Random(1)
    text = "".join(unit + digits.choice("0123456789") for _ in range(100_000 // len(unit)))
    began = time.perf_counter()
    duplicates(text)
    assert time.perf_counter() - began < 5
