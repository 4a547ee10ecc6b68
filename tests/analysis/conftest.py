"""A small store made by hand, so that what its frames must hold can be read off it; and what builds one."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from analysis import schema
from analysis.reading.script import fold
from analysis.schema import (
    ArticleRow,
    Comparison,
    Event,
    Evidence,
    FeatureCell,
    Mention,
    Metric,
    Removed,
    Sentence,
    Term,
    Text,
    Token,
)
from analysis.schema.arrow_tables import arrow_table
from analysis.storage import store, store_writing
from analysis.storage.build import Flow
from analysis.storage.store import Store
from analysis.storage.totals import MADE_OF, totals
from tests.analysis.recorder import Recorder, counted

TITLED = "钉钉和企业微信\n钉钉有1000万企业用户。企业微信支持视频会议，钉钉也支持。\n点击购买。\n"
UNTITLED = "釘釘已有800萬企業用戶。2019年Q4企業微信發布3.0版，釘釘沒有。微信沒有打卡功能，\r\n會議軟件更好。"
BARE = "飞书。"

PRODUCTS = {
    "钉钉": "钉钉|釘釘",
    "企业微信": "企业微信|企業微信",
    "微信": "(?<!企业)(?<!企業)微信",
    "飞书": "飞书",
}
WORDS = {"会议": "会议|會議", "软件": "软件|軟件", "用户": "用户|用戶", "打卡": "打卡"}


def span(text: str, surface: str) -> tuple[int, int]:
    """Where ``surface`` stands first in ``text``."""
    return text.index(surface), text.index(surface) + len(surface)


def sentence(text: str, surface: str) -> tuple[int, int]:
    """The sentence in which ``surface`` stands first."""
    start = text.index(surface)
    return next(match.span() for match in re.finditer(r"[^。\n]+。?", text) if match.end() > start)


def found(name: str, text: str) -> dict[str, list]:
    """Rows that follow from the text alone: mentions, tokens, terms and sentences."""
    mentions = [
        Mention(name, *match.span(), match[0], product, "product", "alias")
        for product, pattern in PRODUCTS.items()
        for match in re.finditer(pattern, text)
    ]
    words = [
        Token(name, *match.span(), word)
        for word, pattern in WORDS.items()
        for match in re.finditer(pattern, text)
    ]
    tokens = sorted([*(Token(name, row.start, row.end, row.entity) for row in mentions), *words])
    counts = Counter((token.term, "n" if token.term in WORDS else "nz") for token in tokens)
    return {
        "mentions": sorted(mentions),
        "tokens": tokens,
        "terms": [Term(name, *key, count) for key, count in counts.items()],
        "sentences": [Sentence(name, *match.span()) for match in re.finditer(r"[^。\n]+。?", text)],
        "texts": [Text(name, text, fold(text))],
    }


def header(name: str, text: str, **known) -> ArticleRow:
    empty = ArticleRow(
        *(name, f"{name}.txt", None, None, None, None, None, None, None),
        *("hans", "utf-8", "0" * 64, len(text), len(text)),
    )
    return empty._replace(**known)


def claim(name: str, text: str, surface: str, around: str, **known) -> Metric:
    empty = Metric(
        *(name, *span(text, surface), surface, None, None, None, None, "count_other", "exact"),
        *(None, None, None, None, "asserted", *sentence(text, around), "number"),
    )
    return empty._replace(**known)


def titled() -> dict[str, list]:
    name, text = "one", TITLED
    rows = found(name, text)
    advert = span(text, "点击购买。")
    body = fold(text).replace("点击购买。", " " * 5)
    return rows | {
        "articles": [header(name, text, title="钉钉和企业微信", title_start=0, title_end=7, body_chars=36)],
        "removed": [Removed(name, *advert, "advert")],
        "sentences": [row for row in rows["sentences"] if row[1:] != advert],
        "texts": [Text(name, text, body)],
        "metrics": [
            claim(
                name,
                text,
                "1000万",
                "钉钉有",
                value=1e7,
                unit="enterprises",
                kind="enterprise_count",
                subject="钉钉",
                as_of="2019",
            )
        ],
        "evidence": [
            Evidence(
                name,
                *sentence(text, "企业微信支持"),
                *span(text, "视频会议"),
                "meeting",
                product,
                "has",
                None,
                False,
                "r",
            )
            for product in ("钉钉", "企业微信")
        ],
    }


def untitled() -> dict[str, list]:
    name, text = "two", UNTITLED
    around = sentence(text, "2019年Q4")
    clock = sentence(text, "打卡")
    return found(name, text) | {
        "articles": [header(name, text, published="2020-02", script="hant", author="作者")],
        "metrics": [
            claim(
                name,
                text,
                "800萬",
                "釘釘已有",
                value=8e6,
                unit="enterprises",
                kind="enterprise_count",
                subject="钉钉",
            ),
            claim(name, text, "3.0", "3.0", value=3.0, unit="versions", subject=None),
        ],
        "events": [
            Event(
                *(name, *span(text, "2019年Q4"), "2019年Q4", "2019-Q4", "quarter", False, "stated"),
                *(["企业微信", "钉钉"], *around, "date"),
            )
        ],
        "evidence": [
            Evidence(
                name, *around, *span(text, "3.0版"), "version_3", "企业微信", "has", "2019-Q4", True, "r"
            ),
            Evidence(name, *around, *span(text, "3.0版"), "version_3", "钉钉", "lacks", "2019-Q4", True, "r"),
            Evidence(name, *clock, *span(text, "打卡"), "clock", "微信", "lacks", None, False, "r"),
        ],
        "comparisons": [
            Comparison(
                name, *around, ["企业微信", "钉钉"], "企业微信", None, *span(text, "沒有"), None, "lacks"
            ),
        ],
    }


def bare() -> dict[str, list]:
    return found("three", BARE) | {"articles": [header("three", BARE)]}


def cells() -> list[FeatureCell]:
    return [
        FeatureCell("meeting", "talk", "钉钉", "has", "has", 1, 1, None, None),
        FeatureCell("meeting", "talk", "企业微信", "has", "has", 1, 1, None, None),
        FeatureCell("clock", "office", "微信", "lacks", "lacks", 1, 1, None, None),
        FeatureCell("version_3", None, "企业微信", "has", "has", 1, 1, "2019-Q4", "2019-Q4"),
        FeatureCell("version_3", None, "钉钉", "lacks", "lacks", 1, 1, "2019-Q4", "2019-Q4"),
    ]


def tables(*parts: dict[str, list]) -> dict:
    """All tables of a store from the rows of some articles."""
    rows = {name: [row for part in parts for row in part.get(name, [])] for name in schema.TABLES}
    made = {name: arrow_table(name, each) for name, each in rows.items()}
    return made | totals(made)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of three articles, not to be changed: titled, untitled in Traditional, and bare."""
    folder = tmp_path_factory.mktemp("small") / "store"
    store_writing.write(folder, tables(titled(), untitled(), bare(), {"features": cells()}), {})
    return Store(folder)


@pytest.fixture
def folder(small: Store, tmp_path: Path) -> Path:
    """The folder of a copy of that store, to be changed."""
    return Path(shutil.copytree(small.path, tmp_path / "store"))


@pytest.fixture
def holding(folder: Path) -> Callable[..., Store]:
    """A store like ``small`` with other rows in one table, and totals of them."""

    def with_rows(name: str, rows: Sequence) -> Store:
        given = {of: store.read(folder, of) for of in MADE_OF} | {name: arrow_table(name, rows)}
        store_writing.write(folder, {name: given[name]} | totals(given), {})
        return Store(folder)

    return with_rows


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def flow(recorder) -> Flow:
    return Flow(lambda: recorder, counted, "first")


@pytest.fixture
def source(tmp_path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "b.txt").write_text("钉钉和钉钉", encoding="utf-8")
    (folder / "a.txt").write_text("没有产品", encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "store"
