import io
import os
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from analysis.lexicon import LexiconError
from analysis.storage import workers
from analysis.terminal import command_line, commands
from analysis.terminal.command_line import main


def test_a_cluster_that_cannot_be_used_is_said_plainly(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(workers, "ANSWER_WITHIN", "500ms")
    assert main(["build", "articles", "--out", str(tmp_path), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "tcp://127.0.0.1:9: no Dask scheduler answers there" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["build", "articles"],
        ["build", "--out", "store"],
        ["build", "articles", "--out", "store", "--workers", "0"],
        ["build", "articles", "--out", "store", "--workers", "many"],
        ["export", "store", "--table", "nothing", "--format", "csv", "--out", "file"],
        ["export", "store", "--table", "terms", "--format", "pdf", "--out", "file"],
        ["deck", "store"],
        ["deck", "store", "--out", "file.pdf"],
        ["deck", "store", "--out", "file.pptx", "--language", "fr"],
    ],
)
def test_wrong_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "{}", "one"],
        ["export", "{}", "--table", "terms", "--format", "json", "--out", "{}.json"],
    ],
)
def test_a_folder_that_is_no_store_is_named(tmp_path, capsys, arguments):
    assert main([argument.format(tmp_path / "nowhere") for argument in arguments]) == 2
    assert str(tmp_path / "nowhere") in capsys.readouterr().err


def test_a_store_that_cannot_be_written_is_named(tmp_path, capsys):
    (tmp_path / "file").touch()
    (tmp_path / "articles").mkdir()
    assert main(["build", str(tmp_path / "articles"), "--out", str(tmp_path / "file")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path / 'file'}: cannot be written (")
    assert "--out" in said


def test_a_table_that_cannot_be_written_is_named(folder, tmp_path, capsys):
    out = tmp_path / "nowhere" / "terms.csv"
    assert main(["export", str(folder), "--table", "terms", "--format", "csv", "--out", str(out)]) == 2
    assert capsys.readouterr().err.startswith(f"{out}: cannot be written (")


def test_a_reader_that_wants_no_more_ends_it_quietly(folder):
    command = [sys.executable, "-m", "analysis", "explain", str(folder), "one"]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=buffered) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_workers_that_are_no_number_are_refused_in_words(capsys):
    with pytest.raises(SystemExit):
        main(["build", "articles", "--out", "store", "--workers", "many"])
    assert "a whole number is needed, at least 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            LexiconError(Path("units.tsv"), 3, "the column unit is empty"),
            "units.tsv, line 3: the column unit is empty",
        ),
        (BrokenExecutor(), "a process ended before its work was done"),
    ],
)
def test_what_breaks_a_build_is_said_without_a_traceback(monkeypatch, tmp_path, capsys, error, message):
    def broken(*_, **__):
        raise error

    monkeypatch.setattr(commands, "build", broken)
    assert main(["build", "articles", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(message)


COMMANDS = {
    "build": ["build", "articles", "--out", "here"],
    "export": ["export", "store", "--table", "terms", "--format", "csv", "--out", "here"],
    "deck": ["deck", "store", "--out", "here.pptx"],
    "explain": ["explain", "store", "one"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_cannot_write(monkeypatch, capsys, command: str):
    def broken(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(commands, f"{command}_command", broken)
    monkeypatch.setattr(command_line, "_hang_up", lambda: None)
    assert main(COMMANDS[command]) == 2
    said = capsys.readouterr().err
    assert said.startswith(COMMANDS[command][-1])
    assert "No space left on device" in said
    assert said.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is of Linux")
def test_what_cannot_be_printed_is_said_once(folder):
    command = [sys.executable, "-m", "analysis", "explain", str(folder), "one"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8")
    assert ended.returncode == 2
    assert ended.stderr.startswith("one: not all of it could be printed (")
    assert ended.stderr.count("\n") == 1


def test_a_stream_that_cannot_show_chinese_gets_question_marks(folder, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(command_line.sys, "stdout", stream)
    assert main(["explain", str(folder), "three"]) == 0
    stream.flush()
    assert b"0-3         ???" in stream.buffer.getvalue()
