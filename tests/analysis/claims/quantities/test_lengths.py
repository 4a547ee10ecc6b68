import pytest

from analysis import lexicon
from analysis.claims.numbers import numerals
from analysis.claims.quantities.lengths import Lengths

LENGTHS = Lengths.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("text", "unit", "bounded", "expected"),
    [
        ("只用了三天", "天", False, True),
        ("晚了一年", "年", False, True),
        ("近一年", "年", True, True),
        ("不到一年后", "年", True, False),
        ("两周内就有", "周", False, True),
        ("近9年时间中", "年", True, True),
        ("需要几个月的时间", "个月", False, True),
        ("总有一天", "天", False, False),
        ("两年后上线", "年", False, False),
        ("过去两年", "年", False, False),
        ("上线前几天", "天", False, False),
        ("下一个三年时间", "年", False, False),
        ("服务业的十年", "年", False, False),
        ("时长从之前的45分钟调整", "分钟", False, True),
        ("今年的三个月里", "个月", False, False),
        ("三个月88元", "个月", False, False),
        ("阅读约需8分钟", "分钟", False, False),
        ("本文预计阅读时间:3分钟", "分钟", False, False),
        ("3分钟读完", "分钟", False, False),
        ("五年中,钉钉变了", "年", False, False),
        ("每1个小时处理", "个小时", False, False),
        ("每3个小时处理", "个小时", False, True),
        ("语雀宕机近8小时", "小时", False, True),
        ("亏损维持了近五年", "年", False, True),
        ("分析了近五年的数据", "年", False, False),
        ("提前30分钟结束", "分钟", False, True),
        ("停更近两年后", "年", False, False),
        ("飞书近三年增长很快", "年", False, False),
        ("阅读了它,用了3分钟", "分钟", False, True),
    ],
)
def test_a_length_of_time_is_told_from_a_place_in_time(text: str, unit: str, bounded: bool, expected: bool):
    numeral = next(one for one in numerals.find(text) if text.startswith(unit, one.end))
    measures = LENGTHS.measures(text, numeral, numeral.end + len(unit))
    assert (measures == "always" or (measures == "bounded" and bounded)) is expected
