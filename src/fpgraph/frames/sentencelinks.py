"""Which names stand in which sentence, and what claims need to know of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Entity
from ..parts import Link, Sentence
from .fillers import CAPITAL, PEOPLE, Genders, is_kind
from .shapes import gender, person_gender


def by_sentence(sentences: Sequence[Sentence], links: Iterable[Link]) -> dict[int, list[Link]]:
    """Return the links of each sentence, by its place among the sentences."""
    found: dict[int, list[Link]] = defaultdict(list)
    index, last = 0, len(sentences) - 1
    for link in sorted(links, key=lambda link: (link.start, -link.end, link.entity)):
        while index < last and sentences[index + 1].start <= link.start:
            index += 1
        if index <= last and link.end <= sentences[index].end:
            found[index].append(link)
    return dict(found)


def acting(links: Iterable[Link], entities: Mapping[str, Entity]) -> Iterator[Link]:
    """Yield ``links``, those of capitals as what may stand for a state."""
    for link in links:
        known = entities.get(link.entity) if link.type == "Region" else None
        if known is not None and known.definition_en.startswith("Capital of"):
            yield replace(link, type=CAPITAL)
        else:
            yield link


def genders(entities: Mapping[str, Entity], links: Iterable[Link]) -> Genders:
    """Return the grammatical genders of the entities that ``links`` name, by id."""
    used = {link.entity for link in links}
    known = [entities[name] for name in used if name in entities]
    return {
        one.id: (person_gender if is_kind(one.type, PEOPLE) else gender)(one.label_uk)
        for one in known
    }
