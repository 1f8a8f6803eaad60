"""The finite verbs of an English sentence, with their helpers and adverbs."""

from __future__ import annotations

from dataclasses import dataclass

from ..clauses import Row
from ..grammar import BE, DETERMINERS
from ..shapes import looks_qualifying
from .finiteforms import Place, has_agent, is_base, is_past, is_third, takes_object
from .helperverbs import AUXILIARY, LEADING, MODALS, is_adverb
from .verbs import BASES, EITHER, PARTICIPLES, PASTS, THIRDS, UNCHANGED

#: Noun phrases, as the tokens they stand in.
Spans = tuple[tuple[int, int], ...]
_SINGULAR = frozenset("is was has does isn't wasn't hasn't doesn't".split())  # noqa: SIM905
_PLURAL = frozenset("are were have do aren't weren't haven't don't".split())  # noqa: SIM905
#: Stand between a helper verb and its participle.
_BETWEEN = frozenset({"not", "n't", "neither", "either", "both"})
_POSSESSIVE = ("'s", "'")
_DONE = EITHER | PARTICIPLES | UNCHANGED
_PLAIN = BASES - EITHER
#: What may be a finite verb; besides what ends in -ed and the verbs of triggers.
_FORMS = AUXILIARY | THIRDS | PASTS | EITHER | UNCHANGED | BASES


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb with its helpers and adverbs: the tokens ``start:end``.

    ``main`` is the word that says what is done; ``number`` is ``sing``, ``plur`` or "".
    """

    start: int
    end: int
    main: int
    number: str
    passive: bool


def verb_at(row: Row, at: int, earlier: Verb | None, waiting: Spans = ()) -> Verb | None:
    """Return the finite verb that begins at ``at``.

    ``earlier`` is that of its clause so far, ``waiting`` are noun phrases that have none yet.
    """
    word = row.words[at]
    if word not in _FORMS and not word.endswith("ed") and word not in row.verbs:
        return None
    if not _is_finite(row, at, earlier, waiting):
        return None
    number = "sing" if word in _SINGULAR or word in THIRDS else ""
    if word in _PLURAL or (word in BASES and word not in EITHER):
        number = "plur"
    if word in AUXILIARY:
        return _group(row, at, number)
    passive = earlier is not None and earlier.passive and has_agent(row, at)
    return Verb(at, at + 1, at, number, passive)


def _group(row: Row, at: int, number: str) -> Verb:
    """Return the verb whose first helper stands at ``at``: "has long been supported"."""
    word = row.words[at]
    main = end = at
    be = word in BE
    while end + 1 < len(row):
        following = row.words[end + 1]
        if following in BE or following in ("have", "had"):
            be = be or following in BE
            main = end + 1
        elif following not in _BETWEEN and not (
            is_adverb(row, end + 1) and end + 1 not in row.heads
        ):
            break
        end += 1
    following = row.word(end + 1)
    lexical = following in _DONE or following.endswith(("ed", "ing"))
    plain = word in MODALS or word in ("do", "does", "did") or word.endswith("n't")
    if (lexical or (plain and following in BASES)) and end + 1 not in row.heads:
        return Verb(at, end + 2, end + 1, number, be and not following.endswith("ing"))
    return Verb(at, main + 1, main, number, passive=False)


def _is_finite(row: Row, at: int, earlier: Verb | None, waiting: Spans) -> bool:
    word = row.words[at]
    back = at - 1
    while back >= 0 and back + 1 not in row.tails and is_adverb(row, back):
        back -= 1
    previous = row.words[back] if back >= 0 else ""
    barred = _is_barred(row, back)
    if word in AUXILIARY:
        month = word == "may" and row.raw[at] == "May" and at > 0
        return previous != "to" and not month and not (word in MODALS and barred)
    if barred or previous in ("to", "having") or previous in AUXILIARY or previous in BE:
        return False
    if row.word(at + 1) in AUXILIARY or row.is_preposition(at):
        return False  # "export controls have", "like Norway"
    if earlier is not None and earlier.end > back:
        return False  # "buys ships"
    many = _is_many(row, earlier)
    passive = earlier is not None and earlier.passive
    place = Place(row, at, back, waiting, told=earlier is not None, many=many, passive=passive)
    return _has_form(row, word, place)


def _has_form(row: Row, word: str, place: Place) -> bool:
    """Tell whether ``word`` is a finite form of a verb where it stands."""
    if word in THIRDS or (word in row.verbs and word.endswith("s")):
        return is_third(place)
    if word in PASTS:
        return place.previous != "" or row.raw[place.at][0].islower()
    if word in EITHER or word.endswith("ed"):
        return is_past(place)
    if word in UNCHANGED and (place.previous in LEADING or place.back + 1 in row.tails):
        return takes_object(row, place.at)
    if word in BASES:
        return is_base(place)
    return word in row.verbs and row.is_verb(place.at)


def _is_many(row: Row, earlier: Verb | None) -> bool:
    """Tell whether the plain form of a verb may go on from ``earlier``: "they buy and sell"."""
    if earlier is None:
        return False
    return row.words[earlier.start] in MODALS or row.words[earlier.main] in _PLAIN


def _is_barred(row: Row, at: int) -> bool:
    """Tell whether a noun or an attribute must follow the word at ``at``."""
    if at < 0:
        return False
    word = row.words[at]
    if at + 1 in row.tails:
        return all(link.weak for link, _ in row.tails[at + 1])
    if word in LEADING:
        return False
    if row.raw[at][0].isupper() and word.endswith(("an", "ese", "ish")):
        return True  # "American bases"
    return (
        word in DETERMINERS["en"]
        or word in _POSSESSIVE
        or word in ("whose", "of", "more", "less", "most")
        or (row.is_preposition(at) and word != "than")
        or looks_qualifying(word)
        or (word[0].isdigit() and len(word) < 4)
    )
