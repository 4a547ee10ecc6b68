import re

import pytest

from analysis.charts.theme import DARK, LIGHT, Theme, mixed, product_colour
from tests.contrast import contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)

OKABE_ITO = {"钉钉": "#0072B2", "企业微信": "#009E73", "飞书": "#CC79A7", "微信": "#E69F00", "QQ": "#56B4E9"}


def colours(theme: Theme) -> list[str]:
    plain = [theme.background, theme.text, theme.muted, theme.faint, theme.grid, theme.neutral]
    return [*plain, *theme.families.values(), *theme.others]


@THEMES
def test_colours_are_written_in_full(theme: Theme):
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours(theme))


@THEMES
def test_what_is_read_stands_out(theme: Theme):
    assert contrast(theme.text, theme.background) >= 7
    assert contrast(theme.muted, theme.background) >= 4.5


@THEMES
def test_guides_stay_behind_what_is_read(theme: Theme):
    order = [
        contrast(colour, theme.background) for colour in (theme.grid, theme.faint, theme.muted, theme.text)
    ]
    assert order == sorted(order)


def test_products_stand_out_on_a_dark_page():
    marks = [*DARK.families.values(), *DARK.others, DARK.neutral]
    assert min(contrast(colour, DARK.background) for colour in marks) >= 3


def test_the_light_colours_are_those_of_okabe_and_ito():
    assert {product: product_colour(LIGHT, product) for product in OKABE_ITO} == OKABE_ITO


@THEMES
@pytest.mark.parametrize(
    ("product", "other"),
    [("钉钉文档", "钉钉"), ("政务微信", "企业微信"), ("Lark", "飞书"), ("小程序", "微信"), ("企业QQ", "QQ")],
)
def test_a_family_has_one_colour(theme: Theme, product: str, other: str):
    assert product_colour(theme, product) == product_colour(theme, other)


@THEMES
@pytest.mark.parametrize("product", ["Slack", "腾讯", "没有这个产品", None])
def test_everything_else_is_grey(theme: Theme, product: str | None):
    assert product_colour(theme, product) in theme.others


@THEMES
def test_companies_that_stand_among_products_have_different_greys(theme: Theme):
    assert len({product_colour(theme, name) for name in ("饿了么", "美团", "京东")}) == 3


@THEMES
def test_families_and_others_are_told_apart(theme: Theme):
    assert len({*theme.families.values(), *theme.others}) == len(theme.families) + len(theme.others)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#FFFFFF", "#000000", 21), ("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(("share", "colour"), [(0, "#000000"), (0.5, "#808080"), (1, "#ffffff")])
def test_colours_mix(share: float, colour: str):
    assert mixed("#000000", "#FFFFFF", share) == colour
