from dataclasses import replace
from pathlib import Path

import pytest

from analysis.reading import loading
from analysis.schema import Text
from analysis.storage import store, store_writing
from analysis.storage.build import NothingAnalysedError, build
from tests.analysis.recorder import stored


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
    assert stored(out) == ["a", "b"]
    assert store.read(out, "problems")["reason"].to_pylist() == [reason]


def test_a_huge_file_is_reported_without_being_read(source, out, flow, monkeypatch):
    monkeypatch.setattr(loading, "LARGEST", 16)
    (source / "huge.txt").write_text("字" * 100, encoding="utf-8")
    report = build([source], out, flow)
    assert [problem.reason for problem in report.problems] == ["too_large"]


def test_a_missing_source_is_reported(source, out, flow, tmp_path):
    report = build([source, tmp_path / "nowhere.txt"], out, flow)
    assert [problem.reason for problem in report.problems] == ["unreadable"]
    assert stored(out) == ["a", "b"]


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
    assert stored(out) == ["a", "b"]
    assert store.stamps(out) == before
    assert not [path for path in out.iterdir() if path.name.startswith(store_writing.ASIDE)]


def test_two_files_of_one_name_are_both_left_out_and_named(source, out, flow):
    (source / "b.md").write_text("另一篇", encoding="utf-8")
    report = build([source], out, flow)
    assert [(Path(each.path).name, each.reason, Path(each.detail).name) for each in report.problems] == [
        ("b.md", "same_name", "b.txt"),
        ("b.txt", "same_name", "b.md"),
    ]
    assert stored(out) == ["a"]


def test_an_article_in_two_files_counts_once_and_is_named(source, out, flow):
    (source / "c.txt").write_bytes((source / "a.txt").read_bytes())
    (source / "d.txt").write_text("钉钉和飞书", encoding="utf-8")
    report = build([source], out, flow)
    left_out = [(Path(each.path).name, each.reason, Path(each.detail).name) for each in report.problems]
    assert left_out == [("c.txt", "same_text", "a.txt")]
    assert stored(out) == ["a", "b", "d"]


def test_a_failing_analysis_is_reported_with_its_place_and_the_rest_is_built(source, out, flow):
    (source / "c.txt").write_text("坏", encoding="utf-8")
    report = build([source], out, flow)
    (problem,) = report.problems
    assert problem.path == str(source / "c.txt")
    assert problem.reason == "analysis_failed"
    assert problem.detail.startswith("KeyError: '坏' (recorder.py, line ")
    assert stored(out) == ["a", "b"]


def test_rows_that_do_not_fit_their_table_are_the_articles_problem(source, out, recorder, flow):
    def unfit(article):
        return (
            recorder(article) | {"texts": [Text(article.name, article.text, None)]}
            if article.name == "b"
            else recorder(article)
        )

    report = build([source], out, replace(flow, analysis=lambda: unfit))
    assert [problem.reason for problem in report.problems] == ["analysis_failed"]
    assert stored(out) == ["a"]
