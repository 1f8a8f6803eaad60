"""Provisional names of noun phrases that a claim turns on and the lexicon does not hold."""

from __future__ import annotations

import hashlib
import re

from .clauses import folded

_LONGEST = 60
_LETTERS = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъ'",
        (
            "a", "b", "v", "h", "g", "d", "e", "ie", "zh", "z", "y", "i", "i", "i", "k", "l", "m",
            "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "iu", "ia",
            "e", "y", "e", "", "",
        ),
        strict=True,
    )
)  # fmt: skip


def phrase_id(form: str) -> str:
    """Return the id of the phrase ``form``: ``name-`` and its words in Latin letters.

    Cyrillic is romanised after the table of the Ukrainian government of 2010; what is
    longer than 60 characters is cut at a word and told apart by a hash.
    """
    letters = "".join(_LETTERS.get(sign, sign) for sign in folded(form))
    words = "-".join(re.findall("[a-z0-9]+", letters))
    if not words or len(words) > _LONGEST:
        digest = hashlib.sha256(folded(form).encode()).hexdigest()[:6]
        words = f"{words[:_LONGEST].rpartition('-')[0] or words[:_LONGEST]}-{digest}".strip("-")
    return f"name-{words}"
