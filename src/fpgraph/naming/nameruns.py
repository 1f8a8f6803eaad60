"""From a run of words with a capital letter to the names within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from . import capitals as c
from .capitals import INNER, Piece
from .englishnames import english_names
from .nameforms import is_cyrillic
from .nameparts import Around, Found
from .ukrainiannames import ukrainian_names

#: A Latin letter or two may stand for Cyrillic ones.
_INITIAL = 2


def names_in(text: Around, start: int, end: int, stop: int, *, first: bool) -> Iterator[Found]:
    """Yield the names in the run at ``start:end`` of a sentence that ends at ``stop``.

    ``first`` tells that the run begins a sentence, where a capital says nothing.
    """
    whole = c.pieces(text.clean, start, end)
    for piece in whole:
        piece.linked = text.known.covers(piece.start, piece.end)
    if first and _begun(whole):
        whole = whole[1:]
        first = False
    if is_cyrillic(whole[0].text):
        return ukrainian_names(text, whole, stop, first=first)
    at = _cyrillic_from(whole)
    if not at:
        return english_names(text, whole, first=first)
    return chain(
        english_names(text, whole[:at], first=first),
        ukrainian_names(text, whole[at:], stop, first=False),
    )


def _cyrillic_from(whole: Sequence[Piece]) -> int:
    """Return where Cyrillic words follow Latin ones, 0 where none do: «NewsMaker Олег Мороз»."""
    latin = all(piece.sort == c.WORD and piece.text.isascii() for piece in whole[:1])
    found = (i for i, one in enumerate(whole) if one.sort == c.WORD and is_cyrillic(one.text))
    return next(found, 0) if latin and len(whole[0].text) > _INITIAL else 0


def _begun(whole: Sequence[Piece]) -> bool:
    """Tell whether a run begins with a small word that only begins a sentence."""
    return (
        len(whole) > 1 and whole[0].sort == c.WORD and not whole[0].linked
        and whole[1].sort != INNER and c.is_starter(whole[0].text)
    )  # fmt: skip
