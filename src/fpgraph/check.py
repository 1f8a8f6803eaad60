"""Everything that a coded corpus and its graph are held to, in one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from .corpus import check_corpus
from .errors import InconsistentGraph
from .model import Finding, Report
from .shapes import check_shapes, check_violations
from .store import open_store

Progress = Callable[[str], None]


def check(
    folder: Path | str | None = None,
    sources: Iterable[str] | None = None,
    *,
    reasoner: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Return what is wrong with the corpus in ``folder`` or with the graph made of it.

    First every rule of the tables; if they hold, the SHACL shapes and the violation
    queries, among them the gate: no reported claim stands as an edge. With
    ``reasoner``, HermiT also decides whether the graph contradicts itself, which
    takes some seconds and needs Java. ``progress`` is called with the name of each
    step as it begins.
    """
    tell = progress or _silent
    chosen = None if sources is None else tuple(sources)
    tell("the rules of the corpus")
    report = check_corpus(folder, chosen)
    if not report.conforms:
        return report
    graph = open_store(folder, chosen)
    tell("the violation queries")
    report += check_violations(graph)
    tell("the shapes")
    report += check_shapes(graph)
    if reasoner:
        from .reason import reason

        tell("the reasoner")
        report += _contradictions(lambda: reason(graph))
    return report


def _contradictions(reasoned: Callable[[], object]) -> Report:
    try:
        reasoned()
    except InconsistentGraph as error:
        return Report((Finding("reasoner", "the graph", str(error)),), ("reasoner",))
    return Report((), ("reasoner",))


def _silent(_: str) -> None:
    """Tell nobody."""
