"""The items of an enumeration: numbered, lettered, dashed or told off by ordinals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..parts import Sentence
from .clauses import Row
from .phrasewords import COUNTS

#: Words between a trigger and the colon that leads to its list.
_LEAD = 8
_NAMELY = frozenset({"namely", "тобто"})
_LEADING = _NAMELY | {":", "саме"}
#: Mark the first item of a list in brackets.
_FIRST = frozenset({"1", "a", "i"})
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
#: No list is longer.
_LONGEST = 40
_BULLETS = frozenset("–—-•▪●◦‣∙·■□►▸✓➢*")
_ORDINALS = {
    "uk": {
        1: ("по-перше", "на першому місці", "на першому плані", "першим", "насамперед"),
        2: ("по-друге", "на другому місці", "на другому", "другим"),
        3: ("по-третє", "на третьому місці", "на третьому", "третім", "далі"),
        4: ("по-четверте", "на четвертому місці", "на четвертому", "четвертим"),
        5: ("по-п'яте", "на п'ятому місці", "на п'ятому"),
        6: ("по-шосте", "на шостому місці", "на шостому"),
        7: ("по-сьоме",),
    },
    "en": {
        1: ("first", "firstly", "in the first place", "first and foremost"),
        2: ("second", "secondly", "in the second place", "then"),
        3: ("third", "thirdly", "in the third place", "then", "only then"),
        4: ("fourth", "fourthly"),
        5: ("fifth", "fifthly"),
        6: ("sixth", "sixthly"),
    },
}
#: Ordinals that tell off an item only where a dash follows: «перший – мир, другий – торгівля».
_NUMBERS = {
    word: rank
    for rank, words in enumerate(
        (
            "перший перша перше",
            "другий друга друге",
            "третій третя третє",
            "четвертий четверта четверте",
            "п'ятий п'ята п'яте",
        ),
        start=1,
    )
    for word in words.split()
}
for _word, _rank in _NUMBERS.items():
    _ORDINALS["uk"][_rank] = (*_ORDINALS["uk"][_rank], _word)
_DASHES = frozenset("–—-")
_FINALLY = {"uk": ("нарешті", "наостанок"), "en": ("finally", "lastly")}
_FILLING = {
    "uk": frozenset(
        [
            "стоїть",
            "стояло",
            "стояла",
            "стоять",
            "стояли",
            "є",
            "посідає",
            "посідала",
            "перебуває",
            "йде",
            "йдуть",
        ]
    ),
    "en": frozenset(["is", "are", "was", "were", "comes", "come", "came", "stands"]),
}
_MARKED = re.compile(r"\s*(?:\d{1,2}\s?[.)]|[а-яіїєa-z]\)|[–—•▪●◦‣∙·■□►▸✓➢*-])\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an enumeration: where it begins, and its rank where an ordinal tells it.

    ``last`` is the token after it where the listing itself tells.
    """

    row: Row
    first: int
    rank: int | None = None
    passage: int = 0
    last: int | None = None


def begins_item(clean: str, sentence: Sentence) -> bool:
    """Tell whether ``sentence`` is an item of a list: a number, a letter or a bullet leads it."""
    return _MARKED.match(clean, sentence.start, min(sentence.end, sentence.start + 12)) is not None


def items(
    row: Row,
    at: int,
    index: int,
    sentences: Sequence[Sentence],
    make_row: Callable[[int], Row],
) -> tuple[list[Item], bool]:
    """Return the items of the list that the words before token ``at`` of ``row`` lead to.

    ``index`` is the place of the sentence of ``row`` among ``sentences``; items may be
    sentences of their own, for which ``make_row`` gives the row. The second value tells
    whether the items are marked one by one.
    """
    colon = _colon(row, at)
    if colon is not None and len(ranked := list(_ranked(row, colon + 1))) > 1:
        return ranked, True
    told = list(_told(row, at))
    if len(told) > 1 and told[0].rank == 1:
        return told, True
    if colon is None:
        bracket = row.word(at) == "("
        return list(_numbered(row, at)) or list(_bracketed(row, at)) if bracket else [], True
    if colon + 1 < len(row):
        marked = list(_numbered(row, colon + 1))
        if marked:
            return marked + _following(index, sentences, make_row, row, len(marked)), True
        return list(_plain(row, colon + 1)), False
    return _following(index, sentences, make_row, row, 0), True


def is_counted(row: Row, at: int) -> bool:
    """Tell whether what is listed is counted or numbered at the token ``at``: «три речі: …»."""
    if row.language == "uk":
        return row.word(at) in COUNTS and not _LEADING.isdisjoint(row.words[at : at + _LEAD])
    if row.word(at) == "(":
        numbered = row.word(at + 1) in _FIRST and row.word(at + 2) == ")"
        return numbered or not COUNTS.isdisjoint(row.words[max(0, at - _LEAD) : at])
    counted = not COUNTS.isdisjoint(row.words[at : at + 2])
    return counted and not _LEADING.isdisjoint(row.words[at : at + _LEAD])


def _colon(row: Row, at: int) -> int | None:
    related = False
    for index in range(at, min(len(row), at + _LEAD)):
        if row.words[index] == ":":
            return index
        if row.words[index] in _NAMELY:
            return index
        if row.words[index] == "," and row.word(index + 1) in _NAMELY:
            return index + 1
        if row.words[index : index + 3] == [",", "а", "саме"]:
            return index + 2
        # "Three tools that others neglect, namely …" may hold the verb of a relative clause.
        related = related or row.opens_clause(index)
        verb = index > at and not related and row.is_verb(index)
        if verb or (row.is_mark(index) and row.words[index] not in "(),"):
            return None
    return None


def _bracketed(row: Row, at: int) -> Iterator[Item]:
    """Yield the items within the bracket at ``at``: "three tools (trade, aid and drones)"."""
    close = next((i for i in range(at, len(row)) if row.words[i] == ")"), at)
    if COUNTS.isdisjoint(row.words[max(0, at - _LEAD) : at]):
        return
    inside = range(at + 1, close)
    joint = next((i for i in reversed(inside) if row.is_conjunction(i)), None)
    if joint is None or any(row.words[i] in ":;.(" for i in inside):
        return
    begin = at + 1
    for end in range(at + 1, close + 1):
        if end in (joint, close) or (row.words[end] == "," and end not in row.inner):
            if end > begin:
                yield Item(row, begin, last=end)
            begin = end + 1


def _plain(row: Row, at: int) -> Iterator[Item]:
    """Yield the items that commas and a last conjunction part: "peace, trade and health"."""
    stops = [at - 1]
    end = at
    while end < len(row) and (row.words[end] == "," or not row.is_mark(end)):
        if row.words[end] == ",":
            stops.append(end)
        end += 1
    if row.is_conjunction(stops[-1] + 1):
        stops[-1] += 1  # "and" after the last comma
    elif len(stops) > 1:
        joints = [i for i in range(stops[-1] + 2, end) if row.is_conjunction(i)]
        stops += joints[:1]
    for start, stop in zip(stops, [*stops[1:], end], strict=True):
        last = stop - 1 if row.word(stop - 1) == "," else stop
        yield Item(row, start + 1, last=last if len(stops) > 1 else None)


def _ranked(row: Row, at: int) -> Iterator[Item]:
    """Yield the items that an ordinal follows: "the sea comes first, trade second"."""
    begin, wanted = at, 1
    for end in range(at, len(row) + 1):
        if end < len(row) and row.words[end] not in ",;.":
            continue
        begin += row.is_conjunction(begin)
        if end - begin < 2 or row.words[end - 1] not in _ORDINALS[row.language].get(wanted, ()):
            return
        last = end - 1
        while last > begin and row.words[last - 1] in _FILLING[row.language]:
            last -= 1
        yield Item(row, begin, wanted, last=last)
        begin, wanted = end + 1, wanted + 1


def _told(row: Row, at: int) -> Iterator[Item]:
    """Yield the items that ordinals tell off in one sentence."""
    wanted = 1
    index = at
    while index < len(row):
        for phrase in _ORDINALS[row.language].get(wanted, ()) + (
            _FINALLY[row.language] if wanted > 2 else ()
        ):
            words = phrase.split()
            if row.words[index : index + len(words)] == words:
                begin = _over_filling(row, index + len(words))
                if row.words[index] in _NUMBERS and row.word(index + 1) not in _DASHES:
                    continue
                yield Item(row, begin, wanted)
                index += len(words) - 1
                wanted += 1
                break
        index += 1


def _over_filling(row: Row, at: int) -> int:
    while at < len(row) and (
        row.words[at] in _FILLING[row.language] or row.words[at] in (",", "–", "—", "-", ":")
    ):
        at += 1
    return at


def _numbered(row: Row, at: int) -> Iterator[Item]:
    """Yield the items that numbers or letters mark within a sentence."""
    wanted = 1
    for index in range(at, len(row) - 1):
        mark = row.words[index]
        number = str(wanted)
        letter = "абвгґдеєжзиіїйклм"[wanted - 1 : wanted], "abcdefghijkl"[wanted - 1 : wanted]
        roman = mark in _ROMAN[wanted - 1 : wanted]
        if row.words[index + 1] in (")", ".") and (mark == number or mark in letter or roman):
            yield Item(row, index + 2)
            wanted += 1


def _following(
    index: int,
    sentences: Sequence[Sentence],
    make_row: Callable[[int], Row],
    lead: Row,
    count: int,
) -> list[Item]:
    """Return the items that are sentences of their own after the one at ``index``."""
    found: list[Item] = []
    section = sentences[index].passage.section
    clean = lead.clean
    for at in range(index + 1, min(len(sentences), index + 1 + _LONGEST)):
        sentence = sentences[at]
        if sentence.passage.section != section or not begins_item(clean, sentence):
            break
        if sentence.passage.duplicate_of is not None:
            break
        row = make_row(at)
        first = _after_mark(row)
        inner = list(_numbered(row, first)) if count == 0 else []
        found.append(Item(row, first, None, at))
        found += inner[1:]
    return found


def _after_mark(row: Row) -> int:
    if row.word(0) in _BULLETS:
        return 1
    return 2 if row.word(1) in (")", ".") else 1 if row.word(0).rstrip(".)").isdigit() else 0
