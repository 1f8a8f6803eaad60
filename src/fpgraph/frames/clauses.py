"""A sentence as a row of words and links, and the borders of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any

from ..parts import Link, Sentence
from .grammar import (
    AUXILIARIES,
    BEFORE_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NOUN_LEADERS,
    NOUN_VERBS,
    OPENERS,
    PRONOUNS,
    RELATIVES,
)
from .shapes import is_adjective, is_adverb, is_preposition, is_verb, looks_qualifying

_TOKEN = re.compile(
    r"['’ʼ]s?\b(?=\W|$)|[^\W\d_]+(?:(?!['’]s\b)[-'’ʼ‑][^\W_]+)*|\d+(?:[.,–-]\d+)*|[^\s«»“”„\"]"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‑": "-"})
_SIGNS = (("’", "'"), ("ʼ", "'"), ("`", "'"), ("‑", "-"))
#: Borders that nothing of a clause crosses.
HARD = frozenset(";:—–…!?")
#: Borders of clauses, but for the commas within names.
_BORDERS = HARD | frozenset(",()[]")


def folded(word: str) -> str:
    """Return ``word`` in small letters with plain apostrophes."""
    lower = word.lower()
    return lower if lower.isalpha() else lower.translate(_APOSTROPHES)


def _folded_all(words: list[str]) -> list[str]:
    """Return ``words`` folded, all at once."""
    if not words:
        return []
    joined = "\n".join(words).lower()
    for sign, plain in _SIGNS:
        if sign in joined:
            joined = joined.replace(sign, plain)
    return joined.split("\n")


_VERBAL = ("анні", "янні", "енні", "інні", "інню", "анню", "енню", "янню")
_NOT_VERBAL = frozenset(
    [
        "останні",
        "щоденні",
        "численні",
        "священні",
        "осінні",
        "весняні",
        "ранні",
        "давні",
        "південні",
        "нинішні",
        "сьогоденні",
    ]
)
#: With these a clause of its own begins.
_OPENING = {language: frozenset((*RELATIVES[language], *OPENERS[language])) for language in OPENERS}
_ALL = frozenset({"both", "all", "each"})
#: Prepositions that lead on from a noun at the head of a sentence.
_AFTER_NOUNS = frozenset({"of", "between", "in", "with", "against", "for"})
#: Adverbs between a helper and its verb that are adjectives elsewhere.
_LATE = frozenset({"long", "first", "both", "all"})


def _nothing() -> Row | None:
    return None


class Row:
    """The tokens of a sentence with the links that begin and end at them.

    Tokens are counted from 0; ``starts`` and ``ends`` are places in the running text.
    Quotation marks are no tokens: what they hold stands in its clause.
    """

    __slots__ = (
        "circumstances", "clause_starts", "clean", "doers", "earlier", "ends", "fronted", "fronts",
        "groups", "heads", "inner", "language", "leading_verbs", "leads", "links", "number",
        "paths", "phrase_ends", "phrases", "predications", "raw", "starts", "subjects", "tails",
        "verb_groups", "verbs", "vocabulary", "words",
    )  # fmt: skip

    def __init__(
        self,
        clean: str,
        sentence: Sentence,
        links: Iterable[Link],
        language: str,
        verbs: frozenset[str] = frozenset(),
    ) -> None:
        self.clean = clean
        self.language = language
        self.verbs = verbs
        #: Gives the row of the sentence before this one in its paragraph, for pronouns.
        self.earlier: Callable[[], Row | None] = _nothing
        self.number = sentence.passage.number
        found = list(_TOKEN.finditer(clean, sentence.start, sentence.end))
        self.raw = [token[0] for token in found]
        self.starts = [token.start() for token in found]
        self.ends = [token.end() for token in found]
        self.words = _folded_all(self.raw)
        self.vocabulary = frozenset(self.words)
        #: How verbs are said and where phrases end, as far as is known already.
        self.circumstances: dict[tuple[int, int, int, int], Any] = {}
        self.phrase_ends: dict[int, int] = {}
        #: The noun groups that begin at tokens, as far as they have been looked for.
        self.groups: dict[int, Any] = {}
        #: The noun phrases by where they begin and where they end at most.
        self.phrases: dict[tuple[int, int], Any] = {}
        #: Where verbs with their adverbs and helpers begin, what stands to the left of them
        #: up to the head of the clause, what the clause begins with, and their subjects.
        self.verb_groups: dict[int, int] = {}
        self.paths: dict[int, Any] = {}
        self.leads: dict[tuple[int, int], Any] = {}
        self.fronts: dict[int, Any] = {}
        self.fronted: dict[tuple[int, bool], bool] = {}
        self.subjects: dict[tuple[int, int, str, str, str], Any] = {}
        #: Where the clauses of tokens begin, once it is asked for.
        self.clause_starts: list[int] | None = None
        #: The finite verbs with their subjects, once they are read.
        self.predications: Any = None
        #: Where the subjects of Ukrainian verbs stand, by verb, number and gender, and whether
        #: these verbs begin their clauses.
        self.doers: dict[tuple[int, str, str], Any] = {}
        self.leading_verbs: dict[tuple[int, str, str], bool] = {}
        self.links = tuple(links)
        self._place(self.links)

    def _place(self, links: Iterable[Link]) -> None:
        starts, ends = self.starts, self.ends
        self.heads: dict[int, list[tuple[Link, int]]] = {}
        self.tails: dict[int, list[tuple[Link, int]]] = {}
        #: The commas within names.
        self.inner: set[int] = set()
        for link in links:
            begin = bisect_left(starts, link.start)
            end = bisect_left(ends, link.end) + 1
            if begin == len(starts) or starts[begin] != link.start:
                continue
            if end > len(ends) or ends[end - 1] != link.end:
                continue
            self.heads.setdefault(begin, []).append((link, end))
            self.tails.setdefault(end, []).append((link, begin))
            if end - begin > 2 and "," in self.words[begin:end]:
                self.inner.update(i for i in range(begin, end) if self.words[i] == ",")
        for found in self.heads.values():
            found.sort(key=lambda pair: (-pair[1], pair[0].entity))
        for found in self.tails.values():
            found.sort(key=lambda pair: (pair[1], pair[0].entity))

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """Return the word at ``index``, "" beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_verb(self, index: int) -> bool:
        """Tell whether the word at ``index`` is or looks like a verb."""
        word = self.words[index]
        if is_verb(word, self.language):
            return True
        if word not in self.verbs or self.is_noun(index):
            return False
        if self.language == "uk" or not word.endswith("ed"):
            return True
        # "Supported" is a participle as often as a past tense: an object tells them apart.
        if self.word(index - 1) in AUXILIARIES:
            return False
        return index + 1 in self.heads or self.word(index + 1) in DETERMINERS["en"]

    def is_noun(self, index: int) -> bool:
        """Tell whether an English word that may be a verb is a noun where it stands.

        It is one after a determiner, a possessive, a number, an adjective or a
        preposition other than "to".
        """
        if self.language != "en" or self.words[index] in AUXILIARIES:
            return False
        if index == 0:
            # "Fear of defeat", "Trade between neighbours"
            return self.words[0] in NOUN_VERBS and self.word(1) in _AFTER_NOUNS
        if index in self.tails:
            return all(link.weak for link, _ in self.tails[index])
        previous = self.words[index - 1]
        if self._is_led_adverb(index):
            return False
        if previous == "that" and (index == 1 or self.words[index - 2] == ","):
            return self.words[index] in NOUN_VERBS  # "that guarantee expired"
        return (
            (previous in ":)" and self._is_led_on(index))
            or previous in NOUN_LEADERS
            or previous in DETERMINERS["en"]
            or previous[0].isdigit()
            or (is_preposition(previous, "en") and previous != "to")
            or looks_qualifying(previous)
            or self._joins_noun(index)
        )

    def _is_led_adverb(self, index: int) -> bool:
        """Tell whether an adverb that looks like an adjective stands before ``index``.

        "Brazil and India both seek", "both support the plan", "has long sought".
        """
        previous = self.words[index - 1]
        named = index + 1 in self.heads or self.word(index + 1) in DETERMINERS["en"]
        alone = previous == "both" and (named or self.words[index] not in NOUN_VERBS)
        both = previous in _ALL and (index - 1 in self.tails or alone)
        return both or (previous in _LATE and self.word(index - 2) in AUXILIARIES)

    def _is_led_on(self, index: int) -> bool:
        """Tell whether a preposition follows as it follows a noun: "(a) patrols in the north"."""
        following = self.word(index + 1)
        if following == "of":
            return True
        plural = self.words[index].endswith("s")
        return plural and is_preposition(following, "en") and following != "to"

    def _joins_noun(self, index: int) -> bool:
        """Tell whether a word that may be either is a noun after another: "world trade"."""
        word, previous = self.words[index], self.words[index - 1]
        if word.endswith("s") and (
            index + 1 in self.heads or self.word(index + 1) in DETERMINERS["en"]
        ):
            return False  # "the government supports the plan"
        if NOUN_VERBS.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es"))):
            return False
        return previous.isalpha() and not (
            (previous.endswith("s") and not word.endswith("s"))
            or previous in PRONOUNS["en"]
            or previous in AUXILIARIES
            or previous in BEFORE_VERBS
            or previous in CONJUNCTIONS["en"]
            or previous in RELATIVES["en"]
            or previous in OPENERS["en"]
            or is_adverb(previous, "en")
        )

    def is_adjective(self, index: int) -> bool:
        """Tell whether the word at ``index`` looks like an adjective or is a determiner.

        «У забезпеченні» is a noun: one made of a verb, after a preposition.
        """
        word = self.words[index]
        if word.endswith(_VERBAL) and word not in _NOT_VERBAL and self.is_preposition(index - 1):
            return False
        return is_adjective(word, self.language)

    def is_adverb(self, index: int) -> bool:
        """Tell whether the word at ``index`` looks like an adverb or particle."""
        return is_adverb(self.words[index], self.language)

    def is_preposition(self, index: int) -> bool:
        """Tell whether the word at ``index`` is a preposition."""
        return is_preposition(self.word(index), self.language)

    def is_mark(self, index: int) -> bool:
        """Tell whether there is a punctuation mark at ``index``."""
        return not self.words[index][0].isalnum() and not self.words[index].startswith("'")

    def opens_clause(self, index: int) -> bool:
        """Tell whether a clause of its own begins with the word at ``index``."""
        word = self.word(index)
        if word not in _OPENING[self.language]:
            return False
        return word in RELATIVES[self.language] or self.word(index + 1) != "також"

    def is_conjunction(self, index: int) -> bool:
        """Tell whether the word at ``index`` joins items of a list."""
        return self.word(index) in CONJUNCTIONS[self.language]

    def clause_start(self, index: int) -> int:
        """Return where the clause begins that the token before ``index`` stands in.

        The nearest comma, hard border or bracket on the left bounds it.
        """
        starts = self.clause_starts
        if starts is None:
            starts = self.clause_starts = self._clause_starts()
        return starts[index] if index > 0 else index

    def _clause_starts(self) -> list[int]:
        starts: list[int] = []
        start = 0
        for at, word in enumerate(self.words):
            if word in _BORDERS and at not in self.inner:
                starts += [start] * (at + 1 - len(starts))
                start = at + 1
        return starts + [start] * (len(self.words) + 1 - len(starts))

    def opening(self, at: int, mark: str) -> int:
        """Return the place of the bracket ``mark`` on the left of the token ``at``, or 0."""
        while at > 0 and self.words[at] != mark:
            at -= 1
        return at

    def at(self, place: int) -> int:
        """Return the index of the token that begins at ``place``, or -1."""
        index = bisect_left(self.starts, place)
        return index if index < len(self.starts) and self.starts[index] == place else -1
