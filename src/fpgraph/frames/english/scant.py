"""English words that look like a noun phrase and stand for nothing, or for hardly anything."""

from __future__ import annotations

from ..clauses import Row


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: Belong to a verb: "backed down".
_PARTICLES = _words("ahead apart aside away back down forward off out over through up")
_HARDLY = _words("few little hardly scarcely scant nobody nothing")
_ANY = _words("everything everybody everyone anything anybody anyone something somebody someone")
#: "Other issues" are none in particular.
_OTHERS = _words("other others another")
_VAGUE = _words("aspect case cause detail factor issue matter point problem question reason thing")
_EACH = _words("all both each")


def says_nothing(row: Row, begin: int, end: int) -> bool:
    """Tell whether the tokens ``begin:end`` are a particle, "few states", "both owned by firms"."""
    word = row.words[begin]
    if (end - begin == 1 and word in _PARTICLES) or word in _ANY:
        return True
    if word in _OTHERS and (end - begin == 1 or row.words[end - 1].removesuffix("s") in _VAGUE):
        return True
    if word in _HARDLY:
        return row.word(begin - 1) not in ("a", "the")
    apposed = word in _EACH and row.word(begin + 1).endswith("ed")
    return apposed and row.is_preposition(begin + 2)
