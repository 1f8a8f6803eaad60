"""Noun phrases that are no known names: where they end."""

from __future__ import annotations

from .clauses import Row
from .english.clauses import predications
from .english.dated import over_bound, undated
from .english.nominals import is_paired
from .english.phraseborders import (
    before_purpose,
    joins_deed,
    may_be_base,
    may_follow_to,
    opens_clause,
)
from .fillers import PEOPLE, Filler, is_kind
from .frame import Slot
from .grammar import DETERMINERS, NOUN_VERBS
from .phraseheads import has_head, headed, is_phrase
from .phrasewords import AFTERWARDS, AFTERWARDS_BOTH, CONTENT, DROPPED, SAYING
from .ukrainian.groupends import deed_ends, phrase_at
from .ukrainian.inflection import kinds

#: Words that a quotation within a phrase may go on for.
_QUOTED = 8
#: How many more words a Ukrainian infinitive with its objects may have.
_DEED = 3
_LED_RELATIVES = frozenset({"which", "whom", "whose"})
#: A case that no noun stands in without a preposition.
_LED = frozenset({"loc"})
#: Adverbs that close no English noun phrase.
_TRAILING = frozenset(
    {"only", "altogether", "too", "also", "again", "either", "anyway", "instead", "further"}
)


def noun_phrase(row: Row, at: int, slot: Slot) -> Filler | None:
    """Return the noun phrase from ``at`` to the border of the clause."""
    if not slot.phrase:
        return None
    begin = at
    while row.word(begin) in DROPPED[row.language]:
        begin += 1
    begin = over_bound(row, begin) if row.language == "en" else begin
    end = _natural_end(row, begin)
    if row.word(end) == "," and row.word(end + 1) in CONTENT and row.word(end - 1) in SAYING:
        return None
    if row.language == "en" and not may_follow_to(row, at, verb=slot.verb):
        return None
    end = _end(row, begin, end, slot)
    if end - begin > 1 and slot.verb and is_infinitive(row, begin):
        lead = 1 + (row.is_preposition(begin + 1) and end - begin > 2)
        alone = row.language == "en" and end - begin == 2 and row.raw[begin + 1].islower()
        quality = alone and row.is_adjective(begin + 1)
        longest = slot.phrase - 1 + _DEED * (row.language == "uk")
        if not quality and not is_phrase(row, begin + lead, end, longest):
            return None
        found = Filler("", "", begin, end) if has_head(row, begin, end, slot) else None
    elif row.language == "en" and slot.verb and end > begin and row.word(begin - 1) == "to":
        found = (
            Filler("", "", begin, end) if has_head(row, begin, end, slot) else None
        )  # "to observe"
    else:
        found = headed(row, begin, end, slot, parsed=row.language == "uk")
    if found is None or found.entity:
        return found
    end = _with_quotation(row, begin, end)
    return Filler("", "", begin, end) if end else None


def _end(row: Row, begin: int, limit: int, slot: Slot) -> int:
    """Return where the phrase from ``begin`` to ``limit`` ends, ``begin`` where it is none."""
    if row.language == "uk" and begin < limit:
        ends = _agreed_ends(row, begin, limit, slot)
        longest = slot.phrase + _DEED * (slot.verb and is_infinitive(row, begin))
        end = max((end for end in ends if end - begin <= longest), default=begin)
        return begin if _is_title(row, end) else end
    end = undated(row, begin, limit)
    while end - begin > 1 and row.words[end - 1] in _TRAILING and end not in row.tails:
        end -= 1  # "a state only", "the plan altogether"
    return end if end - begin <= slot.phrase else _shortened(row, begin, slot.phrase)


def _is_title(row: Row, end: int) -> bool:
    """Tell whether a person follows at ``end`` whose title the phrase before it is."""
    return any(
        not link.weak and link.type and is_kind(link.type, PEOPLE) and "gen" not in link.cases
        for link, _ in row.heads.get(end, ())
    )


def _agreed_ends(row: Row, begin: int, limit: int, slot: Slot) -> tuple[int, ...]:
    """Return where a Ukrainian phrase in a case that ``slot`` takes may end."""
    if slot.verb and is_infinitive(row, begin):
        return deed_ends(row, begin, limit)
    found = phrase_at(row, begin, limit)
    led = row.is_preposition(begin - 1) or row.is_conjunction(begin - 1)
    wanted = slot.cases if led or row.word(begin - 1) == "," else slot.cases - _LED
    if found is None or (slot.cases and wanted.isdisjoint(found.group.cases)):
        return ()
    return found.ends


def _natural_end(row: Row, begin: int) -> int:
    """Return where the clause or a conjunction with a verb ends a phrase from ``begin`` on."""
    known = row.phrase_ends.get(begin)
    if known is None:
        known = begin
        while known < len(row) and not _ends_phrase(row, known):
            known += 1
        if row.language == "en":
            known = before_purpose(row, begin, _before_verb(row, begin, known))
        while known > begin and row.is_conjunction(known - 1):
            known -= 1
        if known > begin + 1 and row.word(known) in _LED_RELATIVES:
            known -= row.is_preposition(known - 1)  # "the machines without which"
        row.phrase_ends[begin] = known
    return known


def _before_verb(row: Row, begin: int, end: int) -> int:
    """Return where ``begin:end`` ends before a verb, and before the subject of that verb."""
    for one in predications(row):
        at = one.verb.start
        if not (begin < at < end and one.subject and _parts(row, at)):
            continue
        first, last = one.subject[0][0], one.subject[-1][1]
        if first <= begin < last:
            return at
        if first > begin:
            while first > begin + 1 and (
                row.is_preposition(first - 1) or row.opens_clause(first - 1)
            ):
                first -= 1
            return first
    return end


def _parts(row: Row, at: int) -> bool:
    """Tell whether the verb at ``at`` is sure to be one: it follows a noun and is no noun."""
    if at not in row.tails and row.is_adjective(at - 1):
        return False
    word = row.words[at]
    if NOUN_VERBS.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es"))):
        return True
    return at + 1 in row.heads or row.word(at + 1) in DETERMINERS["en"]


def _with_quotation(row: Row, begin: int, end: int) -> int:
    """Return where a phrase ends with the whole of a quotation that it begins, or 0."""
    start = row.starts[begin]
    quoted = start > 0 and row.clean[start - 1] in "«“"
    if quoted and (closed := _closed(row, start - 1, end)):
        return closed
    return _closed(row, start, end)


def _closed(row: Row, start: int, end: int) -> int:
    """Return the first token from ``end`` on where every quotation since ``start`` is closed."""
    for last in range(end, min(len(row), end + _QUOTED) + 1):
        said = row.clean[start : row.ends[last - 1] + 1]
        if said.count("«") <= said.count("»") and said.count("“") <= said.count("”"):
            return last
    return 0


def _shortened(row: Row, begin: int, longest: int) -> int:
    """Return where a phrase that is too long can end: before its last preposition in reach."""
    for index in range(begin + longest, begin + 1, -1):
        if row.is_preposition(index) and row.words[index] != "of":
            return index - 1 if row.is_conjunction(index - 1) else index
    return begin


def is_infinitive(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` is an infinitive, in English one after "to"."""
    word = row.words[at]
    if row.language == "en":
        return row.word(at - 1) == "to" and may_be_base(row, at)
    return word.endswith(("ти", "тися", "тись")) and "infinitive" in kinds(word)


def _ends_phrase(row: Row, at: int) -> bool:
    word = row.words[at]
    if row.is_mark(at) and word not in ("'s", "'"):
        return True
    opens = row.language == "en" and opens_clause(row, at)
    if opens or (row.opens_clause(at) and word != "як"):
        return True
    doing = word in ("without", "by") and row.word(at + 1).endswith("ing")
    if doing or word in AFTERWARDS[row.language]:
        return True
    if (word, row.word(at + 1)) in AFTERWARDS_BOTH and not row.is_adjective(at - 1):
        return True
    paired = row.language == "en" and word == "and" and is_paired(row, at)
    return not paired and row.is_conjunction(at) and _joins_clause(row, at + 1)


def _joins_clause(row: Row, at: int) -> bool:
    """Tell whether what a conjunction before ``at`` joins is no part of a phrase.

    A verb follows, or in English a thing of its own: "and a return to trade".
    """
    if row.language == "en" and row.words[at - 2].endswith("ly") and row.word(at).endswith("ly"):
        return False  # "openly and repeatedly"
    if row.language == "en" and joins_deed(row, at):
        return True
    return at >= len(row) or _verb_ahead(row, at)


def _verb_ahead(row: Row, at: int) -> bool:
    return any(row.is_verb(i) for i in range(at, min(at + 3, len(row))) if not row.is_mark(i))
