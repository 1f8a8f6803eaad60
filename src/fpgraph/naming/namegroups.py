"""Which of the names found in a text are forms of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .capitals import is_given, stems_of
from .nameforms import crude_stem, folded, form_keys, is_cyrillic, nominative_rank
from .nameparts import ACRONYM, NAME, PERSON, Found


@dataclass(frozen=True, slots=True)
class Group:
    """The occurrences of one name; ``form`` is its fullest and most nominative spelling."""

    form: str
    kind: str
    members: tuple[Found, ...]


def groups(clean: str, found: Sequence[Found]) -> list[Group]:
    """Return the names of a text in the order in which they first occur.

    Surnames alone go with the one person of that surname; with two persons of one
    surname they stand apart, as nothing tells whom they mean. What is not sure
    counts only where it is a form of a name that is.
    """
    sure = [one for one in found if one.sure]
    unsure = [one for one in found if not one.sure]
    parts = [*_acronyms(sure, unsure), *_phrases(clean, sure, unsure), *_words(sure, unsure)]
    inside = _inside([one for members in parts for one in members])
    kept = ([one for one in members if one not in inside] for members in parts)
    made = [_group(clean, members) for members in kept if members]
    return sorted(made, key=lambda group: (group.members[0].start, group.members[0].end))


def _inside(found: Sequence[Found]) -> set[Found]:
    """Return what stands within a longer name: the longer one is meant."""
    inside = set()
    end = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start < end:
            inside.add(one)
        end = max(end, one.end)
    return inside


def _ordered(members: Iterable[Found]) -> list[Found]:
    return sorted(members, key=lambda one: (one.start, one.end))


def _acronyms(sure: Sequence[Found], unsure: Sequence[Found]) -> list[list[Found]]:
    by_head: dict[str, list[Found]] = defaultdict(list)
    for one in sure:
        if one.kind == ACRONYM:
            by_head[one.word].append(one)
    # Capitals throughout are a name at the start of a sentence, too.
    for one in unsure:
        if one.kind == ACRONYM and one.word in by_head:
            by_head[one.word].append(one)
    return [_ordered(members) for members in by_head.values()]


def _phrases(clean: str, sure: Sequence[Found], unsure: Sequence[Found]) -> list[list[Found]]:
    by_stems: dict[tuple[str, ...], list[Found]] = defaultdict(list)
    for one in sure:
        if not one.word:
            by_stems[_phrase_key(clean, one)].append(one)
    for one in unsure:
        if not one.word and (key := _phrase_key(clean, one)) in by_stems:
            by_stems[key].append(one)
    return [_ordered(members) for members in by_stems.values()]


def _phrase_key(clean: str, one: Found) -> tuple[str, ...]:
    return stems_of(clean[one.start : one.end].split())


def _words(sure: Sequence[Found], unsure: Sequence[Found]) -> list[list[Found]]:
    """Return the groups of what has one telling word: persons, places, short names."""
    words = sorted({one.word for one in sure if one.word and one.kind != ACRONYM})
    families = _families(words)
    by_family: dict[str, list[Found]] = defaultdict(list)
    for one in sure:
        if one.word and one.kind != ACRONYM:
            by_family[families[one.word]].append(one)
    roots = {key: families[word] for word in words for key in form_keys(word)}
    for one in unsure:
        if one.word and one.kind != ACRONYM:
            root = next((roots[key] for key in sorted(form_keys(one.word)) if key in roots), None)
            if root is not None:
                by_family[root].append(one)
    people: list[list[Found]] = []
    alone: list[list[Found]] = []
    for members in by_family.values():
        for person in _persons(_ordered(members)):
            (people if any(one.given for one in person) else alone).append(person)
    return _adopted(people, alone)


def _adopted(people: list[list[Found]], alone: list[list[Found]]) -> list[list[Found]]:
    """Join single words with the one person that has them before the surname.

    «Лула» is Лула да Сілва; a frequent given name may be anybody's.
    """
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for name in sorted({name for one in person for name in one.given if "." not in name}):
            if not is_given(name):
                for key in form_keys(name):
                    holders[key].add(number)
    kept = []
    for members in alone:
        numbers = {
            n for one in members for key in form_keys(one.word) for n in holders.get(key, ())
        }
        if len(numbers) == 1 and all(one.word for one in members):
            people[numbers.pop()] += members
        else:
            kept.append(members)
    return [*map(_ordered, people), *kept]


def _families(words: Sequence[str]) -> dict[str, str]:
    """Return for each word the first of those that it shares a declension with."""
    root = {word: word for word in words}

    def top(word: str) -> str:
        while root[word] != word:
            root[word] = root[root[word]]
            word = root[word]
        return word

    holders: dict[tuple[str, str], str] = {}
    for word in words:
        for key in sorted(form_keys(word)):
            holder = holders.setdefault(key, word)
            one, other = sorted((top(holder), top(word)))
            root[other] = one
    return {word: top(word) for word in words}


def _persons(members: Sequence[Found]) -> list[list[Found]]:
    """Part the bearers of one surname by their given names."""
    people: list[tuple[tuple[str, ...], list[Found]]] = []
    bare = []
    named = [one for one in members if one.given]
    for one in sorted(named, key=lambda one: (-len("".join(one.given)), one.start)):
        fitting = [person for person in people if agree(person[0], one.given)]
        if len(fitting) == 1:
            fitting[0][1].append(one)
        else:
            people.append((one.given, [one]))
    bare = [one for one in members if not one.given]
    if len(people) == 1:
        return [_ordered([*people[0][1], *bare])]
    return [_ordered(person) for _, person in people] + ([bare] if bare else [])


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two rows of given names and initials may be one person's."""
    if all(_agree(first, second) for first, second in zip(one, other, strict=False)):
        return True
    short, long = sorted((one, other), key=len)
    # «Факі Махамат» after «Мусса Факі Махамат»
    return len(short) < len(long) and agree(short, long[1:])


def _agree(first: str, second: str) -> bool:
    if is_cyrillic(first) != is_cyrillic(second):
        return False
    short, long = sorted((_letters(first), _letters(second)), key=len)
    if "." in first or "." in second:
        return long.startswith(short)
    return bool(form_keys(first) & form_keys(second)) or crude_stem(first) == crude_stem(second)


def _letters(given: str) -> str:
    small = given.lower().strip(".").split(".")[0]
    return small if is_cyrillic(small) else folded(small)


def _group(clean: str, members: Sequence[Found]) -> Group:
    kinds = [one.kind for one in members]
    kind = PERSON if PERSON in kinds else next((k for k in kinds if k != NAME), NAME)
    if kind == ACRONYM:
        return Group(members[0].word, kind, tuple(members))
    plural = _is_plural({one.word for one in members})
    ranks: dict[tuple[str, int], tuple[int, int, int]] = {}
    for one in members:
        spelt = clean[one.start : one.end]
        if (spelt, len(one.given)) not in ranks:
            ranks[spelt, len(one.given)] = _rank(spelt, one, plural=plural)
    best = min(
        members,
        key=lambda one: (*ranks[clean[one.start : one.end], len(one.given)], one.start),
    )
    return Group(" ".join(clean[best.start : best.end].split()), kind, tuple(members))


def _is_plural(words: set[str]) -> bool:
    """Tell whether the forms are those of a plural, as «Балкани» and «Балканах» are."""
    shared = frozenset.intersection(*map(form_keys, sorted(words)))
    return bool(shared) and {name for _, name in shared} <= {"plural"}


def _rank(spelling: str, one: Found, *, plural: bool) -> tuple[int, int, int]:
    """Return what sorts the fullest and most nominative spelling of a name first."""
    if one.word:
        spelt = [name for name in one.given if "." not in name]
        told = -10 * bool(spelt) - len(one.given)
        if plural and is_cyrillic(one.word):
            return told, 0 if one.word.endswith("и") else 2, 0
        return told, _nominative([*spelt[:1], one.word]), 0
    words = [word for word in spelling.split() if word[0].isupper()]
    return 0, _nominative(words[:1]), len(words)


def _nominative(words: Sequence[str]) -> int:
    return sum(map(nominative_rank, words))


def spellings(clean: str, group: Group) -> Mapping[str, int]:
    """Return the spellings of a name in the text and how often each occurs."""
    counts: dict[str, int] = {}
    for one in group.members:
        form = " ".join(clean[one.start : one.end].split())
        counts[form] = counts.get(form, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
