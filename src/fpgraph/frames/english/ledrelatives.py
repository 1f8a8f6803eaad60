"""Relative clauses that a preposition leads: "the union to which Croatia acceded"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from ..clauses import Row
from ..fillers import Filler, Genders
from ..leftward import before
from ..matching import Match
from .clauses import predication
from .references import meant, relative_lead
from .subjectnames import fillers
from .turned import sides


def led_pairs(row: Row, match: Match, genders: Genders) -> Iterator[tuple[Filler, Filler]]:
    """Yield subject and object of a verb whose object a relative word with a preposition is."""
    lead = match.pattern.fronted
    found = predication(row, match.begin)
    if found is None or found.kind != "rel" or not found.related or row.word(match.end) == lead:
        return
    if relative_lead(row, found.verb.start) != lead:
        return
    doer, other, turned_round = sides(match.pattern.frame)
    slot = replace(other, prep=frozenset())
    objects = fillers(row, found.related, slot, genders, meant)
    doers = before(row, match.begin, doer, match.pattern.first, genders) if objects else []
    for target, agent in product(objects, doers):
        yield (target, agent) if turned_round else (agent, target)
