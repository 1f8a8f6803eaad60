"""From bytes to text, strictly; and what an unreadable encoding may be, for the message."""

from __future__ import annotations

import codecs
import re

from ..errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
#: Encodings of Ukrainian, and what their names are in programs that save texts.
_CYRILLIC = (
    ("cp1251", "Windows-1251"),
    ("koi8_u", "KOI8-U"),
    ("cp1125", "CP866"),
    ("mac_cyrillic", "Mac Cyrillic"),
    ("iso8859_5", "ISO 8859-5"),
)
_SAMPLE = 20_000
_COMMON = frozenset("оаинтеівірслкдумпяьзбгчхйжюшцєїщфыэ")
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x80-\x9f\ufffd═║╒-╬▀-▓ЂѓЃЉљЊњЌќЋћЏџЅѕ¤¦¬±µ¶ђ]")
_SHAPED = re.compile(r"\b[Ѐ-Я]?[а-џґ]+\b")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w.:-]{2,40})
      | <meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE | re.VERBOSE,
)
#: What a page may declare. Others mean something else to Python than to a browser.
_ALLOWED = re.compile(
    r"utf-?8|windows-?125\d|cp125\d|iso-?8859-?\d+|koi8-[ru]|(?:ibm|cp)?866|x-mac-cyrillic"
    r"|us-ascii|ascii|latin-?1|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_RENAMED = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "866": "cp866",
    "ibm866": "cp866",
    "x-mac-cyrillic": "mac_cyrillic",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}


def decoded(content: bytes) -> str:
    """Return ``content`` read as UTF-8, a byte order mark kept as one character.

    Raises ArticleError, with the byte and the encoding that it may be, if it is not.
    """
    _refuse_zeros(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: byte {error.start} does not decode"
        raise ArticleError(f"{problem}{_advice(content)}") from None


def decoded_page(content: bytes) -> str:
    """Return an HTML page as text, read as its byte order mark or its head says.

    UTF-8 unless the page declares otherwise. Raises ArticleError if it does not decode.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _page_in(content, name)
    _refuse_zeros(content)
    declared = _declared(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What decodes as UTF-8 and is not in ASCII is UTF-8, whatever it declares.
        if not declared or codecs.lookup(declared).name == "utf-8":
            return decoded(content)
    return _page_in(content, declared)


def _page_in(content: bytes, name: str) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        problem = f"is not in {name}, as it says: byte {error.start} does not decode"
        raise ArticleError(problem) from None
    if "\0" in text:
        raise ArticleError(f"is not a text: character {text.index(chr(0))} is zero")
    return text.removeprefix("\ufeff")


def _declared(content: bytes) -> str:
    """Return the encoding that the head of a page declares, by Python's name, or ""."""
    found = _DECLARED.search(content[:4096])
    name = (found[1] or found[2]).decode().lower() if found else ""
    if not _ALLOWED.fullmatch(name):
        return ""
    try:
        return codecs.lookup(_RENAMED.get(name, name)).name
    except LookupError:
        return ""


def _refuse_zeros(content: bytes) -> None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            raise ArticleError(
                f"is not UTF-8: byte 0 does not decode; it looks like {name}, save it as UTF-8"
            )
    if b"\0" in content:
        raise ArticleError(f"is not a text: byte {content.index(0)} is zero")


def _advice(content: bytes) -> str:
    """Return what the encoding looks like, as the end of a sentence, or ""."""
    lenient = content.decode("utf-8", "replace")
    broken = lenient.count("\ufffd") - content.count(b"\xef\xbf\xbd")
    sound = sum(1 for character in lenient if character > "\x7f") - broken
    if sound > 4 * broken:
        return "; most of the text does, so it may hold two encodings"
    name = _looks_like(content[:_SAMPLE])
    return f"; it looks like {name}, save it as UTF-8" if name else ""


def _looks_like(content: bytes) -> str:
    """Return the name of the encoding in which ``content`` makes most sense, or ""."""
    high = sum(1 for byte in content if byte > 0x7F)
    letters = sum(1 for byte in content if chr(byte).isalpha() and byte < 0x80)
    if 4 * high < letters:
        return "Windows-1252"
    best, most = "", 0.3 * high
    for codec, name in _CYRILLIC:
        text = content.decode(codec, "replace")
        shaped = "".join(_SHAPED.findall(text))
        score = sum(1 for letter in shaped if letter in _COMMON) - 4 * len(_ODD.findall(text))
        if score > most:
            best, most = name, float(score)
    return best
