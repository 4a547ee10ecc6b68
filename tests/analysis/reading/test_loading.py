from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.reading import loading
from analysis.reading.loading import LoadingError, find, load, same_names

TEXT = "钉钉和企业微信\r\n谁更好?\n"


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_load_keeps_line_ends_and_names_what_it_read(tmp_path: Path) -> None:
    data = TEXT.encode()
    article = load(write(tmp_path / "000_a.txt", data))
    assert article.text == TEXT
    assert (article.name, article.encoding) == ("000_a", "utf-8")
    assert article.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (b"abc\x00def", "binary"),
        (bytes(range(1, 32)) * 10, "binary"),
        (b"\xff\xfe\x00\xd8", "undecodable"),
        (b"\xef\xbb\xbf\xff", "undecodable"),
        ("钉钉".encode() + b"\xed\xa0\x80", "undecodable"),
        ("钉钉".encode() + b"\xff" * 9, "undecodable"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = write(tmp_path / "a.txt", data)
    with pytest.raises(LoadingError) as refused:
        load(path)
    assert (refused.value.path, refused.value.reason) == (path, reason)


@pytest.mark.parametrize(
    ("page", "is_empty"),
    [
        ("", True),
        ("<html><body></body></html>\n", True),
        ("<!DOCTYPE html><!-- 空 --><script>var a = 1;</SCRIPT ><p>&nbsp;</p>", True),
        ("<html><title>钉钉</title></html>", False),
        ("<p>钉钉</p>", False),
        ("钉钉", False),
        ("<p", False),
    ],
)
def test_a_page_of_nothing_but_markup_is_empty(tmp_path: Path, page: str, is_empty: bool) -> None:
    path = write(tmp_path / "a.HTML", page.encode())
    if is_empty:
        with pytest.raises(LoadingError, match="empty"):
            load(path)
    else:
        assert load(path).text == page


def test_whether_a_page_is_empty_takes_time_in_proportion(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", b"<script>" * 1_000_000)
    began = time.process_time()
    with pytest.raises(LoadingError, match="empty"):
        load(path)
    assert time.process_time() - began < 5


def test_a_bad_byte_is_named_and_costs_only_itself(tmp_path: Path) -> None:
    article = load(write(tmp_path / "a.txt", "钉钉和企业微信".encode() + b"\xff" + "都很好".encode()))
    assert article.text == "钉钉和企业微信\ufffd都很好"
    assert article.encoding == "utf-8, 1 unreadable from byte 21 on"


def test_what_cannot_be_decoded_says_where(tmp_path: Path) -> None:
    with pytest.raises(LoadingError) as refused:
        load(write(tmp_path / "a.txt", "钉钉".encode() + b"\xff" * 9))
    assert refused.value.detail == "6"


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LARGEST", 10)
    with pytest.raises(LoadingError) as refused:
        load(write(tmp_path / "a.txt", b"x" * 11))
    assert refused.value.reason == "too_large"
    assert load(write(tmp_path / "b.txt", b"x" * 10)).text == "x" * 10


def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    for name in ("folder.txt", "broken.txt", "vanished.txt"):
        with pytest.raises(LoadingError) as refused:
            load(tmp_path / name)
        assert refused.value.reason == "unreadable"
        assert name in str(refused.value)


def test_find_walks_folders_and_keeps_what_was_named(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name, b"x") for name in ("a.txt", "b/c.md", "b/d.HTML", "e.htm")]
    for name in (".hidden.txt", ".git/f.txt", "g.pdf"):
        write(tmp_path / name, b"x")
    broken = tmp_path / "h.txt"
    broken.symlink_to(tmp_path / "nowhere")
    named = tmp_path / "report.pdf"
    assert find([tmp_path]) == sorted([*wanted, broken])
    assert find([tmp_path / "b", wanted[1], named]) == sorted([wanted[1], wanted[2], named])
    assert find([]) == []


def test_a_folder_that_cannot_be_listed_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    write(closed / "a.txt", b"x")
    listed = os.scandir

    def scandir(folder: str) -> object:
        if str(folder) == str(closed):
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert find([tmp_path]) == [closed]
    with pytest.raises(LoadingError) as refused:
        load(closed)
    assert refused.value.reason == "unreadable"


def test_same_names_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a/x.txt", "b/x.md", "y.txt")]
    errors = same_names(paths)
    assert [(error.path, error.reason, error.detail) for error in errors] == [
        (paths[0], "same_name", str(paths[1])),
        (paths[1], "same_name", str(paths[0])),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
@pytest.mark.parametrize("read", [load, loading.read])
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path, read: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(LoadingError) as refused:
        read(tmp_path / "a.txt")
    assert (refused.value.reason, refused.value.detail) == ("unreadable", "not a regular file")


def test_a_name_that_is_not_unicode_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadingError) as refused:
        load(tmp_path / "a\udcff.txt")
    assert (refused.value.reason, refused.value.detail) == ("unreadable", "its name is not UTF-8")
