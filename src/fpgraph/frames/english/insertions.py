"""What stands between an English verb and its object or helper and belongs to neither."""

from __future__ import annotations

from ..clauses import HARD, Row

#: Words between two commas.
_INSERTED = 10
#: Adverbs of several words, without commas, by their first word.
_ADVERBIAL: dict[str, tuple[tuple[str, ...], ...]] = {}
for _phrase in (
    "in the strongest terms", "in strong terms", "in no uncertain terms", "in clear terms",
    "in the strongest possible terms", "in harsh terms", "out of hand", "in principle",
    "in practice", "in public", "in private", "in particular", "in turn", "in part", "in effect",
    "in fact", "at once", "at last", "at least", "at home", "at the same time", "at first",
    "for the first time", "for years", "for decades", "for centuries", "for generations",
    "for good", "for now", "for instance", "for example", "first and foremost", "above all",
    "once again", "once more", "once and for all", "so far", "with one voice", "by and large",
    "to some extent", "to a large extent", "on paper", "on several occasions", "time and again",
    "more than once", "as well", "without delay", "without hesitation", "without reservation",
    "in return", "over the years", "among others", "among other things",
):  # fmt: skip
    _first, *_rest = _phrase.split()
    _ADVERBIAL[_first] = (*_ADVERBIAL.get(_first, ()), tuple(_rest))
_OPENS = frozenset({"as", "like", "unlike", "albeit", "together", "along", "among", "if"})
#: Lead to what the words before them stand for.
_NAMING = frozenset(
    {"namely", "specifically", "notably", "especially", "including", "particularly"}
)


def over_inserted(row: Row, at: int) -> int:
    """Return the token after what is inserted at ``at``: "signed, after long talks, …"."""
    if row.word(at) == "," and at not in row.inner:
        begins = row.is_preposition(at + 1) or row.word(at + 1) in _OPENS
        if row.word(at + 1) in _NAMING:
            return at
        if at + 1 < len(row) and (begins or row.is_adverb(at + 1)):
            end = _closing(row, at)
            return end + 1 if end else at
        return at
    for rest in _ADVERBIAL.get(row.word(at), ()):
        if tuple(row.words[at + 1 : at + 1 + len(rest)]) == rest:
            return at + 1 + len(rest)
    return at


def before_inserted(row: Row, at: int) -> int:
    """Return the token at which what commas insert before ``at`` begins: "has, since May, …"."""
    if row.word(at - 1) != "," or at - 1 in row.inner:
        return at
    for index in range(at - 2, max(0, at - 2 - _INSERTED), -1):
        word = row.words[index]
        if word == "," and index not in row.inner:
            opens = row.is_preposition(index + 1) or row.is_adverb(index + 1)
            return index if opens or row.word(index + 1) in _OPENS else at
        if word in HARD or word in "()":
            return at
    return at


def _closing(row: Row, comma: int) -> int:
    """Return the comma that closes what ``comma`` opens, or 0."""
    for index in range(comma + 2, min(len(row), comma + 2 + _INSERTED)):
        word = row.words[index]
        if word == "," and index not in row.inner:
            return index
        if word in HARD or word in "()":
            return 0
    return 0
