"""The endpoint /sparql: a query and its answer, the editor, the description of the service."""

from __future__ import annotations

import asyncio
import hashlib
import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from ..errors import QueryError
from .delivery import Delivery
from .description import service_description
from .linked_data import graph_in
from .negotiation import GRAPH, HTML, ROWS, Choice, choose, chosen_form, named, unacceptable
from .pages import Pages
from .pool import Pool, Reply
from .protocol import FORM, Asked, content_type, in_address, in_body, in_form, read_body
from .refusal import Refusal
from .site import Site, caching, page_language, page_response

#: Seconds after which it is asked whether the client of a query is still there.
_WATCH = 0.1
#: Functions that answer otherwise each time.
_FICKLE = re.compile(r"\b(NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)


class Endpoint:
    """Answers at /sparql, with the workers of a pool that has been started."""

    def __init__(self, site: Site, pool: Pool, pages: Pages) -> None:
        self.site = site
        self.pool = pool
        self.pages = pages

    async def answer(self, request: Request) -> Response:
        """Answer a query, show the editor or say what the endpoint is."""
        asked = await _asked(request)
        wants_page = request.method != "POST" and asked.form is None
        if wants_page:
            shown = asked.query is None or asked.example is not None
            forms = (*GRAPH, HTML) if shown else (*ROWS, *GRAPH, HTML)
            chosen = choose(request.headers.get("accept"), forms)
            if chosen and chosen.form is HTML:
                return await self._editor(request, asked)
        if asked.query is None:
            return self._description(request, asked)
        return await self._query(request, asked, asked.query)

    async def _query(self, request: Request, asked: Asked, query: str) -> Response:
        rows, graph = _forms(request, asked)
        tag = None
        if not _FICKLE.search(query):
            key = (self.site.version, query, _type(rows), _type(graph))
            tag = f'W/"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}"'
        if tag and request.method != "POST" and tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=caching(tag))
        reply = await self._reply(request, query, rows, graph)
        chosen = graph if reply.kind == "graph" else rows
        assert chosen is not None
        headers = caching(tag)
        if asked.download:
            headers["Content-Disposition"] = f'attachment; filename="answer.{chosen.form.name}"'
        return Delivery(reply.content, media_type=chosen.content_type, headers=headers)

    async def _reply(
        self, request: Request, query: str, rows: Choice | None, graph: Choice | None
    ) -> Reply:
        """Return the answer of a worker, which is freed if the client goes."""
        asking = asyncio.ensure_future(self.pool.ask(query, _name(rows), _name(graph)))
        try:
            done, _ = await asyncio.wait({asking}, timeout=_WATCH)
            if done:
                return asking.result()
            leaving = asyncio.ensure_future(_gone(request))
            try:
                await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                leaving.cancel()
            if not asking.done():
                raise ConnectionError
            return asking.result()
        finally:
            asking.cancel()

    def _description(self, request: Request, asked: Asked) -> Response:
        chosen = chosen_form(request.headers.get("accept"), GRAPH, asked.form)
        endpoint = f"{request.url.scheme}://{request.headers['host']}/sparql"
        triples = service_description(endpoint, len(self.site.store))
        return Response(
            graph_in(triples, chosen.form.name),
            media_type=chosen.content_type,
            headers=caching(None),
        )

    async def _editor(self, request: Request, asked: Asked) -> Response:
        tongue, named_so = page_language(request)
        try:
            page = await run_in_threadpool(
                self.pages.editor, asked.query, asked.example, tongue, chosen=named_so
            )
        except QueryError as error:
            raise Refusal(404, error.problem) from None
        return page_response(page, tongue)


async def _asked(request: Request) -> Asked:
    query_string = request.scope["query_string"]
    if request.method != "POST":
        return in_address(query_string)
    headers = request.headers
    kind = content_type(headers.get("content-type"), headers.get("content-encoding"))
    body = await read_body(request.receive, headers.get("content-length"))
    return (in_form if kind == FORM else in_body)(body, query_string)


def _forms(request: Request, asked: Asked) -> tuple[Choice | None, Choice | None]:
    """Return how rows and how a graph shall be written; Refusal (406) if neither may be."""
    if asked.form is not None:
        rows, graph = named(asked.form, ROWS), named(asked.form, GRAPH)
        if rows is None and graph is None:
            names = ", ".join(form.name for form in (*ROWS, *GRAPH))
            raise Refusal(406, f"there is no format of that name; there are {names}")
        return rows, graph
    accept = request.headers.get("accept")
    rows, graph = choose(accept, ROWS), choose(accept, GRAPH)
    if rows is None and graph is None:
        raise unacceptable((*ROWS, *GRAPH))
    return rows, graph


def _type(choice: Choice | None) -> str | None:
    return choice.type if choice else None


def _name(choice: Choice | None) -> str | None:
    return choice.form.name if choice else None


async def _gone(request: Request) -> None:
    """Return when the client has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
