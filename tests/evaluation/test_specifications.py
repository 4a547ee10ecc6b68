import json
from pathlib import Path
from types import SimpleNamespace

from tests.evaluation.specifications import Cases, cases_in

ONE, TWO, OTHER = {"text": "one"}, {"text": "two"}, {"text": "of another"}


def item(module: str, **params) -> SimpleNamespace:
    """A test as it is collected."""
    callspec = {"callspec": SimpleNamespace(params=params)} if params else {}
    return SimpleNamespace(path=Path(f"test_{module}.py"), **callspec)


def test_only_tests_about_a_case_are_run():
    kept = [item("dates", case=ONE), item("dates", text="none"), item("names", case=TWO)]
    others = [item("dates", case=OTHER), item("names", case=ONE), item("dates")]
    items = [*others, *kept]
    Cases({"dates": [ONE, "none"], "names": [TWO]}).pytest_collection_modifyitems(items)
    assert items == kept


def test_what_passes_is_counted_once():
    counted = Cases({"dates": [ONE, TWO]})
    for when, passed in [
        ("setup", True),
        ("call", True),
        ("teardown", True),
        ("setup", True),
        ("call", False),
    ]:
        report = SimpleNamespace(fspath="tests/analysis/claims/test_dates.py", when=when, passed=passed)
        counted.pytest_runtest_logreport(report)
    assert (counted.right["dates"], counted.total["dates"]) == (1, 2)


def test_cases_stand_under_any_heading(tmp_path: Path):
    path = tmp_path / "numerals.json"
    path.write_text(json.dumps({"about": "numbers", "cases": [ONE], "none": ["点"]}), encoding="utf-8")
    assert cases_in(path) == [ONE, "点"]
