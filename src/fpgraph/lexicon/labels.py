"""The surface forms of an entity, and what each of them asks to be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Entity
from . import ambiguity
from .adjectives import adjective_forms
from .ambiguity import ambiguous
from .english import shortened, spellings
from .inflection import (
    is_adjective,
    is_adjective_form,
    is_ordinary,
    phrase_forms,
    plural_forms,
)
from .personal import person_forms
from .spelling import key
from .worddict import ALL_CASES, is_acronym, plain

PEOPLE = frozenset({"Person", "Politician", "Scholar"})
#: Names of these are wholes: a place named inside is not spoken of.
WHOLES = PEOPLE | {
    "State", "FormerState", "Region", "InternationalOrganisation", "OrganisationBody",
    "Coalition", "Document", "Initiative", "Doctrine", "ArmedGroup", "Theory", "Ideology",
    "Resource", "Instrument",
}  # fmt: skip
#: What may be called after a person or a place by a noun with a small letter.
_CALLED_AFTER = frozenset({"Document", "Initiative", "Doctrine", "Resource", "Instrument"})
_VOCATIVE = frozenset({"voc"})
#: Of these the singular and the plural are different things.
_NUMBERED = frozenset(
    {"StateGroup", "PopulationGroup", "EliteGroup", "ExpertGroup", "Status", "Role"}
    | {"Proposition", "Period", "Government"}
)
#: Nouns by which organisations are called once they are known.
_SHORT = frozenset({"Союз", "Альянс", "Комісія", "Суд", "Трибунал", "Організація", "Ліга"})
#: Nouns of names that many spell with a small letter.
_COMMON_NOUNS = (
    "союз", "рад", "організаці", "банк", "фонд", "суд", "комісі", "парламент", "асамбле", "ліг",
    "форум", "альянс", "дім", "дом", "доктрин", "договор", "договір", "угод", "груп", "партнерств",
    "війн", "революці", "комітет", "агентств", "схід", "сход", "захід", "заход", "берег", "море",
    "моря", "океан", "імпері", "хартія", "статут", "конгрес", "сенат", "сейм", "співдружн",
    "спільнот", "конвенці", "деклараці", "пакт", "план", "зон", "простір", "простор",
)  # fmt: skip
_OF_PLACES = re.compile("[сцз]ьк")
_NUMERAL = re.compile("[IVX]+")
_CYRILLIC_NUMERALS = str.maketrans("XI", "ХІ")


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling of an entity's name, as it is looked up.

    ``rank`` is 0 for what a label or an alternative gives, 1 for what is derived from
    it (a plural, a surname); the lower rank wins where two entities claim a form.
    """

    key: str
    rule: str
    cases: frozenset[str] = frozenset()
    check: int = 0
    rank: int = 0
    weak: bool = False
    both: bool = False


def entity_forms(entity: Entity) -> Iterator[Form]:
    """Yield every form of the labels and alternatives of ``entity``."""
    quality = is_adjective(entity.label_uk)  # No name: «успішний» is said of anything.
    for label in dict.fromkeys((entity.label_uk, *entity.alt_uk)):
        if not is_adjective(label):
            yield from _ukrainian(entity, plain(label))
    yield from _short(entity)
    for label in dict.fromkeys((entity.label_en, *entity.alt_en)):
        if not (quality and label == entity.label_en):
            yield from _english(entity, plain(label))


def _ukrainian(entity: Entity, label: str) -> Iterator[Form]:
    label = _unbracketed(label)
    check = _check(label, "uk", entity)
    if check & ambiguity.NEVER:
        return
    if label[:1].islower():
        yield from _concept(entity, label, check)
    elif entity.type in PEOPLE:
        yield from _person(label, "uk", check)
    else:
        yield from _name(label, check)


def _concept(entity: Entity, label: str, check: int) -> Iterator[Form]:
    for variant in _prepositions(label):
        for form, cases in phrase_forms(variant).items():
            # «світові» is also an adjective.
            if cases != _VOCATIVE and (" " in form or not is_adjective_form(form)):
                yield Form(key(form), "label", cases, check, both=True)
        if entity.type in _NUMBERED:
            continue
        for form, cases in plural_forms(variant).items():
            if cases != _VOCATIVE:
                yield Form(key(form), "label", cases, check, rank=1, both=True)


def _name(label: str, check: int) -> Iterator[Form]:
    acronym = is_acronym(label)
    rule = "acronym" if acronym else "label"
    for variant in _prepositions(label):
        for form, cases in phrase_forms(variant).items():
            ordinary = " " not in form and not acronym and is_ordinary(form, label)
            flags = check | ambiguity.START if ordinary else check
            # «Мінська», but not «Косова».
            if ordinary and _OF_PLACES.search(form) and is_adjective_form(form):
                flags |= ambiguity.PREPOSED
            yield Form(key(form), rule, cases, flags)
            if " " in form:
                yield from _recased(form, rule, cases, flags)


def _recased(form: str, rule: str, cases: frozenset[str], check: int) -> Iterator[Form]:
    """Yield a name of several words with each of them capitalised, and only the first."""
    words = form.split()
    if _NUMERAL.fullmatch(words[0]):
        numeral = words[0].translate(_CYRILLIC_NUMERALS)
        yield Form(key(" ".join([numeral, *words[1:]])), rule, cases, check)
    if is_acronym(words[0]):
        return
    small = frozenset({"та", "і", "й", "у", "в", "з", "із", "на", "до", "про", "зі"})
    titled = " ".join(w if w in small else w[:1].upper() + w[1:] for w in words)
    plain_ = " ".join([words[0], *(_uncapitalised(word) for word in words[1:])])
    for variant in sorted({titled, plain_} - {form}):
        yield Form(key(variant), rule, cases, check, rank=1)


def _uncapitalised(word: str) -> str:
    """Return a noun of a name in small letters: «союз», but «Корея»."""
    common = word.lower().startswith(_COMMON_NOUNS)
    return word[:1].lower() + word[1:] if common and not is_acronym(word) else word


def _short(entity: Entity) -> Iterator[Form]:
    """Yield the noun that an organisation is called by after its full name."""
    if entity.type not in ("InternationalOrganisation", "OrganisationBody"):
        return
    check = ambiguity.LATER | ambiguity.GIVEN | ambiguity.SHORT
    noun = shortened(entity.label_en)
    if noun:
        yield Form(noun, "short", frozenset(), check, 1)
    words = plain(entity.label_uk).split()
    noun = next((one.capitalize() for one in words[:2] if one.capitalize() in _SHORT), "")
    if noun and len(words) > 1:
        for form, cases in phrase_forms(noun.lower()).items():
            yield Form(form.capitalize(), "short", cases, check, 1)


def _prepositions(label: str) -> tuple[str, ...]:
    """Return the label with the other spellings of its prepositions and conjunctions."""
    found = [label]
    for these in ((" в ", " у "), (" з ", " із ", " зі "), (" та ", " і ", " й ")):
        for form in list(found):
            for one in these:
                if one in form:
                    found += [form.replace(one, other) for other in these]
    return tuple(dict.fromkeys(found))


def _english(entity: Entity, label: str) -> Iterator[Form]:
    label = _unbracketed(label).removeprefix("the ")
    check = _check(label, "en", entity)
    if check & ambiguity.NEVER:
        return
    if entity.type in PEOPLE and label[:1].isupper():
        yield from _person(label, "en", check)
        return
    concept = label[:1].islower()
    rule = "acronym" if is_acronym(label) else "label"
    if entity.type == "Region" and not concept:
        check |= ambiguity.NAMESAKE
    variants = spellings(label, concept=concept)
    for form in variants:
        rank = 0 if form == label else 1
        yield Form(key(form), rule, frozenset(), check, rank, both=concept)
    if entity.type == "Event" and not concept and " " in label:
        yield Form(key(label.lower()), rule, frozenset(), check, 1)


def _person(label: str, language: str, check: int) -> Iterator[Form]:
    check |= ambiguity.PERSON
    words = label.split()
    yield from _personal(label, "label", language, check, 0)
    surname = words[-1]
    initials = [word for word in words[:-1] if word.endswith(".")]
    given = [word for word in words[:-1] if not word.endswith(".") and word[:1].isupper()]
    if len(words) == 1:
        return
    extra = ambiguous().get((surname, language), 0)
    if not extra & ambiguity.NEVER:
        flags = check | extra | ambiguity.LATER
        yield from _personal(surname, "surname", language, flags, 1)
    if initials and not given:
        yield from _inverted(surname, initials, language, check)
    elif given and len(given) + len(initials) == len(words) - 1:
        for first in _abbreviated(given, initials):
            shortened = " ".join([*first, surname])
            yield from _personal(shortened, "initials", language, check, 1)
            yield from _inverted(surname, first, language, check)


def _personal(label: str, rule: str, language: str, check: int, rank: int) -> Iterator[Form]:
    if " " not in label:
        check |= ambiguity.ALONE
    if language == "uk":
        for form, cases in person_forms(label).items():
            yield Form(key(form), rule, cases, check, rank)
    else:
        yield Form(key(label), rule, frozenset(), check, rank)


def _inverted(surname: str, initials: list[str], language: str, check: int) -> Iterator[Form]:
    tail = " ".join(initials)
    forms = person_forms(surname).items() if language == "uk" else [(surname, frozenset())]
    for form, cases in forms:
        yield Form(key(f"{form} {tail}"), "initials", frozenset(cases), check, 1)


def _abbreviated(given: list[str], initials: list[str]) -> list[list[str]]:
    """Return the initials of given names: «Дж.» as well as «Д.», and the first one alone."""
    found = []
    letters = [word[0] + "." for word in given]
    found.append([*letters, *initials])
    if given[0].startswith("Дж"):
        found.append(["Дж.", *letters[1:], *initials])
    found += [[first[0]] for first in found if len(first) > 1]
    return [list(one) for one in dict.fromkeys(map(tuple, found))]


def _unbracketed(label: str) -> str:
    before, opened, rest = label.partition("(")
    if not opened or ")" not in rest:
        return label
    return " ".join((before + rest.partition(")")[2]).split())


def _check(label: str, language: str, entity: Entity) -> int:
    check = ambiguous().get((label, language), 0)
    if label[:1].islower() and " " not in label and check & ambiguity.NEVER:
        return check
    if any(sign in label for sign in "-–—") and " " in label:
        check |= ambiguity.DASHED
    if "." in label:
        check |= ambiguity.PERSON
    if label[:1].islower():
        check |= ambiguity.SMALL
    if _is_whole(label, entity.type):
        check |= ambiguity.PART
    return check


def _is_whole(label: str, type_: str) -> bool:
    """Tell whether what a label holds is not spoken of: «Рада Європи», «план Маршалла».

    In «територія Азербайджану» the state is spoken of, in «теорія Волта» the scholar.
    """
    if label[:1].isupper():
        return type_ in WHOLES
    others = label.split()[1:]
    proper = all(not word[:1].islower() for word in others)
    return bool(others) and proper and type_ in _CALLED_AFTER


def adjective_entries(
    adjectives: Iterable[str], people: Iterable[str], language: str
) -> Iterator[Form]:
    """Yield the weak forms of a state: its adjectives and its people."""
    for word in map(plain, adjectives):
        check = ambiguous().get((word, language), 0)
        if language == "en":
            yield Form(key(word), "adjective", frozenset(), check, 1, weak=True)
            continue
        for gender in ("masc", "femn", "neut", "plur"):
            start = word[:-2] + {"masc": "ий", "femn": "а", "neut": "е", "plur": "і"}[gender]
            for form, case in adjective_forms(start, gender):
                cases = frozenset({case})
                yield Form(key(form), "adjective", cases, check, 1, weak=True, both=True)
        stem = word[:-2] + "о"
        yield Form(
            key(stem), "adjective", ALL_CASES, check | ambiguity.HYPHEN, 1, weak=True, both=True
        )
    for word in map(plain, people):
        if language == "en":
            yield Form(key(word), "people", frozenset(), 0, 1, weak=True)
            continue
        for form, cases in phrase_forms(word).items():
            yield Form(key(form), "people", cases, 0, 1, weak=True, both=True)
