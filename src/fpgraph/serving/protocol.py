"""The SPARQL 1.1 Protocol: what a request asks (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ..sandbox import LONGEST
from .refusal import Refusal

FORM, DIRECT, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
#: The most bytes of a request's body: the longest query, percent-encoded, and more.
LARGEST = 1024**2
#: So much of a body that is too large is read and thrown away, that its sender may
#: come to read the refusal; beyond it the connection is closed.
_DRAINED = 256 * 1024**2

#: Seconds that a request has to arrive.
_PATIENCE = 60.0
_GRAPHS = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
Receive = Callable[[], Awaitable[Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the query, None where there is none, and the form asked for by name."""

    query: str | None = None
    form: str | None = None
    example: str | None = None
    download: bool = False


def in_address(query_string: bytes) -> Asked:
    """Return what the address of a GET asks; Refusal (400) if it asks wrongly."""
    return _asked(_fields(query_string))


def in_form(body: bytes, query_string: bytes) -> Asked:
    """Return what a posted form asks; the address may name no data set either."""
    _asked(_fields(query_string))
    found = _asked(_fields(body))
    if found.query is None:
        raise Refusal(400, "the form has no field named query")
    return found


def in_body(body: bytes, query_string: bytes) -> Asked:
    """Return what a posted query asks."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"the query is not UTF-8 at byte {error.start}") from None
    asked = _asked(_fields(query_string))
    if not text.strip():
        raise Refusal(400, "the body is empty where a query is expected")
    return Asked(_bounded(text), asked.form)


def content_type(header: str | None, encoding: str | None) -> str:
    """Return the media type of a posted query; Refusal (415, 403 for an update) if it is none."""
    kind, *parameters = (header or "").lower().split(";")
    kind = kind.strip()
    if kind == UPDATE:
        raise Refusal(403, "the graph can only be read, and takes no update")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(" \"'") not in {"utf-8", "utf8", "us-ascii"}:
            raise Refusal(415, "a query is sent in UTF-8")
    if kind not in {FORM, DIRECT}:
        sentence = f"a query is posted as {FORM} or {DIRECT}"
        raise Refusal(415, sentence, {"Accept-Post": f"{FORM}, {DIRECT}"})
    if (encoding or "identity").strip().lower() != "identity":
        raise Refusal(415, "a query is sent as it is, not compressed")
    return kind


async def read_body(receive: Receive, length: str | None) -> bytes:
    """Return the body of a request; Refusal (413) if it is too large.

    ``length`` is the Content-Length header, if there is one. A client that goes
    while it sends raises ConnectionError.
    """
    too_large = Refusal(
        413, f"the request is larger than {LARGEST // 1024} kB", {"Connection": "close"}
    )
    declared = int(length) if length and length.isascii() and length.isdigit() else 0
    if declared > _DRAINED:
        raise too_large
    parts: list[bytes] = []
    size = 0
    deadline = asyncio.get_running_loop().time() + _PATIENCE
    while True:
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError:
            sentence = f"the request did not arrive within {_PATIENCE:g} s"
            raise Refusal(408, sentence, {"Connection": "close"}) from None
        if message["type"] == "http.disconnect":
            raise ConnectionError
        part = message.get("body", b"")
        assert isinstance(part, bytes)
        size += len(part)
        if size <= LARGEST:
            parts.append(part)
        else:
            parts.clear()
        if size > _DRAINED or (size > LARGEST and not message.get("more_body")):
            raise too_large
        if not message.get("more_body"):
            return b"".join(parts)


def _fields(content: bytes) -> dict[str, list[str]]:
    try:
        text = content.decode("ascii" if b"%" in content else "utf-8")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=64)
    except UnicodeDecodeError:
        raise Refusal(400, "the query is not UTF-8, percent-encoded") from None
    except ValueError:
        raise Refusal(400, "the request has more than 64 fields") from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _asked(fields: Mapping[str, list[str]]) -> Asked:
    if "update" in fields:
        raise Refusal(403, "the graph can only be read, and takes no update")
    for name in _GRAPHS:
        if name in fields:
            raise Refusal(
                400, f"the field {name} is refused, for there is one graph and it has no name"
            )
    queries = fields.get("query", [])
    if len(queries) > 1:
        raise Refusal(400, f"one query is asked at a time, not {len(queries)}")
    form = next((fields[name][0] for name in ("download", "format") if name in fields), None)
    return Asked(
        _bounded(queries[0]) if queries else None,
        form or None,
        fields["example"][0] if "example" in fields else None,
        "download" in fields,
    )


def _bounded(query: str) -> str:
    if len(query) > LONGEST:
        raise Refusal(413, f"the query is longer than {LONGEST // 1024} kB")
    return query
