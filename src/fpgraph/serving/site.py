"""What is served, and what every answer of the site says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, Store

from ..terms import ROOT
from ..vocabulary import prefixes
from .delivery import Delivery
from .negotiation import language
from .pool import Pool

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ..model import Corpus


@dataclass(frozen=True)
class Site:
    """What is served: the store, the corpus it was filled from, limits."""

    store: Store
    corpus: Corpus
    workers: int = 4
    limit: float = 10.0
    options: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def graph(self) -> bytes:
        """The graph as N-Quads."""
        return self.store.dump(format=RdfFormat.N_QUADS) or b""

    @cached_property
    def version(self) -> str:
        """A hash over the graph, whatever the order of its lines."""
        return hashlib.sha256(b"\n".join(sorted(self.graph.splitlines()))).hexdigest()[:24]

    def pool(self) -> Pool:
        """Return workers for this graph, not started yet."""
        return Pool(
            self.graph,
            prefixes=prefixes(),
            base=ROOT,
            workers=self.workers,
            limit=self.limit,
            **self.options,
        )


def page_language(request: Request) -> tuple[str, bool]:
    """Return the language of a page, and whether its address names it."""
    named_so = request.query_params.get("lang")
    if named_so in {"en", "uk"}:
        return named_so, True
    return language(request.headers.get("accept-language")), False


def caching(tag: str | None, vary: str = "Accept") -> dict[str, str]:
    """Return the headers of an answer that may be kept, if it has a tag, and asked for anew."""
    headers = {"Cache-Control": "no-cache" if tag else "no-store"}
    if vary:
        headers["Vary"] = vary
    return headers | {"ETag": tag} if tag else headers


def page_response(
    page: str, tongue: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a page as an answer."""
    found = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache", **(headers or {})}
    found["Content-Language"] = tongue
    return Delivery(
        page.encode(), status_code=status, media_type="text/html; charset=utf-8", headers=found
    )
