"""Files read again before they take their place, by a parser that did not write them.

pyoxigraph writes, rdflib reads; both sides are brought to a signature that does
not depend on the order of triples or on the labels of blank nodes. rdflib takes
its time, so the files are read in two further processes while the rest of the
build goes on. Run as a program, this module reads jobs as JSON on standard input
and answers with one problem, or null, for each.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from .errors import GraphError

# Subject, predicate, object and graph as keys; those of blank nodes begin with "_:".
Keys = tuple[str, str, str, str]

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
# Stand-ins for RDF 1.2 triple terms, so that a parser of RDF 1.1 can read them.
_PARTS = tuple(f"urn:x-triple-term:{part}" for part in ("subject", "predicate", "object"))
_TRIPLE_TERM = re.compile(r'"(?:[^"\\]|\\.)*"|<<\( (\S+) (\S+) (\S+) \)>>')
# How long rdflib takes for a triple in each format, roughly, to share out the work.
_EFFORT = {"trig": 15, "nquads": 13, "xml": 12, "turtle": 11, "turtle-1.2": 11, "nt": 9}


@dataclass(frozen=True, slots=True)
class Signature:
    """How many triples there are, and a digest of them; signatures of parts add up."""

    count: int = 0
    digest: int = 0

    def __add__(self, other: Signature) -> Signature:
        return Signature(self.count + other.count, (self.digest + other.digest) % (1 << 128))


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read again: where it is, in what format, and what it must hold."""

    path: str
    format: str
    count: int
    digest: int


def signature(quads: Iterable[Keys]) -> Signature:
    """Return the signature of distinct triples.

    Blank nodes count as what is said of them. That tells graphs apart in which no
    blank node is said anything of in a circle, as all of ours are; on a circle
    GraphError is raised.
    """
    said: dict[str, list[Keys]] = defaultdict(list)
    distinct = set(quads)
    for quad in distinct:
        if quad[0].startswith("_:"):
            said[quad[0]].append(quad)
    names: dict[str, str] = {}
    total = 0
    for subject, predicate, target, graph in distinct:
        if subject.startswith("_:"):
            subject = _blank(subject, said, names, ())
        if target.startswith("_:"):
            target = _blank(target, said, names, ())
        total += _number("\0".join((subject, predicate, target, graph)))
    return Signature(len(distinct), total % (1 << 128))


def _blank(
    node: str, said: dict[str, list[Keys]], names: dict[str, str], above: tuple[str, ...]
) -> str:
    if node in above:
        raise GraphError("blank nodes are tied in a circle and cannot be compared")
    if node not in names:
        parts = sorted(
            (
                predicate,
                _blank(target, said, names, (*above, node)) if target[:2] == "_:" else target,
                graph,
            )
            for _, predicate, target, graph in said[node]
        )
        names[node] = f"_:{_number(repr(parts)):032x}"
    return names[node]


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=16).digest())


def written_keys(quads: Iterable[Any]) -> Iterator[Keys]:
    """Yield the keys of pyoxigraph triples or quads."""
    from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

    keys: dict[Any, str] = {}
    pending: list[Keys] = []

    def key(term: Any) -> str:
        if (known := keys.get(term)) is None:
            known = keys[term] = made(term)
        return known

    def made(term: Any) -> str:
        if isinstance(term, NamedNode):
            return f"<{term.value}"
        if isinstance(term, Literal):
            return _literal(term.value, term.language, term.datatype.value)
        if isinstance(term, Triple):
            name = f"_:term-{len(keys)}"
            parts = zip(_PARTS, (term.subject, term.predicate, term.object), strict=True)
            pending.extend((name, f"<{part}", key(value), "") for part, value in parts)
            return name
        assert isinstance(term, BlankNode)
        return f"_:{term.value}"

    for quad in quads:
        graph = getattr(quad, "graph_name", None)
        where = "" if graph is None or isinstance(graph, DefaultGraph) else key(graph)
        yield key(quad.subject), key(quad.predicate), key(quad.object), where
    yield from pending


def read_keys(path: Path, name: str) -> Iterator[Keys]:
    """Yield the keys of what rdflib finds in a file; ``name`` is rdflib's name of the format.

    ``turtle-1.2`` is Turtle with triple terms, which rdflib does not know: they are
    rewritten as blank nodes with their three parts.
    """
    import rdflib

    # Compared is what stands in the file, not what rdflib makes of it.
    rdflib.NORMALIZE_LITERALS = False
    content = path.read_bytes()
    if name == "turtle-1.2":
        name, content = "turtle", _without_triple_terms(content)
    if name not in {"trig", "nquads"}:
        graph = rdflib.Graph(bind_namespaces="none").parse(data=content, format=name)
        for s, p, o in graph:
            yield _read_key(s), _read_key(p), _read_key(o), ""
        return
    dataset = rdflib.Dataset().parse(data=content, format=name)
    for s, p, o, context in dataset.quads():
        where = "" if context is None else _read_key(context)
        yield _read_key(s), _read_key(p), _read_key(o), where


def _without_triple_terms(content: bytes) -> bytes:
    def rewritten(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        parts = zip(_PARTS, found.groups(), strict=True)
        return "[ " + " ; ".join(f"<{part}> {value}" for part, value in parts) + " ]"

    return _TRIPLE_TERM.sub(rewritten, content.decode()).encode()


def _read_key(term: Any) -> str:
    import rdflib

    if isinstance(term, rdflib.URIRef):
        return f"<{term}"
    if isinstance(term, rdflib.BNode):
        return f"_:{term}"
    return _literal(str(term), term.language, str(term.datatype or _XSD_STRING))


def _literal(value: str, language: str | None, datatype: str) -> str:
    return f'"{value}\0{language.lower()}' if language else f'"{value}\0\0{datatype}'


class Verification:
    """Files being read again in the background; ``finish`` waits for the result."""

    def __init__(self, jobs: Sequence[Job], *, workers: int = 2) -> None:
        self.parts: list[tuple[list[Job], subprocess.Popen[bytes]]] = []
        for part in _shared(jobs, workers):
            process = _start()
            self.parts.append((part, process))
            assert process.stdin is not None
            process.stdin.write(json.dumps([asdict(job) for job in part]).encode())
            process.stdin.close()
            process.stdin = None

    def __enter__(self) -> Verification:
        return self

    def __exit__(self, *_: object) -> None:
        for _, process in self.parts:
            if process.poll() is None:
                process.kill()
            process.wait()
            for stream in (process.stdout, process.stderr):
                if stream:
                    stream.close()

    def finish(self, named: Callable[[str], str] = str) -> None:
        """Wait; raise GraphError for the first file that does not hold what it must.

        ``named`` turns the path that was read into the one to name.
        """
        for jobs, process in self.parts:
            answer, complaint = process.communicate()
            try:
                problems = json.loads(answer)
            except ValueError:
                problems = [f"it could not be read again: {_last_line(complaint)}"]
            for job, problem in zip(jobs, problems, strict=False):
                if problem:
                    raise GraphError(f"{named(job.path)}: {problem}")


def _shared(jobs: Sequence[Job], workers: int) -> list[list[Job]]:
    """Share out jobs: the longest first, each to whoever has least to do."""
    parts: list[list[Job]] = [[] for _ in range(max(1, min(workers, len(jobs))))]
    loads = [0] * len(parts)
    for job in sorted(jobs, key=_effort, reverse=True):
        least = loads.index(min(loads))
        parts[least].append(job)
        loads[least] += _effort(job)
    return parts


def _effort(job: Job) -> int:
    return _EFFORT.get(job.format, 9) * job.count


def _start() -> subprocess.Popen[bytes]:
    # By path, so that it works where the package is not installed, and not by
    # multiprocessing, which would run the caller's own script again.
    root = str(Path(__file__).resolve().parents[1])
    program = (
        f"import sys; sys.path.insert(0, {root!r}); from fpgraph.verify import main; main()"
    )
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own program
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _last_line(output: bytes) -> str:
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "the process ended without a word"


def problem(job: Job) -> str | None:
    """Return what is wrong with a file, or None."""
    expected = Signature(job.count, job.digest)
    path = Path(job.path)
    try:
        if job.format == "turtle-1.2":
            from pyoxigraph import RdfFormat, parse

            with path.open("rb") as stream:
                strict = signature(written_keys(parse(stream, format=RdfFormat.TURTLE)))
            if strict != expected:
                return f"it holds {strict.count} triples where {expected.count} were meant"
        found = signature(read_keys(path, job.format))
    except Exception as fault:  # noqa: BLE001 - whatever a parser raises, the file is unfit
        return f"it cannot be read again: {type(fault).__name__}: {fault}"
    if found.count != expected.count:
        return f"it reads back as {found.count} triples where {expected.count} were written"
    return None if found == expected else "it reads back with other triples than were written"


def main() -> None:
    """Check the jobs on standard input."""
    import gc

    # Parsing allocates much and frees little; the collector would only look on.
    gc.disable()
    jobs = [Job(**job) for job in json.load(sys.stdin)]
    json.dump([problem(job) for job in jobs], sys.stdout)
