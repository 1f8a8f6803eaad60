"""Noun phrases that are no known names: where they end, and which can stand for themselves."""

from __future__ import annotations

from .clauses import Row
from .fillers import Filler
from .frames import Slot
from .grammar import CONJUNCTIONS, PRONOUNS, RELATIVES

#: Words that a quotation within a phrase may go on for.
_QUOTED = 8
#: A clause that these begin says what a noun of saying or thinking before them means.
_CONTENT = frozenset({"що", "щоб", "чи", "як", "that", "whether"})
_SAYING = frozenset(
    [
        "факт",
        "те",
        "тезу",
        "теза",
        "думку",
        "думка",
        "висновок",
        "припущення",
        "ідею",
        "ідея",
        "переконання",
        "твердження",
        "позицію",
        "гіпотезу",
        "правило",
        "надію",
        "впевненість",
        "сумнів",
        "fact",
        "idea",
        "view",
        "claim",
        "belief",
        "assumption",
        "hope",
        "conclusion",
        "thesis",
        "argument",
        "notion",
    ]
)
DROPPED = {
    "uk": frozenset(
        [
            "свій",
            "своя",
            "своє",
            "свої",
            "свого",
            "своєї",
            "своєму",
            "своїй",
            "свою",
            "своїм",
            "своєю",
            "своїх",
            "своїми",
        ]
    ),
    "en": frozenset(["the", "a", "an", "its", "their", "his", "her"]),
}
_NOTHING = frozenset(
    [
        "не",
        "ні",
        "ані",
        "жоден",
        "жодна",
        "жодне",
        "жодного",
        "жодної",
        "ніхто",
        "ніщо",
        "такий",
        "not",
        "no",
        "none",
        "neither",
        "nor",
        "such",
    ]
)


def noun_phrase(row: Row, at: int, slot: Slot) -> Filler | None:
    """Return the noun phrase from ``at`` to the border of the clause."""
    if not slot.phrase:
        return None
    begin = at
    while row.word(begin) in DROPPED[row.language]:
        begin += 1
    end = begin
    while end < len(row) and not _ends_phrase(row, end):
        end += 1
    while end > begin and row.is_conjunction(end - 1):
        end -= 1
    if row.word(end) == "," and row.word(end + 1) in _CONTENT and row.word(end - 1) in _SAYING:
        return None
    if end - begin > slot.phrase:
        end = _shortened(row, begin, slot.phrase)
    if end - begin > 1 and slot.verb and is_infinitive(row, begin):
        lead = 1 + (row.is_preposition(begin + 1) and end - begin > 2)
        whole = is_phrase(row, begin + lead, end, slot.phrase - 1)
    else:
        whole = is_phrase(row, begin, end, slot.phrase)
    if not whole or not has_head(row, begin, end, slot):
        return None
    if any(last == end and link.type for link, last in row.heads.get(begin, ())):
        return None  # a known name of another kind, not an unknown thing
    end = _with_quotation(row, begin, end)
    return Filler("", "", begin, end) if end else None


def _with_quotation(row: Row, begin: int, end: int) -> int:
    """Return where a phrase ends with the whole of a quotation that it begins, or 0."""
    for last in range(end, min(len(row), end + _QUOTED) + 1):
        said = row.clean[row.starts[begin] : row.ends[last - 1] + 1]
        if said.count("«") <= said.count("»") and said.count("“") <= said.count("”"):
            return last
    return 0


def has_head(row: Row, begin: int, end: int, slot: Slot) -> bool:
    """Tell whether the phrase ``begin:end`` holds, before any preposition, a word it must have."""
    if not slot.lacks.isdisjoint(row.words[begin:end]):
        return False
    if not slot.heads:
        return True
    for index in range(begin, end):
        if row.words[index] in slot.heads:
            return True
        if index > begin and row.is_preposition(index):
            return False
    return False


def _shortened(row: Row, begin: int, longest: int) -> int:
    """Return where a phrase that is too long can end: before its last preposition in reach."""
    for index in range(begin + longest, begin + 1, -1):
        if row.is_preposition(index):
            return index - 1 if row.is_conjunction(index - 1) else index
    return begin


def is_infinitive(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` is an infinitive, in English one after "to"."""
    word = row.words[at]
    if row.language == "en":
        return row.word(at - 1) == "to" and word.isalpha()
    return word.endswith(("ти", "тися", "тись")) and row.is_verb(at)


def _ends_phrase(row: Row, at: int) -> bool:
    word = row.words[at]
    if row.is_mark(at) and word not in ("'s", "'"):
        return True
    if row.opens_clause(at) and word != "як":
        return True
    # A conjunction ends a phrase when a verb follows it.
    return row.is_conjunction(at) and (at + 1 >= len(row) or _verb_ahead(row, at + 1))


def _verb_ahead(row: Row, at: int) -> bool:
    return any(row.is_verb(i) for i in range(at, min(at + 3, len(row))) if not row.is_mark(i))


def is_phrase(row: Row, begin: int, end: int, longest: int) -> bool:
    """Tell whether the tokens ``begin:end`` make a noun phrase that can stand for itself."""
    if not 0 < end - begin <= longest or row.is_preposition(begin) or row.is_preposition(end - 1):
        return False
    words = row.words[begin:end]
    if any(row.is_mark(i) or row.is_verb(i) for i in range(begin, end)):
        return False
    closed = PRONOUNS[row.language] | RELATIVES[row.language] | _NOTHING
    if not closed.isdisjoint(words) or words[0] in CONJUNCTIONS[row.language]:
        return False
    if row.is_adverb(begin) and (len(words) == 1 or row.is_preposition(begin + 1)):
        return False
    if len(words) == 1 and row.is_adjective(begin):
        return False
    initial = len(words[-1]) == 1 and words[-1].isalpha() and row.word(end) == "."
    return not initial and any(len(word) > 2 and word.isalpha() for word in words)
