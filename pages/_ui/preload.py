"""What the browser is told to load before Streamlit asks for it: the script that draws charts.

It is by far the largest one, and Streamlit asks for it only when it has the first chart.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
"""Streamlit's own, each with a hash in its name."""


class Preload:
    """Middleware: whoever gets the page is told in a header ``Link`` to load the script as well."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._links = ", ".join(
            f"<./static/js/{path.name}>; rel=modulepreload; crossorigin"
            for path in SCRIPTS.glob("PlotlyChart.*.js")
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI has it."""

        async def send_linked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("link", self._links)
            await send(message)

        await self._app(scope, receive, send_linked if scope["type"] == "http" else send)
