"""Whether a clause states what it says: negation, hedging, questions, conditions, wishes."""

from __future__ import annotations

from dataclasses import dataclass

from .clauses import HARD, Row
from .english.insertions import before_inserted
from .english.reported import falls_short, is_asked_for, is_imagined
from .grammar import HEDGES, NEGATIONS, ONLY, OUGHT, UNREAL
from .moods import is_helped


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_NEAR = 3
_FAR = 8
_DENYING = {
    "uk": _words("не ні немає нема неправда хибно помилково сумнівно навряд ніхто мало"),
    "en": _words(
        "not never untrue false wrong doubtful unlikely nor deny denies mistake nobody few none"
        " myth"
    ),
}


#: Said of a clause, these say that it is not so.
_FALSE = _words(
    "хибна хибне хибний помилкова помилкове помилковий неправильна неправильне міф міфом неправда"
    " false wrong mistaken untrue myth unfounded"
)
#: What a clause after these says nobody vouches for: "the assumption that …".
_UNSURE = _words(
    "assumption belief premise hypothesis fear fears hope hopes illusion expectation suspicion"
    " possibility prospect accusation allegation rumour rumor myth perception impression pretext"
    " pretence assumptions beliefs premises propose proposes proposed demand demands demanded"
    " recommend recommends recommended request requested urge urges urged require requires required"
    " idea notion suggestion scenario assurance assurances guarantee guarantees insistence"
    " condition proviso promise promises"
)
#: "Rejects the view that": what is rejected is not said.
_VIEWS = _words(
    "view views claim claims idea notion argument accusation accusations suggestion charge charges"
    " assertion thesis theory allegation contention reading conclusion narrative story"
)
_REJECTING = _words(
    "reject rejects rejected rejecting dismiss dismisses dismissed dispute disputes disputed refute"
    " refutes refuted deny denies denied contest contests contested challenge challenges challenged"
    " rebut rebuts rebutted question questions questioned against"
)
_REFUSING = _words(
    "unwilling reluctant refuse refuses refused refusing not never no cannot won't nothing decline"
    " declines declined"
)
_SCANT = _words("little few scant")
_THOUGHTS = _words(
    "думка теза твердження уявлення припущення переконання ідея гіпотеза міф чутка чутки ілюзія"
    " побоювання сподівання надія підозра"
)
#: Begin a condition.
_PROVIDED = frozenset({("provided", "that"), ("providing", "that"), ("on", "condition")})
_NO_ONE = frozenset({"жоден", "жодна", "жодне"})
#: With "не" these deny but once: «ніколи не визнавала».
_CONCORD = frozenset({"ніколи", "ні", "жоден", "жодна", "жодне", "жодного", "жодної"})
#: What these say of is hardly so: «погано узгоджується», «навряд чи підтримує».
_BARELY = frozenset({"погано", "кепсько", "навряд", "ледве", "заледве", "слабко", "позірно"})
_NOT_ONLY = [[word] for word in sorted(ONLY)]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """How a clause says what it says."""

    negative: bool = False
    hedged: bool = False


def circumstance(row: Row, begin: int, end: int, gap: range = range(0)) -> Circumstance | None:
    """Return how the words ``begin:end`` of ``row`` are said; None where nothing is stated.

    ``gap`` are the tokens that stand between the parts of the trigger. Nothing is stated
    by a question, a condition, a wish, a duty or what is denied from above.
    """
    key = (begin, end, gap.start, gap.stop)
    known: dict[tuple[int, int, int, int], Circumstance | None] = row.circumstances
    if key not in known:
        known[key] = _circumstance(row, begin, end, gap)
    return known[key]


def _circumstance(row: Row, begin: int, end: int, gap: range) -> Circumstance | None:
    if row.words and row.words[-1] == "?":
        return None
    language, vocabulary = row.language, row.vocabulary
    if language == "en" and row.words[0] in ("had", "were", "should"):
        return None  # "Had Poland supported the plan, …"
    start = row.clause_start(begin)
    before = row.words[start:begin]
    if language == "en" and (inserted := before_inserted(row, begin)) < begin:
        before = row.words[row.clause_start(inserted) : inserted]  # "has never, since May, …"
    between = [row.words[index] for index in gap]
    if not vocabulary.isdisjoint(UNREAL[language]) and (
        UNREAL[language] & {*before, *between}
        or _unreal_after(row, end)
        or _unreal_after(row, gap.stop + 1)
    ):
        return None
    if _ought(row, begin) or _denied_above(row, start, begin) or _is_condition(row, start):
        return None
    if language == "en" and _is_only_thought(row, start, begin, end):
        return None
    if language == "en" and before[-1:] == ["no"]:
        before = before[:-1]  # "saying no was a policy" denies nothing
    near = [*_denied_once(row, begin, before)[-_NEAR:], *row.words[begin + 1 : end], *between[:2]]
    negative = _is_denied(near, language) or (language == "uk" and not _NO_ONE.isdisjoint(before))
    if language == "en" and _is_scant(between):
        negative = True
    if language == "en" and any(word.endswith("n't") for word in (*near, row.words[begin])):
        negative = True
    hedges = _hedges(row)
    hedged = bool(hedges) and bool(
        hedges & {*before, *row.words[begin + 1 : end], *between, *_aside(row, begin)}
    )
    return Circumstance(negative, hedged)


def _denied_once(row: Row, begin: int, before: list[str]) -> list[str]:
    """Return the words ``before`` a trigger without those that its own "не" denies with."""
    if row.words[begin] != "не":
        return before
    return [word for word in before if word not in _CONCORD]


def _hedges(row: Row) -> frozenset[str]:
    """Return the words of a sentence that hedge: "may", but not "May"."""
    hedges = frozenset(row.vocabulary & HEDGES[row.language])
    return hedges - {"may"} if "may" in hedges and _is_month(row) else hedges


def _is_month(row: Row) -> bool:
    """Tell whether every "may" of an English sentence is the month: "in May"."""
    return all(row.raw[i] == "May" and i for i in range(len(row)) if row.words[i] == "may")


def _is_only_thought(row: Row, start: int, begin: int, end: int) -> bool:
    """Tell whether an English clause says what is awaited, asked for, imagined or missed."""
    return (
        _is_awaited(row, start, begin)
        or falls_short(row, begin, end)
        or is_asked_for(row, begin)
        or is_imagined(row, begin)
    )


def _is_awaited(row: Row, start: int, begin: int) -> bool:
    """Tell whether the clause of ``begin`` says till when something is refused.

    "Unwilling to trade until Peru signs": Peru has not signed.
    """
    if "until" not in row.vocabulary:
        return False
    until = next((i for i in range(start, begin) if row.words[i] == "until"), None)
    return until is not None and not _REFUSING.isdisjoint(row.words[:until])


def _is_scant(words: list[str]) -> bool:
    """Tell whether "little" or "few" says that there is hardly any: no "a little"."""
    return any(
        word in _SCANT and words[index - 1 : index] not in ([["a"], ["the"]])
        for index, word in enumerate(words)
    )


def _is_condition(row: Row, start: int) -> bool:
    """Tell whether "provided that" begins the clause at ``start``."""
    return (row.word(start), row.word(start + 1)) in _PROVIDED


def _is_denied(words: list[str], language: str) -> bool:
    """Tell whether a negation is among ``words`` that is no "not only"."""
    return any(
        word in NEGATIONS[language] and words[index + 1 : index + 2] not in _NOT_ONLY
        for index, word in enumerate(words)
    )


def _unreal_after(row: Row, end: int) -> bool:
    return row.language == "uk" and row.word(end) in ("б", "би")


def _ought(row: Row, begin: int) -> bool:
    """Tell whether the verb at ``begin`` depends on a duty or, in English, on "to"."""
    if is_helped(row, begin):
        return False
    previous = row.word(begin - 1)
    if row.language == "en":
        return previous in OUGHT["en"]
    return previous in OUGHT["uk"] and row.words[begin].endswith(("ти", "тися", "тись"))


def _denied_below(row: Row, begin: int) -> bool:
    """Tell whether the words after the clause of ``begin`` call it false: "… is a myth"."""
    if row.vocabulary.isdisjoint(_FALSE):
        return False
    comma = next((i for i in range(begin, len(row)) if row.words[i] in ",”"), len(row))
    told = range(comma + 1, min(len(row), comma + 5))
    if row.language == "en" and row.words[0] in ("the", "that") and "that" in row.words[:begin]:
        told = range(begin, len(row))
    return any(row.words[i] in _FALSE for i in told)


def _denied_above(row: Row, start: int, begin: int) -> bool:
    """Tell whether the clause at ``start`` hangs on words that deny it, or say it is hardly so."""
    if _denied_below(row, begin) or not _BARELY.isdisjoint(row.words[start:begin][-_NEAR:]):
        return True
    if row.language == "en":
        # No comma stands before an English "that".
        for index in range(begin - 1, max(start, begin - _FAR) - 1, -1):
            if row.word(index) == "that" and index:
                above = row.words[start:index][-6:]
                if above[-1:] and above[-1] in _VIEWS and not _REJECTING.isdisjoint(above):
                    return True
                return above[-1:] != [] and (
                    above[-1] in _UNSURE or not _DENYING["en"].isdisjoint(above)
                )
    if row.word(start) not in ("що", "that", "начебто", "нібито", "ніби") or start == 0:
        return False
    at = row.clause_start(start - 1)
    above = row.words[at : start - 1]
    if row.language == "uk" and ({"б", "би"} & set(above) or _is_mere_thought(row, at, start - 1)):
        return True
    return bool(_DENYING[row.language] & set(above[-6:]))


def _is_mere_thought(row: Row, begin: int, comma: int) -> bool:
    """Tell whether the words ``begin:comma`` but name a thought that is judged later on."""
    thought = begin < comma and row.words[comma - 1] in _THOUGHTS
    return thought and not any(row.is_verb(index) for index in range(begin, comma))


def _aside(row: Row, begin: int) -> list[str]:
    """Return the words set off by a comma at the head of the sentence or before the clause."""
    found: list[str] = []
    at = row.clause_start(begin)
    for _ in range(2):
        if at <= 0 or row.word(at - 1) != ",":
            break
        start = row.clause_start(at - 1)
        if at - 1 - start <= 2 and not HARD & set(row.words[start : at - 1]):
            found += row.words[start : at - 1]
        at = start
    return found
