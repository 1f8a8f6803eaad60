"""The coded corpus: the tables of a graph folder and their tidy form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from .bibliography import author_of, read_bibliography, write_bibliography
from .errors import CorpusError
from .files import write_files
from .model import Claim, Corpus, Entity, Finding, Report, Source
from .records import (
    CLAIM_COLUMNS,
    ENTITY_COLUMNS,
    MENTION_COLUMNS,
    NAME_COLUMNS,
    PASSAGE_COLUMNS,
    claim_id,
    claim_order,
    mention_order,
    name_order,
    read_claim,
    read_entity,
    read_mention,
    read_name,
    read_passage,
    work_order,
    write_claims,
    write_entities,
    write_mentions,
    write_names,
    write_passages,
)
from .resources import graph_folder
from .rules import (
    Rows,
    Tables,
    check_claims,
    check_entities,
    check_mentions,
    check_names,
    check_passages,
    check_source,
)
from .tables import Problems, Row, read_table
from .vocabulary import vocabulary

T = TypeVar("T")

# A folder with one of these is a coded article; the export folder has none.
_MARKS = ("source.json", "passages.csv", "mentions.csv")


def load_corpus(folder: Path | str | None = None, sources: Iterable[str] | None = None) -> Corpus:
    """Return the coded corpus in ``folder`` (that of fpgraph itself unless given).

    ``sources`` names the articles to load; all of them unless given. Records come
    in the order in which ``tidy`` writes them. Raises CorpusError or LinkError for
    the first rule that a file breaks, with its path, row and field.
    """
    return _load(_folder(folder), sources, Problems())


def check_corpus(folder: Path | str | None = None, sources: Iterable[str] | None = None) -> Report:
    """Return every rule that the corpus in ``folder`` breaks, not only the first."""
    problems = Problems(collect=True)
    _load(_folder(folder), sources, problems)
    findings = []
    for found in problems.found:
        place = [str(found.path)] if found.path else []
        place += [f"row {found.row}"] if found.row else []
        place += [f"field {found.field}"] if found.field else []
        findings.append(Finding("corpus", ", ".join(place), found.problem))
    return Report(tuple(findings), ("corpus",))


def tidy(folder: Path | str | None = None) -> tuple[Path, ...]:
    """Rewrite the tables in ``folder`` in their tidy form; return the files changed.

    Missing and outdated claim ids are filled, rows and the values within a cell
    sorted, texts cleaned. Raises CorpusError or LinkError, and changes nothing,
    if what remains breaks a rule.
    """
    root = _folder(folder)
    entities, articles = _read(root, None, Problems(), repair=True)
    for tables in articles:
        tables.claims = [(row, _with_id(tables, claim)) for row, claim in tables.claims]
    _check(entities, articles, Problems())
    texts = write_corpus(_corpus(root, entities, articles))
    changed = {
        name: text.encode()
        for name, text in texts.items()
        if (root / name).read_bytes() != text.encode()
    }
    write_files(root, changed)
    return tuple(root / name for name in changed)


def write_corpus(corpus: Corpus) -> dict[str, str]:
    """Return the files of a graph folder as text, by name relative to the folder."""
    own = [entity for entity in corpus.entities.values() if entity.id not in corpus.background]
    files = {"entities.csv": write_entities(own)}
    for source in corpus.sources:
        files[f"{source.id}/source.json"] = write_bibliography(source.works)
        files[f"{source.id}/passages.csv"] = write_passages(source.passages)
        files[f"{source.id}/mentions.csv"] = write_mentions(source.mentions)
        files[f"{source.id}/claims.csv"] = write_claims(source.claims)
        if source.names:
            files[f"{source.id}/names.csv"] = write_names(source.names)
    return files


def _folder(folder: Path | str | None) -> Path:
    return graph_folder() if folder is None else Path(folder)


def _load(root: Path, sources: Iterable[str] | None, problems: Problems) -> Corpus:
    entities, articles = _read(root, sources, problems)
    _check(entities, articles, problems)
    return _corpus(root, entities, articles)


def _read(
    root: Path, sources: Iterable[str] | None, problems: Problems, *, repair: bool = False
) -> tuple[Rows[Entity], list[Tables]]:
    if not root.is_dir():
        problems.add(CorpusError("the graph folder does not exist", path=root))
        return [], []

    def records(
        path: Path, columns: tuple[str, ...], read: Callable[[Row, Problems], T]
    ) -> Rows[T]:
        rows = read_table(path, columns, problems, repair=repair)
        return [(row, read(row, problems)) for row in rows or ()]

    entities = records(root / "entities.csv", ENTITY_COLUMNS, read_entity)
    articles = []
    for path in _source_folders(root, sources, problems):
        works = read_bibliography(path / "source.json", problems)
        tables = Tables(path, author_of(works), works)
        tables.passages = records(path / "passages.csv", PASSAGE_COLUMNS, read_passage)
        tables.mentions = records(path / "mentions.csv", MENTION_COLUMNS, read_mention)
        tables.claims = records(path / "claims.csv", CLAIM_COLUMNS, read_claim)
        if (path / "names.csv").is_file():
            tables.names = records(path / "names.csv", NAME_COLUMNS, read_name)
        articles.append(tables)
    return entities, articles


def _source_folders(root: Path, sources: Iterable[str] | None, problems: Problems) -> list[Path]:
    if sources is None:
        try:
            inside = sorted(root.iterdir())
        except OSError as fault:
            problem = f"the graph folder cannot be read: {fault.strerror}"
            problems.add(CorpusError(problem, path=root))
            return []
        found = [path for path in inside if any((path / mark).is_file() for mark in _MARKS)]
        if not found:
            problems.add(CorpusError("the graph folder holds no coded article", path=root))
        return found
    folders = []
    for name in dict.fromkeys(sources):
        if (root / name).is_dir():
            folders.append(root / name)
        else:
            problems.add(CorpusError(f"no coded article is called {name!r}", path=root))
    return folders


def _check(entities: Rows[Entity], articles: list[Tables], problems: Problems) -> None:
    terms = vocabulary()
    check_entities(entities, terms, problems)
    known = {entity.id: entity for _, entity in entities}
    known |= _background(known, articles)
    for tables in articles:
        check_source(tables, known, problems)
        check_passages(tables, problems)
        check_mentions(tables, known, problems)
        check_names(tables, problems)
        check_claims(tables, known, terms, problems)


def _background(own: Mapping[str, Entity], articles: list[Tables]) -> dict[str, Entity]:
    """Return what the articles speak of and ``entities.csv`` does not describe.

    The author of an article may be called ``<article>-author``; states and well-known
    names come from the background lexicon.
    """
    spoken = sorted(set().union(*map(_spoken, articles)) - own.keys())
    found = {}
    authors = {f"{tables.id}-author": tables.id for tables in articles}
    for name in spoken:
        if name in authors:
            found[name] = _author(name, authors[name])
    missing = [name for name in spoken if name not in found]
    if missing:
        from .lexicon.background import background_entities

        known = background_entities()
        while missing:
            name = missing.pop()
            if name in known and name not in found and name not in own:
                found[name] = known[name]
                missing.extend(known[name].broader)
    return found


def _spoken(tables: Tables) -> set[str]:
    """Return the ids that an article's tables speak of: entities, and names and works too."""
    claims = _records(tables.claims)
    local = {str(work.get("id")) for work in tables.works} | {
        name.id for name in _records(tables.names)
    }
    return {
        tables.author,
        *(mention.entity for mention in _records(tables.mentions)),
        *(
            name
            for claim in claims
            for name in (claim.subject, claim.object, claim.asserted_by, claim.reported_by)
        ),
    } - local


def _author(name: str, source: str) -> Entity:
    return Entity(
        id=name,
        type="Scholar",
        label_en=f"author of {source}",
        label_uk=f"автор {source}",
        definition_en=f"Whoever wrote the article with the id {source}.",
        definition_uk=f"Той чи та, хто написав статтю з ідентифікатором {source}.",
    )


def _with_id(tables: Tables, claim: Claim) -> Claim:
    passages = {passage.number: passage for _, passage in tables.passages}
    if all(number in passages for number in claim.passages):
        return replace(claim, id=claim_id(tables.id, claim, passages))
    return claim


def _corpus(root: Path, entities: Rows[Entity], articles: list[Tables]) -> Corpus:
    own = {entity.id: entity for entity in _records(entities)}
    added = _background(own, articles)
    return Corpus(
        entities=dict(sorted((own | added).items())),
        sources=tuple(
            Source(
                id=tables.id,
                author=tables.author,
                works=(
                    *tables.works[:1],
                    *sorted(tables.works[1:], key=lambda work: work_order(str(work.get("id")))),
                ),
                passages=tuple(_records(tables.passages)),
                mentions=tuple(sorted(_records(tables.mentions), key=mention_order)),
                claims=tuple(sorted(_records(tables.claims), key=claim_order)),
                names=tuple(sorted(_records(tables.names), key=name_order)),
            )
            for tables in articles
        ),
        folder=root,
        background=frozenset(added),
    )


def _records(rows: Rows[T]) -> list[T]:
    return [record for _, record in rows]
