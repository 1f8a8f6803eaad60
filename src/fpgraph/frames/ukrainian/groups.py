"""Ukrainian noun groups: modifiers that agree with their noun, and the case that they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from ..clauses import Row
from ..grammar import CONJUNCTIONS
from .inflection import Reading, kinds, readings

ALL_CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
#: What a modifier and its noun agree in: case, and gender or ``plur``.
Shape = frozenset[tuple[str, str]]

#: Possessives that do not inflect.
_FIXED = frozenset({"його", "її", "їх"})
#: Words that count and are no numerals in the dictionary.
_COUNTING = frozenset(
    {"багато", "чимало", "кілька", "декілька", "більше", "менше", "мало", "обидва"}
)
#: Modifiers that the dictionary calls pronouns and that stand for no thing of their own.
_PERSONAL = frozenset(
    """
    я ти ви ми він вона воно вони мене тебе мені тобі мною тобою нас вас нам вам нами вами нього
    неї них ним нею ними ній йому їй їм себе собі собою хто кого кому ким що чого чому чим це
    щось хтось ніхто ніщо який яка яке які якого якої якому якій яку яким якою яких якими
    """.split()  # noqa: SIM905 - a list of words
)
#: No group holds these, though the dictionary may take them for nouns.
_NEVER = frozenset(
    {"а", "не", "ні", "ані", "й", "і", "та", "коли", "як", "де", "чи", "або", "бо", "ніж"}
)
_LONGEST = 7
#: These have their verb in the singular or the plural.
COLLECTIVE = frozenset(
    """
    більшість меншість низка частина решта половина ряд чверть третина
    """.split()  # noqa: SIM905 - a list of words
)
MONTHS = frozenset(
    """
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    """.split()  # noqa: SIM905 - a list of words
)
YEARS = frozenset({"рік", "року", "році", "роком", "роки", "років", "рокам", "роками", "роках"})
_SHORT_YEARS = frozenset({"р", "рр"})
#: What a hyphen joins to a year: «2017-му».
_YEAR_ENDINGS = frozenset({"го", "му", "й", "м", "х", "ті", "их", "ими"})
#: Words that pick one out of several: «одна з», «кожен із».
_SELECTING = frozenset(
    """
    один одна одне одну одного одної одному одній одним однією одні одних кожен кожна кожне кожну
    кожного кожної кожному кожній кожним кожною жоден жодна жодне жодну жодного жодної жодному
    жодній жодним жодною деякі деяких деяким деякими чимало кілька декілька більшість
    """.split()  # noqa: SIM905 - a list of words
)
_OUT_OF = frozenset({"з", "із", "зі"})


@dataclass(frozen=True, slots=True)
class Group:
    """A noun with its modifiers: the tokens ``first:last``, and the cases it may stand in.

    ``head`` is the token of the noun, or where a name begins; ``name`` tells that it is one.
    """

    first: int
    last: int
    head: int
    cases: frozenset[str]
    name: bool = False

    @property
    def bare(self) -> bool:
        """Whether the noun has no modifiers."""
        return self.head == self.first


def group_at(row: Row, at: int) -> Group | None:
    """Return the noun group that begins at the token ``at``, None where none does."""
    if at not in row.groups:
        row.groups[at] = _group_at(row, at)
    found: Group | None = row.groups[at]
    return found


def _group_at(row: Row, at: int) -> Group | None:
    shape: Shape | None = None
    counted: frozenset[str] | None = None
    index = at
    stop = at if over_date(row, at) > at else min(len(row), at + _LONGEST)
    while index < stop:
        named = _name(row, index)
        if named is not None:
            last, cases = named
            return _closed(at, index, last, _fitting(shape, cases), counted, name=True)
        word = row.words[index]
        if word in _NEVER or word in _PERSONAL or row.is_mark(index):
            return None
        if _selects(row, index):
            cases = frozenset(one.case for one in readings(word) if one.case)
            return _closed(at, index, index + 1, _fitting(shape, cases), counted)
        number = _number(word)
        if number and shape is None and (counted is None or word[0].isdigit()):
            counted = number
            index += 1
            continue
        found = readings(word)
        modified = _modified(word, found, shape)
        following = _after_modifier(row, index + 1, found, modified) if modified else 0
        if following:
            shape, index = modified, following
            continue
        noun = _agreeing(found, shape, "noun")
        if noun:
            cases = frozenset(case for case, _ in noun)
            return _closed(at, index, index + 1, cases, counted)
        if "adverb" not in kinds(word):
            return None
        index += 1
    return None


def _selects(row: Row, at: int) -> bool:
    """Tell whether a word at ``at`` picks one out of what follows: «одна з найбільших гаваней»."""
    if row.words[at] not in _SELECTING or row.word(at + 1) not in _OUT_OF:
        return False
    return row.word(at + 2) not in _SELECTING  # «одне з одним»


def is_quoted_after(row: Row, begin: int, at: int) -> bool:
    """Tell whether the name at ``at`` is in quotation marks after what it is: «угода «Захід»»."""
    if row.clean[row.starts[at] - 1] not in "«“„":
        return False
    group = group_at(row, begin)
    return group is not None and not group.name and group.last == at


def are_people(row: Row, begin: int) -> bool:
    """Tell whether the phrase at ``begin`` speaks of several people, or of most of them."""
    group = group_at(row, begin)
    if group is not None and row.words[group.head] in COLLECTIVE:
        group = group_at(row, group.last) if group.last < len(row) else None
    if group is None or group.name:
        return False
    return any(one.animate and one.number == "plur" for one in readings(row.words[group.head]))


def _number(word: str) -> frozenset[str]:
    """Return the cases of a word that counts what follows it, none where it does not."""
    if word in _COUNTING:
        return frozenset({"nom", "acc"})
    if word[0].isdigit():
        return ALL_CASES
    return frozenset(one.case for one in readings(word) if one.kind == "number")


def _after_modifier(row: Row, at: int, found: tuple[Reading, ...], shape: Shape | None) -> int:
    """Return where a group goes on after a modifier that ends at ``at``, 0 where it does not."""
    if shape is None:
        return 0
    places = [at]
    if any(one.participle for one in found):
        places.insert(0, _over_complement(row, at))
    for place in places:
        if _goes_on(row, place, shape):
            return place + _joins_modifiers(row, place)
    return 0


def _over_complement(row: Row, at: int) -> int:
    """Return the token after what a participle before ``at`` governs: «закріплений у законі»."""
    inner = group_at(row, at + row.is_preposition(at))
    if inner is None or (not row.is_preposition(at) and inner.cases != {"ins"}):
        return at
    return inner.last


def over_date(row: Row, at: int) -> int:
    """Return the token after the date at ``at``: «5 травня», «2004 року», «2013 рр.», «2017-му».

    It is ``at`` itself where there is none.
    """
    index = at
    if not row.word(at)[:1].isdigit() and row.word(at) not in MONTHS:
        return at
    if row.word(index).isdigit() and row.word(index + 1) in MONTHS:
        index += 1
    if row.word(index) in MONTHS:
        index += 1
    year = row.word(index)
    if not (year[:4].isdigit() and len(year) >= 4):
        return index
    following = row.word(index + 1)
    if following == "-" and row.word(index + 2) in _YEAR_ENDINGS:
        index += 2  # «2017-му», «1970-х рр.»
        following = row.word(index + 1)
    if following in YEARS:
        return index + 2
    if following in _SHORT_YEARS:
        return index + 2 + (row.word(index + 2) == ".")
    return index + 1 if row.word(index) in _YEAR_ENDINGS else index


def _closed(
    first: int,
    head: int,
    last: int,
    cases: frozenset[str],
    counted: frozenset[str] | None,
    *,
    name: bool = False,
) -> Group | None:
    """Return a group whose noun is found, unless its words do not agree."""
    if not cases:
        return None
    if counted is not None:
        # «П'ять країн»: the number tells the case.
        cases = counted if "gen" in cases else cases & counted
    return Group(first, last, head, cases, name) if cases else None


def _name(row: Row, at: int) -> tuple[int, frozenset[str]] | None:
    """Return where the name at ``at`` ends and its cases; adjectives of states are no names."""
    for link, last in row.heads.get(at, ()):
        if not link.weak:
            return last, link.cases or ALL_CASES
    return None


def _fitting(shape: Shape | None, cases: frozenset[str]) -> frozenset[str]:
    return cases if shape is None else cases & {case for case, _ in shape}


def _forms(found: tuple[Reading, ...], kind: str) -> Shape:
    return frozenset(
        (one.case, "plur" if one.number == "plur" else one.gender)
        for one in found
        if one.kind == kind and one.case
    )


def _agreeing(found: tuple[Reading, ...], shape: Shape | None, kind: str) -> Shape:
    """Return the forms of a word as ``kind`` that agree with ``shape``."""
    forms = _forms(found, kind)
    if shape is None:
        return forms
    # A noun that has no gender in the plural agrees with any.
    return forms & shape


def _modified(word: str, found: tuple[Reading, ...], shape: Shape | None) -> Shape | None:
    """Return what ``word`` leaves of ``shape`` as a modifier; None where it is none."""
    if word in _FIXED:
        return (
            frozenset((c, g) for c in ALL_CASES for g in ("masc", "femn", "neut", "plur"))
            if (shape is None)
            else shape
        )
    forms = _agreeing(found, shape, "adjective") | _agreeing(found, shape, "pronoun")
    return forms or None


def _goes_on(row: Row, at: int, shape: Shape) -> bool:
    """Tell whether what follows a modifier at ``at`` may be its noun or a further modifier."""
    for index in range(at, min(len(row), at + 3)):
        named = _name(row, index)
        if named is not None:
            return bool(_fitting(shape, named[1]))
        word = row.words[index]
        if word in CONJUNCTIONS["uk"] and index == at:
            continue
        if row.is_mark(index):
            return False
        found = readings(word)
        kinds = ("noun", "adjective", "pronoun")
        if any(_agreeing(found, shape, kind) for kind in kinds) or word in _FIXED:
            return True
        if not any(one.kind in ("adverb", "number") for one in found):
            return False
    return False


def _joins_modifiers(row: Row, at: int) -> int:
    """Return 1 where a conjunction at ``at`` joins the modifiers around it, else 0."""
    if row.word(at) not in CONJUNCTIONS["uk"] or at + 1 >= len(row):
        return 0
    found = readings(row.words[at + 1])
    return int(any(one.kind == "adjective" for one in found))
