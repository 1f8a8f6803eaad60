"""Real triple stores: each loads the graph natively and by ``push``, and answers alike.

``scripts/triple-stores --install`` fetches them; a store that is not installed is skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from store_runs import PUSHED, credentials, place
from store_servers import STORES, Running, TripleStore, cache_folder

from fpgraph.errors import StoreError
from fpgraph.pushing.client import Client
from fpgraph.pushing.credentials import Credentials
from fpgraph.pushing.transfer import push
from fpgraph.pushing.verification import compare, count
from fpgraph.questions import questions
from fpgraph.rdffiles import Content
from fpgraph.resources import ontology_folder
from fpgraph.store import open_store
from fpgraph.turtlefile import to_turtle


@dataclass(frozen=True)
class Started:
    """A store that runs with the graph in it, and how many triples that has."""

    store: TripleStore
    server: Running
    triples: int

    def count(self, graph: str) -> int:
        where = place(self.store, self.server, graph)
        return count(Client(where.write), where)


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``foreign-policy.ttl`` as the corpus is now."""
    from fpgraph.corpus import load_corpus

    path = tmp_path_factory.mktemp("turtle") / "foreign-policy.ttl"
    before = (ontology_folder() / "fpgraph.ttl").read_text(encoding="utf-8")
    path.write_bytes(to_turtle(Content(load_corpus()).sections, before=before))
    return path


@pytest.fixture(scope="module", params=list(STORES))
def started(
    request: pytest.FixtureRequest, turtle: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Started]:
    store = STORES[request.param](cache_folder())
    if store.missing():
        pytest.skip(f"{store.missing()} is not here: scripts/triple-stores --install")
    with store.running(tmp_path_factory.mktemp(store.name), turtle) as server:
        yield Started(store, server, len(open_store()))


@pytest.fixture
def writable(started: Started) -> Started:
    if not started.store.writable:
        pytest.skip(f"no server of {started.store.name} that takes a push is to be had here")
    return started


def test_three_independent_stores_are_installed_where_changes_are_judged() -> None:
    there = [name for name, kind in STORES.items() if not kind(cache_folder()).missing()]
    if not os.environ.get("FPGRAPH_STORES"):
        pytest.skip(f"only CI must have three stores; here are: {', '.join(there) or 'none'}")
    assert {"fuseki", "oxigraph", "virtuoso"} <= set(there)


def test_what_it_loads_itself_is_answered_alike(started: Started) -> None:
    where = place(started.store, started.server, started.server.native)
    compared = compare(Client(where.write), where, open_store())
    assert compared.differing == ()
    assert compared.asked == len(questions())
    assert compared.triples == started.triples


def test_what_is_pushed_is_answered_alike(writable: Started) -> None:
    where = place(writable.store, writable.server, PUSHED)
    who = credentials(writable.server)
    done = push(where, credentials=who, replace=True)
    assert done.after == done.triples == writable.triples
    assert done.verified is not None
    assert done.verified.alike == len(questions())
    with pytest.raises(StoreError, match=r"the graph holds .* triples already"):
        push(where, credentials=who)


def test_adding_keeps_what_is_there_and_replacing_does_not(
    writable: Started, sample_folder: Path
) -> None:
    graph = "https://example.org/a b".replace(" ", "-") + "?x=1&y=і"
    where = place(writable.store, writable.server, graph)
    who = credentials(writable.server)
    before = writable.count(writable.server.native)
    first = push(where, credentials=who, folder=sample_folder)
    added = push(where, credentials=who, replace=False)
    assert added.verified is None
    assert first.after < added.triples < added.after <= first.after + added.triples
    again = push(where, credentials=who, folder=sample_folder, replace=True)
    assert again.before == added.after
    assert again.after == first.after
    assert writable.count(writable.server.native) == before


def test_a_graph_that_does_not_exist_is_empty(writable: Started) -> None:
    assert writable.count("https://example.org/nothing") == 0


def test_the_default_graph_is_a_graph_like_others(writable: Started, sample_folder: Path) -> None:
    if writable.store.kind == "virtuoso":
        pytest.skip("Virtuoso has no default graph to write to")
    done = push(place(writable.store, writable.server, ""), folder=sample_folder, replace=True)
    assert done.after == done.triples
    assert done.verified is not None
    named = push(place(writable.store, writable.server, PUSHED), replace=True)
    assert named.after == writable.triples
    assert writable.count("") == done.after


def test_a_wrong_password_changes_nothing(writable: Started) -> None:
    if not writable.server.user:
        pytest.skip(f"{writable.store.name} lets everybody write as it is started here")
    where = place(writable.store, writable.server, PUSHED)
    before = writable.count(PUSHED)
    with pytest.raises(StoreError, match="the name or the password is wrong") as caught:
        push(where, credentials=Credentials(writable.server.user, "пароль"), replace=True)
    assert "пароль" not in str(caught.value) + caught.value.answer
    assert writable.count(PUSHED) == before
