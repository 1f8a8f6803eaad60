"""Entries of a list of works, read as far as they are plain: authors, title, year, address.

Ukrainian lists (DSTU 8302, the older GOST) and English ones (APA, Chicago, MLA) are
told apart by their own signs. What is not sure is left out: the whole entry stands in
``note`` then.
"""

from __future__ import annotations

import re
from typing import Any

from ..characters import clean

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐƏĞİŞ"
_LOWER = "a-zß-öø-ÿа-яёіїєґəğışğ"
_SURNAME = (
    rf"(?:(?:van|von|de|der|den|di|da|la|le|du|ван|фон|де)\s)*"
    rf"[{_UPPER}][{_LOWER}{_UPPER}'’ʼ]+(?:[-‐][{_UPPER}][{_LOWER}'’ʼ]+)?"
)
_INITIAL = rf"(?:[{_UPPER}]|Дж|Ю|Ch|Sh|Yu|Ya|Zh|Kh)\.(?:\s?-\s?)?"
_INITIALS = rf"{_INITIAL}(?:\s?{_INITIAL}){{0,2}}"
#: ``Гриценко О. В.``, ``Mearsheimer, J. J.``
_PERSON = rf"(?P<family>{_SURNAME}),?\s(?P<given>{_INITIALS})"
_PERSON_PLAIN = rf"{_SURNAME},?\s{_INITIALS}"
_AND = r"(?:\s*[,;]\s*(?:&|and|та|і|и)?\s*|\s+(?:&|and|та|і|и)\s+)"
_AUTHORS = re.compile(rf"(?P<authors>{_PERSON_PLAIN}(?:{_AND}{_PERSON_PLAIN}){{0,7}})(?=[\s.,(])")
_ONE = re.compile(_PERSON)
#: ``Mearsheimer, John J. The tragedy …``: given names in full, in English lists.
_FULL = re.compile(
    rf"(?P<family>{_SURNAME}),\s(?P<given>[A-Z][a-z]+(?:\s(?:[A-Z]\.|[A-Z][a-z]+))?)(?=\.\s|\s\()"
)
_AFTER_AUTHORS = re.compile(r"(\s*\((?:ред|упоряд|eds?)\.?\))?[\s.,:]*")
_BRACKETED_YEAR = re.compile(r"\(((?:1[89]|20)\d\d)[a-zа-г]?(?:,[^()]{1,30})?\)[.,:]?\s*")
_YEAR = re.compile(r"(?<![\d/.–—-])(?:1[89]|20)\d\d(?![\d/–—-]|\.\d)")
_RANGE = re.compile(r"\d{4}\s?[–—-]\s?\d{2,4}")
_URL = re.compile(r"https?://[^\s<>\"«»]+")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>\"«»,;]+")
_ACCESS = re.compile(
    r"\((?:дата|останн|date|accessed|last|viewed|retrieved|viewed|режим)[^()]*\)"
    r"|(?:Дата звернення|Accessed|Retrieved)\b[^.]*\.?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*\[?(\d{1,3})(?:\]\.?|[.)])?\s+(?=\S)")
_PAGES_OF_BOOK = re.compile(r"\b\d{2,4}\s?(?:с|p|pp|s)\.?(?:\s|$|[,;])")
_PART_OF = re.compile(
    r"\s//\s|№\s?\d|\b(?:Вип|Т|Том|Vol|No|Iss|Issue)\.?\s?\d|\b(?:[СCPS]|pp?)\.\s?\d+\s?[–—-]\s?\d+"
)
#: The title ends where the authors come again, or the book that it stands in.
_INSIDE = re.compile(r"\s//?\s|[.,:]?\s[Ii]n:\s|[.,]\sIn\s(?=[A-Z])|[.,:]?\s[УуВв] кн\.")
_TITLE_END = re.compile(
    rf"(?<![\s.(][{_UPPER}{_LOWER}])(?<!\sт)(?<!\svs)[.?!]\s(?=[{_UPPER}«\"“(\[–—]|\d|https?:)|\s[–—]\s(?=[{_UPPER}])"
    r"|\s:\s[^:]{2,60}(?=,\s(?:1[89]|20)\d\d)|\sURL:"
)
_LONGEST = 1000


def numbered(entry: str) -> tuple[int, str]:
    """Return the number that an entry begins with, 0 when there is none, and the rest."""
    found = _NUMBER.match(entry)
    if found is None or int(found[1]) == 0:
        return 0, entry.strip()
    return int(found[1]), entry[found.end() :].strip()


def work(entry: str) -> dict[str, Any]:
    """Return what an entry says of a work, as fields of CSL-JSON, ``type`` among them.

    An entry without a sure title keeps its words as ``note``.
    """
    entry = " ".join(clean(entry).split())[:_LONGEST]
    found: dict[str, Any] = {"type": "document"}
    rest = entry
    if address := _URL.search(rest):
        found["URL"] = address[0].rstrip(".,;)")
    if identifier := _DOI.search(rest):
        found["DOI"] = identifier[0].rstrip(".)")
    rest = _ACCESS.sub(" ", _URL.sub(" ", rest))
    authors, rest, role = _authors(rest)
    if authors:
        found[role] = authors
    year, rest = _year(rest)
    if year:
        found["issued"] = {"date-parts": [[year]]}
    title = _title(rest) if authors else ""
    if title:
        found["title"] = title
    else:
        found["note"] = entry
    found["type"] = _type(entry, found)
    return found


def _authors(entry: str) -> tuple[list[dict[str, str]], str, str]:
    """Return whom an entry begins with, what follows, and whether author or editor."""
    several = _AUTHORS.match(entry)
    if several:
        people = [
            {"family": one["family"], "given": _spaced(one["given"])}
            for one in _ONE.finditer(several["authors"])
        ]
        end = several.end("authors")
    else:
        one = _FULL.match(entry)
        if one is None:
            return [], entry, ""
        people = [{"family": one["family"], "given": one["given"]}]
        end = one.end()
    after = _AFTER_AUTHORS.match(entry, end)
    edited = after is not None and after[1] is not None
    return people, entry[after.end() if after else end :], "editor" if edited else "author"


def _spaced(initials: str) -> str:
    return " ".join(re.sub(r"\.(?=\S)(?!-)", ". ", initials).split())


def _year(rest: str) -> tuple[int, str]:
    """Return the year, 0 when it is not sure, and the entry without it if it comes first."""
    first = _BRACKETED_YEAR.match(rest)
    if first:
        return int(first[1]), rest[first.end() :]
    years = {int(year) for year in _YEAR.findall(_RANGE.sub(" ", rest))}
    imprint = re.findall(rf"[,:(.]\s?({_YEAR.pattern})(?=[.,;:)]|\s[–—№]|$)", rest)
    if len(years) == 1:
        return years.pop(), rest
    return (int(imprint[-1]), rest) if len(set(imprint)) == 1 else (0, rest)


def _title(rest: str) -> str:
    """Return the title that ``rest`` begins with, "" when it is not plain."""
    part = _INSIDE.search(rest)
    end = _TITLE_END.search(rest)
    ends = [found.start() for found in (part, end) if found]
    if not ends:
        return ""
    cut = min(ends)
    title = rest[:cut] + (rest[cut] if rest[cut : cut + 1] in {"?", "!"} else "")
    title = title.strip(" .,;:–—")
    quoted = re.fullmatch(r"[«“\"]([^«»“”\"]+)[»”\"]", title)
    title = quoted[1].strip(" .,") if quoted else title
    words = re.findall(r"[^\W\d_]{2,}", title)
    return title if len(words) >= 2 and len(title) <= 300 else ""


def _type(entry: str, found: dict[str, Any]) -> str:
    if _PART_OF.search(entry) and "title" in found:
        inside = re.search(r"\b[Ii]n:\s|\bIn\s|\b[УуВв] кн\.", entry)
        return "chapter" if inside else "article-journal"
    if _PAGES_OF_BOOK.search(entry):
        return "book"
    return "webpage" if "URL" in found and "DOI" not in found else "document"
