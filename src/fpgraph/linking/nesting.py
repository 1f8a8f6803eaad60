"""Which of the names that overlap stay: the longest, and what is spoken of inside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..lexicon.ambiguity import PART, Sense
from .walk import Hit

_BODIES = frozenset({"OrganisationBody", "ArmedGroup"})
_HOSTS = frozenset({"InternationalOrganisation", "State", "OrganisationBody", "Coalition"})
#: Names of these speak of the states that they hold: «Forum on China–Africa Cooperation».
_PARTIES = frozenset({"InternationalOrganisation", "Initiative", "ArmedGroup", "Document"})
_NOTHING: frozenset[str] = frozenset()


def nested(found: Sequence[Hit], heads: Mapping[str, frozenset[str]]) -> list[Hit]:
    """Return the names that stay, of those given by (start, -end).

    Inside a longer name a name is dropped when it is only a part of it («Європи» in
    «Рада Європи») or what the longer one is a kind of. Of two that cross, a proper
    name gives way to the longer one.
    """
    kept: list[Hit] = []
    add = kept.append
    outer: list[Hit] = []
    reach = 0
    for one in found:
        start, back, _ = one
        if start >= reach:
            # Nearly all stand alone.
            outer = [one]
            reach = -back
            add(one)
            continue
        while -outer[-1][1] <= start:
            outer.pop()
        stays = _stays(one, outer, heads)
        if stays:
            add(one)
        if stays or back >= outer[-1][1]:
            outer.append(one)
            reach = max(reach, -back)
    return kept


def _stays(one: Hit, outer: Sequence[Hit], heads: Mapping[str, frozenset[str]]) -> bool:
    start, back, (sense, _, _) = one
    for first, last, (other, _, _) in outer:
        if -last <= start:
            continue
        if back >= last:
            if (first, last) == (start, back):
                return sense[0] != other[0] and sense[4] == other[4] and not sense[4]
            if other[5] & PART and not _spoken_of(sense, other):
                return False
            if sense[0] == other[0] or sense[0] in heads.get(other[0], _NOTHING):
                return False
        elif (sense[5] | other[5]) & PART:
            return False
    return True


def _spoken_of(sense: Sense, other: Sense) -> bool:
    """Tell whether a name inside a whole is meant: the organisation of an organ, a party."""
    if sense[4]:
        return False
    if other[2] in _PARTIES and sense[2] == "State":
        return True
    return other[2] in _BODIES and sense[2] in _HOSTS
