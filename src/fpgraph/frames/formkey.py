"""The key under which the trigger forms of frames are kept between runs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

_DICTIONARY = "pymorphy3-dicts-uk"
#: What the forms depend on besides the frames.
_MAKERS = (
    "forms.py",
    "wordform.py",
    "english/forms.py",
    "english/irregular.py",
    "ukrainian/forms.py",
)


def digest(contents: Iterable[bytes]) -> str:
    """Return the key of the forms that frames with these ``contents`` have."""
    found = hashlib.sha256(version(_DICTIONARY).encode())
    for name in _MAKERS:
        found.update((Path(__file__).parent / name).read_bytes())
    for content in contents:
        found.update(hashlib.sha256(content).digest())
    return found.hexdigest()
