from tests.evaluation.evaluate import score_table
from tests.evaluation.scores import Score


def test_the_table_names_a_theme_once():
    lines = score_table([Score("body", "removed", 1, 2), Score("body", "kept", 0, 0)]).splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["body", "removed", "1", "2", "0.500"],
        ["kept", "0", "0", "1.000"],
    ]
