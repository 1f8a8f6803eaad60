#!/usr/bin/env python3
"""Measure what the project promises, each ratio within one run.

Run it in an environment where fpgraph is installed: ``python scripts/benchmark.py``.
Times are wall seconds, the median of several runs after one that does not count.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

FPGRAPH = [sys.executable, "-m", "fpgraph"]


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


def main() -> None:
    """Measure and print a table of what was promised and what was found."""
    table = Table("what", "promised", "measured")
    table.add_row("fpgraph --help", "≤ 0.5 s", f"{median(command('--help')):.2f} s")
    table.add_row("fpgraph ask 01, cold", "≤ 1.0 s", f"{median(command('ask', '01')):.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        seconds = median(command("build", "--out", str(Path(folder) / "export")), 3)
    table.add_row("fpgraph build, all exports", "≤ 5 s", f"{seconds:.2f} s")
    embedded, plain, number = question_times()
    table.add_row(
        f"{number} questions: rdflib / Oxigraph",
        "≥ 10",
        f"{plain / embedded:.0f} ({plain:.2f} s / {embedded:.3f} s)",
    )
    Console().print(table)


if __name__ == "__main__":
    main()
