"""The editor in a browser: with Yasqe where it is vendored, and the plain one; never online."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from endpoint import Served, served
from fpgraph.serving.pages import FOLDER
from fpgraph.terms import FPID

pytest.importorskip("uvicorn")
VENDORED = (FOLDER / "vendor" / "yasqe.min.js").is_file()
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def server(sample_folder: Path) -> Iterator[Served]:
    with served(sample_folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("FPGRAPH_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("no Chromium on this machine; name one in FPGRAPH_CHROMIUM")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=flags)
        yield found
        found.close()


@dataclass
class Visit:
    """A page that is looked at, what it asked for elsewhere and what went wrong in it."""

    page: Page
    base: str
    elsewhere: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        self.page.goto(self.base + address)
        return self.page


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, server: Served) -> Iterator[Open]:
    """Open a page; afterwards nothing was asked of any other host, and nothing went wrong."""
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def opened(*, plain: bool = False, scripts: bool = True, width: int = 1280) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            accept_downloads=True,
            locale="en",
        )
        contexts.append(context)
        found = Visit(context.new_page(), f"http://127.0.0.1:{server.port}")

        def pass_on(route: Route) -> None:
            address = route.request.url
            if not address.startswith((found.base, "data:")):
                found.elsewhere.append(address)
                route.abort()
            elif plain and "/vendor/" in address:
                route.fulfill(status=200, body="")
            else:
                route.continue_()

        context.route("**/*", pass_on)
        found.page.on("pageerror", lambda error: found.problems.append(str(error)))
        found.page.on(
            "console",
            lambda said: (
                found.problems.append(said.text)
                if said.type == "error" and "status of 4" not in said.text
                else None
            ),
        )
        visits.append(found)
        return found

    yield opened
    for context in contexts:
        context.close()
    for found in visits:
        assert found.elsewhere == []
        assert found.problems == []


EDITORS = pytest.mark.parametrize(
    "plain",
    [
        pytest.param(True, id="plain"),
        pytest.param(
            False,
            id="yasqe",
            marks=pytest.mark.skipif(not VENDORED, reason="scripts/vendor-editor has not run"),
        ),
    ],
)


def write(page: Page, text: str, *, plain: bool) -> None:
    """Write a query in place of what stands in the editor, by the keyboard."""
    (page.locator("#query") if plain else page.locator(".yasqe .CodeMirror")).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


@EDITORS
def test_a_question_is_answered(visit: Open, *, plain: bool) -> None:
    page = visit(plain=plain).go("/sparql?example=01-memberships&lang=en")
    expect(page.locator("#answer th").first).to_have_text("member")
    expect(page.locator("#answer")).to_contain_text("League of Quiet Harbours")
    expect(page.locator("#told")).to_contain_text("Rows: ")
    assert page.locator(".yasqe").count() == (0 if plain else 1)
    page.locator("#answer a", has_text="passage/").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/passage/" in page.url


@EDITORS
def test_writing_and_running_by_keyboard(visit: Open, *, plain: bool) -> None:
    page = visit(plain=plain).go("/sparql")
    write(page, "SELECT ?s { ?s a fp:State } ORDER BY ?s", plain=plain)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer td a").first).to_have_attribute("href", "/id/montania")
    expect(page.locator("#answer td a").first).to_have_attribute("title", f"{FPID}montania")
    page.keyboard.press("Tab")
    expect(page.locator("#run")).to_be_focused()


@EDITORS
def test_every_kind_of_answer(visit: Open, *, plain: bool) -> None:
    page = visit(plain=plain).go(f"/sparql?query={quote('ASK { fpid:primoria a fp:State }')}")
    expect(page.locator("#answer")).to_have_text("Yes")
    page.goto(page.url.partition("?")[0] + f"?query={quote('DESCRIBE fpid:primoria')}")
    expect(page.locator("#answer pre")).to_contain_text("fp:State")
    expect(page.locator("button[value=ttl]")).to_be_visible()
    expect(page.locator("button[value=csv]")).to_be_hidden()
    page.goto(page.url.partition("?")[0] + f"?query={quote('SELECT * { ?s a fp:Nothing }')}")
    expect(page.locator("#told")).to_have_text("Nothing was found.")


@EDITORS
def test_a_mistake_is_told_and_shown(visit: Open, *, plain: bool) -> None:
    page = visit(plain=plain).go("/sparql")
    write(page, "SELECT ?s {\n  ?s ? ?o }", plain=plain)
    page.locator("#run").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 2, column 11: expected")
    if plain:
        assert page.evaluate("document.getElementById('query').selectionStart") == 22


@EDITORS
def test_a_query_can_be_stopped(visit: Open, server: Served, *, plain: bool) -> None:
    page = visit(plain=plain).go(f"/sparql?query={quote(ENDLESS)}")
    expect(page.locator("#told")).to_have_text("The query runs …")
    page.locator("#stop").click()
    expect(page.locator("#told")).to_have_text("You stopped the query.")
    expect(page.locator("#stop")).to_be_hidden()
    assert server.query("ASK {}").status == 200


@EDITORS
def test_the_answer_can_be_taken_away(visit: Open, *, plain: bool) -> None:
    page = visit(plain=plain).go("/sparql")
    write(page, "SELECT ?s { ?s a fp:State } ORDER BY ?s", plain=plain)
    with page.expect_download() as waited:
        page.locator("button[value=csv]").click()
    assert waited.value.suggested_filename == "answer.csv"
    lines = Path(waited.value.path()).read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["s", f"{FPID}montania"]


def test_markup_in_an_answer_is_text(visit: Open) -> None:
    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    query = f'SELECT ("{nasty}" AS ?x) (<javascript:alert(3)> AS ?y) {{}}'
    page = visit().go(f"/sparql?query={quote(query)}")
    expect(page.locator("#answer td").first).to_have_text(nasty)
    assert page.locator("#answer img, #answer script, #answer a").count() == 0


@pytest.mark.skipif(not VENDORED, reason="scripts/vendor-editor has not run")
def test_yasqe_knows_our_terms_and_prefixes(visit: Open) -> None:
    page = visit().go("/sparql")
    write(page, "SELECT * { ?s prov:wasDerivedFrom ?o }", plain=False)
    expect(page.locator(".yasqe .CodeMirror")).to_contain_text("PREFIX prov:")
    write(
        page, "PREFIX fp: <https://w3id.org/fpgraph/ontology#>\nSELECT * { ?s a fp:Sta", plain=False
    )
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("State")


def test_without_scripts_the_form_still_asks(visit: Open) -> None:
    page = visit(scripts=False).go(f"/sparql?query={quote('SELECT ?s { ?s a fp:State }')}")
    with page.expect_download() as waited:
        page.locator("button[value=json]").click()
    rows = json.loads(Path(waited.value.path()).read_text(encoding="utf-8"))["results"]["bindings"]
    assert {"type": "uri", "value": f"{FPID}montania"} in [row["s"] for row in rows]


@pytest.mark.parametrize("width", [360, 1280, 3840])
@pytest.mark.parametrize(
    "place", ["/questions", "/sparql", "/ontology", "/id/primoria", "/nowhere"]
)
def test_no_page_is_wider_than_the_window(visit: Open, place: str, width: int) -> None:
    for tongue in ("en", "uk"):
        page = visit(width=width).go(f"/{place}?lang={tongue}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.documentElement.lang") == tongue


def test_the_network_page_leads_on(visit: Open) -> None:
    page = visit().go("/")
    page.get_by_role("link", name="Questions").click()
    page.get_by_role("link").filter(has_text="belong to?").first.click()
    expect(page.locator("#answer th").first).to_have_text("member")
