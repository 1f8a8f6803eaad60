"""What Ukrainian relative words, possessives and pronouns in any case stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...parts import Link
from ..anaphora import names, topic
from ..clauses import Row
from ..fillers import Filler, Genders, suits
from ..frame import Slot
from ..governing import has_governor, over_modifiers
from ..grammar import OF_WHICH
from ..phraseheads import has_head, is_phrase
from .groups import group_at
from .inflection import kinds, readings


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


def _genders(listing: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return the genders by word; ``listing`` has the words by their genders."""
    return {word: _words(of) for of, words in listing.items() for word in words.split()}


#: Relative words with the genders of what they may stand for; none where it may be any.
_RELATIVES = _genders(
    {
        "masc": "який котрий",
        "femn": "яка якої якій яку якою котра котрої котрій котру котрою",
        "neut": "яке котре",
        "masc neut": "якого якому котрого котрому",
        "masc neut plur": "яким котрим",
        "plur": "які яких якими котрі котрих котрими",
        "": "що чий чия чиє чиї чийого чиєї чиєму чиїй чию чиїм чиєю чиїх чиїми",
    }
)
_WHOSE = frozenset(word for word in _RELATIVES if word.startswith("чи"))
#: The relative words that a verb in the accusative, genitive, dative or instrumental may have.
RELATIVE_OBJECTS = {
    "acc": _words("який яку яке які котрий котру котре котрі що якого яких котрих"),
    "gen": OF_WHICH,
    "dat": _words("якому якій яким котрому котрій котрим"),
    "ins": _words("яким якою якими котрим котрою котрими"),
}
#: These may be the subject of the verb as well.
SUBJECTS_TOO = _words("який яке які котрий котре котрі що")
_PRONOUNS = _genders(
    {
        "masc neut": "його йому ним нього ньому",
        "femn": "її їй нею неї ній",
        "plur": "їх їм ними них їхній їхня їхнє їхні їхнього їхньої їхньому їхніх їхню їхнім"
        " їхньою їхніми",
    }
)
#: Pronouns that a verb may have as its object without a preposition, by case.
PRONOUN_OBJECTS = {
    "acc": frozenset({"його", "її", "їх"}),
    "gen": frozenset({"його", "її", "їх"}),
    "dat": frozenset({"йому", "їй", "їм"}),
    "ins": frozenset({"ним", "нею", "ними"}),
}
OBJECT_PRONOUNS = frozenset(word for words in PRONOUN_OBJECTS.values() for word in words)
#: Pronouns after a preposition.
AFTER_PREPOSITIONS = _words("нього неї них ньому ній ним нею ними")
_POSSESSIVES = frozenset(w for w in _PRONOUNS if w in ("його", "її", "їх") or w.startswith("їхн"))
#: A word in a sentence that may stand for a name outside its clause.
REFERRING = re.compile(
    r"\b(?:(?:як|котр)(?:ого|ому|ої|ій|у|ою|их|им|ими|ий|е|і)|чи(?:й|я|є|ї|єї|єю|їм|їх|його)"
    r"|[йн]?його|нього|[йн]ому|ньому|ним|[її]ї|неї|[їн]ій|їй|нею|їх|них|їм|ними"
    r"|Його|Її|Їх|Йому|Їй|Їхн\w+|їхн\w+)\b"
)
#: Words of a phrase that a relative word may stand for.
_SHORT = 3


def stood_for(row: Row, comma: int, word: str, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what the relative ``word`` behind ``comma`` stands for: a name or a short phrase."""
    if row.word(comma) != "," or word not in _RELATIVES:
        return []
    end = row.opening(comma - 1, "(") if row.word(comma - 1) == ")" else comma
    wanted = _RELATIVES[word]
    named = row.tails.get(end, ())
    for link, begin in named:
        if link.weak or not suits(link, slot):
            continue
        if not _may_be(link, wanted, genders) and not _is_quoted(row, begin, wanted):
            continue
        alone = not genders.get(link.entity) and bool(slot.phrase or len(slot.types) != 1)
        if alone and "gen" in link.cases and has_governor(row, begin):
            continue  # "the enlargement of NATO, which …" speaks of either
        return [Filler(link.entity, link.type, begin, end)]
    if slot.phrase and not any(not link.weak for link, _ in named):
        return list(_phrase(row, end, wanted, slot))
    return []


def _is_quoted(row: Row, begin: int, wanted: frozenset[str]) -> bool:
    """Tell whether a noun of a gender ``wanted`` leads to a quoted name: «партія «Відродження»»."""
    opened = row.clean[row.starts[begin] - 1] in '«“„"'
    return opened and begin > 0 and _noun_may_be(row.words[begin - 1], wanted)


def _phrase(row: Row, end: int, wanted: frozenset[str], slot: Slot) -> Iterator[Filler]:
    """Yield the adjectives and the noun that end at ``end``, if they agree."""
    begin = end - 1
    if begin < 0 or not row.raw[begin].isalpha() or not _noun_may_be(row.words[begin], wanted):
        return
    while begin > 0 and end - begin < _SHORT and "adjective" in kinds(row.words[begin - 1]):
        begin -= 1
    group = group_at(row, begin)
    if group is None or group.last != end or group.name or _follows_noun(row, begin):
        return
    if is_phrase(row, begin, end, slot.phrase) and has_head(row, begin, end, slot):
        yield Filler("", "", begin, end)


def _follows_noun(row: Row, begin: int) -> bool:
    """Tell whether a noun or name stands before ``begin``, so that it is but a genitive of it."""
    if begin == 0 or begin in row.tails:
        return begin > 0
    return not row.is_mark(begin - 1) and "noun" in kinds(row.words[begin - 1])


def _noun_may_be(word: str, wanted: frozenset[str]) -> bool:
    """Tell whether a noun in some case is of one of the genders ``wanted``."""
    return any(
        one.kind == "noun" and (not wanted or (one.gender or one.number) in wanted)
        for one in readings(word)
    )


def _may_be(link: Link, wanted: frozenset[str], genders: Genders) -> bool:
    known = genders.get(link.entity, "")
    return not wanted or not known or known in wanted


def owner(row: Row, begin: int, end: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return whose the noun is that stands at ``begin``: "its aim", "the aim of which", "whose".

    ``end`` is where the name of the owner would stand.
    """
    at = begin
    while at > 0 and at not in row.tails and row.is_adjective(at - 1):
        if row.words[at - 1] in _POSSESSIVES or row.words[at - 1] in _WHOSE:
            break
        at -= 1
    previous = row.word(at - 1)
    if previous in _POSSESSIVES:
        return [_spread(one, end) for one in referent(row, at - 1, slot, genders)]
    if previous in _WHOSE:
        return stood_for(row, at - 2, previous, slot, genders)
    if row.word(end) in OF_WHICH:
        comma = at - 2 if row.is_preposition(at - 1) else at - 1
        found = stood_for(row, comma, row.words[end], slot, genders)
        return [_spread(one, end + 1) for one in found]
    return []


def _spread(one: Filler, end: int) -> Filler:
    """Return a filler that ends where what follows the owner may begin."""
    return Filler(one.entity, one.type, end - 1, end)


def referent(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what the pronoun at ``at`` stands for: the one name before it that agrees.

    A name of its own clause is none; where a common noun may be meant, nothing is.
    """
    wanted = _PRONOUNS.get(row.word(at))
    if wanted is None:
        return []
    start = row.clause_start(at)
    for where, end in ((row, start), (row.earlier(), None)):
        if where is None:
            return []
        named = list(_agreeing(where, end, wanted, genders))
        fitting = [link for link in named if suits(link, slot)]
        told = [link for link in fitting if genders.get(link.entity)]
        if told and told[0] in topic(where, 1):
            fitting = told  # rather the subject than what may be of any gender
        if fitting:
            rival = len({link.entity for link in fitting}) > 1 or (
                _has_rival(where, wanted, slot) and fitting[0] not in topic(where, 1)
            )
            link = fitting[0]
            return [] if rival else [Filler(link.entity, link.type, at, at + 1)]
        if named and slot.phrase:
            return []
    return []


def _agreeing(
    row: Row, end: int | None, wanted: frozenset[str], genders: Genders
) -> Iterator[Link]:
    """Yield the names before the token ``end`` that are of one of the genders ``wanted``."""
    for link in names(row, len(row) if end is None else end):
        if _may_be(link, wanted, genders):
            yield link


def _has_rival(row: Row, wanted: frozenset[str], slot: Slot) -> bool:
    """Tell whether a common noun of ``row`` may be what a pronoun stands for."""
    if not slot.phrase and len(slot.types) == 1:
        return False
    for at, word in enumerate(row.words):
        if len(word) < 4 or not word.isalpha() or not (row.raw[at].islower() or at == 0):
            continue
        if row.is_preposition(at - 1) or row.is_preposition(over_modifiers(row, at) - 1):
            continue
        if any(begin <= at < end for begin in row.heads for _, end in row.heads[begin]):
            continue
        if any(
            one.kind == "noun"
            and one.case in ("nom", "acc")
            and (one.gender or one.number) in wanted
            for one in readings(word)
        ):
            return True
    return False
