"""An article whose names are being decided on: its tables, and how a name leaves them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from ..corpus import load_corpus
from ..errors import CorpusError, DataError, LinkError
from ..files import write_files
from ..lexicon.background import background_entities
from ..model import Claim, Corpus, Entity, Mention, Name, Source
from ..naming.nameforms import is_cyrillic
from ..parts import Attribution
from ..records import KEBAB, claim_id, write_claims, write_mentions, write_names
from ..resources import graph_folder
from ..tables import Problems, Row, read_table
from ..vocabulary import vocabulary
from .coding import ATTRIBUTION_COLUMNS, write_attributions
from .decisions import (
    DECISIONS,
    STRANDED,
    Stranded,
    read_decisions,
    read_stranded,
    rename,
    write_decisions,
    write_stranded,
)

RULE = "name"


@dataclass(frozen=True, slots=True)
class Named:
    """What the acceptance or the refusal of a name changed.

    ``label`` is the form that the entity is now also known by, "" where it was already.
    """

    name: Name
    entity: str = ""
    label: str = ""
    mentions: int = 0
    claims: int = 0
    dropped: int = 0


class Desk:
    """One article of a graph folder, on the table to be changed."""

    def __init__(self, folder: Path | str | None, source: str) -> None:
        self.root = graph_folder() if folder is None else Path(folder)
        self.home = self.root / source
        self.corpus: Corpus = load_corpus(self.root, [source])
        self.source: Source = self.corpus.sources[0]
        self.attributions = read_attributions(self.home)
        self.counted = Named(Name("", "", "", ()))

    def name(self, asked: str) -> Name:
        """Return the name with the id or the form ``asked``."""
        names = self.source.names
        for name in names:
            if asked in (name.id, name.form) or f"name-{asked}" == name.id:
                return name
        path = self.home / "names.csv"
        raise LinkError(f"{self.source.id} has no unknown name {asked!r}", path=path, field="id")

    def own(self) -> dict[str, Entity]:
        """Return the entities that ``entities.csv`` describes."""
        return {
            entity.id: entity
            for entity in self.corpus.entities.values()
            if entity.id not in self.corpus.background
        }

    def described(self, asked: str | None) -> tuple[Entity, dict[str, Entity]]:
        """Return a known entity and all rows of ``entities.csv``, with one for it."""
        entities = self.own()
        background = background_entities()
        asked = asked or ""
        if asked not in entities and asked not in background:
            raise self._problem(f"unknown entity {asked!r}", "id", link=True)
        waiting = [asked]
        while waiting:
            one = waiting.pop()
            if one not in entities and one in background:
                entities[one] = background[one]
                waiting += background[one].broader
        return entities[asked], entities

    def added(self, new: Entity) -> tuple[Entity, dict[str, Entity]]:
        """Return a new entity and the rows of ``entities.csv``; raises what is wrong with it."""
        entities = self.own()
        works = {self.source.work_id(str(work["id"])) for work in self.source.works}
        if not KEBAB.fullmatch(new.id) or new.id.startswith("name-"):
            problem = f"{new.id!r} is not an id of lower-case ASCII words joined by hyphens"
            raise self._problem(problem, "id")
        if new.id in entities or new.id in background_entities() or new.id in works:
            raise self._problem(f"the id {new.id!r} is taken", "id")
        if new.type not in vocabulary().classes:
            raise self._problem(f"unknown class of the ontology {new.type!r}", "type", link=True)
        for field, text in (("label_en", new.label_en), ("label_uk", new.label_uk)):
            if not text.strip():
                raise self._problem("the cell is empty", field)
            if is_cyrillic(text) != (field == "label_uk"):
                raise self._problem(f"{text!r} is in the letters of the other language", field)
            self.clash(new, text)
        for broader in new.broader:
            if broader not in entities:
                raise self._problem(f"unknown entity {broader!r}", "broader", link=True)
        return new, entities

    def clash(self, target: Entity, label: str) -> None:
        """Raise CorpusError where another row of ``entities.csv`` has ``label``."""
        field = "alt_uk" if is_cyrillic(label) else "alt_en"
        if not label.strip() or "|" in label:
            raise self._problem(f"{label!r} cannot be a label", field)
        for other in self.own().values():
            if other.id != target.id and label.casefold() in map(str.casefold, labels(other)):
                raise self._problem(f"{label!r} is a label of {other.id!r} already", field)

    def renamed(self, name: Name, entity: str, entities: Mapping[str, Entity]) -> dict[str, str]:
        """Return the tables of the article with the entity in the place of the name."""
        source = self.source
        claims, ids, dropped = self._claims(name, entity, entities)
        mentions = {*source.mentions}
        taken = {(one.entity, one.start, one.end) for one in mentions}
        added = [place for place in name.places if (entity, *place) not in taken]
        mentions.update(Mention(entity, start, end, RULE) for start, end in added)
        voices = [
            replace(one, speaker=entity) if one.speaker == name.id else one
            for one in self.attributions
        ]
        texts = {
            "mentions.csv": write_mentions(mentions),
            "claims.csv": write_claims(claims),
            "names.csv": write_names(one for one in source.names if one.id != name.id),
            "attributions.csv": write_attributions(voices),
        }
        if (self.home / DECISIONS).is_file():
            decisions = rename(read_decisions(self.home), name.id, entity, ids)
            texts[DECISIONS] = write_decisions(decisions)
        if (self.home / STRANDED).is_file():
            stranded = read_stranded(self.home)
            texts[STRANDED] = write_stranded(_stranded(stranded, name.id, entity))
        if not (self.home / "attributions.csv").is_file() and not voices:
            del texts["attributions.csv"]
        self.counted = replace(self.counted, mentions=len(added), claims=len(ids), dropped=dropped)
        return {f"{source.id}/{file}": text for file, text in texts.items()}

    def _claims(
        self, name: Name, entity: str, entities: Mapping[str, Entity]
    ) -> tuple[list[Claim], dict[str, str], int]:
        """Return the claims renamed, the new ids by the old, and how many fell away.

        A candidate that now says what another claim says, or something of itself, goes.
        """
        passages = {passage.number: passage for passage in self.source.passages}
        names = {one.id: one for one in self.source.names if one.id != name.id}
        kept: dict[str, Claim] = {
            claim.id: claim for claim in self.source.claims if not _names(claim, name.id)
        }
        ids, dropped = {}, 0
        for claim in self.source.claims:
            if not _names(claim, name.id):
                continue
            other = _renamed(claim, name.id, entity)
            other = replace(other, id=claim_id(self.source.id, other, passages))
            if other.id in kept or other.subject == other.object:
                dropped += 1
                continue
            known = {**background_entities(), **self.corpus.entities, **entities}
            kept[other.id] = _glossed(other, known, names)
            ids[claim.id] = other.id
        return list(kept.values()), ids, dropped

    def write(self, texts: Mapping[str, str]) -> None:
        """Write the files that change, all of them or none."""
        changed = {
            file: text.encode()
            for file, text in texts.items()
            if not (self.root / file).is_file() or (self.root / file).read_bytes() != text.encode()
        }
        write_files(self.root, changed)

    def _problem(self, problem: str, field: str, *, link: bool = False) -> DataError:
        kind = LinkError if link else CorpusError
        return kind(problem, path=self.root / "entities.csv", field=field)


def read_attributions(home: Path) -> tuple[Attribution, ...]:
    """Return the attributions in the folder of an article, none without the table.

    Raises CorpusError for a malformed table.
    """
    path = home / "attributions.csv"
    if not path.is_file():
        return ()
    rows = read_table(path, ATTRIBUTION_COLUMNS, Problems()) or ()
    return tuple(_attribution(row) for row in rows)


def _attribution(row: Row) -> Attribution:
    cells: dict[str, object] = dict(row.cells)
    for name in ("start", "end", "cue_start", "cue_end"):
        written = row.cells[name]
        if not (written.isascii() and written.isdigit()):
            raise row.error(f"{written!r} is not a whole number in plain digits", name)
        cells[name] = int(written)
    return Attribution(**{one.name: cells[one.name] for one in fields(Attribution)})  # type: ignore[arg-type]


def labels(entity: Entity) -> tuple[str, ...]:
    """Return all the labels of ``entity``."""
    return (entity.label_en, entity.label_uk, *entity.alt_en, *entity.alt_uk)


def with_label(entity: Entity, label: str) -> Entity:
    """Return ``entity`` with one more alternative label, in the language of its letters."""
    if is_cyrillic(label):
        return replace(entity, alt_uk=tuple(sorted({*entity.alt_uk, label})))
    return replace(entity, alt_en=tuple(sorted({*entity.alt_en, label})))


def _names(claim: Claim, name: str) -> bool:
    return name in (claim.subject, claim.object, claim.asserted_by, claim.reported_by)


def _renamed(claim: Claim, old: str, new: str) -> Claim:
    def called(value: str) -> str:
        return new if value == old else value

    return replace(
        claim,
        subject=called(claim.subject),
        object=called(claim.object),
        asserted_by=called(claim.asserted_by),
        reported_by=called(claim.reported_by),
    )


def _glossed(claim: Claim, entities: Mapping[str, Entity], names: Mapping[str, Name]) -> Claim:
    """Return a candidate of the machine with the gloss that the entity's labels make."""
    if claim.status != "candidate" or claim.rule == "hand":
        return claim
    from ..frames.gloss import gloss

    return replace(
        claim,
        gloss_en=gloss(claim, "en", entities, names),
        gloss_uk=gloss(claim, "uk", entities, names),
    )


def _stranded(stranded: Iterable[Stranded], old: str, new: str) -> list[Stranded]:
    return [replace(one, claim=_renamed(one.claim, old, new)) for one in stranded]
