"""Which entity of the lexicon an unknown name is spelled most like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..lexicon.spelling import key
from .nameforms import form_keys
from .namegroups import agree
from .nameparts import ACRONYM, PERSON

if TYPE_CHECKING:
    from ..lexicon.lexicon import Lexicon

#: Spellings that are that much alike (rapidfuzz's ratio) are variants of one name.
LEAST = 85
_SHORTEST = 4
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
        # With at least 85 of 100 alike, the lengths differ by at most a quarter.
        shortest, longest = int(len(small) * 0.74), int(len(small) / 0.74) + 1
        best = ("", 0)
        for length in range(shortest, longest + 1):
            choices = self.spelled.get((small[:1], length), {})
            found = process.extractOne(
                small, choices.keys(), scorer=fuzz.ratio, score_cutoff=max(LEAST, best[1])
            )
            if found is not None and int(found[1]) > best[1]:
                best = (choices[found[0]], int(found[1]))
        return best

    def _namesake(self, word: str, given: Sequence[str]) -> tuple[str, int]:
        known = sorted({one for key_ in form_keys(word) for one in self.surnames.get(key_, ())})
        fitting = [entity for entity, names in known if agree(names, given)]
        return (fitting[0], LEAST) if len(set(fitting)) == 1 else ("", 0)


def _spelled(lexicon: Lexicon) -> dict[tuple[str, int], dict[str, str]]:
    """Return the forms in small letters by first letter and length, each with its entity."""
    found: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for form in sorted(lexicon.forms):
        senses = [sense for sense in lexicon.forms[form] if not sense[4]]
        if senses and len(form) >= _SHORTEST and form[:1].isupper():
            small = form.lower()
            found[small[:1], len(small)].setdefault(small, min(sense[0] for sense in senses))
    return dict(found)


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
