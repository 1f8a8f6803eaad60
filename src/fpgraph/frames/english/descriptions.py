"""What English says that something is: descriptions that say something, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..clauses import Row
from ..fillers import POSSESSIVES, Filler

#: Properties that say of what kind something is.
DESCRIBING = frozenset({"characterisedAs", "servesAs", "definedAs"})
_NAMED_THINGS = frozenset({"Initiative", "Event", "Document", "Work", "Person"})
#: What is preferred and what is not are parted by these.
_THAN = frozenset({"to", "over", "rather"})
#: "The first to answer" is of no kind.
_ORDINALS = frozenset({"first", "second", "third", "last", "only", "next", "latest"})
#: "A week away" is a measure.
_MEASURED = frozenset({"away", "ahead", "late", "later", "ago", "behind", "apart"})
#: Nouns that describe nothing where they stand alone.
_BARE = frozenset({"case", "thing", "same", "point", "fact", "problem", "kind", "sort", "type"})


def described(
    row: Row, trigger: tuple[int, int], relation: str, fillers: Sequence[Filler]
) -> Iterator[Filler]:
    """Yield ``fillers`` that say what the relation asks, with the possessor of what is described.

    ``trigger`` are the tokens of the trigger. What is preferred ends before what it is
    preferred to.
    """
    for filler in fillers:
        if relation in DESCRIBING:
            found = _description(row, trigger, filler)
            if found is not None:
                yield found
            continue
        last = filler.last
        if row.words[trigger[0]].startswith("prefer") and not filler.entity:
            last = next((i for i in range(filler.first + 1, last) if row.words[i] in _THAN), last)
        yield replace(filler, last=last)


def _description(row: Row, trigger: tuple[int, int], filler: Filler) -> Filler | None:
    """Return ``filler`` as a description; None where it is a proper name or says nothing."""
    begin, last = filler.first, filler.last
    proper = row.raw[begin].istitle() and not any(link.weak for link, _ in row.heads.get(begin, ()))
    if proper and (not filler.type or filler.type in _NAMED_THINGS):
        return None
    words = row.words[begin:last]
    if (words[0] in _ORDINALS and words[1:2] == ["to"]) or words in ([one] for one in _BARE):
        return None
    if words[:3] == ["case", "in", "point"] or not _MEASURED.isdisjoint(words):
        return None
    if row.word(trigger[1] - 1) not in POSSESSIVES:
        return filler
    # "Is Africa's largest producer": the possessor belongs to what is said.
    owners = [first for _, first in row.tails.get(trigger[1] - 1, ())]
    if filler.entity or not owners or min(owners) <= trigger[0]:
        return None
    return replace(filler, first=min(owners))
