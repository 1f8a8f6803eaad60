"""Common nouns that take up a name: "the country", «цей альянс»."""

from __future__ import annotations

import re
from functools import cache

from .clauses import Row
from .ukrainian.inflection import forms

Kinds = frozenset[str]

_STATES = frozenset({"State", "FormerState"})
_BODIES = frozenset({"InternationalOrganisation", "Coalition", "StateGroup"})
_PEOPLE = frozenset({"Person"})
_THEORIES = frozenset({"Theory", "Doctrine", "Concept"})
_INITIATIVES = frozenset({"Initiative"})
#: Nouns that need no pointing word in Ukrainian.
_BARE: dict[Kinds, str] = {
    _STATES: "країна держава республіка королівство монархія емірат федерація султанат",
    _BODIES: "організація блок альянс союз об'єднання угруповання",
    _PEOPLE: "політик політикиня учений вчений дослідник дослідниця науковець науковиця дипломат",
}
#: Nouns that need one: «ця угода».
_POINTED: dict[Kinds, str] = {
    **_BARE,
    _BODIES: f"{_BARE[_BODIES]} спільнота коаліція асоціація ліга партія формат",
    frozenset({"Document"}): "угода договір пакт конвенція трактат документ декларація меморандум",
    _THEORIES: "теорія концепція підхід доктрина",
    _INITIATIVES: "ініціатива проєкт програма платформа",
    frozenset({"Event"}): "війна конфлікт криза саміт",
}
_ENGLISH: dict[Kinds, str] = {
    _STATES: "country state nation",
    _BODIES: "alliance bloc organisation organization union grouping",
}
#: Makes a noun one that was spoken of.
POINTING = {
    "uk": frozenset("ця цей це цього цієї цьому цій цю цим цією".split()),  # noqa: SIM905
    "en": frozenset({"the", "this"}),
}
#: A word that may stand for a name of the sentence before.
TAKING_UP = re.compile(
    r"\b(?:[Вв](?:ін|он[аои])|(?:[ЇїЙйНн]|[Йй]о)(?:ого|го|ому|му|им|ї|ій|их|х|м|ми|ею)"
    r"|[Її]хн\w+|[Кк]раїн[аиіу]|[Дд]ержав[аиіу]|[Ц](?:ей|я)|ц(?:ей|я|ього|ієї|ьому|ій|ю|им|ією)"
    r"|[Оо]рганізаці[яї]|[Аа]льянсу?|[Сс]оюзу?|[Бб]локу?"
    r"|[Ii]t|[Hh]e|[Ss]he|[Tt]hey|Its|Their|His"
    r"|[Tt]h(?:e|is) (?:country|state|alliance|bloc|union|organi[sz]ation))\b"
)
#: "Both countries" are two names.
_BOTH = frozenset({"обидві", "обидва"})


def _forms(listed: dict[Kinds, str], number: str) -> dict[str, Kinds]:
    return {
        form: kinds
        for kinds, lemmas in listed.items()
        for lemma in lemmas.split()
        for form in forms(lemma, number)
    }


@cache
def _table(language: str, *, pointed: bool) -> dict[str, Kinds]:
    """Return the classes by the forms of the nouns in the singular."""
    if language == "en":
        listed = _ENGLISH if pointed else {}
        return {word: kinds for kinds, words in listed.items() for word in words.split()}
    return _forms(_POINTED if pointed else _BARE, "sing")


@cache
def _pairs() -> dict[str, Kinds]:
    return _forms({kinds: _BARE[kinds] for kinds in (_STATES, _BODIES)}, "plur")


def kinds_at(row: Row, begin: int, end: int) -> Kinds:
    """Return the classes that the tokens ``begin:end``, as "the country", may stand for."""
    pointed = begin < end - 1 and row.word(begin) in POINTING[row.language]
    begin += pointed
    if end - begin != 1:
        return frozenset()
    return _table(row.language, pointed=pointed).get(row.word(begin), frozenset())


def both_at(row: Row, begin: int, end: int) -> Kinds:
    """Return the classes of the two names that «обидві держави» stands for."""
    if row.language != "uk" or end - begin != 2 or row.word(begin) not in _BOTH:
        return frozenset()
    return _pairs().get(row.word(begin + 1), frozenset())
