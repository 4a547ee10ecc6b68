import importlib

import pytest

from analysis.terminal import command_line

run = importlib.import_module("analysis.__main__").run


@pytest.fixture
def ended_by(monkeypatch):
    """Makes the command line end by an error."""

    def give(error: BaseException) -> None:
        def broken():
            raise error

        monkeypatch.setattr(command_line, "main", broken)

    return give


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("Query interrupted")])
def test_ctrl_c_ends_with_a_word_and_130(ended_by, capsys, error: BaseException):
    ended_by(error)
    assert run() == 130
    assert capsys.readouterr().err == "stopped\n"


def test_an_error_that_nobody_expects_is_not_hidden(ended_by):
    ended_by(RuntimeError("unheard of"))
    with pytest.raises(RuntimeError, match="unheard of"):
        run()


def test_the_code_of_the_command_is_that_of_the_program(monkeypatch):
    monkeypatch.setattr(command_line, "main", lambda: 1)
    assert run() == 1
