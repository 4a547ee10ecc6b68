"""Takes the picture in README.md from the real page: ``make screenshot``."""

from pathlib import Path

PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.png"


def test_screenshot(visit):
    page = visit("/features")
    page.locator(".matrix button").nth(4).click()
    page.locator(".quotes mark").first.wait_for()
    PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=PICTURE)
    assert PICTURE.stat().st_size < 400_000
