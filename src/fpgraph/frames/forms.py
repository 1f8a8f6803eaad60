"""The trigger words of frames: their notation and the forms it stands for.

``{прагнути} до`` is a verb in the finite forms of the third person and a word as it
stands. ``{член:ins}`` keeps the forms of one case, ``{is|are}`` is not needed: ``{be}``
is a verb. ``(під час|у)`` is either, ``[одним із|однією з]`` may be there or not, ``…``
leaves room for a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from .english.forms import english
from .english.forms import unfinished as unfinished_en
from .ukrainian.forms import ukrainian
from .ukrainian.forms import unfinished as unfinished_uk
from .wordform import Form, NotationError

__all__ = ["Form", "NotationError", "Table", "parts", "remember", "table"]

_PART = re.compile(r"\{[^{}]+\}|\[[^\[\]]+\]|\([^()]+\)|…|[^\s{}\[\]()…]+")
#: The forms of triggers by language and notation, as plain tuples.
Table = dict[tuple[str, str], tuple[tuple[tuple[tuple[str, ...], str, str, str, str], ...], ...]]
_KNOWN: dict[tuple[str, str], tuple[tuple[Form, ...], ...]] = {}


def parts(trigger: str, language: str) -> tuple[tuple[Form, ...], ...]:
    """Return the forms of ``trigger``, one tuple for each stretch between ``…``.

    Raises NotationError when it does not follow the notation or a word in braces is
    not in the dictionary.
    """
    known = _KNOWN.get((language, trigger))
    if known is not None:
        return known
    if _PART.sub("", trigger).strip() or not trigger.strip():
        raise NotationError(f"{trigger!r} is not a trigger")
    stretches: list[list[str]] = [[]]
    for piece in _PART.findall(trigger):
        if piece == "…":
            stretches.append([])
        else:
            stretches[-1].append(piece)
    if not all(stretches):
        raise NotationError(f"{trigger!r} begins or ends in an ellipsis")
    found = tuple(
        tuple(_combined(stretch, language, moods=not number))
        for number, stretch in enumerate(stretches)
    )
    _KNOWN[language, trigger] = found
    return found


def remember(table: Table) -> None:
    """Take the forms of triggers from ``table``, as ``table`` returned it in another run."""
    for key, stretches in table.items():
        _KNOWN[key] = tuple(tuple(Form(*form) for form in stretch) for stretch in stretches)


def table() -> Table:
    """Return the forms of all triggers met so far, as plain tuples."""
    return {
        key: tuple(
            tuple((form.words, form.number, form.gender, form.verb, form.mood) for form in stretch)
            for stretch in stretches
        )
        for key, stretches in sorted(_KNOWN.items())
    }


def _combined(pieces: list[str], language: str, *, moods: bool) -> Iterator[Form]:
    """Yield the forms of a stretch; ``moods`` gives its first word those not finite too."""
    seen = set()
    options = [
        tuple(_piece(piece, language, moods=moods and not number))
        for number, piece in enumerate(pieces)
    ]
    for choice in product(*options):
        words = tuple(word for form in choice for word in form.words)
        agreeing = next((form for form in choice if form.number or form.verb), Form(()))
        if words and words not in seen:
            seen.add(words)
            yield Form(words, agreeing.number, agreeing.gender, agreeing.verb, choice[0].mood)


def _piece(piece: str, language: str, *, moods: bool) -> Iterator[Form]:
    if piece.startswith("["):
        yield Form(())
        yield from _options(piece[1:-1])
    elif piece.startswith("("):
        yield from _options(piece[1:-1])
    elif piece.startswith("{"):
        lemmas, _, tags = piece[1:-1].partition(":")
        for lemma in lemmas.split("|"):
            yield from _inflected(lemma.strip(), tuple(tags.split()), language)
            if moods and not tags:
                yield from (unfinished_uk if language == "uk" else unfinished_en)(lemma.strip())
    else:
        for option in piece.split("|"):
            yield Form((option.lower(),))


def _options(listing: str) -> Iterator[Form]:
    for option in listing.split("|"):
        yield Form(tuple(option.lower().split()))


def _inflected(lemma: str, tags: tuple[str, ...], language: str) -> tuple[Form, ...]:
    return ukrainian(lemma, tags) if language == "uk" else english(lemma, tags)
