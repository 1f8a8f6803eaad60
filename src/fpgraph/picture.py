"""The one place that talks to pyvis: nodes, edges and options for vis-network, and its copy of it.

pyvis writes pages of its own, but those load from the network and run what stands
in labels; so only its data and its bundled library are used.
https://visjs.github.io/vis-network/docs/network/
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import DataError
from .layout import layout, radius

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

VIS_NETWORK = Path("lib", "vis-9.1.2", "vis-network.min.js")

MOST = 1000  # nodes that vis-network can move smoothly, and pyvis list quickly
CURVE = 0.14
PLAIN = "#666666"
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {"shape": "custom"},
    "edges": {"selectionWidth": 1, "hoverWidth": 0.6, "arrowStrikethrough": False},
}


def picture(
    graph: nx.MultiDiGraph,
    entities: Mapping[str, int],
    claims: Mapping[str, int],
    colours: Mapping[str, str],
    places: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, Any]:
    """Return ``nodes``, ``edges`` and ``options`` for vis-network, and ``rest``.

    ``entities`` and ``claims`` give the numbers that stand for ids (names of nodes
    are one of the ways in which a page of pyvis can be made to run a label);
    ``colours`` those of top types and of families of relations; ``places`` are
    those of ``layout(graph)`` unless given.

    Of a large graph, the 1,000 most important nodes and what ties them are made
    ready. What the page needs to add others is in ``rest``: for each of them number,
    place and size in ``nodes``, and for each claim (by its number) which of the
    ``styles`` its line has, in ``lines``. Of a small graph, ``rest`` is empty.
    """
    from pyvis.network import Network

    net = Network(directed=True)  # an undirected one drops parallel edges
    places = layout(graph) if places is None else places
    names = sorted(graph.nodes, key=lambda name: (-graph.nodes[name]["importance"], name))
    first, others = sorted(names[:MOST]), names[MOST:]
    for name in first:
        node = graph.nodes[name]
        net.add_node(
            entities[name],
            label=node["label_en"],
            shape="custom",
            color=colours.get(node["top_type"], PLAIN),
            size=radius(node["importance"]),
            x=places[name][0],
            y=places[name][1],
        )
    lines = _lines(graph, claims)
    _add_edges(net, graph.subgraph(first), lines, entities, claims, colours)
    # Not set_options(), which deletes the spaces in what it is given.
    net.options = OPTIONS
    nodes, edges, _heading, _height, _width, options = net.get_network_data()
    rest: dict[str, list[Any]] = {"nodes": [], "styles": [], "lines": []}
    if others:
        rest["nodes"] = [
            (entities[name], *places[name], radius(graph.nodes[name]["importance"]))
            for name in sorted(others)
        ]
        rest["styles"], rest["lines"] = _numbered([lines[number] for number in sorted(lines)])
    return {"nodes": nodes, "edges": edges, "options": json.loads(options), "rest": rest}


def _lines(graph: nx.MultiDiGraph, claims: Mapping[str, int]) -> dict[int, dict[str, Any]]:
    """Return how each line is drawn; those between the same two nodes bend more and more."""
    found = {}
    parallel: Counter[tuple[str, str]] = Counter()
    for one, other, key in sorted(graph.edges(keys=True), key=lambda edge: claims[edge[2]]):
        bends = parallel[one, other] + (graph.number_of_edges(other, one) > 0)
        parallel[one, other] += 1
        found[claims[key]] = _style(graph.edges[one, other, key], bends)
    return found


def _add_edges(
    net: Network,
    graph: nx.MultiDiGraph,
    lines: Mapping[int, Mapping[str, Any]],
    entities: Mapping[str, int],
    claims: Mapping[str, int],
    colours: Mapping[str, str],
) -> None:
    for one, other, key in sorted(graph.edges(keys=True), key=lambda edge: claims[edge[2]]):
        net.add_edge(
            entities[one],
            entities[other],
            id=claims[key],
            color=colours.get(graph.edges[one, other, key]["family"], PLAIN),
            **lines[claims[key]],
        )


def _numbered(values: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[int]]:
    """Return the different ones among the values, and the place of each value among those."""
    written = [json.dumps(value, sort_keys=True) for value in values]
    number = {text: place for place, text in enumerate(dict.fromkeys(written))}
    return [json.loads(text) for text in number], [number[text] for text in written]


def _style(edge: Mapping[str, Any], bends: int) -> dict[str, Any]:
    """How a line is drawn: dashed if denied, dotted if hedged, thin if not the author's own."""
    denied = edge["stance"] == "denies" or edge["polarity"] == "negative"
    hedged = edge["stance"] == "hedges"
    arrow = "bar" if denied else "arrow" if edge["affirmed"] or hedged else "vee"
    bent = {"enabled": True, "type": "curvedCW", "roundness": round(CURVE * bends, 2)}
    return {
        "arrows": {"to": {"enabled": True, "type": arrow, "scaleFactor": 0.5}},
        "dashes": [7, 5] if denied else [1.5, 4.5] if hedged else False,
        "width": 1.7 if edge["affirmed"] else 1.0,
        "smooth": bent if bends else {"enabled": False, "type": "continuous", "roundness": 0},
    }


@cache
def vis_network() -> str:
    """Return the vis-network that pyvis bundles.

    Raises DataError if it is not there, or could not stand inside a page.
    """
    from importlib.util import find_spec

    found = find_spec("pyvis")
    if found is None or not found.submodule_search_locations:
        raise DataError("pyvis is not installed, and with it vis-network is missing")
    path = Path(found.submodule_search_locations[0], VIS_NETWORK)
    try:
        library = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise DataError(
            "pyvis came without its copy of vis-network; install it again", path=path
        ) from None
    # Its last line names a file beside it that developers' tools would ask for.
    library, _, _ = library.replace("\r\n", "\n").partition("//# sourceMappingURL=")
    if any(end in library.lower() for end in ("</script", "<!--")) or "\r" in library:
        raise DataError("pyvis's copy of vis-network cannot stand inside a page", path=path)
    return library.rstrip()
