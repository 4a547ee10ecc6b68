"""Articles that are not on this machine."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from analysis.reading import loading
from analysis.reading.loading import find, load

DAY = datetime(2020, 2, 3, tzinfo=UTC)


def test_articles_are_read_at_an_address(tmp_path: Path):
    folder = loading.place("memory://articles")
    for name, text in {"a.txt": "钉钉", "b/c.md": "飞书", ".d/e.txt": "x", "f.pdf": "x"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    assert [load(path).text for path in find([folder])] == ["钉钉", "飞书"]
    assert [load(path).path for path in find([folder / "a.txt"])] == ["memory://articles/a.txt"]


class Bucket(BaseHTTPRequestHandler):
    """As much of the S3 protocol as listing and reading takes."""

    files: ClassVar[dict[str, bytes]] = {}

    def do_GET(self):
        address = urlsplit(self.path)
        name = unquote(address.path).removeprefix("/bucket").strip("/")
        if not name:
            self.answer(self.listing(dict(parse_qsl(address.query))), "application/xml")
        elif name in self.files:
            self.answer(self.files[name], "text/plain")
        else:
            self.send_error(404)

    do_HEAD = do_GET  # noqa: N815

    def listing(self, asked: dict[str, str]) -> bytes:
        prefix, divided = asked.get("prefix", ""), "delimiter" in asked
        below = {name: name.removeprefix(prefix) for name in self.files if name.startswith(prefix)}
        folders = {prefix + rest.split("/")[0] + "/" for rest in below.values() if divided and "/" in rest}
        held = [name for name, rest in below.items() if not (divided and "/" in rest)]
        found = "".join(
            f"<Contents><Key>{name}</Key><LastModified>{DAY.isoformat()}</LastModified>"
            f"<ETag>1</ETag><Size>{len(self.files[name])}</Size></Contents>"
            for name in held
        ) + "".join(f"<CommonPrefixes><Prefix>{folder}</Prefix></CommonPrefixes>" for folder in folders)
        return f"<ListBucketResult><IsTruncated>false</IsTruncated>{found}</ListBucketResult>".encode()

    def answer(self, content: bytes, kind: str) -> None:
        first, last, whole = 0, len(content) - 1, len(content)
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if asked:
            first, last = int(asked[1]), min(int(asked[2]), last)
        self.send_response(206 if asked else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(last - first + 1))
        self.send_header("Content-Range", f"bytes {first}-{last}/{whole}")
        self.send_header("ETag", "1")
        self.send_header("Last-Modified", format_datetime(DAY, usegmt=True))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content[first : last + 1])

    def log_message(self, *_):
        pass


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """The files of ``s3://bucket``, served on this machine."""
    monkeypatch.setattr(Bucket, "files", {})
    with ThreadingHTTPServer(("127.0.0.1", 0), Bucket) as server:
        threading.Thread(target=server.serve_forever).start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "AWS_ALLOW_HTTP"):
            monkeypatch.setenv(name, "true")
        yield Bucket.files
        server.shutdown()


def test_articles_are_read_in_an_object_store(bucket: dict[str, bytes]):
    bucket |= {"a/x.txt": "钉钉".encode(), "a/b/y.md": "飞书".encode(), "a/.c/z.txt": b"z", "d/x.txt": b"x"}
    found = [load(path) for path in find([loading.place("s3://bucket/a")])]
    assert [(article.path, article.text) for article in found] == [
        ("s3://bucket/a/b/y.md", "飞书"),
        ("s3://bucket/a/x.txt", "钉钉"),
    ]
    assert [path.stem for path in find([loading.place("s3://bucket/d/x.txt")])] == ["x"]


def test_an_address_without_its_package_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "upath", None)
    assert loading.place("articles") == Path("articles")
    with pytest.raises(ValueError, match="s3://bucket: an address needs more packages"):
        loading.place("s3://bucket")
