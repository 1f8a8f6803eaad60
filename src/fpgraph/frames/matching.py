"""Where the triggers of frames stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .clauses import Row
from .english.clauses import predication
from .english.qualities import describes
from .fillers import POSSESSIVES, is_kind
from .frame import Stretch
from .frames import Frames, Pattern
from .grammar import AUXILIARIES, BE, COPULAS, DETERMINERS, OF_WHICH
from .moods import is_future, is_led
from .wordform import REDUCED, Form

_COMPARING = frozenset({"less", "more", "as", "rather"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_RELATING = frozenset({"that", "which", "whom"})
#: How many words a subject past a relative word may have at most, and one.
_SUBJECT = 6
#: Those who describe others as something.
_ACTING = frozenset({"Person", "State", "Government", "OrganisationBody"})
_ONE_OF = frozenset({"one", "some", "most", "many", "both", "two", "three"})
#: A gap as wide as this may hold clauses.
_WIDE = 20
_ABBREVIATED = frozenset({"рр", "ст"})
#: Relative words that a preposition may lead.
LED_RELATIVES = frozenset({"which", "whom"})


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger in a row of tokens.

    ``begin:first_end`` are the tokens of its first part, ``end`` is the token after its
    last part, ``gap`` the tokens between its last two parts.
    """

    pattern: Pattern
    begin: int
    first_end: int
    end: int
    gap: tuple[int, int] | None = None

    @property
    def between(self) -> range:
        """The tokens after the first part and before the last word."""
        return range(self.first_end, self.end - 1 if self.gap else self.first_end)


def hits(text: str, frames: Frames) -> Iterator[tuple[str, int]]:
    """Yield the first parts of triggers in ``text`` with the places where they begin."""
    keys = frames.keys
    for key, start, _ in frames.finder.find_matches_as_indexes(searchable(text), overlapping=True):
        yield keys[key], start


def matches(row: Row, patterns: Iterable[Pattern], at: int) -> Iterator[Match]:
    """Yield the triggers among ``patterns`` whose first part begins at the token ``at``.

    All have the same words as their first part.
    """
    stands: dict[tuple[str, str], bool] = {}
    for pattern in patterns:
        if pattern.rest and _lacks(row, pattern):
            continue
        if pattern.fronted and not _may_be_fronted(row, pattern.fronted):
            continue
        if pattern.frame.unless and not pattern.frame.unless.isdisjoint(row.vocabulary):
            continue
        form = pattern.first
        key = (form.mood, form.verb)
        known = stands.get(key)
        if known is None:
            known = stands[key] = at >= 0 and _stands(row, form, at)
        if not known or (pattern.frame.kind == "fact" and is_future(row, at, form)):
            continue
        found = _whole(row, pattern, at)
        if found is not None and (not _asks_adjective(pattern) or describes(row, at, found.end)):
            yield found


def _asks_adjective(pattern: Pattern) -> bool:
    """Tell whether nothing but an adjective may be the object of an English frame."""
    slot = pattern.frame.object
    bare = slot.adjective and not slot.phrase and slot.where == "after"
    return bare and pattern.frame.language == "en"


def _may_be_fronted(row: Row, lead: str) -> bool:
    """Tell whether the sentence holds ``lead``, and in English a relative word it may lead."""
    if not row.vocabulary.issuperset(lead.split()):
        return False
    return row.language == "uk" or not row.vocabulary.isdisjoint(LED_RELATIVES)


def _lacks(row: Row, pattern: Pattern) -> bool:
    """Tell whether the sentence holds no word that a later part of the trigger begins with."""
    return any(row.vocabulary.isdisjoint(stretch) for stretch in pattern.rest)


def _stands(row: Row, form: Form, at: int) -> bool:
    """Tell whether the words of ``form`` stand at ``at`` as what they are in the trigger."""
    words = form.words
    if tuple(row.words[at : at + len(words)]) != words:
        return False
    if form.verb == words[0] and (row.is_noun(at) or _is_passive(row, at) or _is_named(row, at)):
        return False
    if form.mood == REDUCED and _has_own_subject(row, at):
        return False
    return not form.mood or is_led(row, at, form)


def _has_own_subject(row: Row, at: int) -> bool:
    """Tell whether an English past form is no participle: "a plan (that) Peru described as"."""
    found = predication(row, at)
    if found is not None and found.kind == "rel" and found.subject and found.related:
        return True
    for index in range(at - 2, max(0, at - _SUBJECT), -1):
        if row.is_mark(index):
            break
        if row.words[index] in _RELATING and row.words[index + 1] in DETERMINERS["en"]:
            return True  # "a plan that the ministry described as"
    return any(
        link.type
        and not link.weak
        and is_kind(link.type, _ACTING)
        and not row.is_preposition(first - 1)
        and not row.is_conjunction(first - 1)
        for link, first in row.tails.get(at, ())
    )


def _whole(row: Row, pattern: Pattern, at: int) -> Match | None:
    """Return the trigger with its later parts; None where one is missing."""
    first_end = end = at + len(pattern.first.words)
    gap: tuple[int, int] | None = None
    for stretch in pattern.rest:
        found = _next_part(row, end, stretch, pattern.frame.gap)
        if found is None:
            return None
        if not _is_joined(row, pattern.first, stretch, end, found[0]):
            return None
        if row.language == "en" and _has_another_subject(row, at, found[0]):
            return None
        gap = (end, found[0])
        end = found[1]
    return Match(pattern, at, first_end, end, gap)


def _is_joined(row: Row, form: Form, stretch: Stretch, begin: int, end: int) -> bool:
    """Tell whether what stands between a copula and an article or a possessor may stand there."""
    if form.words[-1] not in COPULAS:
        return True
    if stretch.keys() <= _ARTICLES:
        return _is_adverbial(row, begin, end)
    if stretch.keys() <= POSSESSIVES:
        return any(_is_adverbial(row, begin, first) for _, first in row.tails.get(end, ()))
    return row.language != "en" or not _is_led_noun(row, begin, end)


def _is_led_noun(row: Row, begin: int, end: int) -> bool:
    """Tell whether a preposition leads to the noun at ``end``: "was based on the principle of"."""
    leads = [at for at in range(begin, end) if row.is_preposition(at) and at not in row.heads]
    if not leads or row.words[leads[-1]] == "among" or row.word(leads[-1] - 1) in _ONE_OF:
        return False
    # "Is in many ways a bridge", "is by far the best friend of"
    return DETERMINERS["en"].isdisjoint(row.words[leads[-1] + 2 : end])


def _has_another_subject(row: Row, at: int, verb: int) -> bool:
    """Tell whether the form of "to be" at ``verb`` is said of no noun that begins at ``at``.

    "Has made peace the aim of its policy and is building a fleet".
    """
    if row.words[verb] not in BE:
        return False
    found = predication(row, verb)
    return (
        found is not None
        and found.verb.start <= verb
        and bool(found.subject)
        and at < found.verb.start
        and not any(begin <= at < end for begin, end in found.subject)
    )


def _is_adverbial(row: Row, begin: int, end: int) -> bool:
    """Tell whether adverbs or what commas set off stand between a copula and an article."""
    if not _COMPARING.isdisjoint(row.words[begin:end]):
        return False  # "is less a plan than a label"
    while begin < end and row.is_adverb(begin) and begin not in row.heads:
        begin += 1
    return begin == end or (end - begin > 1 and row.words[begin] == "," == row.words[end - 1])


def _is_passive(row: Row, at: int) -> bool:
    """Tell whether an English past form is the participle of a passive: "was denied"."""
    if row.language != "en" or row.words[at] in AUXILIARIES:
        return False
    index = at - 1
    while index > 0 and row.is_adverb(index) and row.words[index] not in BE:
        index -= 1
    return row.word(index) in BE


def _is_named(row: Row, at: int) -> bool:
    """Tell whether an English word in capitals is part of a name: "John Foster Dulles"."""
    if at == 0 or row.language != "en" or not row.raw[at][0].isupper():
        return False
    around = (row.raw[at - 1], row.raw[at + 1] if at + 1 < len(row) else "")
    return all(word[:1].isupper() for word in around)


def _next_part(
    row: Row, at: int, stretch: dict[str, tuple[tuple[str, ...], ...]], gap: int
) -> tuple[int, int] | None:
    for index in range(at, min(len(row), at + gap + 1)):
        word = row.words[index]
        for words in stretch.get(word, ()):
            if tuple(row.words[index : index + len(words)]) == words:
                return index, index + len(words)
        if word in ";:!?" or (word == "." and not _abbreviates(row, index)):
            return None
        passed = word in AUXILIARIES or (index == at and word in OF_WHICH)  # «метою якої є»
        if gap < _WIDE and not passed and (row.opens_clause(index) or row.is_verb(index)):
            return None
    return None


def _abbreviates(row: Row, at: int) -> bool:
    """Tell whether the point at ``at`` ends no sentence: «2022 р.», an initial."""
    word = row.word(at - 1)
    return row.language == "uk" and (len(word) == 1 or word in _ABBREVIATED) and at + 1 < len(row)


class _Searchable(dict[int, str]):
    """Translates text for the search of triggers: small letters, signs as spaces."""

    def __missing__(self, point: int) -> str:
        sign = chr(point)
        if sign in "’ʼ`'":
            kept = "'"
        elif sign in "-‑":
            kept = "-"
        elif sign.isalnum():
            lower = sign.lower()
            kept = lower if len(lower) == 1 else sign
        else:
            kept = " "
        self[point] = kept
        return kept


_SEARCHABLE = _Searchable()


def searchable(text: str) -> str:
    """Return ``text`` for the search of triggers, with every character at its place plus one."""
    return f" {text.translate(_SEARCHABLE)} "
