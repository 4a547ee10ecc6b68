import subprocess
import sys

from analysis import schema
from analysis.storage import build as building
from analysis.storage import store
from analysis.storage.build import build
from analysis.storage.store import Store
from analysis.storage.totals import TOTALS


def test_every_table_is_written_in_order_of_article_and_place(source, out, flow):
    report = build([source], out, flow)
    assert report.analysed == ("a", "b")
    assert report.reused == report.problems == ()
    assert set(store.stamps(out)) == {"version", "files"}
    mentions = store.read(out, "mentions").to_pylist()
    assert [(row["article"], row["start"]) for row in mentions] == [("b", 0), ("b", 3)]
    assert store.read(out, "features")["evidence"].to_pylist() == [2]


def test_where_there_is_no_store_to_keep_an_empty_one_is_written(out, flow, tmp_path):
    (tmp_path / "barren").mkdir()
    build([tmp_path / "barren"], out, flow)
    assert Store(out).articles().empty


def test_progress_counts_the_files_that_are_analysed(source, out, flow):
    told = []
    build([source], out, flow, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_the_shipped_version_follows_the_lexicons(tmp_path, monkeypatch):
    (tmp_path / "words.tsv").write_text("word\n", encoding="utf-8")
    monkeypatch.setattr(building.lexicon, "FOLDER", tmp_path)
    before = building.shipped().version
    assert building.shipped().version == before
    (tmp_path / "words.tsv").write_text("word\n钉钉\n", encoding="utf-8")
    assert building.shipped().version != before


def test_the_shipped_analysis_gives_the_same_store_with_several_processes(seeds, store_path, out):
    report = build([seeds], out, workers=2)
    assert len(report.analysed) == 5
    assert report.problems == ()
    for name in schema.TABLES.keys() - TOTALS:
        assert store.read(out, name) == store.read(store_path, name), name


def test_every_span_of_the_seeds_lies_in_its_article(store_path):
    lengths = {row["article"]: len(row["text"]) for row in store.read(store_path, "texts").to_pylist()}
    for name in schema.TABLES:
        for row in store.read(store_path, name).to_pylist():
            if "start" in row:
                end = row.get("end", row["start"] + 1)
                assert 0 <= row["start"] < end <= lengths[row["article"]], name


def test_surfaces_of_the_seeds_stand_where_their_spans_say(store_path):
    texts = {row["article"]: row["text"] for row in store.read(store_path, "texts").to_pylist()}
    for name in ("mentions", "events"):
        for row in store.read(store_path, name).to_pylist():
            assert texts[row["article"]][row["start"] : row["end"]] == row["surface"]


def test_building_does_not_import_pandas(tmp_path):
    (tmp_path / "one.txt").write_text("钉钉有2亿用户，支持日程。", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from analysis.storage.build import build;"
        "build([Path(sys.argv[1])], Path(sys.argv[2]));"
        "sys.exit('pandas' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "one.txt"), str(tmp_path / "store")]
    assert subprocess.run(command, check=False).returncode == 0


def test_all_code_that_makes_rows_counts_for_the_version():
    loading = "import sys, analysis.pipeline, analysis.storage.build, analysis.matrix.feature_cells"
    code = f"{loading}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    modules = [name.split(".") for name in loaded.stdout.split() if name.startswith("analysis.")]
    assert {room for _, room, *rest in modules if rest} == set(building.ROOMS)
