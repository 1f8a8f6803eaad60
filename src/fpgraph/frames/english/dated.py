"""Where an English noun phrase ends before what only says when."""

from __future__ import annotations

from ..clauses import Row
from ..phrasewords import DATED


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: Lead to nothing but a time at the end of a phrase.
_ALWAYS = _words("during within throughout")
#: Lead to a time if one follows.
_LEADING = DATED | _words("around at between for over till")
_MONTHS = _words(
    """
    january february march april may june july august september october november december spring
    summer autumn winter monday tuesday wednesday thursday friday saturday sunday
    """
)
_TIMES = _words(
    "day days week weeks month months year years decade decades century centuries summer winter"
)
_WHICH = _words("this last next that every each early late mid recent previous following same past")
_COUNTED = _words(
    "a one two three four five six seven eight nine ten several some many few twenty thirty half"
)
_PARTS = _words("end beginning start middle turn eve wake aftermath course height close outset")
_REACH = 5
#: Say how many at least or at most.
_BOUNDS = frozenset({("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least")})


def over_bound(row: Row, at: int) -> int:
    """Return the token after "more than" before a number."""
    if (row.word(at), row.word(at + 1)) not in _BOUNDS:
        return at
    number = row.word(at + 2)
    counted = number[:1].isdigit() or number in _COUNTED or number.endswith(("ty", "teen", "dred"))
    return at + 2 if counted or number in ("half", "dozen") else at


def undated(row: Row, begin: int, end: int) -> int:
    """Return where the phrase ``begin:end`` ends without the time that closes it."""
    for at in range(begin + 1, end):
        word = row.words[at]
        if word in _ALWAYS or (word in _LEADING and _is_time(row, at + 1, end)):
            return at
        following = row.word(at + 1)
        if word in _WHICH and following in _TIMES and not row.is_preposition(at - 1):
            return at
        counted = word in _COUNTED or word.isdigit()
        if counted and following in _TIMES and row.word(at + 2) in ("later", "ago", "earlier"):
            return at
    return end


def _is_time(row: Row, at: int, end: int) -> bool:
    """Tell whether a time begins at ``at``: "1991", "May 2018", "the end of the year"."""
    for index in range(at, min(end, at + _REACH)):
        word = row.words[index]
        if word[0].isdigit():
            return len(word) >= 4 or row.word(index + 1) in _MONTHS | _TIMES
        month = word in _MONTHS and row.raw[index][0].isupper()
        if month or word in _TIMES or (index > at and word in _PARTS):
            return True
        if word not in _WHICH and word not in _COUNTED and word not in ("the", "and", "of"):
            return False
    return False
