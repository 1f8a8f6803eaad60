"""Names made with known places: summits and agreements, routes, streets and squares."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..parts import Sentence
from .capitals import LOWER, UPPER
from .nameparts import NAME, Around, Found
from .namequotes import QUIET, SKIPPED
from .namewords import CONTINENTS

_CAPITAL = rf"[{UPPER}][{UPPER}{LOWER}’'ʼ-]+"
#: What an English name of a place stands before: «Hanoi summit».
_MEETING = re.compile(
    r"[ \u00a0](?:peace )?(?:summits?|conference|accords?|agreements?|treat(?:y|ies)|convention"
    r"|declaration|protocols?|charter|memorandum|pact|process|communiqué)(?![\w-])"
)
#: Parts of the world, whose summits are many.
_WIDE = re.compile(
    r"(?:asia|europe|africa|america|east|west|north|south|gulf|sea|arctic|balkan|pacific|atlantic"
    r"|caucasus|baltic|mediterranean|world|kremlin|white house|region|union|islands?)s?$",
    re.IGNORECASE,
)
_CHAIN = re.compile(rf"(?:[ \u00a0]?[–—-][ \u00a0]?{_CAPITAL}(?:[ \u00a0]{_CAPITAL})?)+")
_ROUTE = re.compile(
    r"[ \u00a0](?:(?:gas|oil|natural gas|high-speed|rail|transport) )?"
    r"(?:pipelines?|railway|railroad|line|highway|motorway|expressway|corridor|route|cable|link)"
    r"(?![\w-])"
)
_ROUTE_BEFORE = re.compile(
    r"(?<!\w)(?:[ГгНнТт](?:азо|афто|рубо)пров|[Аа]міакопров|[Зз]алізниц|(?:[Аа]вто)?магістрал"
    r"|[Аа]втострад|[Мм]агістрал|[Тт]рас|[Кк]оридор|[Мм]аршрут|[Кк]абел|[Сс]полученн)"
    rf"[{LOWER}]*[ \u00a0\n]«?$"
)
#: The nouns without their first letter, which may be a capital.
_STREETS = ("улиц", "роспект", "лощ", "айдан", "ульвар", "абережн", "ровул", "звоз", "осе ")
_STREET = re.compile(
    rf"(?<!\w)(?:[Вв]улиц|[Пп]роспект|[Пп]лощ|[Мм]айдан|[Бб]ульвар|[Нн]абережн|[Пп]ровул|[Уу]звоз"
    rf"|[Шш]осе)[{LOWER}]{{0,4}}(?:[ \u00a0]{_CAPITAL}){{1,3}}(?![\w-])"
)
_LONGEST_NOUN = 24


def placed_names(text: Around, sentences: Sequence[Sentence], modes: Sequence[int]) -> list[Found]:
    """Return the names that a known place is a part of, in the order of the text."""
    starts = [sentence.start for sentence in sentences]
    found = []
    for start, end in (*_with_places(text), *_streets(text.clean)):
        index = bisect_right(starts, start) - 1
        if index < 0 or modes[index] == SKIPPED or end > sentences[index].end:
            continue
        if not text.known.covers(start, end):
            one = Found(start, end, NAME)
            found.append(one.unsure() if modes[index] == QUIET else one)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _with_places(text: Around) -> Iterator[tuple[int, int]]:
    clean, reach = text.clean, 0
    for start, end in text.known.places:
        if start < reach:
            continue
        if (chain := _CHAIN.match(clean, end)) is not None:
            if after := _ROUTE.match(clean, chain.end()):
                reach = after.end()
                yield start, reach
            elif before := _ROUTE_BEFORE.search(clean, max(0, start - _LONGEST_NOUN), start):
                reach = chain.end()
                yield before.start(), reach
        elif clean[start - 1 : start] not in "-–—" and (met := _MEETING.match(clean, end)):
            name = clean[start:end]
            if name.lower() not in CONTINENTS and not _WIDE.search(name):
                reach = met.end()
                yield start, reach


def _streets(clean: str) -> Iterator[tuple[int, int]]:
    for stem in _STREETS:
        at = clean.find(stem, 1)
        while at > 0:
            if match := _STREET.match(clean, at - 1):
                yield match.span()
            at = clean.find(stem, at + 1)
