"""The noun phrases that an English verb may have as its subject."""

from __future__ import annotations

from ..clauses import Row
from ..grammar import DETERMINERS, ONLY, PRONOUNS
from ..shapes import looks_qualifying
from .helperverbs import is_adverb
from .verbs import EITHER, PARTICIPLES

#: The tokens of a noun phrase, the end exclusive.
Span = tuple[int, int]


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_CONJUNCTIONS = _words("and or nor but yet")
#: Stand in front of a subject and are no part of it.
_LEADS = _words("both either neither only even not just then still now so thus however also here")
#: Prepositions of more than one word, or of words that may be something else.
_PREPOSITIONS = _words(
    "together along alongside like unlike including as besides except once plus since"
)
_LATER = _words("later earlier ago afterwards before")
_TIMES = _words(
    """
    year years month months week weeks day days decade decades century centuries time spring summer
    autumn winter night morning
    """
)
_PAIRING = _words("both either neither")
_TRAILING = _CONJUNCTIONS | _words(
    "both all each neither itself himself herself themselves alone ,"
)
_POINTING = _words("last this next that")
_POSSESSIVES = ("'s", "'")
_FIRST = 5
#: Words from "between" to its "and".
_PAIR = 6


def nominals(row: Row, begin: int, end: int, *, direct: bool = True) -> tuple[Span, ...]:
    """Return the noun phrases that the tokens ``begin:end`` are after their adverbials.

    ``direct`` says that a verb follows, so that an -ing form may be one.
    """
    begin = _over_adverbials(row, _over_denied(row, begin, end), end)
    while (
        end > begin
        and end not in row.tails
        and (is_adverb(row, end - 1) or row.words[end - 1] in _TRAILING)
    ):
        if end - begin == 1 and row.words[begin] in ("both", "all"):
            break
        end -= 1
    if begin >= end or row.is_mark(begin) or row.word(end) == "no":
        return ()
    word = row.words[begin]
    if begin not in row.heads and not direct and word not in DETERMINERS["en"]:
        loose = word.endswith(("ed", "ing")) or word in EITHER or word in PARTICIPLES
        if loose and (begin == 0 or row.raw[begin].islower()):
            return ()
    if word == "to":
        return ()
    return tuple(_split(row, begin, end))


def _over_denied(row: Row, begin: int, end: int) -> int:
    """Return the token after the "but" of "not Peru but Chile"."""
    if row.word(begin) != "not" or row.word(begin + 1) in ONLY:
        return begin
    return next((at + 1 for at in range(begin, end) if row.words[at] == "but"), begin)


def is_paired(row: Row, at: int) -> bool:
    """Tell whether "and" at ``at`` joins but the two of "between Chile and Bolivia"."""
    for index in range(at - 1, max(-1, at - 1 - _PAIR), -1):
        if row.words[index] == "between":
            return row.words[at] == "and"
        if row.words[index] == "and" or row.is_mark(index):
            return False
    return False


def core_end(row: Row, begin: int, end: int) -> int:
    """Return where the noun phrase ``begin:end`` ends before what a preposition adds to it."""
    index = begin
    while index < end:
        if index in row.heads:
            index = max(index + 1, row.heads[index][0][1])
            continue
        word = row.words[index]
        loose = word.endswith("ed") or word in EITHER or word in PARTICIPLES
        if index > begin and (leads_away(row, index) or row.is_mark(index)):
            break
        if index > begin and loose and leads_away(row, index + 1):
            break
        index += 1
    while index > begin + 1 and index not in row.tails and is_adverb(row, index - 1):
        index -= 1
    return index


def leads_away(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` leads to what is no part of the noun before it."""
    return row.is_preposition(at) or row.word(at) in _PREPOSITIONS


def _over_adverbials(row: Row, begin: int, end: int) -> int:
    """Return where the tokens ``begin:end`` go on after adverbs, dates and prepositions."""
    while begin < end and begin not in row.heads:
        word = row.words[begin]
        if word in _LEADS or row.is_mark(begin) or word in _CONJUNCTIONS:
            if word in _PAIRING and _CONJUNCTIONS.isdisjoint(row.words[begin + 1 : end]):
                break  # "both support", "neither country supports"
            begin += 1
        elif leads_away(row, begin):
            begin = prepositional_end(row, begin, end)
        elif (over := _over_time(row, begin, end)) is not None:
            begin = over
        elif is_adverb(row, begin) and word not in DETERMINERS["en"]:
            begin += 1
        else:
            break
    return begin


def _over_time(row: Row, begin: int, end: int) -> int | None:
    """Return the token after "two years later" or "last year"."""
    for index in range(begin, min(end, begin + _FIRST)):
        if row.words[index] in _TIMES and index > begin:
            if row.word(index + 1) in _LATER:
                return index + 2
            return index + 1 if row.words[begin] in _POINTING and index == begin + 1 else None
    return None


def prepositional_end(row: Row, begin: int, end: int) -> int:
    """Return where the phrase ends that the preposition at ``begin`` leads, ``end`` at most.

    A noun phrase of its own begins with a determiner, an adjective, a pronoun or a name.
    """
    index, seen = begin + 1, False
    while index < end:
        word = row.words[index]
        if row.is_mark(index) and word not in _POSSESSIVES:
            return index + 1
        if leads_away(row, index) or word in _CONJUNCTIONS or word in _POSSESSIVES:
            index, seen = index + 1, False
        elif seen and (index in row.heads or _begins_phrase(row, index)):
            return index
        elif word[0].isdigit() and index not in row.heads:
            index, dated = _over_number(row, index)
            if dated and not (row.is_preposition(index) or row.word(index) == "and"):
                return min(index, end)
            seen = seen or dated
        else:
            index, seen = _over_word(row, index, seen=seen)
    return end


def _over_word(row: Row, at: int, *, seen: bool) -> tuple[int, bool]:
    """Return the token after the name or word at ``at``, and whether a noun has been met."""
    if at in row.heads:
        link, last = row.heads[at][0]
        return last, not link.weak
    word = row.words[at]
    return at + 1, seen or not (word in DETERMINERS["en"] or looks_qualifying(word))


def _over_number(row: Row, at: int) -> tuple[int, bool]:
    """Return the token after the number at ``at``, and whether it is a year or "the 1990s"."""
    if row.word(at + 1) == "s":
        return at + 2, True
    year = row.words[at].isdigit() and len(row.words[at]) == 4
    return at + 1, year and row.word(at - 1) not in DETERMINERS["en"]


def _begins_phrase(row: Row, at: int) -> bool:
    word = row.words[at]
    if word in DETERMINERS["en"] or word in PRONOUNS["en"] or looks_qualifying(word):
        return True
    return row.raw[at][0].isupper() and row.raw[at - 1][0].islower()


def _split(row: Row, begin: int, end: int) -> list[Span]:
    """Return the joined noun phrases of ``begin:end``, or the whole where none is sure."""
    found: list[Span] = []
    start = index = begin
    governed = False
    while index < end:
        if index in row.heads:
            index = max(index + 1, row.heads[index][0][1])
            continue
        if row.words[index] == "(":
            return [*found, (start, index)]
        if leads_away(row, index):
            governed = True
        if row.words[index] in _CONJUNCTIONS and index > start and index + 1 < end:
            opens = row.words[index + 1] in DETERMINERS["en"]
            if governed and not opens:
                index += 1
                continue
            if _is_noun_phrase(row, index):
                found.append((start, index))
                start, governed = index + 1, False
        index += 1
    return [*found, (start, end)] if start < end else found


def _is_noun_phrase(row: Row, end: int) -> bool:
    """Tell whether the words before ``end`` end in a noun, unlike "foreign and trade policy"."""
    if end in row.tails:
        return any(not link.weak for link, _ in row.tails[end])
    word = row.words[end - 1]
    return not (row.is_adjective(end - 1) or looks_qualifying(word))
