"""Takes the picture in README.md from the real page: ``make screenshot``."""

from pathlib import Path

PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.png"


def test_screenshot(visit, settled):
    page = visit("/features")
    page.locator(".matrix button").nth(2).click()
    page.locator(".st-key-card-features-matrix .quotes mark").first.wait_for()
    settled(page)
    PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=PICTURE)
    assert PICTURE.stat().st_size < 400_000
