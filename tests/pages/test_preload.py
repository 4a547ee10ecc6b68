"""The page names the script that draws charts, and nothing else does."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from pages._ui.preload import SCRIPTS, Preload


def headers(content_type: str) -> dict[str, str]:
    """The headers of an answer of a type, behind the middleware."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    app = Preload(Starlette(routes=[Route("/", lambda _: Response("", media_type=content_type))]))
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}
    with ThreadPoolExecutor() as thread:  # tests in a browser leave a loop running in this one
        thread.submit(asyncio.run, app(scope, receive, send)).result()
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_the_page_names_the_script_that_streamlit_loads_for_a_chart():
    link = headers("text/html")["link"]
    name = link.removeprefix("<./static/js/").removesuffix(">; rel=modulepreload; crossorigin")
    assert (SCRIPTS / name).is_file()
    assert any(name in script.read_text(encoding="utf-8") for script in SCRIPTS.glob("index.*.js"))


@pytest.mark.parametrize("content_type", ["text/javascript", "application/json", "font/woff"])
def test_nothing_but_a_page_names_it(content_type: str):
    assert "link" not in headers(content_type)
