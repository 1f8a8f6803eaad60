"""The proof that a graph arrived: as many triples, and the questions answered alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlencode

from pyoxigraph import BlankNode, Store, Triple

from ..errors import StoreError
from ..questions import Question, questions
from ..store import ask
from .client import Client
from .comparison import Rows, read_rows
from .stores import Target, shown

_COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
_JSON = "application/sparql-results+json"
_SAMPLE = 400
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of it: triples in the graph, questions asked, those that differ and how."""

    triples: int
    asked: int = 0
    differing: tuple[tuple[str, str], ...] = field(default=())

    @property
    def alike(self) -> int:
        """How many questions were answered alike."""
        return self.asked - len(self.differing)


def query(client: Client, target: Target, text: str) -> Rows:
    """Return what the graph answers to a SELECT or ASK.

    The query goes as a form, which every store takes. Raises StoreError if the
    store refuses or what comes back is no such answer.
    """
    form = {"query": text} | ({"default-graph-uri": target.asks} if target.asks else {})
    reply = client.send(
        "POST",
        target.query,
        headers={"Accept": _JSON, "Content-Type": "application/x-www-form-urlencoded"},
        body=urlencode(form).encode(),
    )
    if "html" in reply.type:
        problem = "it answered a query with HTML: is that the address of the SPARQL endpoint?"
        raise StoreError(problem, address=shown(target.query))
    try:
        return read_rows(reply.body)
    except ValueError:
        said = f"of the type {reply.type}" if reply.type not in {"", _JSON} else "or it broke off"
        problem = f"what it answered to a query is no SPARQL result, {said}"
        raise StoreError(problem, address=shown(target.query)) from None


def count(client: Client, target: Target) -> int:
    """Return how many triples the graph holds; StoreError if the store does not say."""
    found = query(client, target, _COUNT)
    try:
        (((_, number, _),),) = found.rows  # type: ignore[misc]
        return int(number)
    except (ValueError, TypeError):
        problem = "it did not answer with one number when asked how many triples there are"
        raise StoreError(problem, address=shown(target.query)) from None


def compare(
    client: Client,
    target: Target,
    embedded: Store,
    *,
    asked: Sequence[Question] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Verification:
    """Ask the questions of the store and of the embedded engine; return how they compare.

    A question that the store refuses counts as answered differently.
    """
    asked = questions() if asked is None else asked
    differing = []
    for question in asked:
        if progress:
            progress(f"asking {question.id}")
        ours = read_rows(ask(question, store=embedded).content)
        try:
            how = ours.difference(query(client, target, question.sparql))
        except StoreError as error:
            how = str(error)
        if how:
            differing.append((question.id, how))
    return Verification(count(client, target), len(asked), tuple(differing))


def missing(client: Client, target: Target, pushed: Sequence[Triple]) -> int:
    """Return how many of some hundred triples, taken evenly, the graph does not hold.

    Triples with blank nodes are passed over, for those have no names to ask by.
    """
    named = [t for t in pushed if not _blank(t)]
    step = max(1, len(named) // _SAMPLE)
    sample = iter(named[::step])
    lost = 0
    while part := list(islice(sample, _AT_ONCE)):
        # Not VALUES, with which Virtuoso does not find every triple.
        each = " UNION ".join(f"{{ {t.subject} {t.predicate} {t.object} }}" for t in part)
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ {each} }}"
        ((value,),) = query(client, target, text).rows or ((None,),)
        lost += len(part) - int(value[1] if value else 0)
    return lost


def _blank(triple: Triple) -> bool:
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)
