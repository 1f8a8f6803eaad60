"""Subjects in front of a relative clause or of what commas set off."""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Row
from .fillers import Filler, Genders, fits, suits
from .frame import Slot
from .governing import has_governor, is_governed, over_modifiers
from .grammar import SUBJECT_RELATIVES
from .shapes import is_participle
from .wordform import Form

_NO_VERB = Form(())


def antecedents(
    row: Row, at: int, slot: Slot, genders: Genders, verb: Form = _NO_VERB
) -> list[Filler]:
    """Return the names that the relative word at ``at`` stands for, the subject of ``verb``."""
    comma = at - 1 if row.word(at - 1) == "," else at
    if row.language == "uk" and comma == at:
        return []
    wanted = SUBJECT_RELATIVES[row.language][row.word(at)]
    for link, begin in row.tails.get(comma, ()):
        if link.weak or not suits(link, slot):
            continue
        gender = genders.get(link.entity, "")
        if wanted and gender and gender != wanted:
            continue
        if row.language == "uk" and not gender and wanted and has_governor(row, begin):
            continue
        if row.word(at) == "що" and _takes_up_another(row, begin, gender, verb):
            continue
        if row.language == "en" and (row.word(begin - 1) == "of" or comma == at):
            return []
        found = [Filler(link.entity, link.type, begin, comma)]
        if row.word(at) in ("які", "котрі"):
            found += _joined(row, begin, slot)
        return sorted(found, key=lambda filler: filler.first)
    return []


def _takes_up_another(row: Row, begin: int, gender: str, verb: Form) -> bool:
    """Tell whether «що» may stand for another noun, or for the whole clause: «…, що довело»."""
    return (verb.gender == "neut" and gender != "neut") or has_governor(row, begin)


def _joined(row: Row, begin: int, slot: Slot) -> Iterator[Filler]:
    """Yield the name that a conjunction joins to the antecedent of a plural relative."""
    at = over_modifiers(row, begin)
    if row.is_conjunction(at - 1):
        for link, start in row.tails.get(at - 1, ()):
            if suits(link, slot) and not link.weak:
                yield Filler(link.entity, link.type, start, at - 1)
                return


def over_insertion(row: Row, comma: int, slot: Slot) -> list[Filler]:
    """Return the subject in front of what the commas before the verb set off."""
    at = comma
    while at > 0:
        start = row.clause_start(at)
        if start <= 0 or row.word(start - 1) != ",":
            return []
        opens = row.opens_clause(start) or (
            row.is_preposition(start) and row.opens_clause(start + 1)
        )
        opens = opens and any(row.is_verb(i) for i in range(start, comma))
        if opens or _is_set_off(row, start, at):
            for link, begin in row.tails.get(start - 1, ()):
                if _is_in_content(row, begin):
                    return []
                if fits(link, slot) and not is_governed(row, link, begin):
                    return [Filler(link.entity, link.type, begin, start - 1)]
            if opens:
                return []
        at = start - 1
    return []


def _is_in_content(row: Row, at: int) -> bool:
    """Tell whether the clause of the name at ``at`` is the subject: «Те, що …, було знаком»."""
    return row.words[max(0, at - 3) : at] == ["те", ",", "що"]


def _is_set_off(row: Row, start: int, comma: int) -> bool:
    """Tell whether the words ``start:comma`` are a participle clause or an apposition."""
    if is_participle(row.word(start), row.language):
        return True
    if row.language != "en":
        plain = not any(row.is_verb(i) for i in range(start, comma))
        return plain and (row.is_preposition(start) or row.word(start) == "як")
    if row.word(start) in ("his", "her", "its", "their", "for"):
        return True
    return any(row.word(end) in ("'s", "'") for _, end in row.heads.get(start, ()))
