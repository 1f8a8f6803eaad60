"""Names that are also ordinary words, and what has to be seen before they are linked.

The words stand in ``ontology/lexicon/ambiguous.csv`` with their rule: ``never`` (too
ordinary to be linked alone), ``start`` (an ordinary word where a sentence begins),
``strict`` (the same, whatever else the article says), ``given`` (also a given name or
a part of other names: not beside a capitalised word), ``later`` (linked only after
another name of the same thing), ``direction`` (also a point of the compass),
``theory`` (linked among words of theory only), ``short`` (a noun that stands for an
organisation, with its article), ``company`` (where the article names its companion).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..errors import CorpusError
from ..resources import ontology_folder
from ..tables import Problems, read_table

COLUMNS = ("word", "language", "rule", "note")

#: What a form stands for: entity, rule, type, cases, weak, and what is to be checked.
Sense = tuple[str, str, str, frozenset[str], bool, int]

# What a sense asks to be checked, as bits; 0 is a name that stands for one thing.
DASHED = 1
PERSON = 2
PART = 4
START = 8
STRICT = 16
LATER = 32
GIVEN = 64
DIRECTION = 128
THEORY = 256
HYPHEN = 512
RUSSIAN = 1024
AZERBAIJANI = 2048
NEVER = 4096
#: A concept: spelled with a small first letter, unless a sentence begins or in a heading.
SMALL = 8192
#: The surname alone, or another name of one word: of whom, the words before may tell.
ALONE = 16384
#: Also an adjective («Мінська група»): linked only where a preposition asks for the form.
PREPOSED = 32768

#: A place, after which treaties, battles and universities are called.
NAMESAKE = 65536
#: An organisation by its noun alone («the Commission»), after its full name.
SHORT = 131072
#: Only where the article speaks of what the thing belongs to: the Congress of a state.
COMPANY = 262144

#: The bits that a place in a text decides.
PLACED = (
    START
    | NAMESAKE
    | SHORT
    | STRICT
    | LATER
    | GIVEN
    | DIRECTION
    | THEORY
    | HYPHEN
    | RUSSIAN
    | AZERBAIJANI
    | ALONE
    | PREPOSED
    | COMPANY
)

RULES = {
    "never": NEVER,
    "start": START,
    "strict": STRICT,
    "later": LATER,
    "given": GIVEN,
    "direction": DIRECTION,
    "theory": THEORY,
    "short": SHORT,
    "company": COMPANY,
}


@cache
def ambiguous() -> Mapping[tuple[str, str], int]:
    """Return what is to be checked, by word and language; several rules add up."""
    path = ontology_folder() / "lexicon" / "ambiguous.csv"
    found: dict[tuple[str, str], int] = {}
    for row in read_table(path, COLUMNS, Problems()) or ():
        rule = RULES.get(row.cells["rule"])
        if rule is None:
            raise CorpusError(
                f"unknown rule {row.cells['rule']!r}; known are {', '.join(RULES)}",
                path=path,
                row=row.line,
                field="rule",
            )
        place = (row.cells["word"].replace("’", "'"), row.cells["language"])
        found[place] = found.get(place, 0) | rule
    return found
