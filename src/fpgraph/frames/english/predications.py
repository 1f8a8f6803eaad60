"""What a clause is read as: its verb, its subject, the noun phrases that wait for a verb."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..clauses import Row
from .nominals import Span, core_end
from .predicates import Verb

#: Lead to the names of some of what is spoken of.
_EXAMPLES = frozenset(
    [
        ("above", "all"), ("among", "them"), ("and", "notably"), ("especially",), ("including",),
        ("most", "notably"), ("notably",), ("particularly",), ("such", "as"),
    ]
)  # fmt: skip
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
    #: Those of the pending ones that are told by name: "members, among them Spain,".
    examples: tuple[Span, ...] = ()
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
    if not _ends_in_name(row, *first[-1]):
        if clause.examples:
            return clause.examples
        # "The president of Egypt, Gamal Abdel Nasser, …", "two states – Chile and Peru – …"
        named = clause.pending[1] if len(clause.pending) == 2 and len(first) == 1 else ()
        whole = core_end(row, *first[0]) == first[0][1]
        if (len(named) == 1 or whole) and named and all(_is_name(row, *one) for one in named):
            return named
    if listed < 2:
        return first
    others = [span for one in clause.pending[1:listed] for span in one]
    bare = [span for span in others if row.words[span[0]] not in _ARTICLES]
    apposed = row.words[clause.pending[1][0][0]] in _ARTICLES
    led = core_end(row, *first[0]) < first[0][1] and bool(bare)
    if led or verb.number == "sing":
        within = "of" in row.words[first[0][0] : first[0][1]]
        return first if verb.number == "sing" and (led or apposed or within) else ()
    second = clause.pending[1][0]
    if apposed and core_end(row, *second) < second[1] and len(bare) > 1:
        return ()  # "Rhine, a union of Alsace, Baden and Hesse, sought": of three, or four
    proper = row.words[first[0][0]] not in _ARTICLES
    return (*first, *(bare if proper and bare else others))


def _ends_in_name(row: Row, begin: int, end: int) -> bool:
    """Tell whether the words ``begin:end`` come to a name, whatever a preposition adds."""
    return any(not link.weak for link, _ in row.tails.get(core_end(row, begin, end), ()))


def _is_name(row: Row, begin: int, end: int) -> bool:
    """Tell whether the words ``begin:end`` are a name, perhaps with "the" before it."""
    return any(
        not link.weak and row.raw[first][0].isupper() and first - begin <= 1
        for link, first in row.tails.get(end, ())
        if first == begin or row.words[begin] == "the"
    )


def are_examples(row: Row, begin: int, spans: tuple[Span, ...]) -> bool:
    """Tell whether the words from ``begin`` on tell by name some of what is spoken of."""
    return over_lead(row, begin, len(row)) > begin and all(
        any(not link.weak for link, _ in row.tails.get(end, ())) for _, end in spans
    )


def over_lead(row: Row, begin: int, end: int) -> int:
    """Return where the names begin after "among them", "including" and the like."""
    for length in (2, 1):
        if tuple(row.words[begin : begin + length]) in _EXAMPLES and begin + length < end:
            return begin + length
    return begin
