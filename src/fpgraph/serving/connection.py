"""A connection that is closed when nothing is asked over it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from asyncio import Transport

#: Seconds that a client has to ask its first question.
PATIENCE = 20.0


class Connection(H11Protocol):
    """HTTP/1.1 over h11, which refuses what is not HTTP; it does not wait for ever."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        asyncio.get_running_loop().call_later(PATIENCE, self._close_unless_asked)

    def _close_unless_asked(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()
