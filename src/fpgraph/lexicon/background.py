"""What a reader of foreign policy knows before the first article: the shipped entities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..model import Entity
from ..records import ENTITY_COLUMNS, read_entity
from ..resources import graph_folder, ontology_folder
from ..tables import Problems, read_table
from .merging import merged
from .territories import territories


@cache
def background_entities() -> Mapping[str, Entity]:
    """Return the shipped entities by id.

    Those of fpgraph's own corpus, with all the names that they have elsewhere; then the
    gazetteer of well-known names, ``ontology/lexicon/names.csv``; then the territories
    of the world. What is described twice is taken from the first that describes it.
    """
    others = dict(gazetteer())
    for key, (entity, _) in territories().items():
        others.setdefault(key, entity)
    own = _entities(graph_folder() / "entities.csv")
    # The author of an article is nobody whom another article speaks of.
    own = {key: one for key, one in own.items() if not _is_nameless_scholar(one)}
    return dict(sorted(merged(own, others).named.items()))


@cache
def gazetteer() -> Mapping[str, Entity]:
    """Return the well-known names and terms of ``ontology/lexicon/names.csv``, by id."""
    return _entities(ontology_folder() / "lexicon" / "names.csv")


def _entities(path: Path) -> dict[str, Entity]:
    problems = Problems()
    rows = read_table(path, ENTITY_COLUMNS, problems) or ()
    entities = (read_entity(row, problems) for row in rows)
    return {entity.id: entity for entity in entities}


def _is_nameless_scholar(entity: Entity) -> bool:
    return entity.type == "Scholar" and entity.label_en[:1].islower()
