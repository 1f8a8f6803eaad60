"""Whom or what an English participle speaks of: "Founded in 1949, …", "Qatar, backed by Iran,"."""

from __future__ import annotations

from ..clauses import Row
from ..fillers import Filler, Genders
from ..frame import Slot
from ..grammar import BE
from .attributes import is_of_subject
from .clauses import predication, predications
from .helperverbs import is_adverb
from .nominals import Span
from .references import meant
from .subjectnames import fillers
from .verbs import EITHER, PARTICIPLES, UNCHANGED

_PARTICIPLES = EITHER | PARTICIPLES | UNCHANGED
_CONJUNCTIONS = frozenset({"and", "but", "or", "yet"})
_HAVE = frozenset({"has", "have", "had", "get", "gets", "got"})
#: Stand between a comma and a participle: "today based in", "once ruled by".
_BEFORE = frozenset(
    {"then", "once", "first", "itself", "themselves", "as", "when", "while", "having"}
)
#: What somebody feels about a thing is not done by it.
_FELT = frozenset(
    """
    alarmed angered annoyed concerned disappointed disillusioned embarrassed frustrated haunted
    impressed irritated pleased shaken shocked stunned surprised tired troubled worried
    """.split()  # noqa: SIM905 - a list of words
)
#: Words from one participle to another that is joined to it.
_FAR = 16


def described(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what fills ``slot`` as what the participle at ``at`` is said of."""
    return fillers(row, said_of(row, at), slot, genders, meant)


def is_past_participle(row: Row, at: int) -> bool:
    """Tell whether a past participle that no helper makes finite may stand at ``at``."""
    word = row.words[at]
    if not (word.endswith("ed") or word in _PARTICIPLES):
        return False
    index = at - 1
    while index >= 0 and is_adverb(row, index) and index not in row.tails:
        index -= 1
    if word in _FELT:
        return False
    helped = row.word(index) in BE or row.word(index) in _HAVE
    return not helped and predication(row, at) is None


def said_of(row: Row, at: int) -> tuple[Span, ...]:
    """Return the noun phrases that the participle at ``at`` is said of."""
    lead = at
    while lead > 0 and lead not in row.tails and _may_precede(row, lead - 1):
        lead -= 1
    if lead == 0 or _opens_sentence(row, lead):
        return _main_subject(row, at)
    previous = row.words[lead - 1]
    if previous in _CONJUNCTIONS:
        earlier = _earlier(row, lead - 1)
        return said_of(row, earlier) if earlier is not None else ()
    if previous == "," and lead - 1 not in row.inner:
        waiting = _before_comma(row, lead - 1, at)
        if row.words[lead] == "having" and not _waits(row, waiting, lead):
            return _clause_subject(row, lead)
        return waiting
    return ()


def _waits(row: Row, spans: tuple[Span, ...], at: int) -> bool:
    """Tell whether ``spans`` are the subject of a verb after the token ``at``."""
    return any(one.subject == spans and one.verb.start > at for one in predications(row))


def _clause_subject(row: Row, at: int) -> tuple[Span, ...]:
    """Return the subject of the last clause before ``at``: "Peru left, having lost the vote"."""
    told = [one for one in predications(row) if one.verb.end <= at and one.kind == "main"]
    return told[-1].subject if told else ()


def opening_subject(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return the subject after the participle clause at ``at``: "Seeking peace, the army …"."""
    return fillers(row, _main_subject(row, at), slot, genders, meant)


def _may_precede(row: Row, at: int) -> bool:
    return row.words[at] in _BEFORE or is_adverb(row, at)


def _opens_sentence(row: Row, at: int) -> bool:
    """Tell whether nothing but a quotation mark or a full stop stands before ``at``."""
    return row.words[at - 1] in ".;:!?"


def _main_subject(row: Row, at: int) -> tuple[Span, ...]:
    """Return the subject after a participle that opens a sentence: "Backed by Iran, Qatar …"."""
    for one in predications(row):
        if one.verb.start < at or one.kind != "main":
            continue
        if not one.subject or one.subject[0][0] < at:
            return ()
        begin = one.subject[0][0]
        return one.subject if "," in row.words[at:begin] else ()
    return ()


def _earlier(row: Row, joint: int) -> int | None:
    """Return the participle that the one after the conjunction at ``joint`` is joined to."""
    for at in range(joint - 1, max(-1, joint - _FAR), -1):
        if row.words[at] in ".;:()" or predication(row, at) is not None:
            return None
        begins = at == 0 or (row.words[at - 1] == "," and at - 1 not in row.inner)
        if begins:
            return at if is_past_participle(row, at) else None
    return None


def _before_comma(row: Row, comma: int, at: int) -> tuple[Span, ...]:
    """Return the noun phrase that ends at ``comma``: a subject whose verb follows, or a name."""
    if row.words[comma - 1] == ")":
        comma = row.opening(comma - 1, "(")
    for one in predications(row):
        for span in one.subject:
            if span[1] == comma and one.verb.start > comma:
                return (span,) if len(one.subject) == 1 else ()
    if is_of_subject(row, at):
        return ()
    for link, begin in row.tails.get(comma, ()):
        if row.word(begin - 1) == "of":
            return ()
        if not link.weak and row.raw[begin][0].isupper():
            return ((begin, comma),)
    return ()
