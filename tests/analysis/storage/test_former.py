"""What is taken over from the store of a former build, here of one part file an article."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from analysis import schema
from analysis.storage import build as building
from analysis.storage import partitions, store
from analysis.storage.build import build
from analysis.storage.former import Former, formers
from analysis.storage.store import StoreError

NAMES = "bdfh"
PARTS = [f"part-{number:06}.parquet" for number in range(len(NAMES))]


@pytest.fixture(autouse=True)
def _parts_of_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (building, partitions):
        monkeypatch.setattr(module, "PARTITION_BYTES", 1)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name in NAMES:
        write(tmp_path / "articles" / f"{name}.txt", f"钉钉{name}")
    return tmp_path / "articles"


@pytest.fixture
def built(source: Path, out: Path, flow, recorder) -> Path:
    build([source], out, flow)
    recorder.seen.clear()
    return out


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("group", "near"),
    [("a", []), ("b", [0]), ("bd", [0, 1]), ("ac", [0]), ("cg", [1, 2]), ("e", []), ("ai", [0, 1, 2, 3])],
)
def test_only_parts_that_may_hold_an_article_are_near_it(built: Path, group: str, near: list[int]):
    (former,) = formers(built, [[Path(f"{name}.txt") for name in group]])
    assert former == Former(built, tuple(PARTS[number] for number in near))


def test_no_other_part_is_opened(built: Path, source: Path):
    (store.location(built, "mentions") / PARTS[3]).write_bytes(b"damaged")
    (former,) = formers(built, [[source / "b.txt"]])
    assert former.tables([source / "b.txt"])["mentions"]["surface"].to_pylist() == ["钉钉"]
    with pytest.raises(StoreError, match="mentions"):
        store.rows_of(built, "mentions", ["b"])


def test_texts_that_repeat_are_held_once(built: Path, source: Path):
    kept = Former(built, tuple(PARTS)).tables([source / "b.txt", source / "h.txt"])
    assert pa.types.is_dictionary(kept["mentions"].schema.field("entity").type)
    assert pa.types.is_string(kept["texts"].schema.field("text").type)


def test_what_is_taken_over_is_as_if_all_were_analysed(
    built: Path, source: Path, tmp_path: Path, flow, recorder
):
    (source / "d.txt").unlink()
    write(source / "c.txt", "钉钉和钉钉")
    write(source / "h.txt", "钉钉h又钉钉")
    build([source], built, flow)
    assert recorder.seen == ["c", "h"]
    build([source], tmp_path / "new", flow)
    for name in schema.TABLES:
        assert store.read(built, name).equals(store.read(tmp_path / "new", name)), name
