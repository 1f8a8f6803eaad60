"""Which of the names that overlap stay: the longest, and what is spoken of inside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..lexicon.ambiguity import PART, Sense

#: A name with its place and its one sense.
Found = tuple[int, int, Sense]

_BODIES = frozenset({"OrganisationBody"})
_HOSTS = frozenset({"InternationalOrganisation", "State", "OrganisationBody", "Coalition"})
_NOTHING: frozenset[str] = frozenset()


def nested(found: Sequence[Found], heads: Mapping[str, frozenset[str]]) -> list[Found]:
    """Return the names that stay, of those given by (start, -end).

    Inside a longer name a name is dropped when it is only a part of it («Європи» in
    «Рада Європи») or what the longer one is a kind of. Of two that cross, a proper
    name gives way to the longer one.
    """
    kept: list[Found] = []
    add = kept.append
    outer: list[Found] = []
    reach = 0
    for one in found:
        start, end, _ = one
        if start >= reach:
            # Nearly all stand alone.
            outer = [one]
            reach = end
            add(one)
            continue
        while outer[-1][1] <= start:
            outer.pop()
        stays = _stays(one, outer, heads)
        if stays:
            add(one)
        if stays or end <= outer[-1][1]:
            outer.append(one)
            reach = max(reach, end)
    return kept


def _stays(one: Found, outer: Sequence[Found], heads: Mapping[str, frozenset[str]]) -> bool:
    start, end, sense = one
    for first, last, other in outer:
        if last <= start:
            continue
        if end <= last:
            if (first, last) == (start, end):
                return sense[0] != other[0] and sense[4] == other[4] and not sense[4]
            if other[5] & PART and not _spoken_of(sense, other):
                return False
            if sense[0] == other[0] or sense[0] in heads.get(other[0], _NOTHING):
                return False
        elif (sense[5] | other[5]) & PART:
            return False
    return True


def _spoken_of(sense: Sense, other: Sense) -> bool:
    """Tell whether a name inside a whole is meant: the organisation of an organ."""
    return other[2] in _BODIES and sense[2] in _HOSTS and not sense[4]
