import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from analysis import build as building
from analysis import schema, store, store_writing
from analysis.build import Flow, NothingAnalysedError, build, ensure
from analysis.document import Article
from analysis.partitions import PER_ARTICLE
from analysis.reading import loading
from analysis.schema import ArticleRow, Evidence, FeatureCell, Mention, SaidTotal, Text
from analysis.store import Store
from analysis.totals import TOTALS


@dataclass
class Recorder:
    """An analysis that finds 钉钉, fails on 坏, and remembers which articles it was given."""

    seen: list[str] = field(default_factory=list)

    def __call__(self, article: Article) -> dict[str, list]:
        self.seen.append(article.name)
        if "坏" in article.text:
            raise KeyError("坏")
        starts = [place for place in range(len(article.text)) if article.text.startswith("钉钉", place)]
        rows: dict[str, list] = {name: [] for name in PER_ARTICLE}
        return rows | {
            "articles": [
                ArticleRow(
                    *(article.name, article.path, None, None, None, None, None, None, None, "hans"),
                    *(article.encoding, article.sha256, len(article.text), len(article.text)),
                )
            ],
            "texts": [Text(article.name, article.text, article.text)],
            "mentions": [
                Mention(article.name, start, start + 2, "钉钉", "钉钉", "product", "alias")
                for start in reversed(starts)
            ],
            "evidence": [
                Evidence(article.name, 0, 2, start, start + 2, "chat", "钉钉", "has", None, False, "r")
                for start in starts
            ],
        }


def counted(said: Iterable[SaidTotal]) -> list[FeatureCell]:
    evidence = sum(row.evidence for row in said)
    return [FeatureCell("chat", None, "钉钉", "has", "has", evidence, 1, None, None)]


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


def articles(out: Path) -> list[str]:
    return store.read(out, "articles")["article"].to_pylist()


def test_every_table_is_written_in_order_of_article_and_place(source, out, flow):
    report = build([source], out, flow)
    assert report.analysed == ("a", "b")
    assert report.reused == report.problems == ()
    assert set(store.stamps(out)) == {"version", "files"}
    mentions = store.read(out, "mentions").to_pylist()
    assert [(row["article"], row["start"]) for row in mentions] == [("b", 0), ("b", 3)]
    assert store.read(out, "features")["evidence"].to_pylist() == [2]


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
    assert articles(out) == ["a"]
    assert store.read(out, "mentions").num_rows == 0


def test_a_file_that_moved_is_not_analysed_again_but_has_its_new_path(source, out, flow, recorder, tmp_path):
    build([source], out, flow)
    recorder.seen.clear()
    moved = source.rename(tmp_path / "elsewhere")
    build([moved], out, flow)
    assert recorder.seen == []
    assert store.read(out, "articles")["path"].to_pylist() == [str(moved / "a.txt"), str(moved / "b.txt")]


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


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b" \n", "empty"), (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary")],
)
def test_an_unusable_file_is_reported_and_the_rest_is_built(source, out, flow, content, reason):
    (source / "broken.txt").write_bytes(content)
    report = build([source], out, flow)
    assert [(problem.path, problem.reason) for problem in report.problems] == [
        (str(source / "broken.txt"), reason)
    ]
    assert articles(out) == ["a", "b"]
    assert store.read(out, "problems")["reason"].to_pylist() == [reason]


def test_a_huge_file_is_reported_without_being_read(source, out, flow, monkeypatch):
    monkeypatch.setattr(loading, "LARGEST", 16)
    (source / "huge.txt").write_text("字" * 100, encoding="utf-8")
    report = build([source], out, flow)
    assert [problem.reason for problem in report.problems] == ["too_large"]


def test_a_missing_source_is_reported(source, out, flow, tmp_path):
    report = build([source, tmp_path / "nowhere.txt"], out, flow)
    assert [problem.reason for problem in report.problems] == ["unreadable"]
    assert articles(out) == ["a", "b"]


def test_a_name_that_is_not_unicode_is_reported_and_the_rest_is_built(source, out, flow, tmp_path):
    report = build([source, tmp_path / "\udcff.txt"], out, flow)
    left_out = [(problem.path, problem.reason) for problem in report.problems]
    assert left_out == [(str(tmp_path / "?.txt"), "unreadable")]
    assert store.read(out, "problems").num_rows == 1


def test_a_folder_without_articles_is_reported(source, out, flow, tmp_path):
    (tmp_path / "barren").mkdir()
    report = build([source, tmp_path / "barren"], out, flow)
    assert [(problem.path, problem.reason) for problem in report.problems] == [
        (str(tmp_path / "barren"), "no_articles")
    ]


def test_nothing_at_all_gives_an_empty_store(out, flow, tmp_path):
    (tmp_path / "barren").mkdir()
    build([tmp_path / "barren"], out, flow)
    assert Store(out).articles().empty


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n\x00\x00\x00"])
def test_a_store_can_be_kept_where_nothing_can_be_analysed(source, out, flow, tmp_path, content):
    build([source], out, flow)
    before = store.stamps(out)
    (tmp_path / "barren").mkdir()
    if content is not None:
        (tmp_path / "barren" / "c.txt").write_bytes(content)
    with pytest.raises(NothingAnalysedError) as error:
        build([tmp_path / "barren"], out, flow)
    assert len(error.value.outcome.problems) == 1
    assert articles(out) == ["a", "b"]
    assert store.stamps(out) == before
    assert not [path for path in out.iterdir() if path.name.startswith(store_writing.ASIDE)]


def test_where_there_is_no_store_to_keep_an_empty_one_is_written(out, flow, tmp_path):
    (tmp_path / "barren").mkdir()
    build([tmp_path / "barren"], out, flow)
    assert Store(out).articles().empty


def test_two_files_of_one_name_are_both_left_out_and_named(source, out, flow):
    (source / "b.md").write_text("另一篇", encoding="utf-8")
    report = build([source], out, flow)
    assert [(Path(each.path).name, each.reason, Path(each.detail).name) for each in report.problems] == [
        ("b.md", "same_name", "b.txt"),
        ("b.txt", "same_name", "b.md"),
    ]
    assert articles(out) == ["a"]


def test_an_article_in_two_files_counts_once_and_is_named(source, out, flow):
    (source / "c.txt").write_bytes((source / "a.txt").read_bytes())
    (source / "d.txt").write_text("钉钉和飞书", encoding="utf-8")
    report = build([source], out, flow)
    left_out = [(Path(each.path).name, each.reason, Path(each.detail).name) for each in report.problems]
    assert left_out == [("c.txt", "same_text", "a.txt")]
    assert articles(out) == ["a", "b", "d"]


def test_a_failing_analysis_is_reported_with_its_place_and_the_rest_is_built(source, out, flow):
    (source / "c.txt").write_text("坏", encoding="utf-8")
    report = build([source], out, flow)
    (problem,) = report.problems
    assert problem.path == str(source / "c.txt")
    assert problem.reason == "analysis_failed"
    assert problem.detail.startswith("KeyError: '坏' (test_build.py, line ")
    assert articles(out) == ["a", "b"]


def test_rows_that_do_not_fit_their_table_are_the_articles_problem(source, out, recorder, flow):
    def unfit(article):
        return (
            recorder(article) | {"texts": [Text(article.name, article.text, None)]}
            if article.name == "b"
            else recorder(article)
        )

    report = build([source], out, replace(flow, analysis=lambda: unfit))
    assert [problem.reason for problem in report.problems] == ["analysis_failed"]
    assert articles(out) == ["a"]


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
    assert articles(out) == ["a", "b"]


def test_progress_counts_the_files_that_are_analysed(source, out, flow):
    told = []
    build([source], out, flow, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


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
        "import sys; from pathlib import Path; from analysis.build import build;"
        "build([Path(sys.argv[1])], Path(sys.argv[2]));"
        "sys.exit('pandas' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "one.txt"), str(tmp_path / "store")]
    assert subprocess.run(command, check=False).returncode == 0


def test_all_code_that_makes_rows_counts_for_the_version():
    code = "import sys, analysis.pipeline, analysis.matrix.features; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    modules = [name.split(".") for name in loaded.stdout.split() if name.startswith("analysis.")]
    assert {room for _, room, *rest in modules if rest} == set(building.ROOMS)
