"""Which relations are read between two phrases, neither of them a known name."""

from __future__ import annotations

from .frame import Frame, Slot

#: Where phrases begin and end is what the machine knows least, so of two things that have
#: no name it says only what it reads well: in English what is of what kind, brings about,
#: rests on or hinders what, in Ukrainian, whose cases tell where phrases end, more.
_ENGLISH = frozenset(
    """
    basedOn characterisedAs contributesTo correspondsTo definedAs enables explainedBy hasPriority
    influencedBy ledTo precludes reflectedIn rejects requires servesAs
    """.split()  # noqa: SIM905 - a list of words
)
_UKRAINIAN = (_ENGLISH - {"servesAs"}) | frozenset(
    """
    achieved characterisedAs concerns contrastsWith correspondsTo definedAs directedAt explainedBy
    hasAspect importantFor indicates involves opposes reflectedIn rejects requires seeks supports
    """.split()  # noqa: SIM905 - a list of words
)
_READ = {"uk": _UKRAINIAN, "en": _ENGLISH}


def holds_between_phrases(name: str, language: str) -> bool:
    """Tell whether the property ``name`` is read between two phrases of ``language``."""
    return name in _READ[language]


def needs_no_name(frame: Frame) -> bool:
    """Tell whether a sentence without any name may state what ``frame`` is about."""
    if frame.subject.where == "article" and frame.language == "en":
        return _takes_phrase(frame.object) or frame.takes_list
    if not holds_between_phrases(frame.property, frame.language):
        return False
    return _takes_phrase(frame.subject) and (_takes_phrase(frame.object) or frame.takes_list)


def _takes_phrase(slot: Slot) -> bool:
    return bool(slot.phrase or slot.clause or slot.adjective)
