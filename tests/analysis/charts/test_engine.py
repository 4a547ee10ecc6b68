from analysis.charts.engine import ImageError


def test_the_fault_and_what_the_engine_said():
    error = ImageError("not_drawn", "no such axis")
    assert (error.fault, str(error)) == ("not_drawn", "the figure could not be drawn: no such axis")
