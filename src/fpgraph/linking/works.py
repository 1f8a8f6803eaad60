"""Which sections of an article list works and are not read for names."""

from __future__ import annotations

import re

from ..titles import is_bibliography

#: «Sources of strain», «Джерела напруги»: a heading of the text after all.
_SPOKEN_OF = re.compile(
    r"\b(?:sources|references|literature) (?:of|for|to|on|in|behind|about)\b"
    r"|\bджерела (?!та\b|і\b|й\b|літератур|інформаці|фактичн|ілюстрат|використан)"
    r"|\bлітература (?:про|як|в|у)\b",
    re.IGNORECASE,
)


def lists_works(section: str) -> bool:
    """Tell whether a section of that name is a list of works."""
    return is_bibliography(section) and _SPOKEN_OF.search(section) is None
