import pandas as pd

from analysis.frames.spans import at


def test_the_row_at_a_place():
    rows = pd.DataFrame({"article": ["a", "a", "b", "b"], "start": [1, 2, 1, 1], "end": [3, 4, 5, 5]})
    assert list(at(rows, "a", 1)["end"]) == [3]
    assert list(at(rows, "b", 1)["end"]) == [5]
    assert at(rows, "c", 1).empty
