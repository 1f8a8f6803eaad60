"""English noun phrases that stand for people, or for somebody of whom nothing is known."""

from __future__ import annotations

from ..clauses import Row
from ..fillers import is_kind

_PEOPLE = frozenset(
    """
    academic activist adversary adviser advisor agent ally ambassador analyst aristocrat author
    banker businessman capitalist chancellor citizen civilian clergy commander commentator commissar
    communist conservative critic crowd defector delegate delegation demonstrator deputy dictator
    diplomat dissident donor economist elite emigre emperor engineer entrepreneur envoy executive
    exile expert farmer fighter founder fundamentalist general geographer governor guerrilla hawk
    historian hostage immigrant insurgent intellectual interlocutor investor islamist jew journalist
    judge king lawmaker lawyer leader leadership liberal lobbyist manager mediator member merchant
    migrant militant militia minister monarch muslim nationalist negotiator neighbour neighbor
    observer officer official oligarch opponent optimist parliamentarian participant partisan
    people pessimist philosopher physicist pilot politician policymaker premier president prince
    prisoner professor protester publisher queen reader realist rebel reformer refugee
    representative republican researcher resident revolutionary rival ruler sailor scholar
    scientist secessionist senator separatist settler signatory socialist soldier spokesman
    statesman strategist student sultan supporter tribe troop tsar veteran villager visitor voter
    worker writer bondholder borrower buyer consumer creditor customer debtor employee employer
    exporter importer investor lender miner pensioner peasant planner producer seller shareholder
    shipper speculator taxpayer trader
    """.split()  # noqa: SIM905 - a list of words
)
_BODIES = frozenset(
    """
    administration army cabinet congress government junta ministry navy parliament party police
    senate
    """.split()  # noqa: SIM905 - a list of words
)
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
#: A sentence begins after these.
_OPENING = frozenset(":;.")
#: Endings of nouns that stand for what is done, thought or felt.
_ABSTRACT = (
    "ance", "ence", "ing", "ion", "ism", "ity", "ment", "ness", "ship", "ty", "ure", "cy", "ry",
)  # fmt: skip


def is_actor(row: Row, begin: int, end: int, types: frozenset[str]) -> bool:
    """Tell whether the phrase ``begin:end`` stands for people where ``types`` have no person.

    So does a capital letter within the sentence of which nothing else is known: "Bush".
    """
    if not types or is_kind("Person", types):
        return False
    stop = next((i for i in range(begin + 1, end) if row.is_preposition(i)), end)
    word = row.words[stop - 1]
    singular = {word, word.removesuffix("s"), word.removesuffix("ies") + "y"}
    if not _PEOPLE.isdisjoint(singular | {word.removesuffix("men") + "man"}):
        return True
    if not _BODIES.isdisjoint(singular | {word}) and not is_kind("Government", types):
        return True
    alone = end - begin == 1 and begin > 0 and row.raw[begin].istitle()
    opened = row.words[begin - 1] in _OPENING
    known = word in _DIRECTIONS or word.endswith(("s", *_ABSTRACT))
    return alone and not opened and not known
