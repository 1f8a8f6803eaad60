"""What English says that something is: descriptions that say something, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..clauses import Row
from ..fillers import POSSESSIVES, Filler
from .qualities import is_predicate

#: Properties that say of what kind something is.
DESCRIBING = frozenset({"characterisedAs", "servesAs", "definedAs"})
_NAMED_THINGS = frozenset({"Initiative", "Event", "Document", "Work", "Person"})
#: What is preferred and what is not are parted by these.
_THAN = frozenset({"to", "over", "rather"})
_NOT = frozenset({"not", "never", "no", "n't", "isn't", "wasn't", "aren't", "weren't"})
_RELATIVES = frozenset({"that", "which", "who", "whose", "where"})
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


def _says_nothing(words: list[str]) -> bool:
    """Tell whether ``words`` say of what kind nothing is: "first to answer", "case in point"."""
    if (words[0] in _ORDINALS and words[1:2] == ["to"]) or words in ([one] for one in _BARE):
        return True
    return words[:3] == ["case", "in", "point"] or not _MEASURED.isdisjoint(words)


def _is_told_apart(row: Row, trigger: tuple[int, int], last: int) -> bool:
    """Tell whether a relative clause says of what kind something is not.

    "Patience is not a policy that wins elections", and may be a policy.
    """
    begin, end = trigger
    denied = not _NOT.isdisjoint(row.words[max(0, begin - 1) : end + 1])
    return denied and row.word(last) in _RELATIVES


def _is_cut(row: Row, begin: int, last: int) -> bool:
    """Tell whether ``begin:last`` is but the first quality of "a difficult but useful ally"."""
    joined = row.word(last) in ("and", "but", "yet", "or") and row.word(begin - 1) in ("a", "an")
    return joined and last - begin == 1 and is_predicate(row.words[begin])


def _description(row: Row, trigger: tuple[int, int], filler: Filler) -> Filler | None:
    """Return ``filler`` as a description; None where it is a proper name or says nothing."""
    begin, last = filler.first, filler.last
    proper = row.raw[begin].istitle() and not any(link.weak for link, _ in row.heads.get(begin, ()))
    if proper and (not filler.type or filler.type in _NAMED_THINGS):
        return None
    cut = _is_told_apart(row, trigger, last) or _is_cut(row, begin, last)
    if cut or _says_nothing(row.words[begin:last]):
        return None
    if row.word(trigger[1] - 1) not in POSSESSIVES:
        return filler
    # "Is Africa's largest producer": the possessor belongs to what is said.
    owners = [first for _, first in row.tails.get(trigger[1] - 1, ())]
    if filler.entity or not owners or min(owners) <= trigger[0]:
        return None
    return replace(filler, first=min(owners))
