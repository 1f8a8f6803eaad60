"""Tables for pandas, graph databases and spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Any

from .characters import clean
from .model import Citation, Claim, Corpus, Entity, Source
from .names import claim_iri
from .network import work_entity
from .statements import accepted, is_edge
from .vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    import networkx as nx

# Cells that begin so run as formulas. https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

CLAIM_COLUMNS = (
    "article",
    "subject_en", "subject_uk", "property_en", "property_uk", "object_en", "object_uk", "rank",
    "speaker_en", "speaker_uk", "relayer_en", "relayer_uk",
    "stance", "polarity", "kind", "affirmed_by_author",
    "gloss_en", "gloss_uk", "section", "passages", "also", "cites", "pages",
    "subject", "property", "object", "asserted_by", "reported_by", "rule", "claim",
)  # fmt: skip


def nodes_csv(graph: nx.MultiDiGraph) -> bytes:
    """Return the nodes of a network as CSV: ``id``, then every attribute."""
    rows = ({"id": name, **attributes} for name, attributes in sorted(graph.nodes(data=True)))
    return _sheet(list(rows), first=("id",))


def edges_csv(graph: nx.MultiDiGraph) -> bytes:
    """Return the edges of a network as CSV: ``source``, ``target``, ``claim``, attributes."""
    rows = [
        {"source": source, "target": target, "claim": claim, **attributes}
        for source, target, claim, attributes in graph.edges(keys=True, data=True)
    ]
    rows.sort(key=lambda row: (row["source"], row["target"], row["claim"]))
    return _sheet(rows, first=("source", "target", "claim"))


def claims_csv(corpus: Corpus) -> bytes:
    """Return the accepted claims for a spreadsheet: labels, glosses, speakers, places.

    Begins with a byte order mark, without which Excel shows Cyrillic letters
    wrongly; pages bear a dash, so that none becomes a date.
    """
    terms = vocabulary()
    rows = [_claim(corpus, source, claim, terms) for source, claim in accepted(corpus)]
    return b"\xef\xbb\xbf" + _table(CLAIM_COLUMNS, rows)


def _claim(corpus: Corpus, source: Source, claim: Claim, terms: Vocabulary) -> dict[str, Any]:
    named = {
        "subject": claim.subject,
        "object": claim.object,
        "speaker": claim.asserted_by,
        "relayer": claim.reported_by,
    }
    passages = {passage.number: passage for passage in source.passages}
    sections = dict.fromkeys(passages[number].section for number in claim.passages)
    row: dict[str, Any] = {
        "article": source.id,
        "rank": claim.rank or "",
        "stance": claim.stance,
        "polarity": claim.polarity,
        "kind": claim.kind,
        "affirmed_by_author": "yes" if is_edge(source, claim) else "no",
        "gloss_en": claim.gloss_en,
        "gloss_uk": claim.gloss_uk,
        "section": "; ".join(sections),
        "passages": "; ".join(map(str, claim.passages)),
        "also": "; ".join(map(str, claim.also)),
        "cites": "; ".join(dict.fromkeys(citation.work for citation in claim.cites)),
        "pages": "; ".join(_pages(claim.cites)),
        "subject": claim.subject,
        "property": claim.property,
        "object": claim.object,
        "asserted_by": claim.asserted_by,
        "reported_by": claim.reported_by,
        "rule": claim.rule,
        # The whole IRI: a spreadsheet takes 12 digits with an e among them for a number.
        "claim": claim_iri(source, claim).value,
    }
    for language in ("en", "uk"):
        row[f"property_{language}"] = terms.label(claim.property, language)
        for column, name in named.items():
            row[f"{column}_{language}"] = _label(corpus, source, name, language)
    return row


def _pages(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        if citation.pages:
            yield f"{citation.work}: {citation.pages.replace('-', '–')}"


def _label(corpus: Corpus, source: Source, name: str, language: str) -> str:
    entity: Entity | None = corpus.entities.get(name)
    if entity:
        return entity.label(language)
    for position, work in enumerate(source.works):
        if work["id"] == name:
            return work_entity(source, position).label(language)
    return name


def _sheet(rows: Sequence[Mapping[str, Any]], first: tuple[str, ...]) -> bytes:
    columns = dict.fromkeys(first)
    for row in rows:
        columns.update(dict.fromkeys(row))
    return _table(tuple(columns), rows)


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return stream.getvalue().encode()


def _cell(value: Any) -> Any:
    """Return a value that no spreadsheet runs: a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
