"""Where an English noun phrase ends though its words might go on: before another clause or deed."""

from __future__ import annotations

from ..clauses import Row
from ..grammar import DETERMINERS
from .clauses import begins_predicate
from .helperverbs import NOUNS
from .openers import opens
from .verbs import BASES
from .verbwords import has_article_after, takes_some

#: Prepositions as often as conjunctions: "after the war", "after Chile joined".
_OPENING = frozenset({"after", "before", "until", "since", "once", "as"})
#: After these somebody is named with what he is to do; "to" leads to a deed itself.
_CAUSING = (
    "want", "wish", "enabl", "allow", "permit", "empower", "entitl", "authori", "oblig", "expect",
    "help", "urg", "ask", "persuad", "forc", "compel", "encourag", "invit", "prefer", "to",
)  # fmt: skip
#: An infinitive after these belongs to their phrase: "the first to sign", "efforts to end".
_LICENSING = frozenset(
    """
    ability aim agreement ambition appeal aspiration attempt authority bid call campaign capacity
    chance choice commitment decision demand desire determination duty effort failure first freedom
    goal hope inability incentive initiative instrument intention invitation last law mandate means
    measure mechanism method mission motive move need next obligation offer only opportunity option
    order pact permission plan pledge policy potential power preparation pressure programme promise
    proposal project readiness reason refusal reluctance request resolution resolve right room
    scheme step strategy struggle task temptation tendency time tool treaty vow way will willingness
    wish
    """.split()  # noqa: SIM905 - a list of words
)


def opens_clause(row: Row, at: int) -> bool:
    """Tell whether a clause with a verb of its own begins at the preposition at ``at``."""
    return row.words[at] in _OPENING and at > 0 and opens(row, at)


def joins_deed(row: Row, at: int) -> bool:
    """Tell whether what a conjunction before ``at`` joins is a deed: "and dismantled them"."""
    if row.word(at) in ("a", "an", "not", "to"):
        return True
    while at < len(row) - 1 and row.is_adverb(at) and at not in row.heads:
        at += 1
    if has_article_after(row, at) or begins_predicate(row, at):
        return True
    return takes_some(row, at)


def before_purpose(row: Row, begin: int, end: int) -> int:
    """Return where ``begin:end`` ends before what the things in it are to do.

    "Pressure on the party to retain power" is no pressure on such a party.
    """
    if any(row.word(at).startswith(_CAUSING) for at in (begin - 1, begin - 2)):
        return end  # "wants Peru to sign": a deed goes on
    for at in range(begin + 1, end):
        word = row.words[at - 1]
        if not _LICENSING.isdisjoint(
            (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y")
        ):
            return end
        if row.words[at] == "to" and _is_base(row, at + 1):
            return at
    return end


def may_follow_to(row: Row, at: int, *, verb: bool) -> bool:
    """Tell whether what begins at ``at`` is a deed where ``verb`` asks for one after "to".

    Where it does not, "to" is a preposition: no "agreed to remove the missiles".
    """
    if row.word(at - 1) != "to":
        return True
    return may_be_base(row, at) if verb else not _is_base(row, at)


def may_be_base(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` may be an infinitive: no "the", no name, no number."""
    while at < len(row) - 1 and row.is_adverb(at) and at not in row.heads:
        at += 1
    word = row.word(at)
    if word in BASES:
        return True
    if not word.isalpha() or at in row.heads or word in DETERMINERS["en"] or row.is_preposition(at):
        return False
    return row.raw[at].islower()


def _is_base(row: Row, at: int) -> bool:
    if row.word(at) not in BASES or at in row.heads:
        return False
    named = at + 1 in row.heads and not row.heads[at + 1][0][0].weak
    return has_article_after(row, at) or named or row.words[at] not in NOUNS
