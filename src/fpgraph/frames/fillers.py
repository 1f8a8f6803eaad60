"""What may fill a slot: by its class, its case, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..parts import Link
from ..vocabulary import vocabulary
from .clauses import Row
from .forms import Form
from .frame import Slot
from .grammar import DETERMINERS

POSSESSIVES = frozenset({"'s", "'"})
PEOPLE = frozenset({"Person"})
BODIES = frozenset({"State", "InternationalOrganisation", "Government", "OrganisationBody"})
NAMED = frozenset({"Actor", "Region", "Work", "Initiative", "Period"})
_COURSES = frozenset({"PolicyCourse"})
_OWNERS = frozenset({"Actor"})
#: Classes whose members are the same whatever "of" ties to them.
_WHOLE = frozenset({"Theory", "Event", "Resource"})
#: The gender of entities by id; see ``grammar.gender``.
Genders = dict[str, str]


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: a link, or a noun phrase that nothing is known of.

    ``entity`` is empty for a phrase. ``first`` and ``last`` are tokens, ``last``
    exclusive.
    """

    entity: str
    type: str
    first: int
    last: int


#: The class of a capital that may stand for its state: a region, and a state.
CAPITAL = "Capital"


@cache
def is_kind(name: str, types: frozenset[str]) -> bool:
    """Tell whether the class ``name`` is one of ``types`` or stands below one; "" may be any."""
    if not types or not name:
        return True
    if name == CAPITAL:
        return is_kind("State", types) or is_kind("Region", types)
    return not types.isdisjoint(vocabulary().ancestors(name))


def suits(link: Link, slot: Slot) -> bool:
    """Tell whether ``link`` is of a class that ``slot`` takes."""
    if slot.without and link.type and is_kind(link.type, slot.without):
        return False
    if not link.type and slot.types and not slot.phrase:
        # What nothing is known of but its capital letter may be an actor or a place.
        return any(is_kind(name, NAMED) for name in slot.types)
    return is_kind(link.type, slot.types)


def fits(link: Link, slot: Slot) -> bool:
    """Tell whether ``link`` may fill ``slot`` by type, case and strength."""
    if link.weak and not slot.weak:
        return False
    if not suits(link, slot):
        return False
    return link.weak or not slot.cases or not link.cases or not slot.cases.isdisjoint(link.cases)


def agrees(link: Link, form: Form, genders: Genders) -> bool:
    """Tell whether ``link`` may be what a form of that number and gender speaks of."""
    gender = genders.get(link.entity, "")
    if not gender or not form.number:
        return True
    if form.number == "plur":
        return True
    return gender != "plur" and (not form.gender or form.gender == gender)


def widened(row: Row, link: Link, begin: int, end: int) -> Filler:
    """Return ``link`` as a filler; a course and the actor it is said to be of are one phrase.

    "Foreign policy of Norway" is not foreign policy as such.
    """
    plain = Filler(link.entity, link.type, begin, end)
    if not link.type or not is_kind(link.type, _COURSES):
        return plain
    if row.language == "en" and (first := _owner_before(row, begin)) is not None:
        return Filler("", "", first, end)
    at = end + 1 if row.word(end) == "of" else end
    if at == end and row.language == "en":
        return plain
    for other, last in row.heads.get(at, ()):
        owner = not other.weak and other.type and is_kind(other.type, _OWNERS)
        if owner and (row.language == "en" or "gen" in other.cases):
            return Filler("", "", begin, last)
    return plain


def _owner_before(row: Row, begin: int) -> int | None:
    """Return where the owner begins whose possessive stands before the token ``begin``."""
    while begin > 0 and row.is_adjective(begin - 1) and begin not in row.tails:
        begin -= 1
    if row.word(begin - 1) in POSSESSIVES:
        for other, first in row.tails.get(begin - 1, ()):
            if other.type and is_kind(other.type, _OWNERS | {"Region"}):
                return first
    return None


def is_narrowed(row: Row, link: Link, begin: int, at: int) -> bool:
    """Tell whether adjectives before the link make it a thing of its own: "energy independence"."""
    if not link.type or is_kind(link.type, NAMED):
        return False
    return any(
        row.is_adjective(i) and row.words[i] not in DETERMINERS[row.language]
        for i in range(begin, at)
    )


def is_told_of(row: Row, link: Link, end: int) -> bool:
    """Tell whether "of" makes the idea that ends at ``end`` one thing's: "policy of the weak"."""
    return row.language == "en" and row.word(end) == "of" and is_idea(link)


def is_idea(link: Link) -> bool:
    """Tell whether a link is of a kind that what is said of it makes another thing."""
    return bool(link.type) and not is_kind(link.type, NAMED) and link.type not in _WHOLE


def led_by_preposition(row: Row, begin: int) -> bool:
    """Tell whether a preposition stands before the token ``begin`` and its adjectives."""
    while begin > 0 and row.is_adjective(begin - 1):
        begin -= 1
    return row.is_preposition(begin - 1)
