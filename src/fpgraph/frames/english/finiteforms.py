"""Which English words that may be a noun, a participle or a verb are finite verbs."""

from __future__ import annotations

from dataclasses import dataclass

from ..clauses import Row
from ..grammar import DETERMINERS, PRONOUNS
from ..shapes import looks_qualifying
from .helperverbs import AUXILIARY, CONJUNCTIONS, LEADING, MANY, NAMING, NOUNS, is_adverb
from .verbs import BASES, EITHER, INTRANSITIVE, PASTS, THIRDS

_NOT_PAST = frozenset(
    ["breed", "exceed", "feed", "hundred", "indeed", "need", "proceed", "seed", "speed", "united"]
)
#: Of a noun after a verb these tell but what it is: "a network of routes meant to".
_ATTRIBUTES = frozenset(
    "aimed based designed directed intended known located meant rooted situated".split()  # noqa: SIM905
)
_AFTER_VERBS = frozenset({"to", "that", "not", "out", "up", "away", "off"})
_LOOKAHEAD = 18
_FORMS = AUXILIARY | PASTS | THIRDS | EITHER | BASES
_BEFORE_NOUNS = DETERMINERS["en"] | {"to"}
_PLURALS = MANY - {"who", "which", "that", "this"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands: what is before it, and what its clause has had already.

    ``back`` is the token before it and its adverbs. ``waiting`` are noun phrases without a
    verb; ``told`` says that the clause has a verb, ``many`` that a plain form may go on from
    it, ``passive`` that it is one.
    """

    row: Row
    at: int
    back: int
    waiting: tuple[tuple[int, int], ...] = ()
    told: bool = False
    many: bool = False
    passive: bool = False

    @property
    def word(self) -> str:
        """The word itself."""
        return self.row.words[self.at]

    @property
    def previous(self) -> str:
        """The word before it and its adverbs, or ""."""
        return self.row.word(self.back)

    @property
    def ahead(self) -> str:
        """The word after it, or ""."""
        return self.row.word(self.at + 1)

    @property
    def follows_name(self) -> bool:
        """Whether a name ends right before it and its adverbs."""
        return self.back + 1 in self.row.tails


def takes_object(row: Row, at: int) -> bool:
    """Tell whether what follows the word at ``at`` looks like its object."""
    index = at + 1
    word = row.word(index)
    if not word:
        return False
    if index in row.heads or word in DETERMINERS["en"] or word in PRONOUNS["en"]:
        return True
    if word[0].isdigit() or word == "that" or looks_qualifying(word):
        return True
    # "Hosted American bases", "buys arms from": a plural noun.
    return word.endswith("s") and not row.is_preposition(index) and not is_adverb(row, index)


def is_third(place: Place) -> bool:
    """Tell whether a word in -s is a verb: "supports", no noun as in "the deal supports"."""
    row, at, previous = place.row, place.at, place.previous
    if not previous or previous in ":;":
        return False
    if at in row.heads and not any(link.weak for link, _ in row.heads[at]):
        return False
    if place.word == "means" and row.is_adjective(place.back):
        return False  # "by different means"
    if NOUNS.isdisjoint((place.word[:-1], place.word.removesuffix("es"))):
        return place.follows_name or previous in LEADING or not row.is_noun(at)
    if previous in LEADING:
        return previous not in _PLURALS or _is_strong(place)
    return _is_noun_or_third(place)


def _is_strong(place: Place) -> bool:
    """Tell whether an object follows that makes a word a verb which may be a noun."""
    ahead = place.ahead
    bare = ahead.endswith("s") and ahead not in DETERMINERS["en"]
    return takes_object(place.row, place.at) and (place.at + 1 in place.row.heads or not bare)


def _is_noun_or_third(place: Place) -> bool:
    """Tell whether a word that is a noun as often, such as "aims", is a verb here."""
    row, previous, ahead = place.row, place.previous, place.ahead
    led = row.is_preposition(place.at + 1)
    if previous == "," and place.waiting:
        bare = ahead[:1].isalpha() and not _another_ahead(row, place.at + 1)
        return led or bare or _is_strong(place)
    if previous == "," or previous in CONJUNCTIONS:
        return _is_strong(place)
    if previous in NOUNS or (previous.endswith("s") and not place.follows_name):
        return False
    if _is_strong(place) or _is_related(place):
        return True
    return ahead != "of" and (led or ahead in _AFTER_VERBS)


def _is_related(place: Place) -> bool:
    """Tell whether the word ends a relative clause: "the pact, which Peru supports,"."""
    row = place.row
    if not place.follows_name or place.ahead not in ("", ",", ".", "and"):
        return False
    begin = row.tails[place.back + 1][0][1]
    begin -= row.word(begin - 1) == "the"
    return row.word(begin - 1) in ("which", "that", "whom")


def has_agent(row: Row, at: int) -> bool:
    """Tell whether it is told by whom the participle at ``at`` was done: "paid for by Chile"."""
    return row.word(at + 1) == "by" or (row.word(at + 2) == "by" and row.is_preposition(at + 1))


def is_past(place: Place) -> bool:
    """Tell whether a past form that may be a participle is a verb of its own."""
    previous = place.previous
    if previous == "" or place.word in _NOT_PAST:
        return False
    done_by = has_agent(place.row, place.at)
    if done_by or previous in LEADING:
        joined = place.passive and (previous in CONJUNCTIONS or previous == ",")
        return joined or not done_by
    if previous in ",–—(":
        return place.word not in NAMING and _is_past_after_comma(place)
    if previous in CONJUNCTIONS or not previous[0].isalnum():
        return place.told and previous in CONJUNCTIONS
    if takes_object(place.row, place.at) and place.word not in NAMING:
        return True
    attribute = place.told and place.word in _ATTRIBUTES and not place.follows_name
    return not (attribute or _another_ahead(place.row, place.at + 1))


def _is_past_after_comma(place: Place) -> bool:
    if takes_object(place.row, place.at) or (place.told and place.word in INTRANSITIVE):
        return True
    return bool(place.waiting) and not _resumes(place.row, place.at + 1)


def _another_ahead(row: Row, at: int) -> bool:
    """Tell whether the clause goes on to a finite verb after what may be a participle."""
    for index in range(at, min(len(row), at + _LOOKAHEAD)):
        word = row.words[index]
        if word in CONJUNCTIONS or row.is_mark(index) or row.opens_clause(index):
            return False
        third = word in THIRDS and is_third(Place(row, index, index - 1))
        if third or word in AUXILIARY or word in PASTS:
            return row.word(index - 1) not in _BEFORE_NOUNS
        known = word.endswith("ed") or word in EITHER
        if known and takes_object(row, index) and not is_attributive(row, index):
            return True
    return False


def is_attributive(row: Row, at: int) -> bool:
    """Tell whether a participle at ``at`` stands before its noun: "the united front"."""
    previous = row.word(at - 1)
    return previous in DETERMINERS["en"] or row.is_preposition(at - 1) or previous in ("'s", "'")


def _resumes(row: Row, at: int) -> bool:
    """Tell whether a finite verb follows a comma after ``at``: ", signed in May, ended"."""
    for index in range(at, len(row) - 1):
        if row.words[index] in ";:.":
            return False
        if row.words[index] != ",":
            continue
        following = index + 1
        while following < len(row) - 1 and is_adverb(row, following):
            following += 1
        word = row.words[following]
        if word in _FORMS:
            return True
        if word.endswith("ed") and takes_object(row, following):
            return True
    return False


def is_base(place: Place) -> bool:
    """Tell whether a plain form is a verb in the plural: "they support"."""
    row, at, previous = place.row, place.at, place.previous
    strong = takes_object(row, at)
    if at in row.heads or (row.is_noun(at) and not (strong and previous == "both")):
        return False
    if place.waiting and previous not in CONJUNCTIONS:
        waiting = place.waiting
        plural = row.words[waiting[0][1] - 1].endswith("s") or row.words[waiting[0][0]] in MANY
        sure = place.word not in NOUNS and _is_after_plural(place)
        led = strong or row.is_preposition(at + 1)
        return sure or ((plural or len(waiting) > 1) and led)
    if previous in CONJUNCTIONS or previous == ",":
        return place.many and strong
    if previous in MANY:
        return strong or place.word not in NOUNS
    return _is_after_plural(place) and (strong or (place.word not in NOUNS and place.ahead != "of"))


def _is_after_plural(place: Place) -> bool:
    """Tell whether a plural noun, or one name of several, stands before the word."""
    row, previous = place.row, place.previous
    if previous.endswith("s") and not previous.endswith(("ss", "us", "is")):
        return True
    if not place.follows_name:
        return False
    start = min(begin for _, begin in row.tails[place.back + 1])
    while start > 0 and start not in row.tails and row.is_adjective(start - 1):
        start -= 1
    return row.word(start - 1) in CONJUNCTIONS
