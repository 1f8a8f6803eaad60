"""Names in a run of Ukrainian words with a capital letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import capitals as c
from .capitals import INITIAL, INNER, Piece
from .givennames import GIVEN
from .nameforms import is_cyrillic, nominative_rank
from .nameparts import ACRONYM, NAME, ORGANISATION, PERSON, Around, Found
from .nametails import follows_capital, genitive_tail, headed_tail
from .namewords import (
    ORDINARY_ADJECTIVES,
    PARTICLES,
    SURNAME_ENDINGS,
    TELLING_STEMS,
    TREATY_STEMS,
)
from .people import full_name, hyphened, initialled, stretches

_OBLIQUE = re.compile(r"(?:[аяиіїую]|ого|ої|ом|ем|єм|им|ів)$")
#: What a noun ends in beside an adjective that ends so.
_AGREEING = {"а": ("а", "я", "ь"), "е": ("о", "е", "я"), "у": ("у", "ю", "ь")}
#: How nouns end that are in another case than a given name in the nominative after them.
_OTHER_CASES = ("у", "ю", "ою", "ею", "єю", "ів", "ами", "ями", "ові", "еві", "ої", "ого")
_PATRONYMIC = ("ович", "йович", "івна", "ївна", "овича", "івни", "овичу", "овичем")
_SHORT = 3
STATES = frozenset({"State", "FormerState"})
_RESEARCH = re.compile(
    r"^(?:\w+ )?(?:[Іі]нститут|[Цц]ентр|[Аа]кадемія|[Уу]ніверситет|[Аа]гентство)\b.+"
    r"(?:досліджень|відносин|наук|студій|політики)$"
    r"|^Міністерство [а-яіїєґ]+|^(?:[А-ЯІЇЄҐ]\w+ )?(?:[Кк]омітет|[Рр]ада|[Кк]омісія|[Аа]гентство"
    r"|[Сс]лужба|[Уу]правління|[Бб]юро|[Цц]ентр|[Оо]рганізація|[Фф]онд|[Гг]рупа) (?:з|із|зі) \w"
)


def ukrainian_names(
    text: Around, whole: Sequence[Piece], stop: int, *, first: bool
) -> Iterator[Found]:
    """Yield the names in a run; ``stop`` ends its sentence, ``first`` if it begins it."""
    reader = _Ukrainian(text, stop)
    for number, part in enumerate(_parted(whole)):
        yield from reader.names(part, first=first and number == 0)


def _parted(whole: Sequence[Piece]) -> list[list[Piece]]:
    """Part a run at its small words and possessives; a particle of a surname stays."""
    parts: list[list[Piece]] = [[]]
    for piece in whole:
        if piece.sort == INNER and piece.text not in PARTICLES:
            parts.append([])
            continue
        parts[-1].append(piece)
        if piece.shut:
            parts.append([])
    return [part for part in parts if part]


class _Ukrainian:
    def __init__(self, text: Around, stop: int) -> None:
        self.text = text
        self.stop = stop

    def names(self, part: list[Piece], *, first: bool) -> Iterator[Found]:
        if first and len(part) > 1 and self._ordinary(part[0], part[1]):
            part = part[1:]
            first = False
        if len(part) > 2 and self._stands_before(part[0], part[1], part[2]):
            yield from self.names(part[:1], first=first)
            part, first = part[1:], False
        head = next((i for i in range(len(part)) if self._heads(part, i)), None)
        if head is None:
            yield from self._rest(part, first=first)
            return
        begin = head
        while begin and c.adjectival(part[begin - 1].text):
            begin -= 1
        if begin:
            yield from self._rest(part[:begin], first=first)
        end = next(
            (i for i in range(head + 1, len(part)) if _begins_person(part, head, i)), len(part)
        )
        whole = part[begin:end]
        open_end = end == len(part)
        yield from self._organisation(
            whole, head - begin, open_end=open_end, first=first and begin == 0
        )
        if not open_end:
            yield from self._rest(part[end:], first=False)

    @staticmethod
    def _stands_before(word: Piece, given: Piece, surname: Piece) -> bool:
        """Tell whether a word is no part of the full name after it: «Реформу Олег Мороз …»."""
        if any(one.sort != c.WORD for one in (word, given, surname)) or word.linked:
            return False
        if given.text.lower() not in GIVEN or not is_cyrillic(given.text):
            return False
        if surname.text.endswith(_PATRONYMIC) or c.is_given(word.text) or c.is_title(word.text):
            return False
        return not is_cyrillic(word.text) or (
            len(word.text) > _SHORT and word.text.endswith(_OTHER_CASES)
        )

    def _heads(self, part: Sequence[Piece], index: int) -> bool:
        """Tell whether a word is the noun of an organisation unknown to the lexicon."""
        piece = part[index]
        if piece.sort != c.WORD or piece.text.isupper() or not c.heads_organisation(piece.text):
            return False
        if not piece.linked:
            return True
        known = self.text.known
        return (
            index + 1 < len(part)
            and not known.covers(piece.start, part[index + 1].end)
            and known.reaches(piece.start) == piece.end
        )

    def _ordinary(self, word: Piece, after: Piece) -> bool:
        """Tell whether the first word of a sentence is no part of the name after it."""
        if word.sort == INITIAL or word.linked or c.acronym(word.text):
            return False
        organised = c.heads_organisation(word.text)
        if c.is_starter(word.text) or c.is_title(word.text) or self.text.words.occurs(word.text):
            return not organised or after.linked
        if c.is_given(word.text) or c.adjectival(word.text) or organised:
            return False
        # «Візит Макрона» is no person, «Мілорад Додік» is.
        if after.linked or after.sort == INITIAL or _OBLIQUE.search(after.text):
            return True
        # «Мілини Скарборо» is no person either.
        return nominative_rank(word.text) == 2 and nominative_rank(after.text) == 1

    def _organisation(
        self, part: list[Piece], head: int, *, open_end: bool, first: bool
    ) -> Iterator[Found]:
        start, finish = part[0].start, part[-1].end
        if part[-1].sort == INNER:
            finish = next(one.end for one in reversed(part) if one.sort != INNER)
        elif open_end:
            finish = self._tail(finish)
        finish = max(finish, self.text.known.reaches(finish - 1))
        # The noun alone names nobody.
        if self.text.known.covers(start, finish) or (head == 0 and finish == part[0].end):
            return
        told = len(part) > head + 1 or _RESEARCH.search(self.text.clean[start:finish]) is not None
        begun = first and head == 0 and not part[0].text.lower().startswith(TELLING_STEMS)
        if begun and not (told and len(part) == 1):
            # «Місія ЄУЛЕКС» at the start of a sentence: the capital may be the sentence's.
            yield Found(start, finish, ORGANISATION, sure=False)
            yield from self._rest(part[1:], first=False)
            return
        yield Found(start, finish, ORGANISATION, sure=not first or told)

    def _tail(self, end: int) -> int:
        tail = genitive_tail(self.text.clean, end, self.stop)
        if tail > end:
            capital = follows_capital(self.text.clean, tail)
            if 0 < capital < self.stop and self.text.known.type_at(capital) in STATES:
                return self.text.known.reaches(capital)
        return tail

    def _rest(self, part: Sequence[Piece], *, first: bool) -> Iterator[Found]:
        """Yield the persons and the other names in a part without an organisation."""
        for number, stretch in enumerate(stretches(self.text, part)):
            begins = first and number == 0 and stretch[0] is part[0]
            if len(stretch) > 2 and self._is_place(stretch[0]):
                yield from self._group(stretch[:1], first=begins)
                yield from self._group(stretch[1:], first=False)
            else:
                yield from self._group(stretch, first=begins)

    def _is_place(self, word: Piece) -> bool:
        """Tell whether a place in the locative stands before a person."""
        before = self.text.clean[max(0, word.start - 3) : word.start].lower()
        return (
            word.sort == c.WORD and word.text.endswith("і")
            and before.endswith((" в ", " у ", "на "))
            and not c.is_given(word.text) and not c.adjectival(word.text)
        )  # fmt: skip

    def _group(self, group: list[Piece], *, first: bool) -> Iterator[Found]:
        if any(piece.sort == INITIAL for piece in group):
            yield from self._initials(group, first=first)
            return
        group, titled = _untitled(group)
        words = [piece for piece in group if piece.sort == c.WORD]
        if len(words) > 1 and any(c.acronym(word.text) for word in words):
            for number, piece in enumerate(words):
                yield from self._group([piece], first=first and number == 0)
        elif len(words) == 1:
            title = titled and nominative_rank(titled) >= nominative_rank(words[0].text)
            for one in self._word(words[0], first=first and not titled):
                yield replace(one, kind=PERSON) if title and one.kind == NAME else one
        elif words and self._is_person(words[0].text, words[1].text):
            yield full_name(self.text, group)
        elif words:
            yield from self._phrase(group, first=first)

    @staticmethod
    def _is_person(word: str, after: str) -> bool:
        if c.is_given(word):
            return True
        return not c.heads_other(word) and not (c.adjectival(word) and _may_agree(word, after))

    def _initials(self, group: list[Piece], *, first: bool) -> Iterator[Found]:
        before, person, after = initialled(self.text, group)
        if before:
            yield from self._group(before, first=first)
        if person is not None:
            yield person
        if after:
            yield from self._group(after, first=False)

    def _phrase(self, group: Sequence[Piece], *, first: bool) -> Iterator[Found]:
        word = group[0].text
        if first and c.adjectival(word) and self.text.words.occurs(word):
            yield from self._word(group[1], first=False)
            return
        end = group[-1].end
        if c.adjectival(group[-1].text):
            end, _ = headed_tail(self.text.clean, end, self.stop)
        yield Found(group[0].start, end, NAME, sure=not first)

    def _word(self, piece: Piece, *, first: bool) -> Iterator[Found]:
        word = piece.text
        if len(word) < 2 or c.is_numeral(word):
            return
        if capitals := c.acronym(word):
            if len(word) < 5 or not self.text.words.occurs(word):
                yield Found(piece.start, piece.end, ACRONYM, capitals)
        elif word[1].isupper() and len(word) < 6:
            # A measure or an abbreviation: МВт.
            return
        elif self.text.words.occurs(word):
            if not first and not c.is_head(word):
                yield Found(piece.start, piece.end, NAME, word, sure=False)
        elif not (word.isupper() or (first and c.is_starter(word))):
            yield from self._plain(piece, first=first)

    def _plain(self, piece: Piece, *, first: bool) -> Iterator[Found]:
        word = piece.text
        if c.adjectival(word):
            end, noun = headed_tail(self.text.clean, piece.end, self.stop)
            if noun:
                yield from self._headed(piece, end, noun, first=first)
                return
            if (piece.start, piece.end) in self.text.known.weak:
                return
        if c.heads_organisation(word):
            yield from self._organisation([piece], 0, open_end=True, first=first)
        elif not c.heads_other(word):
            start = c.prefix(self.text.clean, piece.start)
            kind = self.text.kind(start, piece.end, word)
            told = kind == PERSON and word.lower().endswith(SURNAME_ENDINGS)
            end = hyphened(self.text.clean, piece.end)
            yield Found(start, end, kind, word, sure=not first or told)

    def _headed(self, piece: Piece, end: int, noun: str, *, first: bool) -> Iterator[Found]:
        """Yield what an adjective with a capital and a noun without one name."""
        organised = c.heads_organisation(noun)
        end = self._tail(end) if organised else end
        if not self.text.known.covers(piece.start, end):
            told = _RESEARCH.search(self.text.clean[piece.start : end]) is not None
            sure = not first or told or self._is_treaty(piece, noun)
            yield Found(piece.start, end, ORGANISATION if organised else NAME, sure=sure)

    def _is_treaty(self, piece: Piece, noun: str) -> bool:
        """Tell whether an adjective made of a name stands before an agreement."""
        small = piece.text.lower()
        return (
            ("ськ" in small or "цьк" in small) and noun.startswith(TREATY_STEMS)
            and not small.startswith(ORDINARY_ADJECTIVES)
            and (piece.start, piece.end) not in self.text.known.weak
            and not self.text.words.occurs(small)
        )  # fmt: skip


def _begins_person(part: Sequence[Piece], head: int, at: int) -> bool:
    """Tell whether a person follows the organisation of ``head``: «Центру Мечникова Олег Мороз»."""
    if part[at].sort == INITIAL:
        return True
    full = at > head + 1 and at + 1 < len(part) and part[at + 1].sort == c.WORD
    return full and is_cyrillic(part[at].text) and part[at].text.lower() in GIVEN


def _may_agree(adjective: str, noun: str) -> bool:
    """Tell whether the endings of an adjective and a noun fit: «Мілена Ворніч» is none."""
    ends = _AGREEING.get(adjective[-1].lower())
    return ends is None or noun.lower().endswith(ends) or c.adjectival(noun)


def _untitled(group: list[Piece]) -> tuple[list[Piece], str]:
    """Return a group without the small words and the title around it, and that title."""
    start, end, title = 0, len(group), ""
    while start < end and _is_outside(group[start]):
        title = group[start].text if c.is_title(group[start].text) else title
        start += 1
    while end > start and group[end - 1].sort == INNER:
        end -= 1
    return group[start:end], title


def _is_outside(piece: Piece) -> bool:
    return piece.sort == INNER or len(piece.text) == 1 or c.is_title(piece.text)
