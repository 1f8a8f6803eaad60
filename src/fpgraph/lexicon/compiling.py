"""From entities with all their names to the tables of a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model import Entity
from . import ambiguity
from .ambiguity import Sense
from .foreign import foreign_forms
from .inflection import head_phrases
from .labels import Form, adjective_entries, entity_forms
from .merging import Merged
from .territories import foreign_names, states, territories
from .worddict import plain

#: The modules that decide what is compiled: a change in one of them is another lexicon.
COMPILERS = (
    *(
        "adjectives",
        "ambiguity",
        "compiling",
        "english",
        "foreign",
        "inflection",
        "labels",
        "merging",
    ),
    *("nouns", "ordinarywords", "personal", "spelling", "surnames", "worddict"),
)


def tables(merged: Merged) -> tuple[Any, ...]:
    """Return what a lexicon is made of: forms, first words, heads; plain tables."""
    found: dict[str, dict[str, tuple[int, Sense]]] = {}
    both: set[str] = set()
    for entity, form, rule in _all_forms(merged):
        name = form.key[:1].lower() + form.key[1:] if form.both else form.key
        if not name:
            continue
        if form.both:
            both.add(name)
        _add(found.setdefault(name, {}), entity, form, rule)
    shared: dict[Any, Any] = {}
    forms = {name: _shared(_senses(found[name], merged.own), shared) for name in sorted(found)}
    return forms, _firsts(forms, both), _heads(merged.named)


def _all_forms(merged: Merged) -> Iterator[tuple[Entity, Form, str]]:
    for one in sorted(merged.named):
        entity = merged.named[one]
        place = one not in merged.own and one in territories()
        for form in entity_forms(entity):
            rule = "territory" if place and form.rule == "label" else form.rule
            yield entity, form, rule
    for one, (_, code) in territories().items():
        host = merged.host(one)
        if host is not None:
            for form in _other_forms(one, code):
                yield host, form, form.rule


def _other_forms(one: str, code: str) -> Iterator[Form]:
    """Yield a territory's adjectives, its people and its names in Russian and Azerbaijani."""
    if row := states().get(code):
        for language in ("uk", "en"):
            yield from adjective_entries(
                row[f"adjective_{language}"], row[f"people_{language}"], language
            )
    for language in ("ru", "az"):
        if name := foreign_names(language).get(one):
            yield from foreign_forms(name, language)


def _add(senses: dict[str, tuple[int, Sense]], entity: Entity, form: Form, rule: str) -> None:
    sense: Sense = (entity.id, rule, entity.type, form.cases, form.weak, form.check)
    if (before := senses.get(entity.id)) is None or form.rank < before[0]:
        senses[entity.id] = (form.rank, sense)
        return
    rank, old = before
    if rank == form.rank:
        # Fewer conditions win: the surname alone may also be one of the alternatives.
        kept = old if _strictness(old[5]) <= _strictness(form.check) else sense
        senses[entity.id] = (rank, (*kept[:3], old[3] | form.cases, kept[4], kept[5]))


def _shared(senses: tuple[Sense, ...], seen: dict[Any, Any]) -> tuple[Sense, ...]:
    """Return equal senses as the same objects, which are kept on disk once."""
    parts = []
    for sense in senses:
        cases = seen.setdefault(sense[3], sense[3])
        whole: Sense = (sense[0], sense[1], sense[2], cases, sense[4], sense[5])
        parts.append(seen.setdefault(whole, whole))
    result: tuple[Sense, ...] = seen.setdefault(tuple(parts), tuple(parts))
    return result


def _strictness(check: int) -> int:
    return (check & ambiguity.PLACED).bit_count()


def _senses(found: Mapping[str, tuple[int, Sense]], own: Mapping[str, Entity]) -> tuple[Sense, ...]:
    """Return the senses of a form: those of the lowest rank, foreign names last of all.

    What is the corpus's own and asks for nothing else stands before the background.
    """
    if len(found) == 1:
        return tuple(sense for _, sense in found.values())
    foreign = ambiguity.RUSSIAN | ambiguity.AZERBAIJANI
    home = {one: pair for one, pair in found.items() if not pair[1][5] & foreign}
    chosen = home or found
    sure = {
        one: pair
        for one, pair in chosen.items()
        if one in own and not pair[1][5] & ambiguity.PLACED and not pair[1][4]
    }
    chosen = sure or chosen
    lowest = min(rank for rank, _ in chosen.values())
    return tuple(chosen[one][1] for one in sorted(chosen) if chosen[one][0] == lowest)


def _heads(named: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    labels: dict[str, set[str]] = {}
    for one, entity in named.items():
        for label in (entity.label_uk, *entity.alt_uk):
            labels.setdefault(plain(label).lower(), set()).add(one)
    found = {}
    for one, entity in sorted(named.items()):
        kinds: set[str] = set()
        for label in (entity.label_uk, *entity.alt_uk):
            if " " in label:
                for phrase in head_phrases(label):
                    kinds |= labels.get(phrase, set())
        kinds.discard(one)
        if kinds:
            found[one] = frozenset(kinds)
    return found


def _firsts(forms: Iterable[str], both: set[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words that forms begin with, and the first words of the forms meant."""
    firsts: dict[str, bool] = {}
    alone: set[str] = set()
    for form in forms:
        first, blank, _ = form.partition(" ")
        firsts[first] = form in both or firsts.get(first, False)
        if not blank and first.isascii():
            alone.add(first)
    found: dict[str, set[str]] = {}
    for first, capital in firsts.items():
        spellings = [first]
        if capital:
            spellings.append(first[:1].upper() + first[1:])
        if first in alone:
            spellings += [f"{spelling}'s" for spelling in spellings[: 1 + (first in both)]]
        for spelling in spellings:
            found.setdefault(spelling, set()).add(first)
    return tuple((word, tuple(sorted(found[word]))) for word in sorted(found))
