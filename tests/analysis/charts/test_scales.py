import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.scales import Scale, fitting

VALUES = st.lists(st.floats(0, 1e12, allow_subnormal=False), min_size=1, max_size=8)


@given(VALUES)
def test_every_value_lies_on_its_scale(values: list[float]):
    scale = fitting(values)
    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in values)


@given(VALUES, st.floats(0, 1))
def test_a_place_leads_back_to_its_value(values: list[float], share: float):
    scale = fitting(values)
    assert scale.share(scale.value(share)) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ([2, 3], Scale(0, 3, log=False)),
        ([1, 50], Scale(1, 50, log=True)),
        ([1, 49], Scale(0, 49, log=False)),
        ([0, 1e9], Scale(0, 1e9, log=False)),
        ([-5, 5], Scale(-5, 5, log=False)),
        ([0], Scale(0, 1, log=False)),
        ([], Scale(0, 1, log=False)),
    ],
)
def test_a_scale_is_logarithmic_only_where_values_lie_far_apart(values: list[float], scale: Scale):
    assert fitting(values) == scale


def test_a_log_scale_is_given_in_exponents():
    scale = Scale(10, 1000, log=True)
    assert (scale.type, scale.range, scale.position(100)) == ("log", [1, 3], 2)


def test_a_longer_scale_has_room_on_both_sides():
    scale = Scale(0, 100, log=False).longer(0.1, 0.5)
    assert scale.range == pytest.approx([-10, 150])
