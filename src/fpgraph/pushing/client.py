"""Requests to a store: proved, sent on, tried again, and refused in plain words."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from ..characters import clean
from ..errors import StoreError
from .credentials import Credentials
from .exchange import Broken, Reply, Unreached, exchange
from .stores import checked, shown

_HOPS = 5
_LONGEST_PAUSE = 30.0
_PASSING = frozenset({502, 503, 504})
_SENT_ON = frozenset({301, 302, 303, 307, 308})
_REFUSALS = {
    403: "it does not let this user do that",
    404: "there is nothing at this address",
    405: "it does not take this request at this address",
    406: "it has no answer of the kind asked for",
    411: "it wants the request in another form",
    413: "the graph is too large for it",
    415: "it does not read Turtle at this address",
    501: "it does not know this kind of request",
    507: "it has no room left",
}


@dataclass(frozen=True)
class Client:
    """How to ask one store.

    ``credentials`` go to ``home`` and nowhere else; with ``waits`` only as a Digest,
    once the store has asked for one. What may be sent twice is tried again ``retries``
    times, after a pause that doubles; ``say`` is told.
    """

    home: str
    credentials: Credentials | None = None
    waits: bool = False
    timeout: float = 120.0
    retries: int = 3
    pause: float = 0.5
    say: Callable[[str], None] | None = None

    def send(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str],
        body: bytes | BinaryIO = b"",
        twice: bool = True,
    ) -> Reply:
        """Return the answer to a request that the store accepted.

        ``twice`` tells that it does no harm if the store receives it twice; one that
        may not is tried again only where the store cannot have received it. Raises
        StoreError if the store refuses, or does not answer however often it is asked.
        """
        for attempt in range(self.retries + 1):
            wait = self.pause * 2**attempt
            try:
                reply = self._proved(method, address, headers, body)
            except (Unreached, Broken) as error:
                problem: StoreError = error
                if isinstance(error, Broken) and not twice:
                    raise _uncertain(error) from None
            else:
                if reply.status < 300:
                    return reply
                problem = self._refusal(reply)
                if reply.status not in _PASSING or not (twice or reply.status == 503):
                    break
                wait = max(wait, _seconds(reply.headers.get("retry-after", "")))
            if attempt < self.retries:
                self._pause(problem, min(wait, _LONGEST_PAUSE))
        raise problem

    def _pause(self, problem: StoreError, seconds: float) -> None:
        if self.say:
            self.say(f"{problem}; trying again in {seconds:g} s")
        time.sleep(seconds)

    def _proved(
        self, method: str, address: str, headers: Mapping[str, str], body: bytes | BinaryIO
    ) -> Reply:
        """Return the answer, having followed where the store sends on and proved who asks."""
        seen = [address]
        known = None if self.waits else self._first(address)
        while True:
            if not isinstance(body, bytes):
                body.seek(0)
            sent = {**headers, "Authorization": known} if known else headers
            here = seen[-1]
            reply = exchange(method, here, headers=sent, body=body, timeout=self.timeout)
            if reply.status in _SENT_ON:
                seen.append(self._next(reply, method, seen))
                known = None if self.waits else self._first(seen[-1])
            elif reply.status == 401 and not (known or "").startswith("Digest"):
                answer = self._answer(reply, method)
                if answer is None or answer == known:
                    return reply
                known = answer
            else:
                return reply

    def _first(self, address: str) -> str | None:
        if self.credentials is None or not _same_host(address, self.home):
            return None
        return self.credentials.first()

    def _answer(self, reply: Reply, method: str) -> str | None:
        if self.credentials is None or not _same_host(reply.address, self.home):
            return None
        parts = urlsplit(reply.address)
        uri = parts.path + (f"?{parts.query}" if parts.query else "")
        digest = self.credentials.answer(reply.challenges, method, uri)
        return digest if self.waits else digest or self.credentials.first()

    def _next(self, reply: Reply, method: str, seen: list[str]) -> str:
        """Return where the store sends on, if a request like this may follow."""
        here, given = seen[-1], reply.headers.get("location", "")
        try:
            there = checked(urljoin(here, given)).geturl()
        except ValueError:
            raise StoreError("it sends on to no address", address=shown(here)) from None
        if there in seen:
            raise StoreError(f"it sends on in a circle, to {shown(there)}", address=shown(here))
        if not _same_host(there, here):
            problem = f"it sends on to another host: if you trust it, give {shown(there)} yourself"
            raise StoreError(problem, address=shown(here))
        if method != "GET" and reply.status < 307:
            raise StoreError(f"it sends on: give {shown(there)} instead", address=shown(here))
        if len(seen) > _HOPS:
            raise StoreError(f"it sends on more than {_HOPS} times", address=shown(here))
        return there

    def _refusal(self, reply: Reply) -> StoreError:
        """Return what a refusal means, with what the store said of it."""
        said = self._said(reply)
        if reply.status == 401:
            wrong = "the name or the password is wrong"
            means = wrong if self.credentials else "it wants a name (--user) and a password"
            return StoreError(means, address=shown(reply.address), answer=said)
        means = _REFUSALS.get(reply.status, "it refused" if reply.status < 500 else "it failed")
        problem = f"{means} ({reply.status}{f': {said}' if said else ''})"
        return StoreError(problem, address=shown(reply.address), answer=said)

    def _said(self, reply: Reply) -> str:
        """Return the beginning of an answer as one line, without markup and secrets."""
        text = reply.body[:4096].decode("utf-8", "replace")
        if "html" in reply.type or text.lstrip()[:1] == "<":
            text = re.sub(r"(?is)<(script|style|head)\b.*?(</\1>|\Z)|<[^>]*(>|\Z)", " ", text)
        if self.credentials and self.credentials.password:
            pair = f"{self.credentials.user}:{self.credentials.password}".encode()
            for secret in (b64encode(pair).decode(), self.credentials.password):
                text = text.replace(secret, "…")
        line = " ".join(clean(text).split())
        return line if len(line) <= 200 else f"{line[:200]}…"


def _uncertain(error: Broken) -> StoreError:
    problem = f"{error}; it may have received all the same, so look before you add again"
    return StoreError(problem, answer=error.answer)


def _same_host(address: str, home: str) -> bool:
    """Tell whether an address is of the same server, or of its secure counterpart."""
    here, there = urlsplit(address), urlsplit(home)
    if here.hostname != there.hostname or (here.scheme, there.scheme) == ("http", "https"):
        return False
    return here.scheme != there.scheme or here.port == there.port


def _seconds(text: str) -> float:
    """Return a Retry-After in seconds; dates are rare enough to be passed over."""
    return float(text) if text.isascii() and text.isdigit() else 0.0
