"""Finding article files and reading them, each either whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from analysis.document import Article
from analysis.reading import encoding

PAGES = (".htm", ".html")
SUFFIXES = (*PAGES, ".md", ".txt")
OBJECT_STORES = ("s3", "gs", "az")
"""Kinds of addresses that obstore reads; others are read by what fsspec finds for them."""

LARGEST = 20 * 1024 * 1024
"""Bytes. A long book has 3 MB of text; a larger file is a dump or a log, and would stall all the others."""

_PAGE_WITHOUT_WORDS = re.compile(
    r"(?:\s++|&nbsp;|<script\b[^<>]*+>[^<]*+</script\s*+>|<style\b[^<>]*+>[^<]*+</style\s*+>|<[^<>]*+>)*+",
    re.IGNORECASE,
)


class LoadingError(ValueError):
    """A file that cannot be used.

    ``path`` names it; ``reason`` is one of empty, binary, undecodable, too_large, unreadable, same_name,
    same_text;
    ``detail`` is what a message says besides (a size, what the system reported, the other file, the first
    byte that is not UTF-8), or ``None``.
    """

    def __init__(self, path: Path, reason: str, detail: str | None = None) -> None:
        super().__init__(f"{path}: {reason}" + (f" ({detail})" if detail else ""))
        self.path, self.reason, self.detail = path, reason, detail


def place(text: str) -> Path:
    """A file or folder by its path, or by an address that fsspec knows, such as ``s3://bucket/folder``.

    Raises ``ValueError`` for an address where the packages that read it are not installed.
    """
    if "://" not in text:
        return Path(text)
    try:
        from obstore.fsspec import register
        from upath import UPath

        register(OBJECT_STORES)
        path = UPath(text)
        path.fs  # noqa: B018 - finds out whether anything reads such addresses
    except ImportError as error:
        raise ValueError(f"{text}: an address needs more packages ({error})") from None
    return cast("Path", path)


def find(sources: Iterable[Path]) -> list[Path]:
    """Article files (``SUFFIXES``) among ``sources`` and in their folders, sorted, each once.

    A source that is not a folder is taken as it is, whatever it is called, so that ``load`` can say what
    is wrong with it; so is a folder that cannot be listed. Hidden files and folders inside a folder are
    skipped; links to folders are not followed.
    """
    found: dict[Path, Path] = {}
    for source in sources:
        for path in _walk(source) if source.is_dir() else [source]:
            found.setdefault(path.absolute(), path)
    return sorted(found.values())


def same_names(paths: Iterable[Path]) -> list[LoadingError]:
    """One error (``same_name``, the others as detail) for every path that shares its stem."""
    by_stem: dict[str, list[Path]] = {}
    for path in paths:
        by_stem.setdefault(path.stem, []).append(path)
    return [
        LoadingError(path, "same_name", ", ".join(str(other) for other in alike if other != path))
        for alike in by_stem.values()
        if len(alike) > 1
        for path in alike
    ]


def repeats(sizes: Mapping[Path, int]) -> list[LoadingError]:
    """One error (``same_text``, the first as detail) for every file with the bytes of one before it.

    ``sizes`` are the files in order, with their sizes in bytes; only those of one size are read.
    """
    by_size: dict[int, list[Path]] = {}
    for path, size in sizes.items():
        by_size.setdefault(size, []).append(path)
    firsts: dict[bytes, Path] = {}
    return [
        LoadingError(path, "same_text", str(first))
        for size, alike in by_size.items()
        if size and len(alike) > 1
        for path in alike
        if (first := firsts.setdefault(_digest(path), path)) != path
    ]


def load(path: Path) -> Article:
    """The article in a file, decoded and otherwise untouched; raises ``LoadingError``.

    A few bytes that do not fit the encoding cost no more than themselves: each is U+FFFD in the text, and
    ``encoding`` says how many there are and where they begin.
    """
    if not _is_unicode(path.name):
        raise LoadingError(path, "unreadable", "its name is not UTF-8")
    data = read(path)
    decoded = encoding.decode(data)
    if decoded is None and encoding.is_binary(data):
        raise LoadingError(path, "binary")
    if decoded is None:
        raise LoadingError(path, "undecodable", str(encoding.first_unreadable(data)))
    if _is_empty(path, decoded.text):
        raise LoadingError(path, "empty")
    return Article(path.stem, str(path), decoded.text, _named(decoded), hashlib.sha256(data).hexdigest())


def _is_empty(path: Path, text: str) -> bool:
    """Whether there is nothing to read; in a web page besides its markup."""
    if path.suffix.lower() in PAGES:
        return _PAGE_WITHOUT_WORDS.fullmatch(text) is not None
    return not text.strip()


def _named(decoded: encoding.Decoded) -> str:
    """The encoding, and where the text does not fit it."""
    if not decoded.unreadable:
        return decoded.encoding
    return f"{decoded.encoding}, {decoded.unreadable} unreadable from byte {decoded.first_unreadable} on"


def read(path: Path) -> bytes:
    """The bytes of a file; raises ``LoadingError`` (too_large, unreadable), for a pipe or device too."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise LoadingError(path, "too_large", f"{size / 1024 / 1024:.0f} MB")
        if not path.is_file() and not path.is_dir():
            raise LoadingError(path, "unreadable", "not a regular file")
        return path.read_bytes()
    except OSError as error:
        raise LoadingError(path, "unreadable", error.strerror or str(error)) from None


def _digest(path: Path) -> bytes:
    """A hash of the file's bytes; of one that cannot be read, of its name."""
    try:
        return hashlib.sha256(read(path)).digest()
    except LoadingError:
        return os.fsencode(str(path))


def _is_unicode(name: str) -> bool:
    """Whether ``name`` holds characters only; Python has lone surrogates for other bytes of a file's name."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _walk(folder: Path) -> list[Path]:
    paths: list[Path] = []
    closed: list[OSError] = []
    for parent, folders, files in _folders(folder, closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        named = [name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
        paths += [parent / name for name in named]
    return [*paths, *(Path(error.filename) for error in closed)]


def _folders(folder: Path, closed: Callable[[OSError], None]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """A folder and those in it, with the names of their folders and files; ``closed`` is told of failures."""
    if isinstance(folder, Path):
        return ((Path(parent), folders, files) for parent, folders, files in os.walk(folder, onerror=closed))
    walked: Iterator[tuple[Path, list[str], list[str]]] = folder.walk(on_error=closed)
    return walked
