"""What the endpoint says of itself (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from .. import terms as t

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITTEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)


def service_description(endpoint: str, triples: int) -> list[Triple]:
    """Return what is to be known of the endpoint at that address: one graph, to be read."""
    service = NamedNode(endpoint)
    dataset, graph = BlankNode("dataset"), BlankNode("graph")
    about = NamedNode(t.DATASET)

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    a = NamedNode(t.TYPE)
    integer = NamedNode(f"{t.XSD}integer")
    return [
        Triple(service, a, sd("Service")),
        Triple(service, sd("endpoint"), service),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *(Triple(service, sd("resultFormat"), NamedNode(_FORMATS + one)) for one in _WRITTEN),
        Triple(service, NamedNode(t.TITLE), Literal("The foreign-policy graph", language="en")),
        Triple(service, NamedNode(t.TITLE), Literal("Граф зовнішньої політики", language="uk")),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, a, sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), graph),
        Triple(graph, a, sd("Graph")),
        Triple(graph, NamedNode(f"{t.DCTERMS}isPartOf"), about),
        Triple(graph, NamedNode(f"{t.VOID}triples"), Literal(str(triples), datatype=integer)),
    ]
