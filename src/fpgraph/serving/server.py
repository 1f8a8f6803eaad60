"""Runs the site on a port of this machine until it is told to stop."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress

import uvicorn

from ..errors import FpgraphError
from .app import application
from .connection import Connection
from .guard import Guard
from .site import Site

#: Seconds that answers on their way have when the server stops.
_GRACE = 2
_BACKLOG = 2048
_FILES = 65536


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; FpgraphError if the address cannot be had."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        number = getattr(error, "errno", None)
        reason = os.strerror(number) if number and number > 0 else str(error)
        raise FpgraphError(f"port {port} of {host} cannot be had: {reason}") from None


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def run(
    site: Site,
    sock: socket.socket,
    *,
    hosts: Sequence[str] = (),
    origins: Sequence[str] = (),
    started: Callable[[], None] = lambda: None,
) -> None:
    """Serve until Ctrl-C or a signal; ``started`` is called when the first request may come.

    ``hosts`` are names that the server goes by, ``origins`` those whose pages may read it.
    Raises FpgraphError if the workers cannot be started.
    """
    _allow_files()
    _quiet()
    everywhere = not is_loopback(sock.getsockname()[0])
    names = [*hosts, *([socket.gethostname(), socket.getfqdn()] if everywhere else [])]
    guard = Guard(application(site), hosts=names, any_address=everywhere, origins=origins)
    server = _Server(_config(guard), started)
    with suppress(KeyboardInterrupt):
        server.run(sockets=[sock])
    if not server.started:
        raise FpgraphError("the processes for the queries do not start")


class _Server(uvicorn.Server):
    """A server that tells when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _config(guard: Guard) -> uvicorn.Config:
    return uvicorn.Config(
        guard,
        http=Connection,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=_GRACE,
        # An address that is too long for us, but not beyond measure, gets its 414.
        h11_max_incomplete_event_size=512 * 1024,
    )


def _quiet() -> None:
    """Keep the server's own words, tracebacks among them, from the terminal."""
    for name in ("uvicorn", "asyncio"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


def _allow_files() -> None:
    """Let this process have as many connections as the system lets it."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(hard, _FILES)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
