#!/usr/bin/env python3
"""Measure how cost grows with the graph: ``python scripts/scale.py --sizes 10k,100k,1m``.

For each number of triples, articles shaped like the coded one (``synthetic_articles``)
are made and written, loaded into Oxigraph on disk, and asked all competency questions.
Every step runs in a process of its own; told are its processor seconds, all threads
together, and the most memory it held. ``10m`` takes some 8 GB of disk and half an hour.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = tuple[str, str, str]
#: The size up to which every file of a build is made, which needs the graph in memory.
_BUILT = 100_000
#: The most memory, in GB, that a question may take.
_MEMORY = 8
_NOTHING = "–"


# -- The steps, each in a process of its own -------------------------------------------


def write(size: str, folder: str) -> dict[str, Any]:
    """Write so many triples as Turtle and as N-Triples, article by article."""
    from pyoxigraph import RdfFormat, serialize

    from fpgraph.turtlefile import turtle_body
    from fpgraph.vocabulary import prefixes

    clock = _Clock()
    found = {"articles": 0, "claims": 0, "written": 0}
    parts = _parts(int(size), clock, found)
    place = Path(folder)
    with (place / "graph.ttl").open("wb") as turtle, (place / "graph.nt").open("wb") as plain:
        known = dict(prefixes())
        turtle.write("".join(f"@prefix {p}: <{iri}> .\n" for p, iri in known.items()).encode())
        for triples in parts:
            with clock.of("Turtle"):
                turtle.write(turtle_body(triples, known).encode())
            with clock.of("N-Triples"):
                plain.write(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return {**found, **clock.seconds}


def _parts(size: int, clock: _Clock, found: dict[str, int]) -> Iterator[list[Any]]:
    """Yield triples in lists, about ``size`` in all; ``found`` counts what they are of."""
    from synthetic_articles import first_part, synthetic_articles

    from fpgraph.dataset import ontology_triples, triples

    with clock.of("triples"):
        part = ontology_triples()
    whole = len(triples(next(synthetic_articles())))
    for corpus in synthetic_articles():
        found["written"] += len(part)
        yield part
        left = size - found["written"]
        if left < whole / 20:
            return
        with clock.of("triples"):
            article = corpus if left >= whole else first_part(corpus, left / whole)
            part = triples(article)
        found["articles"] += 1
        found["claims"] += len(article.sources[0].claims)


def build(size: str, folder: str) -> dict[str, Any]:
    """Write every RDF file of ``fpgraph build`` for so many triples, all in memory."""
    from synthetic_articles import first_part, synthetic_articles

    from fpgraph.dataset import triples
    from fpgraph.model import Corpus
    from fpgraph.rdffiles import Content, rdf_files

    entities: dict[str, Any] = {}
    sources: list[Any] = []
    left = int(size)
    for corpus in synthetic_articles():
        whole = len(triples(corpus))
        article = corpus if whole <= left else first_part(corpus, left / whole)
        entities.update(article.entities)
        sources.extend(article.sources)
        left -= whole
        if left < whole / 20:
            break
    clock = _Clock()
    with clock.of("build"):
        for file in rdf_files(Content(Corpus(entities, tuple(sources)))):
            (Path(folder) / file.name).write_bytes(file.content)
    return clock.seconds


def load(file: str, folder: str) -> dict[str, Any]:
    """Load a file into a store on disk."""
    from pyoxigraph import Store

    clock = _Clock()
    with clock.of("load"):
        store = Store(folder)
        store.bulk_load(path=file)
        store.flush()
    return {**clock.seconds, "wall": clock.wall}


def count(folder: str) -> dict[str, Any]:
    """Count the triples of a store."""
    from pyoxigraph import Store

    return {"triples": len(Store.read_only(folder))}


def ask(folder: str, limit: str) -> None:
    """Answer the questions whose numbers come in, each within so many processor seconds."""
    import resource

    from pyoxigraph import QueryBoolean, Store

    import fpgraph

    memory = _MEMORY * 1024**3
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    store = Store.read_only(folder)
    texts = [question.asked_in("en") for question in fpgraph.questions()]
    for line in sys.stdin:
        signal.setitimer(signal.ITIMER_PROF, float(limit))  # whose signal ends the process
        # This thread's seconds: while that timer runs, the process's are told by ticks only.
        begin = time.thread_time()
        found = store.query(texts[int(line)])
        rows = 1 if isinstance(found, QueryBoolean) else sum(1 for _ in found)
        print(json.dumps([time.thread_time() - begin, rows]), flush=True)


class _Clock:
    """Processor seconds by stage, and wall seconds of them all."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.wall = 0.0

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        begin, wall = time.process_time(), time.perf_counter()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - begin
        self.wall += time.perf_counter() - wall


# -- What runs them ---------------------------------------------------------------------


def run(command: Sequence[str], *, quiet: bool = False) -> tuple[str, float, float]:
    """Return what a process prints, its processor seconds and the most MB it held."""
    complaints = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True)
    assert process.stdout is not None
    with process.stdout as pipe:
        told = pipe.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return told, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def step(name: str, *arguments: object) -> tuple[dict[str, Any], float]:
    """Return what a step of this script found, and the most MB it held."""
    told, _, memory = run([sys.executable, __file__, name, *map(str, arguments)])
    return json.loads(told), memory


def questions(folder: Path, limit: float) -> tuple[list[float | None], float]:
    """Return the seconds of every question, None where it was stopped, and the most MB."""
    import fpgraph

    number = len(fpgraph.questions())
    taken: list[float | None] = []
    most = 0.0
    while len(taken) < number:
        command = [sys.executable, __file__, "ask", str(folder), str(limit)]
        asked = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert asked.stdin is not None
        assert asked.stdout is not None
        answered = True
        # A process that is stopped takes no further question, nor the end of them.
        with asked.stdout, suppress(BrokenPipeError), asked.stdin:
            while answered and len(taken) < number:
                with suppress(BrokenPipeError):
                    asked.stdin.write(f"{len(taken)}\n")
                    asked.stdin.flush()
                answered = bool(line := asked.stdout.readline())
                taken.append(json.loads(line)[0] if answered else None)
        _, status, used = os.wait4(asked.pid, 0)
        asked.returncode = os.waitstatus_to_exitcode(status)
        most = max(most, used.ru_maxrss / 1024)
    return taken, most


@dataclass
class Measured:
    """What was measured at one size: numbers by the names of the rows of the table."""

    triples: int = 0
    found: dict[str, float] = field(default_factory=dict)
    taken: list[float | None] = field(default_factory=list)


def measure(size: int, folder: Path, limit: float) -> Measured:
    """Return what making, loading and asking so many triples takes."""
    found: dict[str, float] = {}
    if size <= _BUILT:
        (folder / "build").mkdir()
        built, memory = step("build", size, folder / "build")
        found |= {"every RDF file of a build, s": built["build"], "its memory, MB": memory}
    made, memory = step("write", size, folder)
    found |= {"articles": made["articles"], "claims": made["claims"]}
    found |= {"records to triples, s": made["triples"], "triples to Turtle, s": made["Turtle"]}
    found |= {"memory of both, MB": memory, "Turtle, MB": _megabytes(folder / "graph.ttl")}
    ours, memory = step("load", folder / "graph.ttl", folder / "db")
    found |= {"load our Turtle, s": ours["load"], "the same by the wall, s": ours["wall"]}
    found |= {"memory of loading, MB": memory}
    raw, _ = step("load", folder / "graph.nt", folder / "raw")
    found["load plain N-Triples, s"] = raw["load"]
    shutil.rmtree(folder / "raw")
    found |= _by_binary(folder)
    triples = step("count", folder / "db")[0]["triples"]
    found["store on disk, MB"] = _megabytes(folder / "db")
    taken, memory = questions(folder / "db", limit)
    answered = sum(one is not None for one in taken)
    middle = statistics.median(math.inf if one is None else one for one in taken)
    found |= {"questions answered": answered, "memory of asking, MB": memory}
    found |= {"the middle question, ms": 1000 * middle}
    _tell(triples, taken)
    return Measured(triples, found, taken)


def _tell(triples: int, taken: list[float | None]) -> None:
    """Say on standard error how long every question took, the slowest last."""
    slow = sorted(enumerate(taken, 1), key=lambda one: math.inf if one[1] is None else one[1])
    told = (f"{number:02} {'stopped' if one is None else f'{one:.3f}'}" for number, one in slow)
    print(f"{triples:,} triples, seconds by question: {', '.join(told)}", file=sys.stderr)


def compare(measured: list[Measured]) -> None:
    """Add to each size what the questions took that were answered at every size."""
    common = [
        number
        for number in range(len(measured[0].taken))
        if all(one.taken[number] is not None for one in measured)
    ]
    for one in measured:
        seconds = sum(one.taken[number] or 0.0 for number in common)
        one.found[f"the {len(common)} questions answered at every size, s"] = seconds


def _by_binary(folder: Path) -> dict[str, float]:
    """Return what the program ``oxigraph`` takes, where it is installed."""
    program = shutil.which("oxigraph")
    if not program:
        return {}
    place = folder / "binary"
    command = [program, "load", "-l", str(place), "-f", str(folder / "graph.nt")]
    _, seconds, _ = run(command, quiet=True)
    shutil.rmtree(place)
    return {"oxigraph load, s": seconds}


def _megabytes(place: Path) -> float:
    files = [place] if place.is_file() else [one for one in place.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files) / 1_000_000


def exponent(points: Mapping[int, float]) -> float | None:
    """Return x where cost grows as n to the power of x: the slope in logarithms."""
    logs = [(math.log(n), math.log(cost)) for n, cost in points.items() if 0 < cost < math.inf]
    if len(logs) < 2:
        return None
    return statistics.linear_regression(*zip(*logs, strict=True)).slope


def table(measured: list[Measured]) -> Iterator[str]:
    """Yield the lines of a Markdown table: a row a cost, a column a size, last the exponent."""
    sizes = [f"{one.triples:,}".replace(",", " ") for one in measured]
    yield f"| triples | {' | '.join(sizes)} | grows as n to the |"
    yield f"|---{'|--:' * (len(sizes) + 1)}|"
    names = dict.fromkeys(name for one in measured for name in one.found)
    for name in names:
        points = {one.triples: one.found[name] for one in measured if name in one.found}
        cells = [_shown(one.found.get(name)) for one in measured]
        counted = all(isinstance(cost, int) for cost in points.values())
        power = None if counted else exponent(points)
        grows = _NOTHING if power is None else f"{power:.2f}"
        yield f"| {name} | {' | '.join(cells)} | {grows} |"


def _shown(value: float | None) -> str:
    if value is None:
        return _NOTHING
    if math.isinf(value):
        return "stopped"
    if isinstance(value, int):
        return f"{value:,}".replace(",", " ")
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}".replace(",", " ")


def rows(size: int = 100_000) -> Iterator[Row]:
    """Yield what ``scripts/benchmark.py`` tells of loading: our Turtle against raw pyoxigraph."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        step("write", size, folder)
        taken: dict[str, list[float]] = {"graph.ttl": [], "graph.nt": []}
        for turn in range(3):
            for file, seconds in taken.items():
                seconds.append(step("load", folder / file, folder / f"{turn}-{file}")[0]["load"])
        triples = step("count", folder / "0-graph.ttl")[0]["triples"]
    ours, raw = (statistics.median(seconds) for seconds in taken.values())
    what = f"bulk load on disk, {triples:,} triples: our Turtle / raw pyoxigraph"
    yield what, "≥ 0.9", f"{raw / ours:.2f} ({triples / ours:,.0f} triples a second)"


def number(text: str) -> int:
    """Return what ``10k`` or ``1m`` means."""
    factor = {"k": 1000, "m": 1_000_000}.get(text[-1:].lower(), 1)
    return int(float(text[:-1] if factor > 1 else text) * factor)


STEPS: dict[str, Callable[..., Any]] = {
    one.__name__: one for one in (write, build, load, count, ask)
}


def main() -> None:
    """Measure and print a table, or do one step of it."""
    if sys.argv[1:2] and sys.argv[1] in STEPS:
        if (found := STEPS[sys.argv[1]](*sys.argv[2:])) is not None:
            print(json.dumps(found))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10k,100k,1m", help="numbers of triples")
    parser.add_argument("--limit", type=float, default=20, help="seconds for a question")
    parser.add_argument("--folder", help="where to work, and some 1 kB for each triple is free")
    given = parser.parse_args()
    measured = []
    for size in map(number, given.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            measured.append(measure(size, Path(folder), given.limit))
    compare(measured)
    print("\n".join(table(measured)))


if __name__ == "__main__":
    main()
