"""The one cleaner through which text enters the graph."""

from __future__ import annotations

import re
import unicodedata

# Control characters (tab and line feed stand), lone surrogates, the two
# characters that XML 1.0 cannot hold, the byte order mark and the bidirectional
# controls, which make a label show as something other than what it is.
_UNWANTED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u061c\u200e\u200f"
    "\u202a-\u202e\u2066-\u2069"
)
_STRIPPED = re.compile(f"[{_UNWANTED}]")
_FORBIDDEN = re.compile(f"[\t\n{_UNWANTED}]")
_LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """Return ``text`` in NFC and with characters only that every format can hold.

    Line ends become line feeds; control characters, bidirectional controls, lone
    surrogates and what XML 1.0 does not allow are dropped. Cleaning twice
    changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _STRIPPED.sub("", _LINE_END.sub("\n", text)))


def fault(text: str) -> str | None:
    """Return what is wrong with a cell of the corpus, or None.

    Stricter than ``clean``: a cell holds no line break and no tab either, and
    neither begins nor ends with a space.
    """
    if text.isprintable() and text.isascii() and text == text.strip():
        return None
    if found := _FORBIDDEN.search(text):
        return f"the character U+{ord(found[0]):04X} is not allowed"
    if not unicodedata.is_normalized("NFC", text):
        return "the text is not in Unicode normal form C"
    if text != text.strip():
        return "the text begins or ends with a space"
    return None
