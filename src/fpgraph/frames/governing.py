"""What governs a name: the preposition or noun in front of it that makes it no subject."""

from __future__ import annotations

from ..parts import Link
from .clauses import Row
from .fillers import PEOPLE, POSSESSIVES, is_kind, led_by_preposition
from .grammar import PRONOUNS
from .ukrainian.groups import over_date

#: A name after a year, or after who somebody is, is a subject.
_NO_GOVERNORS = frozenset(
    """
    року роках році син дочка батько брат наступник попередник президент прем'єр міністр канцлер
    дослідник дослідниця вчений історик політолог експерт аналітик
    """.split()  # noqa: SIM905 - a list of words
)
#: Offices that are named with a state or body, and then with who holds them.
OFFICES = frozenset(
    """
    президент президентка прем'єр прем'єр-міністр прем'єр-міністерка прем'єрка міністр міністерка
    канцлер канцлерка король королева голова глава лідер лідерка очільник очільниця керівник
    керівниця посол послиця представник представниця речник речниця генсек секретар депутат
    депутатка комісар директор директорка співзасновник засновник засновниця диктатор
    """.split()  # noqa: SIM905 - a list of words
)
#: Words of an office before the name: «міністр закордонних справ».
_TITLE = 4


def over_modifiers(row: Row, at: int) -> int:
    """Return where the adjectives begin that stand before the token ``at``."""
    while at > 0 and row.is_adjective(at - 1) and at not in row.tails:
        at -= 1
    return at


def is_certain(link: Link) -> bool:
    """Tell whether the form of the link can be but a subject."""
    return bool(link.cases) and "nom" in link.cases and not link.cases - {"nom", "voc"}


def is_governed(row: Row, link: Link, begin: int) -> bool:
    """Tell whether a preposition or a noun in front of the link at ``begin`` governs it."""
    if row.language == "uk" and link.cases and "gen" not in link.cases:
        # A noun governs the genitive; what else stands here a preposition may govern.
        return not is_certain(link) and led_by_preposition(row, begin)
    for at in range(begin, max(begin - 4, -1), -1):
        if at == 0 or (at in row.tails and not any(link.weak for link, _ in row.tails[at])):
            return at > 0 and not _has_office(row, link, at)
        infinitive = row.language == "en" and row.word(at - 2) == "to"
        if row.is_preposition(at - 1) or (infinitive and row.words[at - 1].isalpha()):
            return True
        if _ends_before(row, at - 1):
            return row.is_conjunction(at - 1) and _is_governed_pair(row, at - 1)
        if not row.is_adjective(at - 1):
            return _noun_governs(row, link, at - 1)
    return True


def has_governor(row: Row, begin: int) -> bool:
    """Tell whether a noun stands before the name at ``begin`` and its adjectives."""
    at = over_modifiers(row, begin)
    return at > 0 and not row.is_mark(at - 1) and not row.is_preposition(at - 1)


def is_clear(row: Row, begin: int, end: int) -> bool:
    """Tell whether nothing from ``begin`` to the verb at ``end`` can be its subject instead."""
    index, prepositional = begin, False
    if row.word(begin) in POSSESSIVES:
        return False
    while index < end:
        if index in row.heads:
            link, last = row.heads[index][0]
            if not prepositional and "gen" not in link.cases and link.cases:
                return False
            if not prepositional and not link.cases and row.language == "en":
                return False
            index = last
            continue
        if row.is_preposition(index):
            prepositional = True
        elif row.words[index] in "()":
            prepositional = False
        elif not prepositional and not row.is_adverb(index):
            date = over_date(row, index) if row.language == "uk" else index
            if date == index:
                return False
            index = date - 1
        index += 1
    return True


def _has_office(row: Row, link: Link, at: int) -> bool:
    """Tell whether what ends at ``at`` is that of which a person holds an office."""
    person = row.language == "uk" and link.type and is_kind(link.type, PEOPLE)
    if not person or at not in row.tails:
        return False
    begin = row.tails[at][0][1]
    return not OFFICES.isdisjoint(row.words[max(0, begin - _TITLE) : begin])


def _ends_before(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` belongs to no noun phrase that goes on after it."""
    word = row.words[at]
    if row.language == "en" and (word in POSSESSIVES or word in PRONOUNS["en"]):
        return True
    if row.is_mark(at) or row.opens_clause(at) or row.is_conjunction(at):
        return True
    return row.is_verb(at) or row.is_adverb(at) or word[0].isdigit()


def _noun_governs(row: Row, link: Link, at: int) -> bool:
    person = bool(link.type) and is_kind(link.type, PEOPLE)
    if row.language == "uk":
        return not (person and row.words[at] in _NO_GOVERNORS)
    if link.type and is_kind(link.type, PEOPLE):
        return False  # a title: "the analyst Tan Wei Lin"
    return not row.raw[at][0].isupper()


def _is_governed_pair(row: Row, at: int) -> bool:
    """Tell whether the name joined on the left of ``at`` is governed."""
    pair = row.tails.get(at)
    if not pair:
        return False
    link, begin = pair[0]
    oblique = row.language == "uk" and bool(link.cases) and "nom" not in link.cases
    return oblique or is_governed(row, link, begin)
