#!/usr/bin/env python3
"""Measure what the project promises, each ratio within one run.

Run it in an environment where fpgraph is installed: ``python scripts/benchmark.py``, or
with the names of sections: ``start``, ``reading``, ``linking``, ``workers``, ``memory``,
``page``, ``endpoint``, ``loading``.
Start-up and workers are timed by the wall, the median of several runs after one that
does not count; everything that one process does, by its processor time.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from varied_text import Prose, Strewn

if TYPE_CHECKING:
    from fpgraph.lexicon.lexicon import Lexicon
    from fpgraph.model import Article, Entity
    from fpgraph.parts import Sentence

FPGRAPH = [sys.executable, "-m", "fpgraph"]
Row = tuple[str, str, str]
Found = set[tuple[str, int, int]]

#: Bytes of varied text to read, and of it to give to spaCy, which is slow.
_SIZE, _SPACY_SIZE = 5_000_000, 400_000
#: Reads a folder into another and tells the most memory of parent and of a worker in kB.
#: What getrusage tells would include the program that started this one.
_MEMORY = """
import json, re, sys
from multiprocessing import active_children
from pathlib import Path
from fpgraph.batch import read_articles
from fpgraph.jobs import find_jobs

def peak(process):
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\\s*(\\d+)", status)[1])

if __name__ == "__main__":
    jobs, _ = find_jobs([Path(sys.argv[1])])
    most = 0
    for outcome in read_articles(jobs, Path(sys.argv[2]), workers=2):
        assert not outcome.problem, outcome.problem
        most = max([most, *(peak(child.pid) for child in active_children())])
    print(json.dumps([peak("self"), most]))
"""


def median(run: Callable[[], object], times: int = 5) -> float:
    """Return the median wall time of ``run`` in seconds, after one warm-up."""
    run()
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def command(*arguments: str) -> Callable[[], object]:
    """Return a call that runs fpgraph in a process of its own."""

    def run() -> object:
        return subprocess.run([*FPGRAPH, *arguments], check=True, capture_output=True)

    return run


def question_times() -> tuple[float, float, int]:
    """Return the summed seconds of all questions in Oxigraph and in rdflib, and their number."""
    import fpgraph
    from fpgraph.store import open_store

    texts = [question.asked_in("en") for question in fpgraph.questions()]
    store = open_store()
    graph = fpgraph.to_graph(fpgraph.load_corpus())
    embedded = sum(median(lambda text=text: list(store.query(text)), 3) for text in texts)  # type: ignore[misc,arg-type]
    plain = sum(median(lambda text=text: list(graph.query(text)), 1) for text in texts)  # type: ignore[misc]
    return embedded, plain, len(texts)


def start() -> Iterator[Row]:
    """Measure commands and questions."""
    yield "fpgraph --help", "≤ 0.5 s", f"{median(command('--help')):.2f} s"
    yield "fpgraph ask 01, cold", "≤ 1.0 s", f"{median(command('ask', '01')):.2f} s"
    with tempfile.TemporaryDirectory() as folder:
        seconds = median(command("build", "--out", str(Path(folder) / "export")), 3)
    yield "fpgraph build, all exports", "≤ 5 s", f"{seconds:.2f} s"
    embedded, plain, number = question_times()
    what = f"{number} questions: rdflib / Oxigraph"
    yield what, "≥ 10", f"{plain / embedded:.0f} ({plain:.2f} s / {embedded:.3f} s)"


class _Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        begin = time.process_time()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - begin


def reading() -> Iterator[Row]:
    """Measure the reading of varied text on one core, whole and by stages."""
    from fpgraph.curation.coding import draft
    from fpgraph.reading.reader import Reader
    from fpgraph.text import article_from_text

    entities = _entities()
    prose = Prose(entities.values())
    reader = Reader(entities)
    gc.freeze()  # as those who read articles do
    clock = _Clock()
    for size, seed in ((100_000, 7), (_SIZE, 1)):  # the first one only warms up
        text = prose.text(size, seed)[0]
        clock = _Clock()
        with clock.of("whole"):
            article = article_from_text(text, "varied-1")
            draft(reader.read(article, "varied-1-author"), [])
        by_stages(text, reader, clock)
    megabytes = len(text.encode()) / 1_000_000
    for stage, seconds in clock.seconds.items():
        what = "whole reading" if stage == "whole" else f"· {stage}"
        promise = "≥ 1 MB/s" if stage == "whole" else ""
        rate = f"{megabytes / seconds:.2f} MB/s ({seconds:.2f} s)"
        yield f"{what}, {megabytes:.0f} MB", promise, rate


def by_stages(text: str, reader: Any, clock: _Clock) -> None:
    """Read ``text`` as ``Reader.read`` does, with the clock on each stage."""
    from fpgraph.frames.claims import candidate_claims
    from fpgraph.linking.link import link
    from fpgraph.naming.unlinked import unlinked
    from fpgraph.parts import sentences
    from fpgraph.speech.attribution import attributions
    from fpgraph.text import article_from_text

    with clock.of("clean and split"):
        article = article_from_text(text, "varied-1")
        parts = sentences(article)
    with clock.of("link"):
        known = link(article, parts, reader.lexicon)
    with clock.of("unknown names"):
        _, met = unlinked(article, parts, known, reader.lexicon)
    links = sorted([*known, *met], key=lambda one: (one.start, -one.end, one.entity))
    with clock.of("attribute"):
        spoken, *_ = attributions(article, parts, links)
    with clock.of("claims"):
        candidate_claims(
            article, parts, links, spoken, reader.frames, reader.lexicon, "varied-1-author"
        )


def linking() -> Iterator[Row]:
    """Measure linking against spaCy, which lemmatises the text, on the same sentences."""
    from fpgraph.lexicon.lexicon import compile_lexicon
    from fpgraph.linking.link import link
    from fpgraph.parts import sentences
    from fpgraph.text import article_from_text

    entities = _entities()
    lexicon = compile_lexicon(entities)
    prose = Prose(entities.values())
    text, strewn = prose.text(_SIZE)
    article = article_from_text(text, "varied-1")
    parts = sentences(article)
    link(article, parts[:100], lexicon)
    gc.freeze()  # as those who read articles do
    begin = time.process_time()
    links = link(article, parts, lexicon)
    seconds = time.process_time() - begin
    rate = len(text.encode()) / 1_000_000 / seconds
    found = {(one.entity, one.start, one.end) for one in links}
    yield (
        "linking",
        "",
        f"{rate:.1f} MB/s; {_recall(article, strewn, found):.1%} of the labels found",
    )
    try:
        spacy = import_module("spacy")
    except ImportError:
        yield "linking / spaCy on lemmas", "≥ 100", "spaCy not installed"
        return
    text, strewn = prose.text(_SPACY_SIZE, seed=2)
    article = article_from_text(text, "varied-2")
    parts = sentences(article)
    seconds, theirs = spacy_links(spacy, article, parts, lexicon)
    slow = len(text.encode()) / 1_000_000 / seconds
    ours = {(one.entity, one.start, one.end) for one in link(article, parts, lexicon)}
    recalls = [_recall(article, strewn, one) for one in (ours, theirs)]
    yield "linking / spaCy on lemmas", "≥ 100", f"{rate / slow:.0f} (spaCy {slow:.3f} MB/s)"
    yield "labels found: linking, spaCy", "more", f"{recalls[0]:.1%}, {recalls[1]:.1%}"


def spacy_links(
    spacy: Any, article: Article, parts: Sequence[Sentence], lexicon: Lexicon
) -> tuple[float, Found]:
    """Return the processor seconds that spaCy takes to link, and what it finds."""
    nlp = spacy.blank("uk")
    nlp.add_pipe("lemmatizer", config={"mode": "pymorphy3"})
    nlp.initialize()
    matcher = import_module("spacy.matcher").PhraseMatcher(nlp.vocab, attr="LEMMA")
    for entity in lexicon.entities.values():
        matcher.add(entity.id, list(nlp.pipe([entity.label_uk, *entity.alt_uk])))
    found: Found = set()
    begin = time.process_time()
    words = [article.clean[part.start : part.end] for part in parts]
    for part, document in zip(parts, nlp.pipe(words), strict=True):
        for key, first, last in matcher(document):
            span = document[first:last]
            place = (part.start + span.start_char, part.start + span.end_char)
            found.add((nlp.vocab.strings[key], *place))
    return time.process_time() - begin, found


def _recall(article: Article, strewn: Iterable[Strewn], found: Found) -> float:
    """Return the share of the labels strewn into the text that were found in their places."""
    places = article.offsets
    hits = [
        (one.entity, bisect_left(places, one.start), bisect_left(places, one.end)) in found
        for one in strewn
    ]
    return sum(hits) / len(hits)


def workers() -> Iterator[Row]:
    """Measure two workers against one, on many files of equal size."""
    from fpgraph.batch import read_articles
    from fpgraph.jobs import find_jobs

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder / "texts", 120, 200_000)
        jobs, _ = find_jobs([folder / "texts"])
        taken: dict[int, float] = {}
        for number in (1, 2):
            begin = time.perf_counter()
            for _ in read_articles(jobs, folder / f"read-{number}", workers=number):
                pass
            taken[number] = time.perf_counter() - begin
    found = f"{taken[1] / taken[2]:.2f} ({taken[1]:.1f} s / {taken[2]:.1f} s)"
    yield f"two workers / one, {len(jobs)} files of 0.2 MB", "≥ 1.8", found


def memory() -> Iterator[Row]:
    """Measure the most memory that parent and worker take with few files and with many."""
    if not Path("/proc/self/status").exists():
        yield "memory, 20 and 200 files", "flat", "not told by this system"
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = folder / "reads.py"
        script.write_text(_MEMORY, encoding="utf-8")
        peaks = {}
        for number in (20, 200):
            write_files(folder / f"texts-{number}", number, 50_000)
            places = [str(folder / f"{kind}-{number}") for kind in ("texts", "read")]
            answer = subprocess.run(
                [sys.executable, str(script), *places], check=True, stdout=subprocess.PIPE
            )
            peaks[number] = [peak / 1024 for peak in json.loads(answer.stdout)]
    for who, few, many in zip(("parent", "worker"), peaks[20], peaks[200], strict=True):
        yield f"memory, 20 and 200 files: {who}", "flat", f"{few:.0f} MB, {many:.0f} MB"


def write_files(folder: Path, number: int, size: int) -> None:
    """Write ``number`` texts of about ``size`` bytes, no two of them alike."""
    folder.mkdir()
    prose = Prose(_entities().values())
    for index in range(number):
        text, _ = prose.text(size, seed=100 + index)
        (folder / f"varied-{index:03}.txt").write_bytes(text.encode())


def _entities() -> dict[str, Entity]:
    from fpgraph.batch import known_entities
    from fpgraph.resources import graph_folder

    return known_entities(graph_folder())


def page() -> Iterator[Row]:
    """Measure the page of graphs of 200 to 20,000 nodes in Chromium, against plain pyvis."""
    import page_speed

    yield from page_speed.rows()


def endpoint() -> Iterator[Row]:
    """Measure what the endpoint adds to a query, how many it answers, and how fairly."""
    import endpoint_speed

    yield from endpoint_speed.rows()


def loading() -> Iterator[Row]:
    """Measure the bulk load into Oxigraph on disk, against raw pyoxigraph."""
    import scale

    yield from scale.rows()


SECTIONS = {
    one.__name__: one for one in (start, reading, linking, workers, memory, page, endpoint, loading)
}


def main() -> None:
    """Measure and print a table of what was promised and what was found."""
    wanted = sys.argv[1:] or list(SECTIONS)
    if unknown := [name for name in wanted if name not in SECTIONS]:
        sys.exit(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    table = Table("what", "promised", "measured")
    for name in wanted:
        for row in SECTIONS[name]():
            table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
