"""The files of a build: prepared, read again, and only then put in place together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from .files import Staging
from .model import Corpus
from .quotations import Quotations
from .rdffiles import Content, rdf_files
from .verify import Job, Verification

Progress = Callable[[str], None]


def export(
    corpus: Corpus,
    folder: Path | str,
    *,
    content: Content | None = None,
    quotations: Quotations | None = None,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Write every file format into ``folder``; return the names with sizes in bytes.

    Every RDF file is read again by a second parser before any file takes its
    place. Raises DataError if the folder cannot be written and GraphError if a
    file does not read back as it was meant; the old files then stand as before.
    """
    say = progress or _silent
    content = Content(corpus, quotations) if content is None else content
    sizes, places = {}, {}
    with Staging(Path(folder)) as staging, Verification() as verification:
        say("writing the RDF files")
        for file in rdf_files(content):
            sizes[file.name] = len(file.content)
            path = str(staging.add(file.name, file.content))
            places[path] = str(Path(folder) / file.name)
            verification.submit(Job(path, file.format, file.holds.count, file.holds.digest))
        say("laying out the network")
        for name, data in network_files(corpus, quotations):
            sizes[name] = len(data)
            staging.add(name, data)
        say("reading the RDF files again")
        verification.finish(places.__getitem__)
        say("putting the files in place")
        staging.commit()
    return dict(sorted(sizes.items()))


def network_files(
    corpus: Corpus, quotations: Quotations | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the tables, the network files and the page, with their names."""
    from .netfiles import to_gexf, to_graphml
    from .network import layout, network
    from .page import render_page
    from .sheets import claims_csv, edges_csv, nodes_csv

    graph = network(corpus)
    places = layout(graph)
    yield "graph.graphml", to_graphml(graph, places)
    yield "graph.gexf", to_gexf(graph, places)
    yield "nodes.csv", nodes_csv(graph)
    yield "edges.csv", edges_csv(graph)
    yield "claims.csv", claims_csv(corpus)
    page = render_page(corpus, graph, quotations=quotations, places=places)
    yield "index.html", page.encode()


def _silent(_: str) -> None:
    """Say nothing."""
