import json
from pathlib import Path

import pptx
import pytest

from analysis.charts.engine import ImageError
from analysis.schema import Problem
from analysis.storage.partitions import Outcome
from analysis.storage.store import Store
from analysis.terminal import commands
from analysis.terminal.command_line import main


@pytest.fixture
def report(monkeypatch):
    """Building gives whatever report is set here; the call is kept in ``called``."""

    class Building:
        result = Outcome(("a",), (), ())
        called: tuple = ()

        def __call__(self, sources, out, *, workers, scheduler, progress):
            self.called = (sources, out, workers)
            return self.result

    building = Building()
    monkeypatch.setattr(commands, "build", building)
    return building


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (Outcome(("a",), ("b",), ()), 0),
        (Outcome((), ("b",), ()), 0),
        (Outcome(("a",), (), (Problem("c.txt", "empty", None),)), 1),
        (Outcome((), (), (Problem("c.txt", "empty", None),)), 2),
    ],
)
def test_build_ends_with_what_became_of_the_files(report, tmp_path, result, code):
    report.result = result
    assert main(["build", "articles", "more", "--out", str(tmp_path), "--workers", "2"]) == code
    assert [str(source) for source in report.called[0]] == ["articles", "more"]
    assert report.called[1:] == (tmp_path, 2)


@pytest.mark.parametrize("reason", commands.REASONS)
def test_what_is_left_out_is_named_with_its_reason(report, tmp_path, capsys, reason):
    report.result = Outcome(("a",), ("b",), (Problem("c.txt", reason, "detail"),))
    main(["build", "articles", "--out", str(tmp_path)])
    printed = capsys.readouterr()
    assert printed.err == f"left out: c.txt: {commands.REASONS[reason]} (detail)\n"
    assert printed.out == f"articles in {tmp_path}: 2 (1 analysed, 1 unchanged)\n"


def test_a_store_stays_where_there_is_nothing_to_build_from(folder, tmp_path, capsys):
    (tmp_path / "barren").mkdir()
    assert main(["build", str(tmp_path / "barren"), "--out", str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"left out: {tmp_path / 'barren'}: there are no articles in it (.txt, .md, .html)\n"
        f"{folder} stays as it was: there is no article that can be analysed\n"
    )
    assert len(Store(folder).articles()) == 3


@pytest.mark.parametrize(
    ("options", "title"),
    [
        ([], "钉钉和企业微信：3\u2009篇文章怎么说"),
        (["--language", "en"], "DingTalk and WeCom in 3 articles"),
    ],
)
def test_deck_writes_slides(folder, tmp_path, capsys, options, title):
    out = tmp_path / "duidu.pptx"
    assert main(["deck", str(folder), "--out", str(out), *options]) == 0
    assert pptx.Presentation(out).core_properties.title.split() == title.split()
    assert capsys.readouterr().out == f"slides in {out}\n"
    assert [path.name for path in tmp_path.iterdir() if "duidu" in path.name] == ["duidu.pptx"]


def test_deck_takes_the_look_of_a_template(folder, tmp_path):
    made, template, out = pptx.Presentation(), tmp_path / "ours.pptx", tmp_path / "duidu.pptx"
    made.slide_width = 5_000_000
    made.save(template)
    assert main(["deck", str(folder), "--out", str(out), "--template", str(template)]) == 0
    assert pptx.Presentation(out).slide_width == 5_000_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{0}/store", "--out", "{0}/nowhere/a.pptx"], "{0}/nowhere/a.pptx: cannot be written ("),
        (["{0}/nowhere", "--out", "{0}/a.pptx"], "{0}/nowhere/articles.parquet: the table is missing;"),
        (["{0}/store", "--out", "{0}/a.pptx", "--template", "{0}/b.pptx"], "{0}/b.pptx: cannot be read ("),
        (
            ["{0}/store", "--out", "{0}/a.pptx", "--template", "{0}/store/texts.parquet"],
            "{0}/store/texts.parquet: the template is no PowerPoint file;",
        ),
        (["{0}/empty", "--out", "{0}/a.pptx"], "{0}/empty has no articles;"),
    ],
)
def test_why_there_are_no_slides_is_said_in_a_sentence(folder, tmp_path, capsys, arguments, said):
    (tmp_path / "barren").mkdir()
    main(["build", str(tmp_path / "barren"), "--out", str(tmp_path / "empty")])
    capsys.readouterr()
    assert main(["deck", *(each.format(tmp_path) for each in arguments)]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith(said.format(tmp_path))
    assert printed.count("\n") == 1
    assert not list(tmp_path.glob("*a.pptx*"))


def test_a_figure_that_cannot_be_drawn_is_said(folder, tmp_path, capsys, monkeypatch):
    def broken(*_):
        raise ImageError("no_engine")

    monkeypatch.setattr("analysis.exports.deck_file.presentation", broken)
    assert main(["deck", str(folder), "--out", str(tmp_path / "a.pptx")]) == 2
    assert capsys.readouterr().err.startswith("images need ")


def test_a_file_that_was_there_stays_where_writing_fails(folder, tmp_path, capsys, monkeypatch):
    out = tmp_path / "terms.csv"
    out.write_text("before")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["export", str(folder), "--table", "terms", "--format", "csv", "--out", str(out)]) == 2
    assert out.read_text() == "before"
    assert "No space left on device" in capsys.readouterr().err


def test_export_writes_the_table(folder, tmp_path, capsys):
    out = tmp_path / "terms.json"
    assert main(["export", str(folder), "--table", "metrics", "--format", "json", "--out", str(out)]) == 0
    assert [row["surface"] for row in json.loads(out.read_text(encoding="utf-8"))] == [
        "1000万",
        "800萬",
        "3.0",
    ]
    assert capsys.readouterr().out == f"3 rows of metrics in {out}\n"


def test_explain_prints_the_article(folder, capsys):
    assert main(["explain", str(folder), "two"]) == 0
    printed = capsys.readouterr().out
    assert "釘釘已有800萬企業用戶。" in printed
    assert "[alias]" in printed
    assert "\x1b" not in printed


def test_an_unknown_article_is_named_with_those_there_are(folder, capsys):
    assert main(["explain", str(folder), "four"]) == 2
    assert capsys.readouterr().err == f"{folder} has no article four; it has: one, two, three\n"
