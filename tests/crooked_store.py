"""Servers that answer as no store should: one function from request to bytes."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Behaviour = Callable[["Request"], bytes | Iterator[bytes]]


@dataclass(frozen=True)
class Request:
    """What arrived: the first line's method and target, the head, the body, its number."""

    method: str
    target: str
    head: str
    body: bytes
    number: int


@dataclass
class Crooked:
    """A server on loopback, and what it was asked."""

    port: int
    requests: list[Request] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def crooked(behaviour: Behaviour) -> Iterator[Crooked]:
    """Run a server that answers every request as ``behaviour`` says."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        server = Crooked(listening.getsockname()[1])
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                with suppress(TimeoutError):
                    connection, _ = listening.accept()
                    with connection, suppress(OSError):
                        _answer(connection, behaviour, server, ended)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server
        finally:
            ended.set()
            thread.join()


def _answer(
    connection: socket.socket, behaviour: Behaviour, server: Crooked, ended: threading.Event
) -> None:
    connection.settimeout(5)
    head, _, body = _received(connection).partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    while length and len(body) < int(length[1]):
        body += connection.recv(1 << 16)
    first, _, rest = head.decode().partition("\r\n")
    method, target, _ = first.split(" ")
    request = Request(method, target, rest, body, len(server.requests))
    server.requests.append(request)
    reply = behaviour(request)
    for part in [reply] if isinstance(reply, bytes) else reply:
        connection.sendall(part)
        if ended.is_set():
            return


def _received(connection: socket.socket) -> bytes:
    found = b""
    while b"\r\n\r\n" not in found:
        block = connection.recv(1 << 16)
        if not block:
            raise OSError("the client hung up")
        found += block
    return found


def answer(status: int, body: str | bytes = b"", type: str = "text/plain", **more: str) -> bytes:  # noqa: A002
    """Return a whole response; ``retry_after="0"`` is the header Retry-After."""
    content = body.encode() if isinstance(body, str) else body
    fields = {"Content-Type": type, "Content-Length": str(len(content))}
    fields |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} So\r\n{lines}\r\n".encode() + content


def number(n: object) -> bytes:
    """Return the answer to a query that counts."""
    row = {"n": {"type": "literal", "value": str(n)}}
    found = {"head": {"vars": ["n"]}, "results": {"bindings": [row]}}
    return answer(200, json.dumps(found), "application/sparql-results+json")
