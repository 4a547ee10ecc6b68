import json
from pathlib import Path

from tests.evaluation.specifications import Cases, cases_in, run

MODULE = """
import pytest

@pytest.mark.parametrize("case", [{"text": "one"}, {"text": "two"}, {"text": "of another"}])
def test_a_case(case):
    assert case["text"] == "one"

def test_of_no_case():
    assert False
"""


def test_cases_are_counted_and_nothing_else(tmp_path: Path):
    module = tmp_path / "test_invented.py"
    module.write_text(MODULE, encoding="utf-8")
    counted = Cases({"invented": [{"text": "one"}, {"text": "two"}]})
    run([module], counted)
    assert counted.total == {"invented": 2}
    assert counted.right == {"invented": 1}


def test_cases_stand_under_any_heading(tmp_path: Path):
    path = tmp_path / "numerals.json"
    path.write_text(
        json.dumps({"about": "numbers", "cases": [{"text": "3"}], "none": ["点"]}), encoding="utf-8"
    )
    assert cases_in(path) == [{"text": "3"}, "点"]
