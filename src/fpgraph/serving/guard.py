"""What stands before every request: who may ask, from where, and how long a request may be.

A page of another site must not read a graph that is served on this machine: a
name that an attacker lets point here (DNS rebinding) is told by the Host header,
a page elsewhere by Origin or Sec-Fetch-Site.
"""

from __future__ import annotations

import ipaddress
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from .refusal import Refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The most bytes of an address: the longest query that can come by GET.
LONGEST_ADDRESS = 16 * 1024
METHODS = "GET, HEAD, POST, OPTIONS"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HOST = re.compile(r"[A-Za-z0-9._-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """An ASGI application before another: it refuses, and lets nothing out but an answer.

    ``hosts`` are the names the server goes by besides those of this machine;
    ``any_address`` lets it be called by any number too, as it must where it listens
    to the network. ``origins`` may read it from their pages, ``*`` being all.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        hosts: Iterable[str] = (),
        any_address: bool = False,
        origins: Iterable[str] = (),
    ) -> None:
        self.app = app
        self.hosts = _LOCAL | {host.lower().strip("[]") for host in hosts}
        self.any_address = any_address
        self.origins = frozenset(origin.rstrip("/") for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, whatever happens."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = self._allowed_origin(headers)
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _add_headers(MutableHeaders(scope=message), origin)
            await send(message)

        try:
            self._check(scope, headers, origin)
            await self.app(scope, receive, send_on)
        except Refusal as refusal:
            await _tell(refusal, scope, receive, send_on)
        except ConnectionError:  # nobody is there to be told
            return
        except Exception as error:
            if begun:
                raise
            fault = f"a fault in fpgraph, please report it ({type(error).__name__}: {error})"
            print(f"fpgraph: {' '.join(fault.split())}", file=sys.stderr)
            sentence = "a fault in the server; the next request will not mind"
            await _tell(Refusal(500, sentence), scope, receive, send_on)

    def _check(self, scope: Scope, headers: Headers, origin: str | None) -> None:
        address = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        if address > LONGEST_ADDRESS:
            sentence = (
                f"the address is longer than {LONGEST_ADDRESS // 1024} kB; "
                "a long query is posted to /sparql"
            )
            raise Refusal(414, sentence)
        if not self._known(headers.get("host", "")):
            sentence = (
                "this server does not go by the name in Host; "
                "fpgraph serve --allow-host NAME lets it"
            )
            raise Refusal(421, sentence)
        sent_from = headers.get("origin")
        if sent_from is not None and origin is None:
            sentence = (
                "pages of that origin may not ask this server; "
                "fpgraph serve --allow-origin ORIGIN lets them"
            )
            raise Refusal(403, sentence)
        if (
            sent_from is None
            and not self.origins
            and headers.get("sec-fetch-site") == "cross-site"
            and headers.get("sec-fetch-mode") != "navigate"
        ):
            raise Refusal(403, "pages of other sites may not ask this server")

    def _known(self, host: str) -> bool:
        name = _name(f"//{host}") if _HOST.fullmatch(host) else None
        if name in self.hosts:
            return True
        return self.any_address and name is not None and _is_address(name)

    def _allowed_origin(self, headers: Headers) -> str | None:
        """Return what Access-Control-Allow-Origin says, None where nothing is allowed."""
        if "*" in self.origins:
            return "*"
        origin = headers.get("origin")
        if origin is None:
            return None
        own = origin.partition("://")[2] == headers.get("host")
        return origin if own or origin in self.origins or _name(origin) in _LOCAL else None


def _name(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _add_headers(headers: MutableHeaders, origin: str | None) -> None:
    headers.setdefault("Content-Security-Policy", _POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"  # a form must tell its origin
    if origin:
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = "ETag, Retry-After, Content-Location"
    if origin != "*":
        headers.add_vary_header("Origin")


async def _tell(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    sentence = refusal.sentence[:1].upper() + refusal.sentence[1:]
    response = PlainTextResponse(f"{sentence}.\n", refusal.status, refusal.headers)
    response.headers["Cache-Control"] = "no-store"
    await response(scope, receive, send)
