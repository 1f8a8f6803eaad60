"""The network as GraphML and GEXF, for Gephi, yEd, Cytoscape and igraph."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .characters import clean
from .layout import radius

if TYPE_CHECKING:
    import networkx as nx

Places = Mapping[str, tuple[float, float]]


def to_graphml(graph: nx.MultiDiGraph, places: Places) -> bytes:
    """Return a network as GraphML, with a place for each node.

    http://graphml.graphdrawing.org/
    """
    import networkx as nx

    copy = _cleaned(graph)
    for name, (x, y) in places.items():
        copy.nodes[name].update(x=x, y=y)
    stream = BytesIO()
    # Not write_graphml: with lxml installed that writes other bytes.
    nx.write_graphml_xml(copy, stream, named_key_ids=True)
    return stream.getvalue() + b"\n"


def to_gexf(graph: nx.MultiDiGraph, places: Places) -> bytes:
    """Return a network as GEXF 1.3, with a place and a size for each node.

    https://gexf.net/
    """
    from networkx.readwrite.gexf import GEXFWriter

    copy = _cleaned(graph)
    for name, (x, y) in places.items():
        node = copy.nodes[name]
        # Gephi's y axis points up, a screen's points down.
        node["viz"] = {
            "position": {"x": x, "y": -y, "z": 0.0},
            "size": radius(float(node.get("importance", 0.0))),
        }
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.3")
    writer.add_graph(copy)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the day of the build is no part of the graph
        for creator in meta.findall("creator"):
            creator.text = "fpgraph"
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue() + b"\n"


def _cleaned(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy in canonical order that XML can hold, with ``label`` on nodes and edges."""
    import networkx as nx

    copy = nx.MultiDiGraph()
    for name, attributes in sorted(graph.nodes(data=True)):
        copy.add_node(name, label=clean(attributes["label_en"]), **_texts(attributes))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for source, target, key, attributes in edges:
        label = clean(attributes["property"])
        copy.add_edge(source, target, key=key, label=label, **_texts(attributes))
    return copy


def _texts(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }
