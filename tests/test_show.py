"""The page in a notebook: all of the graph, or what a query found of it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from playwright.sync_api import expect

from fpgraph import terms as t
from fpgraph.dataset import to_graph
from fpgraph.errors import QueryError
from fpgraph.model import Corpus
from fpgraph.network import network
from fpgraph.show import View, part, show
from fpgraph.store import ask, query
from test_page import browser

__all__ = ["browser"]  # a fixture: pytest finds it by name


def claims_in(view: View) -> set[str]:
    found = re.search(r'<script type="application/json" id="records">(.*?)</script>', view.page)
    assert found
    return {claim["id"] for claim in json.loads(found[1])["claims"]}


def test_all_of_a_corpus(sample: Corpus) -> None:
    expected = {key for *_, key in network(sample).edges(keys=True)}
    assert claims_in(show(sample)) == expected
    assert claims_in(show(corpus=sample)) == expected


def test_the_packaged_graph_unless_told_otherwise(real_corpus: Corpus) -> None:
    assert len(claims_in(show())) == network(real_corpus).number_of_edges()


def test_part_of_the_network(sample: Corpus) -> None:
    graph = network(sample, reported=False)
    view = show(graph, corpus=sample, title="Affirmed")
    assert claims_in(view) == {key for *_, key in graph.edges(keys=True)}
    assert 'title="Affirmed"' in view._repr_html_()


def test_claims_that_a_query_names(sample: Corpus, sample_folder: Path) -> None:
    found = query(
        "CONSTRUCT { ?claim fp:assertedBy ?who } WHERE"
        " { ?claim fp:assertedBy ?who FILTER (?who != fpid:article-author) }",
        folder=sample_folder,
    )
    assert claims_in(show(found, corpus=sample)) == {"b42c7652f2c0", "5ff6c20e3c39"}


def test_edges_that_a_query_names(sample: Corpus, sample_folder: Path) -> None:
    """A direct edge stands for the claims it rests on, and for no denied one."""
    found = query(
        "CONSTRUCT { ?one fp:memberOf ?other } WHERE { ?one fp:memberOf ?other }",
        folder=sample_folder,
    )
    assert claims_in(show(found, corpus=sample)) == {"b6ef34708144"}
    graph = part(sample, [(f"{t.FPID}montania", t.TYPE, f"{t.FP}State")], "states")
    assert list(graph) == ["montania"]
    assert graph.number_of_edges() == 0


def test_a_graph_of_rdflib(sample: Corpus) -> None:
    whole = to_graph(sample, ontology=False)
    chosen = rdflib.Graph()
    claim = rdflib.URIRef(f"{t.CLAIM_BASE}harbour-2020-1/b42c7652f2c0")
    for triple in whole.triples((claim, None, None)):
        chosen.add(triple)
    assert claims_in(show(chosen, corpus=sample)) == {"b42c7652f2c0"}


def test_the_graph_given_is_not_changed(sample: Corpus) -> None:
    graph = nx.MultiDiGraph(network(sample))
    before = sorted(graph.edges(keys=True)), sorted(graph.nodes(data="importance"))
    show(graph, corpus=sample)
    assert before == (sorted(graph.edges(keys=True)), sorted(graph.nodes(data="importance")))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("SELECT ?s { ?s a fp:State }", "only the answer of a CONSTRUCT"),
        ("CONSTRUCT { ?s a owl:Class } WHERE { ?s a fp:State }", None),
        ("CONSTRUCT { <urn:x> a <urn:y> } WHERE {}", "names no claim and no entity"),
    ],
)
def test_what_cannot_be_shown(
    sample: Corpus, sample_folder: Path, text: str, problem: str | None
) -> None:
    found = query(text, folder=sample_folder)
    if problem is None:
        assert show(found, corpus=sample).page
        return
    with pytest.raises(QueryError, match=problem):
        show(found, corpus=sample)
    with pytest.raises(QueryError, match="only the answer"):
        show(ask("memberships", folder=sample_folder), corpus=sample)


def test_the_frame_holds_the_page_itself(sample: Corpus) -> None:
    view = show(sample, height=500)
    html = view._repr_html_()
    (written,) = re.findall(r'srcdoc="([^"]*)"', html)
    assert unescape(written) == view.page
    assert 'height="500"' in html
    assert " src=" not in html.replace(written, "")
    assert len(repr(view)) < 100


def test_it_works_in_a_frame(browser: Any, sample: Corpus) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 800}, locale="en-GB")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content(f"<!DOCTYPE html><html><body>{show(sample)._repr_html_()}</body></html>")
    frame = page.frame_locator("iframe")
    expect(frame.locator("#shown")).to_have_text("14 claims")
    frame.locator("#search").fill("beacon")
    frame.locator("#search").press("Enter")
    expect(frame.locator("#selected")).to_have_text("lighthouse realism")
    frame.locator("#details .opens").first.click()
    expect(frame.locator("#details .kind").first).to_have_text("Claim")
    frame.locator("#save").click()
    with page.expect_download() as download:
        frame.locator("[data-save=saveTurtle]").click()
    assert "fp:Claim" in Path(download.value.path()).read_text(encoding="utf-8")
    assert complaints == []
    page.close()
