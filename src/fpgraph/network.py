"""The graph as a network: who is tied to whom by which claim, and how centrally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .layout import layout as layout  # noqa: PLC0414 - part of what this module offers
from .model import Claim, Corpus, Entity, Source
from .vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx

    from .vocabulary import Vocabulary

SEED = 7
EXACT = 600  # nodes; in larger graphs betweenness is estimated from some of them
STEPS = 300_000  # nodes times those that it is estimated from


def network(corpus: Corpus, *, reported: bool = True) -> nx.MultiDiGraph:
    """Return the accepted claims as edges between what they speak of.

    Nodes are the ids of entities and works that are subject or object of a claim,
    edges have the claim's id as key. All attributes are str, int, float or bool,
    several values joined by ``|``. An edge is ``affirmed`` where the article's
    author affirms a positive statement; with ``reported=False`` there are no others.
    """
    import networkx as nx

    terms = vocabulary()
    graph = nx.MultiDiGraph()
    claims = sorted(_claims(corpus, reported), key=lambda pair: (pair[0].id, pair[1].id))
    mentions = Counter(mention.entity for source in corpus.sources for mention in source.mentions)
    taking_part = {
        node
        for source, claim in claims
        for node in (source_id(source, claim.subject), source_id(source, claim.object))
    }
    for name, attributes in sorted(_nodes(corpus, terms)):
        if name in taking_part:
            graph.add_node(name, **attributes, mentions=mentions[name])
    for source, claim in claims:
        ends = source_id(source, claim.subject), source_id(source, claim.object)
        graph.add_edge(*ends, key=claim.id, **_edge(source, claim, terms))
    _measure(graph)
    return graph


def affirmed(source: Source, claim: Claim) -> bool:
    """Tell whether the article's author affirms the claim, and it is positive."""
    said = (claim.asserted_by, claim.stance, claim.polarity)
    return said == (source.author, "affirms", "positive")


def source_id(source: Source, name: str) -> str:
    """Return the id in the graph of what a claim names: of a work, or of an entity."""
    local = any(work.get("id") == name for work in source.works)
    return source.work_id(name) if local else name


def top_type(terms: Vocabulary, name: str) -> str:
    """Return the class right below Entity that the class ``name`` belongs to."""
    known = [above for above in terms.ancestors(name) if above in terms.classes]
    return known[-1] if known else name


def family(terms: Vocabulary, name: str) -> str:
    """Return the family of a relation in one word: policy, causal, place."""
    return terms.families.get(name, "").removesuffix("Relation")


def _claims(corpus: Corpus, reported: bool) -> Iterator[tuple[Source, Claim]]:
    for source in corpus.sources:
        for claim in source.claims:
            if claim.status == "accepted" and (reported or affirmed(source, claim)):
                yield source, claim


def _nodes(corpus: Corpus, terms: Vocabulary) -> Iterator[tuple[str, dict[str, Any]]]:
    for entity in corpus.entities.values():
        yield entity.id, _described(entity, terms)
    for source in corpus.sources:
        for position, work in enumerate(source.works):
            entity = work_entity(source, position)
            yield source.work_id(str(work["id"])), _described(entity, terms)


def work_entity(source: Source, position: int) -> Entity:
    """Return the work at ``position`` of a bibliography in the form of an entity."""
    work = source.works[position]
    name = str(work["id"])
    number = str(work.get("citation-number", name.removeprefix("ref-")))
    title = str(work.get("title", ""))
    names = authors(work)
    cited = f"{names} [{number}]" if names else ""
    return Entity(
        id=source.work_id(name),
        type="CitedWork" if position else "Article",
        label_en=title or cited or f"cited work [{number}]",
        label_uk=title or cited or f"цитована праця [{number}]",
        definition_en=str(work.get("note", "")),
    )


def authors(work: Mapping[str, Any]) -> str:
    """Return the authors of a work in CSL-JSON, given names first."""
    names = [
        author.get("literal") or " ".join(filter(None, (author.get("given"), author.get("family"))))
        for author in work.get("author", ())
    ]
    return ", ".join(names)


def _described(entity: Entity, terms: Vocabulary) -> dict[str, Any]:
    return {
        "type": entity.type,
        "top_type": top_type(terms, entity.type),
        "label_en": entity.label_en,
        "label_uk": entity.label_uk,
        "alt_en": "|".join(entity.alt_en),
        "alt_uk": "|".join(entity.alt_uk),
        "definition_en": entity.definition_en,
        "definition_uk": entity.definition_uk,
    }


def _edge(source: Source, claim: Claim, terms: Vocabulary) -> dict[str, Any]:
    return {
        "property": claim.property,
        "family": family(terms, claim.property),
        "speaker": claim.asserted_by,
        "relayer": claim.reported_by,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "kind": claim.kind,
        "affirmed": affirmed(source, claim),
        "article": source.id,
        "passages": "|".join(map(str, claim.passages)),
        "cites": "|".join(map(str, claim.cites)),
        "gloss_en": claim.gloss_en,
        "gloss_uk": claim.gloss_uk,
        # 0 where there is no rank: GraphML and GEXF know no empty number.
        "rank": claim.rank or 0,
    }


def _measure(graph: nx.MultiDiGraph) -> None:
    """Add degree, betweenness, community and importance to the nodes.

    Measured on a copy with whole numbers for nodes: the order of a set of strings
    differs from process to process, and with it the communities that are found.
    """
    import networkx as nx

    names = sorted(graph.nodes)
    place = {name: number for number, name in enumerate(names)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    pairs = Counter(
        (min(place[one], place[other]), max(place[one], place[other]))
        for one, other in graph.edges()
        if one != other
    )
    plain.add_weighted_edges_from((*pair, times) for pair, times in sorted(pairs.items()))
    between = _between(plain)
    community = _communities(plain)
    degrees = dict(graph.degree())
    most = _highest(degrees.values()), _highest(between.values())
    most_named = _highest(graph.nodes[name]["mentions"] for name in names)
    for number, name in enumerate(names):
        node = graph.nodes[name]
        share = (
            0.5 * degrees[name] / most[0]
            + 0.3 * between[number] / most[1]
            + 0.2 * node["mentions"] / most_named
        )
        node["degree"] = degrees[name]
        node["betweenness"] = round(between[number], 6)
        node["community"] = community[number]
        # The root: between the few hubs and the many leaves lie the ones to tell apart.
        node["importance"] = round(share**0.5, 4)


def _between(plain: nx.Graph) -> dict[int, float]:
    import networkx as nx

    size = len(plain)
    if size <= EXACT:
        return dict(nx.betweenness_centrality(plain))
    pivots = min(size, max(24, STEPS // size))
    return dict(nx.betweenness_centrality(plain, k=pivots, seed=SEED))


def _communities(plain: nx.Graph) -> dict[int, int]:
    """Return the number of each node's community; 0 is the largest."""
    import networkx as nx

    if not plain.number_of_edges():
        return {number: number for number in plain}
    found = nx.community.louvain_communities(plain, seed=SEED)
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    return {node: number for number, members in enumerate(ordered) for node in members}


def _highest(values: Iterator[float] | Any) -> float:
    return max(values, default=0) or 1
