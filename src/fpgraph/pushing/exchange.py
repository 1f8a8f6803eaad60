"""One request and its answer over HTTP, within a time limit; every fault a StoreError."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
    IncompleteRead,
)
from time import monotonic
from typing import BinaryIO
from urllib.parse import urlsplit

from ..errors import StoreError
from .stores import shown

LARGEST = 64 * 1024**2
"""The most bytes that an answer may have."""

_BLOCK = 1 << 16
_CONNECTING = 10.0


class Unreached(StoreError):
    """No connection came about, so the store has received nothing."""


class Broken(StoreError):
    """The connection broke; what the store received of the request is not known."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; the names of ``headers`` are in small letters."""

    address: str
    status: int
    headers: Mapping[str, str]
    challenges: tuple[str, ...] = ()
    body: bytes = field(default=b"", repr=False)

    @property
    def type(self) -> str:
        """The media type, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def exchange(
    method: str,
    address: str,
    *,
    headers: Mapping[str, str],
    body: bytes | BinaryIO = b"",
    timeout: float,
) -> Reply:
    """Return the answer to one request, sent in blocks with its length told.

    Raises Unreached if there is no connection, Broken if it breaks, StoreError if
    nothing arrives for ``timeout`` seconds, the answer takes as long again from its
    first byte, is larger than LARGEST or no HTTP.
    """
    connection = _connected(address, timeout)
    try:
        early = _sent(connection, method, address, headers, body)
        response = connection.getresponse()
        if early and response.status < 400:
            raise Broken("the store closed the connection too early", address=shown(address))
        return _reply(address, response, monotonic() + timeout)
    except TimeoutError:
        problem = f"the store did not answer within {timeout:g} s"
        raise StoreError(problem, address=shown(address)) from None
    except IncompleteRead:
        raise Broken("the answer broke off", address=shown(address)) from None
    except ConnectionError as error:
        raise Broken(f"the connection broke: {_reason(error)}", address=shown(address)) from None
    except HTTPException as error:
        raise StoreError(_malformed(error), address=shown(address)) from None
    except OSError as error:
        raise Broken(f"the connection broke: {_reason(error)}", address=shown(address)) from None
    finally:
        connection.close()


def _connected(address: str, timeout: float) -> HTTPConnection:
    parts = urlsplit(address)
    assert parts.hostname is not None
    secure = parts.scheme == "https"
    connection = (HTTPSConnection if secure else HTTPConnection)(
        parts.hostname, parts.port, timeout=min(timeout, _CONNECTING)
    )
    try:
        connection.connect()
        connection.sock.settimeout(timeout)
    except ssl.SSLCertVerificationError as error:
        problem = f"its certificate is not trusted: {error.verify_message}"
        raise StoreError(problem, address=shown(address)) from None
    except ssl.SSLError as error:
        problem = f"no secure connection comes about: {_reason(error)}"
        raise StoreError(problem, address=shown(address)) from None
    except socket.gaierror:
        raise StoreError(f"no host is called {parts.hostname}", address=shown(address)) from None
    except TimeoutError:
        waited = min(timeout, _CONNECTING)
        raise Unreached(f"no connection within {waited:g} s", address=shown(address)) from None
    except (OSError, UnicodeError) as error:
        raise Unreached(f"no connection: {_reason(error)}", address=shown(address)) from None
    return connection


def _sent(
    connection: HTTPConnection,
    method: str,
    address: str,
    headers: Mapping[str, str],
    body: bytes | BinaryIO,
) -> bool:
    """Send the request; return whether the store closed its ear before the end."""
    parts = urlsplit(address)
    length = len(body) if isinstance(body, bytes) else _length(body)
    connection.putrequest(method, parts.path + (f"?{parts.query}" if parts.query else ""))
    sent = {"User-Agent": "fpgraph", "Connection": "close", **headers}
    if method in {"PUT", "POST"}:
        sent["Content-Length"] = str(length)
    for name, value in sent.items():
        connection.putheader(name, value.encode())
    try:
        connection.endheaders()
        if isinstance(body, bytes):
            connection.send(body)
        else:
            while block := body.read(_BLOCK):
                connection.send(block)
    except (BrokenPipeError, ConnectionResetError):
        # It has perhaps said why before it closed.
        return True
    return False


def _length(body: BinaryIO) -> int:
    here = body.tell()
    end = body.seek(0, 2)
    body.seek(here)
    return end - here


def _reply(address: str, response: HTTPResponse, deadline: float) -> Reply:
    content = bytearray()
    while block := response.read1(_BLOCK):
        content += block
        if len(content) > LARGEST:
            problem = f"the answer is larger than {LARGEST // 1024**2} MB"
            raise StoreError(problem, address=shown(address))
        if monotonic() > deadline:
            raise TimeoutError
    # read1 says nothing of an answer that stops short of the length it promised.
    promised = response.getheader("Content-Length")
    with suppress(ValueError):
        if promised and not response.chunked and len(content) < int(promised):
            problem = f"the answer broke off after {len(content):,} of {int(promised):,} bytes"
            raise Broken(problem, address=shown(address))
    headers = {name.lower(): value for name, value in response.getheaders()}
    challenges = tuple(map(_as_utf8, response.headers.get_all("WWW-Authenticate", ())))
    return Reply(address, response.status, headers, challenges, bytes(content))


def _as_utf8(header: str) -> str:
    """Return a header as UTF-8 where it can be that; HTTP reads every byte as Latin-1."""
    with suppress(UnicodeError):
        return header.encode("latin-1").decode()
    return header


def _malformed(error: HTTPException) -> str:
    said = " ".join(str(error).split())[:100]
    detail = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return f"what answers there does not speak HTTP ({detail})"


def _reason(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())
