"""Names in a run of English words with a capital letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import capitals as c
from .capitals import INITIAL, INNER, Piece
from .namejoints import joined_parts, series
from .nameparts import ACRONYM, NAME, ORGANISATION, PERSON, Around, Found
from .namewords import ABSTRACT, ORDINARY, PARTICLES, VAGUE
from .people import full_name, initialled, stretches


def english_names(text: Around, whole: Sequence[Piece], *, first: bool) -> Iterator[Found]:
    """Yield the names in a run; ``first`` tells that it begins a sentence."""
    reader = _English(text)
    for number, part in enumerate(joined_parts(text, whole)):
        yield from reader.names(part, first=first and number == 0)


_BEFORE_DASH = re.compile(r"(?<![\w–-])(?:[A-Z]\w+[–-])+$")


_PLACES = frozenset({"State", "Region"})
#: «Ohrid agreement»
_TREATY = re.compile(
    r" (?:peace |framework )?(?:agreements?|accords?|treaty|convention|pact|protocol|declaration"
    r"|memorandum)\b(?!-)"
)
#: «Estlink 2 in December»
_NUMBERED = re.compile(
    r" \d{1,2}(?=[,.;:)](?!\d)|\s(?:in|is|was|and|which|has|had|to|for|from|by|on|as|will|would)\b)"
)


class _English:
    def __init__(self, text: Around) -> None:
        self.text = text

    def names(self, part: list[Piece], *, first: bool) -> Iterator[Found]:
        part, titled = _untitled(part)
        if not part or self.text.known.covers(part[0].start, part[-1].end):
            return
        if self._is_headed(part):
            words = [one.text for one in part if one.sort == c.WORD]
            kind = ORGANISATION if _organised(words, joined=_is_joined(part)) else NAME
            sure = not first or not self.text.words.occurs(words[0])
            start = _dashed(self.text.clean, part[0].start)
            yield Found(start, series(self.text, part), kind, sure=sure)
            return
        if not (first or titled) and self._ends_in_place(part):
            yield Found(part[0].start, part[-1].end, NAME)
            return
        for number, stretch in enumerate(stretches(self.text, part)):
            rest, here = _untitled(stretch)
            begins = first and number == 0 and stretch[0] is part[0]
            yield from self._group(rest, first=begins, titled=here or (titled and number == 0))

    @staticmethod
    def _is_headed(part: Sequence[Piece]) -> bool:
        """Tell whether a part ends in a noun that names end in, or is joined by one."""
        words = [one for one in part if one.sort == c.WORD]
        if not words:
            return False
        if _is_joined(part):
            return not part[0].linked or len(words) > 2
        if c.is_given(words[0].text):
            # «Christian Democratic Union»; «Frank Church» is a person.
            return len(words) > 2 and c.heads_organisation(words[-1].text)
        return len(words) > 1 and c.is_head(words[-1].text)

    def _ends_in_place(self, part: Sequence[Piece]) -> bool:
        """Tell whether a known place ends an unknown name: «Amani Africa»."""
        before, last = part[:-1], part[-1]
        return (
            bool(before) and last.linked and self.text.known.type_at(last.start) in _PLACES
            and all(one.sort == c.WORD and not one.linked for one in before)
            and not any(c.is_common(one.text) or c.is_given(one.text) for one in before)
        )  # fmt: skip

    def _group(self, group: list[Piece], *, first: bool, titled: bool) -> Iterator[Found]:
        words = [one.text for one in group if one.sort == c.WORD]
        if any(one.sort == INITIAL for one in group):
            yield from self._initials(group, first=first)
        elif len(words) == 1:
            word = next(one for one in group if one.sort == c.WORD)
            for one in self._word(word, first=first and not titled):
                yield replace(one, kind=PERSON) if titled and one.kind == NAME else one
        elif words and c.is_given(words[0]):
            yield full_name(self.text, group)
        elif not all(c.is_common(word) or c.is_title(word) or c.is_head(word) for word in words):
            yield from self._several(group, words, first=first, titled=titled)

    def _initials(self, group: list[Piece], *, first: bool) -> Iterator[Found]:
        before, person, after = initialled(self.text, group)
        if before:
            yield from self._group(before, first=first, titled=False)
        if person is not None:
            yield person
        if after:
            yield from self._group(after, first=False, titled=False)

    def _several(
        self, group: list[Piece], words: Sequence[str], *, first: bool, titled: bool
    ) -> Iterator[Found]:
        start, end = group[0].start, group[-1].end
        if first and self.text.words.occurs(words[0]):
            yield Found(start, end, NAME, sure=False)
            rest, titled = _untitled(group[1:])
            yield from self._group(rest, first=False, titled=titled)
        elif self._is_person(group, words, titled=titled):
            yield full_name(self.text, group)
        elif not all(self.text.words.occurs(word) for word in words):
            yield Found(start, end, NAME)

    def _is_person(self, group: Sequence[Piece], words: Sequence[str], *, titled: bool) -> bool:
        last = group[-1]
        known = (last.start, last.end) in self.text.known.weak or c.is_listed(last.text)
        if last.text.endswith("ian") and not known and len(words) > 1:
            words = words[:-1]  # «Ani Terzian», but «Young Brazilian».
        if len(words) > 3 or any(c.is_common(word) or c.acronym(word) for word in words):
            return False
        if titled or any(one.sort == INNER for one in group):
            return True
        if not any(_is_ordinary(word) for word in words):
            return True
        return self.text.kind(group[0].start, group[-1].end, words[0]) == PERSON

    def _word(self, piece: Piece, *, first: bool) -> Iterator[Found]:
        word = piece.text
        weak = (piece.start, piece.end) in self.text.known.weak  # «Bahraini», «Singapore-based»
        if weak or len(word) < 2 or c.is_numeral(word) or c.is_title(word) or word[1:] == "s":
            return
        if capitals := c.acronym(word):
            yield Found(piece.start, piece.end, ACRONYM, capitals)
            return
        if word.isupper() or (first and c.is_starter(word)):
            return
        if c.is_common(word) or c.is_head(word) or word.lower() in VAGUE:
            if not c.is_listed(word):
                # «Terzian» after «Ani Terzian», in spite of its ending.
                yield Found(piece.start, piece.end, NAME, word, sure=False)
            return
        occurs = self.text.words.occurs(word)
        if occurs or word.lower() in ORDINARY:
            if not (first and occurs):
                yield Found(piece.start, piece.end, NAME, word, sure=False)
            return
        start = c.prefix(self.text.clean, piece.start)
        if treaty := _TREATY.match(self.text.clean, piece.end):
            yield Found(start, treaty.end(), NAME, sure=not first)
            return
        kind = self.text.kind(start, piece.end, word)
        # «Mearsheimer argues»: no article, no plural, no abstract noun.
        told = kind == PERSON and not word.lower().endswith(ABSTRACT)
        numbered = _NUMBERED.match(self.text.clean, piece.end) if kind == NAME else None
        end = numbered.end() if numbered else piece.end
        yield Found(start, end, kind, word, sure=not first or told)


def _dashed(clean: str, start: int) -> int:
    """Return ``start``, or where words that dashes join to the name begin: «US–Japan …»."""
    found = _BEFORE_DASH.search(clean, max(0, start - 40), start)
    return found.start() if found else start


def _is_joined(part: Sequence[Piece]) -> bool:
    return any(one.sort == INNER and one.text not in PARTICLES for one in part)


def _organised(words: Sequence[str], *, joined: bool) -> bool:
    """Tell whether the noun that the name is built on is that of an organisation."""
    if joined:
        return any(c.heads_organisation(word) for word in words)
    return c.heads_organisation(words[-1])


def _is_ordinary(word: str) -> bool:
    small = word.lower()
    return small in ORDINARY or c.is_common(word) or c.is_head(word) or bool(c.acronym(word))


def _untitled(part: list[Piece]) -> tuple[list[Piece], bool]:
    """Return a part without the titles around it, and whether one stood in front."""
    cut = _titles(part)
    start, end = cut, len(part)
    while end > start and _is_behind(part[end - 1]):
        if end - start == 2 and c.is_given(part[start].text):
            break
        end -= 1
    while start < end and (part[start].sort == INNER or len(part[start].text) == 1):
        start += 1
    return part[start:end], bool(cut)


def _is_behind(piece: Piece) -> bool:
    return piece.sort == INNER or (piece.sort == c.WORD and c.is_title(piece.text))


def _titles(part: Sequence[Piece]) -> int:
    """Return how many words in front are a title: «Foreign Minister», «Secretary of State»."""
    cut = 0
    for index, piece in enumerate(part):
        if piece.sort == INNER and cut == index and cut and piece.text not in ("and", "&"):
            continue
        if piece.sort != c.WORD or piece.linked:
            break
        if c.is_title(piece.text):
            after = part[index + 1] if index + 1 < len(part) else None
            if after is not None and after.sort == c.WORD and c.is_head(after.text):
                break
            cut = index + 1
        elif c.is_portfolio(piece.text):
            cut = index + 1 if cut else 0
        elif not c.is_common(piece.text):
            break
    return cut
