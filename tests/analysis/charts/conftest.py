import os
from collections.abc import Iterator

import pytest

from analysis.charts import chrome
from analysis.strings.labels import Labels


class Echo(Labels):
    """Labels that say their key and their facts, so that a text not from labels is seen."""

    def __call__(self, key: str, **facts: object) -> str:
        return " ".join([f"⟨{key}⟩", *map(str, facts.values())])


@pytest.fixture
def labels() -> Echo:
    return Echo("zh")


@pytest.fixture(scope="module")
def browser_engine() -> Iterator[chrome.Chrome]:
    """The browser of this computer as an engine of a module's own."""
    if chrome.engine() is None:
        said = "no Chromium, Chrome or Edge was found"
        pytest.fail(said) if os.environ.get("DUIDU_REQUIRE_BROWSER") else pytest.skip(said)
    engine = chrome.Chrome()
    yield engine
    engine.stop()
