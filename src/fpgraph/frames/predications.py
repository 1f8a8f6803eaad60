"""What a clause is read as: its verb, its subject, the noun phrases that wait for a verb."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clauses import Row
from .nominals import Span, core_end
from .predicates import Verb

_ARTICLES = frozenset({"a", "an", "all", "both", "each", "one"})


@dataclass(frozen=True, slots=True)
class Predication:
    """A finite verb with its subjects, none where they are not known for sure.

    ``kind`` is ``main``, ``sub`` or ``rel``; ``related`` is what the relative word of its
    clause stands for, where that is not the subject.
    """

    verb: Verb
    subject: tuple[Span, ...]
    kind: str
    related: tuple[Span, ...] = ()


@dataclass(slots=True)
class Clause:
    """A clause that is being read: its noun phrases so far, its subject and verb once met."""

    kind: str
    pending: list[tuple[Span, ...]] = field(default_factory=list)
    #: How many of the pending ones a conjunction makes one list.
    listed: int = 0
    subject: tuple[Span, ...] = ()
    verb: Verb | None = None
    #: A comma came after its verb, so that it may be over.
    closing: bool = False
    fronted: bool = False
    related: tuple[Span, ...] = ()


def waited(row: Row, clause: Clause, listed: int, verb: Verb) -> tuple[Span, ...]:
    """Return the subjects among what waits in ``clause``: the first, or a list of ``listed``.

    "The government of Chile, Peru and Bolivia" may be one government or three things.
    """
    first = clause.pending[0]
    if listed < 2:
        return first
    others = [span for one in clause.pending[1:listed] for span in one]
    bare = [span for span in others if row.words[span[0]] not in _ARTICLES]
    apposed = row.words[clause.pending[1][0][0]] in _ARTICLES
    led = core_end(row, *first[0]) < first[0][1] and bool(bare)
    if led or verb.number == "sing":
        return first if verb.number == "sing" and (led or apposed) else ()
    second = clause.pending[1][0]
    if apposed and core_end(row, *second) < second[1] and len(bare) > 1:
        return ()  # "Rhine, a union of Alsace, Baden and Hesse, sought": of three, or four
    named = row.words[first[0][0]] not in _ARTICLES
    return (*first, *(bare if named and bare else others))
