"""The corpus's entities and the background ones as one: who is whom, and all their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..model import Entity
from .labels import PEOPLE
from .worddict import plain

_FAMILIES = (
    PEOPLE,
    frozenset({"State", "FormerState"}),
    frozenset({"InternationalOrganisation", "OrganisationBody", "Coalition"}),
    frozenset({"Theory", "Ideology", "Doctrine"}),
)


@dataclass(frozen=True, slots=True)
class Merged:
    """Own entities as they are, all entities with all their names, and who swallowed whom."""

    own: Mapping[str, Entity]
    named: Mapping[str, Entity]
    taken: Mapping[str, str]

    def host(self, one: str) -> Entity | None:
        """Return what the background entity with that id has become, if it is there."""
        return self.named.get(self.taken.get(one, one))


def merged(own: Mapping[str, Entity], background: Mapping[str, Entity]) -> Merged:
    """Return the entities of a corpus together with the background ones.

    A background entity is one of the corpus's if it has its id or its label in one of
    the languages, or any of its names when both are of a kind.
    """
    labels: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    for one in sorted(own):
        entity = own[one]
        for label in (entity.label_en, entity.label_uk):
            labels.setdefault(plain(label), []).append(one)
        for label in names_of(entity):
            names.setdefault(plain(label), []).append(one)
    named = dict(own)
    taken: dict[str, str] = {}
    for one, entity in background.items():
        host = _host(entity, own, labels, names)
        if host is None and one in own:
            # The id is that of something else: the corpus comes first.
            host = one if _alike(own[one].type, entity.type) else ""
        if host is None:
            named[one] = entity
        elif not host:
            taken[one] = ""
        else:
            taken[one] = host
            named[host] = _withnames_of(named[host], entity)
    return Merged(own, named, taken)


def names_of(entity: Entity) -> tuple[str, ...]:
    """Return the labels and alternatives of ``entity`` in both languages."""
    return (entity.label_en, entity.label_uk, *entity.alt_en, *entity.alt_uk)


def _host(
    entity: Entity,
    own: Mapping[str, Entity],
    labels: Mapping[str, list[str]],
    names: Mapping[str, list[str]],
) -> str | None:
    """Return the one entity of the corpus that a background entity is."""
    for label in (entity.label_en, entity.label_uk):
        if len(found := labels.get(plain(label), [])) == 1:
            return found[0]
    hosts = {
        one
        for label in names_of(entity)
        for one in names.get(plain(label), ())
        if _alike(own[one].type, entity.type)
    }
    return hosts.pop() if len(hosts) == 1 else None


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILIES)


def _withnames_of(own: Entity, other: Entity) -> Entity:
    english = dict.fromkeys((*own.alt_en, other.label_en, *other.alt_en))
    ukrainian = dict.fromkeys((*own.alt_uk, other.label_uk, *other.alt_uk))
    english.pop(own.label_en, None)
    ukrainian.pop(own.label_uk, None)
    return replace(own, alt_en=tuple(english), alt_uk=tuple(ukrainian))
