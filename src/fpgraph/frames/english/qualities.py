"""English predicates: the adjectives that say of what kind something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..clauses import Row
from ..fillers import POSSESSIVES, Filler

#: Adjectives that no ending tells.
_PLAIN = frozenset(
    """
    alive alone bankrupt bleak brittle broken cautious cheap cold costly cruel dead deadly difficult
    distant divided doomed empty evident exhausted extreme fair false fast fragile friendly harmless
    hostile immature imperfect inadequate inevitable isolated lonely loyal mature mixed moderate
    modest mute naive narrow neutral obscure obsolete opaque outdated passive poor popular porous
    precarious profound prudent rational rich rigid robust rough routine rude safe secure selective
    sensitive separate severe silent similar simple sincere slow small smooth solid sound sparse
    stable strange strict strong subtle superior inferior tense thin tight tough toxic uncertain
    unclear uneven unfair unfriendly unique unlawful unpopular unsafe unstable untrue unwise urgent
    vague vast vulnerable weak wealthy worthless wrong young
    """.split()  # noqa: SIM905 - a list of words
)
_ENDING = re.compile(r"\w{3,}(?:ous|ful|less|ive|able|ible|ical|ional|ic|[^u]al|ary|ent|ant|some)$")
#: Adjectives and nouns that say nothing of a thing by themselves.
_EMPTY = frozenset(
    """
    anxious curious envious furious happy jealous nervous suspicious unhappy
    able absent actual additional adamant annual apparent available aware capable careful central
    confident conscious different doubtful equal essential executive final former general hesitant
    hopeful identical important impatient incapable initial insistent intent last likely mindful
    national natural necessary next normal occasional own partial patient persistent pleasant
    possible potential present previous primary private real recent relevant reliant reluctant
    respective responsible responsive same several significant similar single sole specific
    sufficient suitable sure thankful total typical unable unaware unlikely useful usual various
    visible vital welcome worth
    """.split()  # noqa: SIM905 - a list of words
)
_NOUNS = frozenset(
    """
    accountant agent amount applicant arrival assistant capital client component consultant content
    continent criminal critic deal defendant demand deployment document element environment event
    export festival footprint government grant ideal incident individual initiative instrument
    journal majority mandate material mechanic merchant metal mineral moment monument movement
    music native objective opponent parliament participant payment perspective plant precedent
    president principal professional proposal protestant public republic resident rival servant
    settlement signal statement student supplement survival talent terminal topic traffic trial
    tribunal veteran
    """.split()  # noqa: SIM905 - a list of words
)
#: After an adjective these end its clause.
_ENDS = frozenset(".,;:)")
_JOINING = frozenset({"and", "or", "but", "yet", "nor"})
#: What follows these says when, for whom or in spite of what.
_FREE = frozenset(
    {"during", "since", "until", "throughout", "despite", "for", "under", "towards", "rather"}
)
_EXPLETIVE = frozenset({"it", "there", "what", "all"})
#: What a comparison may hold, in words.
_COMPARED = 8
_DEGREES = frozenset({"more", "less", "too", "as", "so", "very", "most", "least", "far", "much"})


def is_predicate(word: str) -> bool:
    """Tell whether ``word`` is an adjective that describes what it is said of."""
    if word in _PLAIN or word.startswith("self-"):
        return True
    return _ENDING.match(word) is not None and word not in _EMPTY and word not in _NOUNS


def describes(row: Row, begin: int, at: int) -> bool:
    """Tell whether the verb at ``begin`` is followed by adjectives that describe its subject.

    "It is strange that …" describes nothing.
    """
    return row.word(begin - 1) not in _EXPLETIVE and next(predicates(row, at), None) is not None


def predicates(row: Row, at: int) -> Iterator[Filler]:
    """Yield the adjectives that end the clause from ``at`` on: "weak and too divided".

    Each with its adverbs and what it is compared with.
    """
    for _ in range(4):
        found = _adjective(row, at)
        if found is None:
            return
        yield found
        if row.word(found.last) == "," and _goes_on(row, found.last + 1):
            at = found.last + 1 + (row.words[found.last + 1] in _JOINING)
        elif row.word(found.last) in _JOINING:
            at = found.last + 1
        else:
            return


def _goes_on(row: Row, at: int) -> bool:
    """Tell whether more adjectives and a conjunction follow a comma: "weak, poor and divided"."""
    for _ in range(3):
        joined = row.word(at) in _JOINING
        found = _adjective(row, at + joined)
        if found is None:
            return False
        if joined or row.word(found.last) in _JOINING:
            return True
        if row.word(found.last) != ",":
            return False
        at = found.last + 1
    return False


def without_quality(row: Row, filler: Filler) -> Filler:
    """Return a phrase without what it is called at its end: "considers the plan dangerous"."""
    if filler.entity or row.language != "en":
        return filler
    for at in range(filler.first + 1, filler.last):
        found = list(predicates(row, at))
        if found and found[-1].last >= filler.last:
            return Filler("", "", filler.first, at)
    return filler


def _adjective(row: Row, at: int) -> Filler | None:
    index = at
    while index < len(row) and (
        (row.is_adverb(index) and row.words[index] not in _PLAIN) or row.words[index] in _DEGREES
    ):
        if row.words[index] in ("not", "never"):
            return None
        index += 1
    if index >= len(row) or index in row.heads:
        return None
    word = row.words[index]
    more = word.endswith("er") or row.word(index - 1) in _DEGREES
    compared = row.word(index + 1) == "than" and more
    if not compared and not is_predicate(word):
        return None
    begin = index
    while begin > at and (row.words[begin - 1].endswith("ly") or row.word(begin - 1) in _DEGREES):
        begin -= 1
    if compared:
        return Filler("", "", begin, _comparison_end(row, index + 1))
    end = index + 1
    ends = end >= len(row) or row.words[end] in _ENDS | _JOINING | _FREE
    return Filler("", "", begin, end) if ends else None


def _comparison_end(row: Row, than: int) -> int:
    """Return where what follows "than" ends."""
    end = than + 1
    while end < len(row) and end - than <= _COMPARED:
        if (row.is_mark(end) and row.words[end] not in POSSESSIVES) or row.opens_clause(end):
            break
        end += 1
    return end
