"""Coordinated objects of an English clause: names and phrases that commas and "and" part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..clauses import Row
from ..coordination import begins_clause, more_phrases
from ..fillers import POSSESSIVES, Filler, is_kind
from ..frame import Slot
from ..grammar import DETERMINERS
from ..leading import leading
from ..nounphrases import is_infinitive
from ..phraseheads import headed
from ..phrasewords import AFTERWARDS, AFTERWARDS_BOTH, DROPPED
from .clauses import next_verb
from .companions import agents
from .dated import undated
from .phraseborders import before_purpose
from .verbwords import begins_verb, has_article_after, is_bare_noun

#: No list is longer, in words.
_LONGEST = 60
#: Words within the brackets after a name.
_BRACKETED = 8
#: "And" belongs to these before it parts anything.
_BETWEEN = frozenset({"between", "both"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """The tokens ``begin:end`` between two separators.

    ``joined`` tells that a conjunction leads to them, ``repeated`` that the preposition
    of the first piece stands anew before them.
    """

    begin: int
    end: int
    joined: bool = False
    repeated: bool = False


def series(row: Row, first: Filler, slot: Slot) -> list[Filler]:
    """Return ``first`` and what is coordinated with it, each item by itself."""
    if slot.verb and not first.entity and is_infinitive(row, first.first):
        return _deeds(row, first, slot)
    lead = _lead(row, first.first)
    if lead == "by" and first.entity and (others := agents(row, first.last)):
        return [first, *(one for one in others if is_kind(one.type, slot.types))]
    pieces = list(_pieces(row, first.first, lead))
    if len(pieces) < 2 or not any(piece.joined for piece in pieces[1:]):
        return [first]
    if not first.entity:
        whole = first.last <= pieces[0].end
        head = first if whole else headed(row, first.first, pieces[0].end, slot)
        if head is None or not _parts_phrases(row, pieces):
            return [first]
        first = head
    return [first, *_further(row, pieces, first, slot)]


def _further(row: Row, pieces: list[_Piece], first: Filler, slot: Slot) -> Iterator[Filler]:
    """Yield the items after the first one, as far as they fit the slot."""
    inside = {row.words[i] for i in range(first.last, pieces[0].end) if row.is_preposition(i)}
    for number, piece in enumerate(pieces[1:], 1):
        item = _item(row, piece, slot)
        if item is None:
            if piece.joined or not slot.phrase:
                return
            continue
        aside = not (item.entity or piece.joined) and row.words[piece.begin] in DROPPED["en"]
        if aside and pieces[number - 1].end in row.tails and (first.entity or number > 1):
            continue  # "Peru, its neighbour, and Chile"
        # "Russia in the north and China in the south", but no "Russia in the north and fish".
        parallel = {row.words[i] for i in range(item.last, piece.end)}
        if inside and first.entity and not piece.repeated and inside.isdisjoint(parallel):
            return
        yield item


def _item(row: Row, piece: _Piece, slot: Slot) -> Filler | None:
    """Return the name or phrase that ``piece`` is."""
    begin, end = piece.begin, piece.end
    if begin >= end or begins_verb(row, begin, end):
        return None
    found = leading(row, begin, slot)
    if found is not None and found.entity and found.last <= end:
        return None if begins_clause(row, found.last) else found
    if not slot.phrase or _is_subject(row, begin, end):
        return None
    while begin < end and row.words[begin] in DROPPED["en"]:
        begin += 1
    if piece.repeated:
        end = next((i for i in range(begin + 1, end) if row.words[i] == "for"), end)
    return headed(row, begin, before_purpose(row, begin, undated(row, begin, end)), slot)


def _is_subject(row: Row, begin: int, end: int) -> bool:
    """Tell whether a name and what may be its verb begin at ``begin``: "Sweden sends ships"."""
    while begin < end and begin not in row.heads and row.is_adjective(begin):
        begin += 1
    known = [last for link, last in row.heads.get(begin, ()) if not link.weak]
    if not known or max(known) >= end:
        return False
    following = max(known)
    return not (row.is_preposition(following) or row.words[following] in POSSESSIVES)


def _lead(row: Row, begin: int) -> str:
    """Return the preposition that leads to the noun at ``begin``, or ""."""
    at = begin - 1
    while at > 0 and row.is_adjective(at) and not row.is_preposition(at):
        at -= 1
    return row.word(at) if row.is_preposition(at) else ""


def _pieces(row: Row, begin: int, lead: str) -> Iterator[_Piece]:
    """Yield the pieces from ``begin`` to the border of the clause."""
    start, joined, repeated = begin, False, False
    at, open_pair = begin, False
    following = next_verb(row, begin)
    verb = following.verb.start if following is not None else len(row)
    limit = min(len(row), begin + _LONGEST, verb)
    while at < limit and not _borders(row, at):
        word = row.words[at]
        if word == "(":
            at = _over_bracket(row, at)
            continue
        open_pair = open_pair or (word in _BETWEEN and at > begin)
        after = _over_separator(row, at, lead) if at > start else at
        if after > at and open_pair:
            open_pair, after = not row.is_conjunction(at), at
        if after == at:
            at += 1
            continue
        yield _Piece(start, at, joined, repeated)
        again = bool(lead) and row.word(after) == lead
        if joined and row.words[at] == "," and not again:
            return  # after "Peru and Chile" a comma begins another clause
        joined, repeated = any(row.words[i] != "," for i in range(at, after)), again
        start = at = after + 1 if repeated else after
    # What stands between a separator and a verb is the subject of that verb, unless the
    # whole list belongs to it: "the pact of Peru and Chile failed".
    whole = following is not None and any(span[0] <= begin for span in following.subject)
    if at == verb and row.words[at - 1] == ",":
        at -= 1
    if start < at and (at < verb or start == begin or whole):
        yield _Piece(start, at, joined, repeated)


def _borders(row: Row, at: int) -> bool:
    """Tell whether no list goes on over the token at ``at``."""
    word = row.words[at]
    if word in POSSESSIVES or word == "(":
        return False
    if word == ",":
        return at not in row.inner and (row.opens_clause(at + 1) or _sets_off(row, at + 1))
    if word == "as":
        return row.word(at + 1) != "well"
    pair = (word, row.word(at + 1)) in AFTERWARDS_BOTH
    return row.is_mark(at) or row.opens_clause(at) or word in AFTERWARDS["en"] or pair


def _sets_off(row: Row, at: int) -> bool:
    """Tell whether a participle with what depends on it begins at ``at``: "signed in 1990"."""
    word = row.word(at)
    if at in row.heads or not word.endswith(("ing", "ed")) or word in DETERMINERS["en"]:
        return False
    following = row.word(at + 1)
    return row.is_preposition(at + 1) or following in DROPPED["en"] or at + 1 in row.heads


def _over_bracket(row: Row, at: int) -> int:
    """Return the token after the bracket that opens at ``at``."""
    for index in range(at + 1, min(len(row), at + _BRACKETED)):
        if row.words[index] == ")":
            return index + 1
    return len(row)


def _over_separator(row: Row, at: int, lead: str) -> int:
    """Return the token after the separator at ``at``; ``at`` where there is none.

    An "and" between two adjectives or before a verb or another preposition parts nothing.
    """
    index = at
    if row.words[at] == "," and at not in row.inner:
        index += 1
    if row.word(index) == "as" and row.word(index + 1) == "well":
        return index + 3 if row.word(index + 2) == "as" else at
    if row.is_conjunction(index):
        index += 2 if row.word(index + 1) == "also" else 1
        qualifies = index - 1 == at and row.is_adjective(at - 1) and at not in row.tails
        if qualifies and row.word(index) not in DETERMINERS["en"]:
            return at
    if index == at or index >= len(row):
        return at
    if row.is_preposition(index) and row.words[index] != lead:
        return at
    return at if row.is_verb(index) and not is_bare_noun(row, index) else index


def _parts_phrases(row: Row, pieces: list[_Piece]) -> bool:
    """Tell whether the pieces of a list that begins with a phrase are things of their own.

    After a preposition a bare noun belongs to what it leads to: "the export of gas and oil".
    """
    head, last = pieces[0], pieces[-1]
    led = _has_preposition(row, head)
    if len(pieces) == 2:
        comma = row.words[last.begin - 1] == "," or row.words[last.begin - 2] == ","
        if comma and not last.repeated:
            return False
        if led:
            return _is_free(row, last)
        # "Grants and loans" are one thing, "oil and gas fields" are; "trade and open seas" not.
        bare = head.end - head.begin == 1 and row.words[last.begin] not in DROPPED["en"]
        longer = last.end - last.begin > 1 and row.is_adjective(last.begin)
        return not bare or longer or row.raw[last.begin][0].isupper()
    return not led or _is_free(row, last)


def _has_preposition(row: Row, piece: _Piece) -> bool:
    return any(row.is_preposition(i) for i in range(piece.begin, piece.end))


def _is_free(row: Row, piece: _Piece) -> bool:
    """Tell whether what ``piece`` begins with needs no preposition in front of it."""
    if piece.repeated or row.words[piece.begin] in ("a", "an"):
        return True
    return _has_preposition(row, piece) and piece.begin not in row.heads


def _deeds(row: Row, first: Filler, slot: Slot) -> list[Filler]:
    """Return the infinitives that are joined: "to observe, to report and to build"."""
    found: list[Filler] = []
    begin, at = first.first, first.first + 1
    while at < len(row) and not _borders(row, at):
        joint = at + (row.words[at] == ",")
        joint += row.is_conjunction(joint)
        if joint > at and (row.word(joint) == "to" or _is_bare_deed(row, joint)):
            found.append(Filler("", "", begin, at))
            begin = at = joint + (row.word(joint) == "to")
        at += 1
    if not found:
        # "To export power to Kenya, Djibouti and Sudan" is one thing to seek.
        more = list(more_phrases(row, first, slot))
        return [Filler("", "", begin, more[-1].last)] if more else [first]
    end = min(at, begin + slot.phrase)
    return [*found, Filler("", "", begin, end)]


def _is_bare_deed(row: Row, at: int) -> bool:
    """Tell whether an infinitive without its "to" stands at ``at``: "and sell its gas"."""
    lower = at < len(row) and row.raw[at].islower()
    return lower and row.is_conjunction(at - 1) and has_article_after(row, at)
