"""The spelling that words are compared in: one apostrophe, one blank, no punctuation.

``blanked`` keeps the length of a text, so that places in it are places in the text.
"""

from __future__ import annotations

import re

#: The letters that most texts do with, one byte each: in it a text is searched fastest.
LETTERS = "cp1251"

_APOSTROPHES = "’ʼ`′‘"
#: What stands between words; hyphens too, so that «Схід-Захід» is two words.
_BETWEEN = (
    '\n\t\r\u00a0\u2002\u2003\u2009\u202f.,;:!?…()[]{}<>«»“”„‟"-‐‑‒–—―−/\\|*•·§#&%=_^~№'
    "\u200b\ufeff\f\v\u2028\u2029"
)
#: Characters inside words that are not seen and not compared.
UNSEEN = "\u00ad\u0301\u200c\u200d\u2060"
INVISIBLE = re.compile(f"[{UNSEEN}]")

#: What may stand between two words of one name.
JOINTS = frozenset(
    (
        *(" ", "\u00a0", "\u202f", "-", "‐", "‑", "–", "  ", " & "),
        *(" «", "» ", "\u00a0«", " “", "” ", " „", ' "', '" ', "’ ", "' ", " ’", " '"),
    )
)
#: What may besides stand between the initials and the surname.
DOTS = frozenset([". ", ".", ".\u00a0", ". \u00a0", ".\u202f", ".-", ". .", ".  ", ", "])
#: What may besides stand in a name that is written with a dash.
DASHES = frozenset([" – ", " — ", " - ", "—", "−", " − ", " ― "])


def _table() -> bytes:
    """Return what each byte becomes: a blank, the apostrophe, or itself."""
    signs = dict.fromkeys(_BETWEEN, " ") | dict.fromkeys(_APOSTROPHES, "'")
    letters = (bytes([code]).decode(LETTERS, "replace") for code in range(256))
    return b"".join(
        signs[letter].encode() if letter in signs else bytes([code])
        for code, letter in enumerate(letters)
    )


_TABLE = _table()


def blanked(text: str) -> str:
    """Return ``text`` with blanks for everything that is not part of a word, as long as it was."""
    return spelled(text)[0]


def spelled(text: str) -> tuple[str, bytes]:
    """Return ``text`` blanked, and the same with one byte a letter.

    A letter that those of most texts do not include is a question mark there.
    """
    try:
        raw = text.encode(LETTERS).translate(_TABLE)
    except UnicodeEncodeError:
        text = _blanked(text)
        return text, text.encode(LETTERS, "replace")
    if _quotes(raw):
        raw = raw.replace(b" '", b"  ").replace(b"' ", b"  ")
    return raw.decode(LETTERS), raw


def _quotes(raw: bytes) -> bool:
    """Tell whether an apostrophe stands at the edge of a word."""
    at = raw.find(b"'")
    while at >= 0:
        if raw[at - 1 : at] == b" " or raw[at + 1 : at + 2] == b" ":
            return True
        at = raw.find(b"'", at + 1)
    return False


def _blanked(text: str) -> str:
    for sign in _APOSTROPHES:
        if sign in text:
            text = text.replace(sign, "'")
    for sign in _BETWEEN:
        if sign in text:
            text = text.replace(sign, " ")
    if "'" in text:
        text = text.replace(" '", "  ").replace("' ", "  ")
    return text


def key(form: str) -> str:
    """Return the words of ``form`` as they are looked up: blanked, with single blanks."""
    if all(map(str.isalpha, form.split(" "))):
        return form  # As most are.
    return " ".join(blanked(INVISIBLE.sub("", f" {form} ")).split())


def squeezed(text: str) -> tuple[str, list[int]]:
    """Return ``text`` without invisible characters, and where each that is left stood."""
    kept = [at for at, sign in enumerate(text) if not INVISIBLE.match(sign)]
    return "".join([text[at] for at in kept]), kept
