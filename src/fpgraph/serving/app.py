"""The site as an ASGI application.

Built on Starlette and not on rdflib-endpoint, which answers 15 of the W3C's 34
protocol tests, lets one slow query block all and reads local files through FROM.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from .documents import Documents
from .endpoint import Endpoint
from .guard import METHODS
from .pages import Pages
from .refusal import Refusal
from .showing import Reader
from .site import Site

Handler = Callable[[Request], Awaitable[Response]]


def application(site: Site) -> Router:
    """Return the application; its workers live as long as it runs.

    Put it behind ``guard.Guard``, which turns refusals and faults into answers.
    """
    pool = site.pool()
    pages = Pages(Reader(site.store))
    endpoint, documents = Endpoint(site, pool, pages), Documents(site, pages)

    def prepare() -> None:
        """Do once what the first requests would wait for."""
        site.version  # noqa: B018
        documents.library.prepare()

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        await run_in_threadpool(prepare)
        await pool.start()
        try:
            yield
        finally:
            await pool.close()

    routes = [
        _route("/sparql", endpoint.answer, ("GET", "POST")),
        _route("/sparql/", endpoint.answer, ("GET", "POST")),
        _route("/", documents.network),
        _route("/questions", documents.questions),
        _route("/static/{name:path}", documents.static),
        _route("/{path:path}", documents.linked),
    ]
    return Router(routes, redirect_slashes=False, lifespan=lifespan)


def _route(path: str, handler: Handler, methods: Sequence[str] = ("GET",)) -> Route:
    """Return a route that answers HEAD like GET, OPTIONS by what is allowed, and nothing else."""
    allowed = ", ".join((*methods, "HEAD", "OPTIONS"))

    async def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_permissions(allowed))
        if request.method != "HEAD" and request.method not in methods:
            sentence = f"{request.method[:20]} is not for this address, which takes {allowed}"
            raise Refusal(405, sentence, {"Allow": allowed})
        return await handler(request)

    route = Route(path, endpoint)
    route.methods = set()  # every method comes here, to be refused in a sentence
    return route


def _permissions(allowed: str) -> dict[str, str]:
    return {
        "Allow": allowed,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
        "Access-Control-Max-Age": "86400",
    }
