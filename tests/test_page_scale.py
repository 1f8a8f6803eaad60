"""A page with more nodes than vis-network could draw: the story first, all the rest on demand."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, expect
from synthetic_graph import synthetic_corpus

from fpgraph.layout import layout
from fpgraph.model import Corpus
from fpgraph.network import network
from fpgraph.page import render_page
from fpgraph.picture import MOST
from test_page import Open, Visit, _Parts, browser, html, visit

__all__ = ["browser", "html", "visit"]  # fixtures: pytest finds them by name

NODES = 1_500
Places = Mapping[str, tuple[float, float]]


@pytest.fixture(scope="module")
def many() -> Corpus:
    return synthetic_corpus(NODES)


@pytest.fixture(scope="module")
def graph(many: Corpus) -> nx.MultiDiGraph:
    return network(many)


@pytest.fixture(scope="module")
def places(graph: nx.MultiDiGraph) -> Places:
    return layout(graph)


@pytest.fixture(scope="module")
def large_html(many: Corpus, graph: nx.MultiDiGraph, places: Places) -> str:
    return render_page(many, graph, places=places)


@pytest.fixture(scope="module")
def least(graph: nx.MultiDiGraph) -> str:
    """The node that nobody would see at first."""
    return str(min(graph.nodes, key=lambda name: (graph.nodes[name]["importance"], name)))


def packed(page: str, name: str) -> Any:
    content = _Parts(page).block(name)
    assert isinstance(content, str), f"{name} is not packed"
    data = base64.b64decode(content)
    assert data[4:8] == bytes(4), "the time of packing would change the file"
    return json.loads(gzip.decompress(data))


def test_large_records_are_packed_and_whole(large_html: str, graph: nx.MultiDiGraph) -> None:
    records = packed(large_html, "records")
    assert {claim["id"] for claim in records["claims"]} == {
        key for *_, key in graph.edges(keys=True)
    }
    assert {entity["id"] for entity in records["entities"] if entity["drawn"]} == set(graph.nodes)
    assert len(large_html) < 2_000_000


def test_same_large_page_again(many: Corpus, graph: nx.MultiDiGraph, large_html: str) -> None:
    assert render_page(many, graph) == large_html


def _built(page: str) -> Any:
    content = _Parts(page).block("network")
    return packed(page, "network") if isinstance(content, str) else content


def test_pyvis_makes_the_most_important_ready(large_html: str) -> None:
    built, records = _built(large_html), packed(large_html, "records")
    ready = [records["entities"][node["id"]]["importance"] for node in built["nodes"]]
    assert len(ready) == MOST
    others = [records["entities"][number]["importance"] for number, *_ in built["rest"]["nodes"]]
    assert len(others) == NODES - MOST
    assert min(ready) >= max(others)


def test_lines_to_come_look_as_pyvis_made_them(large_html: str, graph: nx.MultiDiGraph) -> None:
    built = _built(large_html)
    rest = built["rest"]
    assert len(rest["lines"]) == graph.number_of_edges()
    assert len(built["edges"]) < graph.number_of_edges()
    for edge in built["edges"]:
        style = rest["styles"][rest["lines"][edge["id"]]]
        assert {key: edge[key] for key in style} == style


# In a browser


def amount(page: Page) -> tuple[int, int]:
    """How many nodes stand in the picture, and of how many, as it says itself."""
    page.wait_for_timeout(250)  # what is in view counts once the view has come to rest
    numbers = [
        int(word.replace(",", ""))
        for word in page.inner_text("#amount-words").split()
        if word[0].isdigit()
    ]
    return numbers[0], numbers[-1]


def on_screen(opened: Visit, places: Places, name: str) -> tuple[float, float]:
    """Where a node lies in the window while all of the picture is shown."""
    box = opened.page.locator("#canvas").bounding_box()
    assert box
    left, right = min(x for x, _ in places.values()), max(x for x, _ in places.values())
    top, bottom = min(y for _, y in places.values()), max(y for _, y in places.values())
    room_x = box["width"] - 2 * min(68, box["width"] * 0.1)
    room_y = box["height"] - 2 * min(44, box["height"] * 0.08)
    scale = min(1.15, room_x / (right - left), room_y / (bottom - top))
    x, y = places[name]
    return (
        box["x"] + box["width"] / 2 + (x - (left + right) / 2) * scale,
        box["y"] + box["height"] / 2 + (y - (top + bottom) / 2) * scale,
    )


def test_the_story_comes_first(visit: Open, large_html: str) -> None:
    page = visit(large_html).page
    standing, whole = amount(page)
    assert whole == NODES
    assert 24 <= standing <= 150
    expect(page.locator("#loading")).to_be_hidden()


def test_more_on_demand_and_fewer_again(visit: Open, large_html: str) -> None:
    page = visit(large_html).page
    first = amount(page)
    page.locator("#amount-button").focus()
    page.keyboard.press("Enter")
    assert amount(page)[0] >= 700
    expect(page.locator("#amount-button")).to_have_text("Draw fewer")
    assert page.evaluate("location.hash") == "#all"
    page.keyboard.press("Enter")
    assert amount(page) == first


def test_an_address_can_ask_for_more(visit: Open, large_html: str) -> None:
    page = visit(large_html, "#all").page
    assert amount(page)[0] >= 700
    expect(page.locator("#amount-button")).to_have_text("Draw fewer")


def test_zooming_in_brings_more(visit: Open, large_html: str) -> None:
    page = visit(large_html).page
    first, _ = amount(page)
    page.locator("#canvas").focus()
    for _ in range(6):
        page.keyboard.press("+")
    nearer, _ = amount(page)
    assert nearer > first
    page.keyboard.press("0")
    assert amount(page)[0] == first


def test_a_dot_can_be_pointed_at_and_chosen(
    visit: Open, large_html: str, places: Places, least: str, many: Corpus
) -> None:
    opened = visit(large_html)
    page, (x, y) = opened.page, on_screen(opened, places, least)
    page.mouse.move(x, y)
    expect(page.locator("#canvas")).to_have_css("cursor", "pointer")
    page.mouse.click(x, y)
    expect(page.locator("#selected")).to_have_text(many.entities[least].label_en)
    standing, _ = amount(page)
    page.keyboard.press("Escape")
    assert amount(page)[0] < standing


def test_search_finds_what_is_only_a_dot(
    visit: Open, large_html: str, least: str, many: Corpus
) -> None:
    page = visit(large_html).page
    page.keyboard.press("/")
    page.keyboard.type(many.entities[least].label_uk)
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_have_text(many.entities[least].label_en)
    assert page.evaluate("location.hash") == f"#n={least}"


def test_address_leads_to_any_claim(visit: Open, large_html: str, graph: nx.MultiDiGraph) -> None:
    worst = sorted(graph.nodes, key=lambda name: graph.nodes[name]["importance"])
    one, other, key = next(iter(graph.subgraph(worst[:600]).edges(keys=True)))
    opened = visit(large_html, f"#c={key}")
    for name in (one, other):
        assert graph.nodes[name]["label_en"] in opened.text()


def test_filters_reach_the_dots(visit: Open, large_html: str, graph: nx.MultiDiGraph) -> None:
    page = visit(large_html).page
    page.locator("#types .key", has_text="Concepts").click()
    concepts = sum(kind == "Concept" for _, kind in graph.nodes(data="top_type"))
    standing, whole = amount(page)
    assert whole <= NODES - concepts
    assert standing < whole


def test_path_over_dots(visit: Open, large_html: str, graph: nx.MultiDiGraph, least: str) -> None:
    best = max(graph.nodes, key=lambda name: graph.nodes[name]["importance"])
    page = visit(large_html, f"#path={least},{best}").page
    steps = nx.shortest_path_length(graph.to_undirected(as_view=True), least, best)
    expect(page.locator(".steps > .step")).to_have_count(steps)


@pytest.mark.parametrize("size", [(360, 640), (3840, 2160)])
def test_large_page_fits_the_window(visit: Open, large_html: str, size: tuple[int, int]) -> None:
    opened = visit(large_html, viewport={"width": size[0], "height": size[1]})
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame = opened.page.locator("#picture").bounding_box()
    note = opened.page.locator("#amount").bounding_box()
    zoom = opened.page.locator(".zoom").bounding_box()
    assert frame
    assert note
    assert zoom
    assert note["x"] + note["width"] <= zoom["x"]
    assert note["height"] < frame["height"] / 4


def test_few_nodes_all_stand(visit: Open, html: str) -> None:
    expect(visit(html).page.locator("#amount")).to_be_hidden()


def test_a_browser_that_cannot_unpack_says_so(
    browser: Browser, large_html: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(large_html, encoding="utf-8")
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(path.as_uri())
    expect(page.locator("#loading")).to_contain_text("too old")
    page.close()
