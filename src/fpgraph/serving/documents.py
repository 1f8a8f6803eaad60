"""The other addresses of the site: Linked Data, and the pages around it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from .delivery import Delivery
from .linked_data import Library, written
from .negotiation import GRAPH, HTML, choose, chosen_form, named
from .pages import FOLDER, Pages
from .refusal import Refusal
from .site import Site, caching, page_language, page_response

if TYPE_CHECKING:
    from ..model import Corpus

_STATIC = {
    "site.css": "text/css; charset=utf-8",
    "editor.js": "text/javascript; charset=utf-8",
    "vendor/yasqe.min.css": "text/css; charset=utf-8",
    "vendor/yasqe.min.js": "text/javascript; charset=utf-8",
}


class Documents:
    """Answers at every address but /sparql."""

    def __init__(self, site: Site, pages: Pages) -> None:
        self.site = site
        self.pages = pages
        self.library = Library(site.store)
        self._network: asyncio.Task[bytes] | None = None

    async def linked(self, request: Request) -> Response:
        """Answer with what is said of the thing at this address."""
        path: str = request.path_params["path"]
        stem, _, suffix = path.rpartition(".")
        form = suffix if named(suffix, (*GRAPH, HTML)) and "/" not in suffix else None
        document = self.library.document(path)
        if document is None and form:
            path = stem
            document = self.library.document(path)
        else:
            form = None
        tongue, named_so = page_language(request)
        if document is None:
            page = self.pages.missing(f"/{path}", tongue, chosen=named_so)
            if _prefers_page(request):
                return page_response(page, tongue, status=404)
            raise Refusal(404, "the graph says nothing of what is named so")
        chosen = chosen_form(request.headers.get("accept"), (*GRAPH, HTML), form)
        tag = f'W/"{self.site.version}-{chosen.form.name}-{tongue}"'
        headers = caching(tag, "Accept, Accept-Language")
        headers["Link"] = f'<{document.iri}>; rel="describes"'
        headers["Content-Location"] = (
            f"{request.url.path.removesuffix(f'.{form}')}.{chosen.form.name}"
        )
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if chosen.form is HTML:
            page = await run_in_threadpool(
                self.pages.document, document, path, tongue, chosen=named_so
            )
            return page_response(page, tongue, headers=headers)
        content = await run_in_threadpool(written, document, chosen.form.name)
        return Delivery(content, media_type=chosen.content_type, headers=headers)

    # Pages

    async def questions(self, request: Request) -> Response:
        """Show the list of the competency questions."""
        tongue, named_so = page_language(request)
        return page_response(self.pages.questions(tongue, chosen=named_so), tongue)

    async def network(self, request: Request) -> Response:
        """Show the network page, which is drawn when it is first asked for."""
        tag = f'W/"{self.site.version}-network"'
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=caching(tag, ""))
        if self._network is None or (self._network.done() and self._network.exception()):
            self._network = asyncio.ensure_future(
                run_in_threadpool(_network_page, self.site.corpus)
            )
        # Shielded: others may wait for the same page.
        content = await asyncio.shield(self._network)
        # The page has a policy of its own inside; a second one would bar its script.
        headers = caching(tag, "") | {"Content-Security-Policy": "frame-ancestors 'none'"}
        return Delivery(content, media_type="text/html; charset=utf-8", headers=headers)

    async def static(self, request: Request) -> Response:
        """Answer with a file of the site."""
        name = request.path_params["name"]
        path = FOLDER / name
        if name not in _STATIC or not path.is_file():
            raise Refusal(404, "there is no such file")
        headers = {"Cache-Control": "no-cache"}
        return FileResponse(path, media_type=_STATIC[name], headers=headers)


def _prefers_page(request: Request) -> bool:
    found = choose(request.headers.get("accept"), (*GRAPH, HTML))
    return found is not None and found.form is HTML


def _network_page(corpus: Corpus) -> bytes:
    from ..page import render_page

    return render_page(corpus, site=True).encode()
