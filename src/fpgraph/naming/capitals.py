"""Runs of words with a capital letter: where they stand and what they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .givennames import GIVEN
from .nameforms import crude_stem, is_cyrillic
from .namewords import (
    NOUN_ENDINGS,
    ORGANISATION_STEMS,
    ORGANISATIONS,
    OTHER_HEADS,
    OTHER_STEMS,
    PARTICLES,
    PORTFOLIOS,
    POSSESSIVE_NAMES,
    TITLE_STEMS,
    TITLES,
)
from .plainwords import ADJECTIVE_ENDINGS, CAPITAL_ADJECTIVES, NO_ACRONYMS, STARTERS


def _letters() -> tuple[str, str]:
    """Return the capital and the small letters that names are written in, as classes."""
    blocks = ((0x41, 0x250), (0x400, 0x530), (0x1E00, 0x1F00))
    known = [chr(code) for first, last in blocks for code in range(first, last)]
    upper = "".join(letter for letter in known if letter.isupper())
    return upper, "".join(letter for letter in known if letter.isalpha() and not letter.isupper())


UPPER, LOWER = _letters()
_U, _A = f"[{UPPER}]", f"[{UPPER}{LOWER}]"
_INITIAL = rf"(?:Дж|Дз|Ch|Th|Ph|Kh|Sh|Zh|Yu|Ya|Ye|Ju|{_U})\.(?:-{_U}\.)?"
#: Small words between the hyphens of one name: «Zarb-e-Azb».
_LINK = "(?:(?:e|i|ul|al|el|la|le|de|sur|ze|уль|аль|ель|є|і|ле|ла|де|сюр)-)?"
_WORD = rf"{_U}{_A}*(?:[’'ʼ]{_A}+)*(?:-{_LINK}{_U}{_A}*(?:[’'ʼ]{_A}+)*)*"
_ATOM = rf"(?:{_INITIAL}(?!{_A}*\w\.?-)|{_WORD})"
_SPACE = "[ \u00a0]"
_INNER = "|".join(sorted(PARTICLES)) + "|of|for|on|in|to|and|the|&|та|і|й"
#: As an atom, but after its first letter: a search by a class of letters is fastest.
_FIRST = (
    rf"{_U}(?<![\w\u0301@#/_].)"
    rf"(?:(?:(?<=Д)[жз]|(?<=[CTPKSZ])h|(?<=Y)[uae]|(?<=J)u)?\.(?:-{_U}\.)?(?!{_A}*\w\.?-)"
    rf"|{_A}*(?:[’'ʼ]{_A}+)*(?:-{_LINK}{_U}{_A}*(?:[’'ʼ]{_A}+)*)*)"
)
_ARTICLE = r"(?:(?:al|el|an|ar|as|ash|at|ad|аль|ель|ан|ар|ас|аш|ат|ад|ал)-)?"
_RUN = re.compile(
    rf"{_FIRST}"
    rf"(?:(?:{_SPACE}(?:(?:{_INNER}){_SPACE}){{0,3}}|(?<=\.)){_ARTICLE}{_ATOM})*"
)
_PIECE = re.compile(
    rf"(?P<initial>{_INITIAL})(?=$|\W|{_U})|(?P<word>{_ARTICLE}{_WORD})|(?P<inner>[\w&]+)"
)
_ROMAN = re.compile(r"[IVXLCІХС]+")
_ACRONYM = re.compile(
    rf"(?P<head>[{UPPER}]{{2,9}}(?:-[{UPPER}\d]{{1,8}})*)(?P<ending>[{LOWER}]{{0,3}})"
)
_ENDINGS = frozenset(["у", "а", "ом", "і", "ові", "ів", "ам", "ами", "ах", "и", "s"])
_ADJECTIVE = re.compile(
    r"(?:ськ|цьк|зьк|н|ов|ев|єв|ин|ін|їн|шн|жн|чн|івськ)(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е|і|их|ими)$"
    r"|(?:ій|ього|ьому|ьої|ьою|ня|нє|ої|ого|ому|их|ими|ий)$"
)
_PREFIXES = re.compile(r"(?:(?<!\w)(?:аль|ель|ан|ар|ас|аш|al|el|an|as)-|(?<!\w)[дd][’'])$")

WORD, INITIAL, INNER = "word", "initial", "inner"


@dataclass(slots=True)
class Piece:
    """A word, an initial or a small word within a run, at ``start:end``.

    ``linked`` tells that the lexicon knows it as a part of something; ``shut`` that
    a possessive ending follows.
    """

    text: str
    start: int
    end: int
    sort: str
    linked: bool = False
    shut: bool = False


def runs(clean: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the runs of words with a capital letter within ``clean[start:end]``."""
    return _RUN.finditer(clean, start, end)


def prefix(clean: str, start: int) -> int:
    """Return where a name at ``start`` begins with its article (``аль-``, ``d’``) before it."""
    if start and clean[start - 1] in "-’'":
        found = _PREFIXES.search(clean, max(0, start - 5), start)
        return found.start() if found else start
    return start


def pieces(clean: str, start: int, end: int) -> list[Piece]:
    """Return what the run at ``start:end`` is made of; a possessive ending is cut off."""
    found = []
    for match in _PIECE.finditer(clean, start, end):
        text, stop, sort = match[0], match.end(), match.lastgroup or INNER
        piece = Piece(text, match.start(), stop, sort)
        if sort == WORD and text[-2:] in ("’s", "'s", "ʼs") and text[0] < "\u0400":
            piece.text, piece.end = text[:-2], stop - 2
            piece.shut = piece.text.lower() not in POSSESSIVE_NAMES
            if not piece.shut:
                piece.end, piece.text = stop, text
        found.append(piece)
    return found


@lru_cache(maxsize=1 << 13)
def is_title(word: str) -> bool:
    """Tell whether a word is a title or an occupation, in whatever case."""
    if len(word) > 1 and word.isupper():
        return False
    small = word.lower()
    if is_cyrillic(small):
        parts = [small, *small.split("-")]
        return any(_stemmed(part, TITLE_STEMS) for part in parts) and not is_given(word)
    return small in TITLES or small.split("-")[0] in ("vice", "prime", "ex", "co")


@lru_cache(maxsize=1 << 13)
def is_portfolio(word: str) -> bool:
    """Tell whether an English word may stand within a title."""
    return word.lower() in PORTFOLIOS


@lru_cache(maxsize=1 << 13)
def is_given(word: str) -> bool:
    """Tell whether a word is a frequent given name, in whatever case."""
    small = word.lower().replace("’", "'")
    if small in GIVEN:
        return True
    if "-" in small:
        return all(is_given(part) for part in small.split("-"))
    if not is_cyrillic(small):
        return False
    return any(
        small.endswith(ending) and small[: len(small) - len(ending)] in _given_stems()
        for ending in ("ові", "еві", "єві", "ою", "ею", "єю", "ом", "ем", "єм", "а", "у", "і", "и",
                       "я", "ю", "ї", "е", "о")
    )  # fmt: skip


@lru_cache(maxsize=1)
def _given_stems() -> frozenset[str]:
    stems = set()
    for name in GIVEN:
        if is_cyrillic(name):
            stems.add(name[:-1] if name[-1] in "аяйьо" else name)
    return frozenset(stem for stem in stems if len(stem) > 1)


@lru_cache(maxsize=1 << 13)
def heads_organisation(word: str) -> bool:
    """Tell whether a noun is one that names of organisations are built on."""
    small = word.lower()
    if is_cyrillic(small):
        return _stemmed(small, ORGANISATION_STEMS)
    return small in ORGANISATIONS


@lru_cache(maxsize=1 << 13)
def heads_other(word: str) -> bool:
    """Tell whether a noun is one that names of agreements, seas, wars and the like end in."""
    small = word.lower()
    if is_cyrillic(small):
        return _stemmed(small, OTHER_STEMS)
    return small in OTHER_HEADS


def is_head(word: str) -> bool:
    """Tell whether a noun is one that names of any sort are built on."""
    return heads_organisation(word) or heads_other(word)


def _stemmed(word: str, stems: tuple[str, ...]) -> bool:
    if not word.startswith(stems):  # most words, told at once
        return False
    return any(word.startswith(stem) and word[len(stem) :] in NOUN_ENDINGS for stem in stems)


@lru_cache(maxsize=1 << 13)
def adjectival(word: str) -> bool:
    """Tell whether a Ukrainian word looks like an adjective."""
    return is_cyrillic(word) and _ADJECTIVE.search(word.lower()) is not None and len(word) > 4


@lru_cache(maxsize=1 << 13)
def is_starter(word: str) -> bool:
    """Tell whether a word at the start of a sentence is an ordinary one."""
    small = word.lower()
    return len(small) == 1 or small in STARTERS or small.split("-")[0] in STARTERS


@lru_cache(maxsize=1 << 13)
def is_listed(word: str) -> bool:
    """Tell whether an English word is one that names nobody by the lists, not by its ending."""
    small = word.lower()
    return small in CAPITAL_ADJECTIVES or small in STARTERS or is_head(word)


@lru_cache(maxsize=1 << 13)
def is_common(word: str) -> bool:
    """Tell whether an English word with a capital names nobody by itself."""
    small = word.lower()
    if small in CAPITAL_ADJECTIVES or small in STARTERS:
        return True
    return len(small) > 5 and small.endswith(ADJECTIVE_ENDINGS) and small.isascii()


@lru_cache(maxsize=1 << 13)
def is_numeral(word: str) -> bool:
    """Tell whether a word is a Roman numeral, in Latin or in Cyrillic letters."""
    return _ROMAN.fullmatch(word) is not None


@lru_cache(maxsize=1 << 13)
def acronym(word: str) -> str:
    """Return the capitals of an acronym without its ending, "" when it is none."""
    found = _ACRONYM.fullmatch(word)
    if found is None or is_numeral(word):
        return ""
    head, ending = found["head"], found["ending"]
    if ending and ending not in _ENDINGS:
        return ""
    if ending == "s" and (is_cyrillic(head) or len(head) < 3):
        return ""
    return "" if head in NO_ACRONYMS or word in NO_ACRONYMS else head


def stems_of(words: list[str]) -> tuple[str, ...]:
    """Return the words of a phrase without their endings."""
    return tuple(crude_stem(word) for word in words)
