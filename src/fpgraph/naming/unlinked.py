"""Names that an article mentions and the lexicon does not know."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import Article, Name
from ..parts import Link, Sentence
from .givennames import GIVEN
from .nameforms import cases_of, is_cyrillic, name_id
from .namegroups import Group, groups
from .nameparts import ACRONYM, NAME, ORGANISATION, PERSON, Found, Known
from .namesearch import search
from .nametails import organisation_cases
from .suggestions import Suggestions

if TYPE_CHECKING:
    from ..lexicon.lexicon import Lexicon

_TYPES = {PERSON: "Person", ORGANISATION: "InternationalOrganisation", NAME: ""}
_TYPES[ACRONYM] = _TYPES[ORGANISATION]
#: What is still spoken of inside a name: the state of a ministry.
_SPOKEN_OF = frozenset(
    {"State", "FormerState", "InternationalOrganisation", "OrganisationBody", "Coalition"}
)
_CONSONANTS = frozenset("бвгґджзйклмнпрстфхцчшщь")
#: The endings of the given names of women, where the surname does not tell the case.
_FIRST_NAMES = (
    ("ою", frozenset({"ins"})),
    ("ею", frozenset({"ins"})),
    ("єю", frozenset({"ins"})),
    ("и", frozenset({"gen"})),
    ("і", frozenset({"gen", "dat", "loc"})),
    ("ї", frozenset({"gen", "dat", "loc"})),
    ("у", frozenset({"acc"})),
    ("ю", frozenset({"acc"})),
)


def unlinked(
    article: Article, sentences: Sequence[Sentence], links: Sequence[Link], lexicon: Lexicon
) -> tuple[list[Name], list[Link]]:
    """Return the names that ``links`` leave out, and a link for each of their occurrences.

    Names come by their first occurrence; their places, as those of the links, are code
    points of ``article.clean``. The entity of a link is the id of the name, its rule
    the name's kind. Headings, captions and keywords yield no names, only occurrences of
    those that the text has; lists of works and lines about authors are not read.
    """
    clean = article.clean
    made = groups(clean, search(clean, sentences, Known(links)))
    suggestions = suggestions_for(lexicon)
    taken: dict[str, int] = {}
    names, met = [], []
    for group in made:
        identity = name_id(group.form, taken)
        first = max(group.members, key=lambda one: (len(one.given), -one.start))
        suggestion, score = suggestions.of(group.form, group.kind, first.word, first.given)
        places = tuple((one.start, one.end) for one in group.members)
        names.append(Name(identity, group.form, group.kind, places, suggestion, score))
        met += _links(clean, group, identity)
    return names, sorted(met, key=lambda one: (one.start, -one.end, one.entity))


def standing(links: Sequence[Link], met: Sequence[Link]) -> list[Link]:
    """Return ``links`` without those that are only a part of an unknown name.

    «Hanoi» in «Hanoi summit» is not spoken of, a state in the name of a ministry is.
    """
    wholes = [(one.start, one.end) for one in met]
    starts = [start for start, _ in wholes]
    kept = []
    for one in links:
        if one.type not in _SPOKEN_OF and not one.weak:
            start, end = (
                wholes[index] if (index := bisect_right(starts, one.start) - 1) >= 0 else (0, 0)
            )
            if start <= one.start and one.end <= end:
                continue
        kept.append(one)
    return kept


def _links(clean: str, group: Group, identity: str) -> list[Link]:
    others = frozenset(one.word for one in group.members if one.word)
    return [
        Link(
            entity=identity,
            start=one.start,
            end=one.end,
            rule=group.kind,
            type=_TYPES[group.kind],
            cases=_cases(clean, one, group.kind, others),
        )
        for one in group.members
    ]


def _cases(clean: str, one: Found, kind: str, others: frozenset[str]) -> frozenset[str]:
    """Return the cases that the form of an occurrence allows, empty where it does not tell."""
    if not is_cyrillic(clean[one.start : one.end]):
        return frozenset()
    if kind in (ORGANISATION, ACRONYM):
        return organisation_cases(clean[one.start : one.end], acronym=kind == ACRONYM)
    if not one.word:
        return frozenset()
    return _of_woman(one) or cases_of(one.word, others)


def _of_woman(one: Found) -> frozenset[str]:
    """Return the cases of a woman whose surname does not decline, from her given name."""
    given = one.given[0].lower() if one.given else ""
    if len(given) < 3 or given in GIVEN or one.word[-1].lower() not in _CONSONANTS:
        return frozenset()
    return next((cases for ending, cases in _FIRST_NAMES if given.endswith(ending)), frozenset())


_made: list[tuple[object, Suggestions]] = []


def suggestions_for(lexicon: Lexicon) -> Suggestions:
    """Return the suggestions of a lexicon; those of the last one are kept."""
    if not _made or _made[0][0] is not lexicon:
        _made[:] = [(lexicon, Suggestions(lexicon))]
    return _made[0][1]
