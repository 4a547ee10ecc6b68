import pytest


class Echo:
    """Labels that say their key and their facts, so that a text not from labels is seen."""

    language = "zh"

    def __call__(self, key: str, **facts: object) -> str:
        return " ".join([f"⟨{key}⟩", *map(str, facts.values())])


@pytest.fixture
def labels() -> Echo:
    return Echo()
