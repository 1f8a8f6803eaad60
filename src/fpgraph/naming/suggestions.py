"""Which entity of the lexicon an unknown name is spelled most like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from ..lexicon.spelling import LETTERS, key
from .nameforms import form_keys
from .namegroups import agree
from .nameparts import ACRONYM, PERSON

if TYPE_CHECKING:
    from ..lexicon.lexicon import Lexicon

#: Spellings that are that much alike (rapidfuzz's ratio) are variants of one name.
LEAST = 85
#: The letters of a longer one would not be counted in a byte.
_SHORTEST, _LONGEST = 4, 255
#: What a share of letters may be off by where it is computed.
_LEEWAY = 1e-6
#: A name is asked again soon or never.
_MOST_KEPT = 1 << 13
_PEOPLE = frozenset({"Person", "Politician", "Scholar"})


class Suggestions:
    """Finds the entity with the closest spelling; made once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.entities = lexicon.entities
        self.spelled = _spelled(lexicon)
        self.surnames = _surnames(lexicon)
        self.kept: dict[tuple[str, str], tuple[str, int]] = {}

    def of(self, form: str, kind: str, word: str, given: Sequence[str]) -> tuple[str, int]:
        """Return the id of the closest entity and how close it is (0 to 100); "" and 0 if none.

        A person whose surname is known is close when the initials do not contradict.
        """
        asked = (form, kind)
        if asked not in self.kept:
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            found = self._closest(form, kind)
            if kind == PERSON and found[1] < 100:
                found = max(found, self._namesake(word, given), key=lambda one: one[1])
            self.kept[asked] = found
        return self.kept[asked]

    def _closest(self, form: str, kind: str) -> tuple[str, int]:
        if kind == ACRONYM or len(form) < _SHORTEST:
            return "", 0
        from rapidfuzz import fuzz, process

        small = key(form).lower()
        letters = _marking(small)
        best = ("", 0)
        for length in range(len(small) // 2, 2 * len(small)):
            # Letters that two spellings have in common, in the same order.
            shared = ceil((len(small) + length) * LEAST / 200 - _LEEWAY)
            known = self.spelled.get((small[:1], length))
            if known is None or shared > min(len(small), length):
                continue
            choices = known.holding(letters, shared)
            if not choices:
                continue
            found = process.extractOne(
                small, choices, scorer=fuzz.ratio, score_cutoff=max(LEAST, best[1])
            )
            if found is not None and int(found[1]) > best[1]:
                best = (known.entities[found[0]], int(found[1]))
        return best

    def _namesake(self, word: str, given: Sequence[str]) -> tuple[str, int]:
        known = sorted({one for key_ in form_keys(word) for one in self.surnames.get(key_, ())})
        fitting = [entity for entity, names in known if agree(names, given)]
        return (fitting[0], LEAST) if len(set(fitting)) == 1 else ("", 0)


class _Spellings:
    """Forms in small letters, all of the same length; ``entities`` are theirs."""

    def __init__(self, entities: Mapping[str, str], length: int) -> None:
        self.entities = entities
        self._length = length

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        return tuple(self.entities)

    @cached_property
    def _columns(self) -> list[bytes]:
        """The first letters of all forms, their second letters, and so on."""
        letters = "".join(self.entities).encode(LETTERS, "replace")
        return [letters[place :: self._length] for place in range(self._length)]

    def holding(self, letters: bytes, least: int) -> list[str]:
        """Return the forms with ``least`` of their letters among those that ``letters`` marks."""
        # A long number has a byte for each form; the sum over the columns counts.
        count = 0
        for column in self._columns:
            count += int.from_bytes(column.translate(letters), "little")
        enough = bytes(least) + b"\1" * (256 - least)
        counts = count.to_bytes(len(self._forms), "little").translate(enough)
        found = []
        place = counts.find(1)
        while place >= 0:
            found.append(self._forms[place])
            place = counts.find(1, place + 1)
        return found


def _marking(word: str) -> bytes:
    """Return a table that marks the letters of ``word`` with 1 and others with 0."""
    table = bytearray(256)
    for code in word.encode(LETTERS, "replace"):
        table[code] = 1
    return bytes(table)


def _spelled(lexicon: Lexicon) -> dict[tuple[str, int], _Spellings]:
    """Return the forms in small letters by first letter and length, each with its entity."""
    found: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for form in sorted(lexicon.forms):
        senses = [sense for sense in lexicon.forms[form] if not sense[4]]
        if senses and _SHORTEST <= len(form) <= _LONGEST and form[:1].isupper():
            small = form.lower()
            found[small[:1], len(small)].setdefault(small, min(sense[0] for sense in senses))
    return {place: _Spellings(entities, place[1]) for place, entities in found.items()}


def _surnames(
    lexicon: Lexicon,
) -> Mapping[tuple[str, str], set[tuple[str, tuple[str, ...]]]]:
    """Return the known people by what the forms of their surnames share."""
    found: dict[tuple[str, str], set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    for entity in lexicon.entities.values():
        if entity.type not in _PEOPLE:
            continue
        for label in (entity.label_uk, entity.label_en, *entity.alt_uk, *entity.alt_en):
            words = label.split()
            if words and words[-1][:1].isupper():
                for one in form_keys(words[-1]):
                    found[one].add((entity.id, tuple(words[:-1])))
    return found
