"""What a conjunction or a comma joins to an object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .clauses import Row
from .fillers import Filler, fits
from .frame import Slot
from .grammar import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from .leading import is_attribute, segment

#: Prepositions that may stand anew before each name of a list.
REPEATED = frozenset(
    "by with to on from з із до від на у в зі".split()  # noqa: SIM905 - a list of words
)
#: Behind a comma these join the second of two things: «ані до ЄС, ані до НАТО», «так і до НАТО».
_EACH = frozenset({"ані", "ні", "так"})


def more_phrases(row: Row, first: Filler, slot: Slot) -> Iterable[Filler]:
    """Return the further items of "peace, free trade and clean air", if it is such a list.

    Commas part its items and a conjunction its last one; it ends where the clause does.
    """
    items: list[Filler] = []
    at = first.last
    while row.word(at) == "," and not row.opens_clause(at + 1):
        stop = at + 1
        while stop < len(row) and not row.is_mark(stop):
            stop += 1
        joint = next((i for i in range(at + 2, stop) if row.is_conjunction(i)), stop)
        for begin, end in ((at + 1, joint), (joint + 1, stop)):
            if begin < end:
                found = segment(row, begin, end, replace(slot, cases=frozenset()))
                if not found or found[0].last != end:
                    return []
                items += found
        if joint < stop:
            return items if row.word(stop) in _ENDS else []
        at = stop
    return []


_ENDS = frozenset({"", ".", ";", "!", "[", "(", ","})


def more_names(row: Row, first: Filler, slot: Slot) -> Iterable[Filler]:
    """Yield the further items of a list that ``first`` begins."""
    at = first.last
    for _ in range(12):
        at = _over_genitive(row, at)
        start = _over_separator(row, at, first.first)
        if start == at:
            return
        index = start
        if _is_past(row, index):
            return
        while index < len(row) and index - start <= 3 and index not in row.heads:
            if not row.is_adjective(index) or row.is_mark(index):
                return
            index += 1
        item = next(
            (
                Filler(link.entity, link.type, index, end)
                for link, end in row.heads.get(index, ())
                if fits(link, slot) and not is_attribute(row, link, end)
            ),
            None,
        )
        if item is None or begins_clause(row, item.last):
            return
        yield item
        at = item.last


def _is_past(row: Row, at: int) -> bool:
    """Tell whether a word in -ed after "and" is a verb: "backed Iran and condemned Iraq"."""
    return (
        row.language == "en"
        and row.word(at).endswith("ed")
        and (at + 1 in row.heads or row.word(at + 1) in DETERMINERS["en"])
    )


def _over_genitive(row: Row, at: int) -> int:
    """Return the token after the genitive that follows a name."""
    for link, end in row.heads.get(at, ()):
        if "gen" in link.cases:
            return end
    return at


def _over_separator(row: Row, at: int, first: int) -> int:
    """Return the token after a comma or a conjunction between items."""
    index = at
    if row.word(index) == ",":
        index += 1
    if row.word(index) == "а" and row.word(index + 1) == "також":
        return index + 2
    if row.word(index) == "as" and row.word(index + 1) == "well":
        return index + 3
    if index > at and row.word(index) in _EACH:
        index += 2 if row.word(index + 1) in ("і", "й") else 1
    elif row.word(index) in CONJUNCTIONS[row.language]:
        index += 2 if row.word(index + 1) in ("також", "also") else 1
    if index > at and row.word(index) in REPEATED and row.word(first - 1) == row.word(index):
        return index + 1  # "by Russia and by China"
    if row.word(index) in PREPOSITIONS[row.language]:
        return at
    return index


def begins_clause(row: Row, at: int) -> bool:
    """Tell whether a verb follows, so that the name before ``at`` is its subject."""
    while at < len(row) and row.is_adverb(at) and row.words[at] not in ADVERBS[row.language]:
        at += 1
    while row.word(at) in ADVERBS[row.language] and not row.is_verb(at):
        at += 1
    return at < len(row) and row.is_verb(at)
