"""An answer on its way: in parts, so that a client that does not take it is let go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

_PART = 256 * 1024
#: Seconds that a client has to take a part.
PATIENCE = 30.0


class Delivery(Response):
    """A response whose body is sent in parts; ConnectionError ends one that nobody takes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Send the response."""
        await send(
            {
                "type": "http.response.start",
                "status": self.status_code,
                "headers": self.raw_headers,
            }
        )
        content = b"" if scope["method"] == "HEAD" else bytes(self.body)
        for start in range(0, len(content) or 1, _PART):
            part = content[start : start + _PART]
            more = start + _PART < len(content)
            message = {"type": "http.response.body", "body": part, "more_body": more}
            try:
                async with asyncio.timeout(PATIENCE):
                    await send(message)
            except TimeoutError:
                raise ConnectionError from None
