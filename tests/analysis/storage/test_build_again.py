from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from analysis import schema
from analysis.storage import build as building
from analysis.storage import store
from analysis.storage.build import build, ensure
from analysis.storage.store import Store
from tests.analysis.recorder import stored


def test_an_unchanged_article_is_not_analysed_again(source, out, flow, recorder):
    build([source], out, flow)
    before = {name: store.read(out, name) for name in schema.TABLES}
    recorder.seen.clear()
    report = build([source], out, flow)
    assert recorder.seen == []
    assert report.analysed == ()
    assert report.reused == ("a", "b")
    assert {name: store.read(out, name) for name in schema.TABLES} == before


def test_the_analysis_is_not_even_loaded_when_nothing_changed(source, out, flow):
    build([source], out, flow)

    def unloadable():
        raise AssertionError

    build([source], out, replace(flow, analysis=unloadable))


def test_only_a_changed_article_is_analysed_again(source, out, flow, recorder):
    build([source], out, flow)
    recorder.seen.clear()
    (source / "a.txt").write_text("钉钉", encoding="utf-8")
    build([source], out, flow)
    assert recorder.seen == ["a"]
    assert store.read(out, "mentions")["article"].to_pylist() == ["a", "b", "b"]
    assert store.read(out, "features")["evidence"].to_pylist() == [3]


def test_another_version_analyses_everything_again(source, out, flow, recorder):
    build([source], out, flow)
    recorder.seen.clear()
    build([source], out, replace(flow, version="second"))
    assert recorder.seen == ["a", "b"]


def test_a_file_that_is_gone_leaves_the_store(source, out, flow):
    build([source], out, flow)
    (source / "b.txt").unlink()
    build([source], out, flow)
    assert stored(out) == ["a"]
    assert store.read(out, "mentions").num_rows == 0


def test_a_file_that_moved_is_not_analysed_again_but_has_its_new_path(source, out, flow, recorder, tmp_path):
    build([source], out, flow)
    recorder.seen.clear()
    moved = source.rename(tmp_path / "elsewhere")
    build([moved], out, flow)
    assert recorder.seen == []
    assert store.read(out, "articles")["path"].to_pylist() == [str(moved / "a.txt"), str(moved / "b.txt")]


def test_what_cannot_be_taken_over_is_analysed_again(source, out, flow, recorder):
    build([source], out, flow)
    recorder.seen.clear()
    (source / "a.txt").write_text("钉钉", encoding="utf-8")
    texts = store.location(out, "texts")
    whole = texts.read_bytes()
    texts.write_bytes(whole[:4] + bytes(60) + whole[64:])
    told = []
    report = build([source], out, flow, progress=lambda done, of: told.append((done, of)))
    assert recorder.seen == ["a", "b"]
    assert report.analysed == ("a", "b")
    assert told[-1] == (2, 2)
    assert store.read(out, "texts")["article"].to_pylist() == ["a", "b"]


@pytest.mark.parametrize("name", ["articles", "texts"])
def test_a_damaged_store_is_built_anew(source, out, flow, recorder, name):
    build([source], out, flow)
    recorder.seen.clear()
    store.location(out, name).write_bytes(b"damaged")
    build([source], out, flow)
    assert recorder.seen == ["a", "b"]
    assert list(Store(out).articles()["article"]) == ["a", "b"]


def test_a_store_whose_rows_cannot_be_taken_over_is_built_anew(source, out, flow, recorder):
    build([source], out, flow)
    recorder.seen.clear()
    table = pq.read_table(store.location(out, "mentions"))
    pq.write_table(table.drop_columns(["rule"]), store.location(out, "mentions"))
    build([source], out, flow)
    assert recorder.seen == ["a", "b"]
    assert Store(out).query("SELECT rule FROM mentions").size


def test_a_failed_article_is_tried_again(source, out, flow, recorder):
    (source / "c.txt").write_text("坏", encoding="utf-8")
    build([source], out, flow)
    recorder.seen.clear()
    build([source], out, flow)
    assert recorder.seen == ["c"]


def test_an_analysis_that_cannot_be_loaded_leaves_the_store_as_it_was(source, out, flow):
    build([source], out, flow)
    (source / "c.txt").write_text("新", encoding="utf-8")

    def broken():
        raise ValueError("lexicon")

    with pytest.raises(ValueError, match="lexicon"):
        build([source], out, replace(flow, analysis=broken))
    assert stored(out) == ["a", "b"]


def test_ensure_builds_only_what_changed(source, out, flow, recorder, monkeypatch):
    monkeypatch.setattr(building, "shipped", lambda: flow)
    assert ensure([source], out) == out
    version = Store(out).version
    ensure([source], out)
    assert Store(out).version == version
    (source / "a.txt").write_text("钉钉", encoding="utf-8")
    ensure([source], out)
    assert recorder.seen == ["a", "b", "a"]
    assert Store(out).version != version


def test_ensure_mends_a_damaged_store(source, out, flow, monkeypatch):
    monkeypatch.setattr(building, "shipped", lambda: flow)
    ensure([source], out)
    store.location(out, "events").unlink()
    ensure([source], out)
    assert list(Store(out).articles()["article"]) == ["a", "b"]


def test_ensure_builds_again_when_the_version_changes(source, out, flow, recorder, monkeypatch):
    monkeypatch.setattr(building, "shipped", lambda: flow)
    ensure([source], out)
    monkeypatch.setattr(building, "shipped", lambda: replace(flow, version="second"))
    ensure([source], out)
    assert recorder.seen == ["a", "b", "a", "b"]
