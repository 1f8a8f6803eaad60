"""Which relations are read between two phrases, neither of them a known name."""

from __future__ import annotations

from .frame import Frame, Slot

#: Where phrases begin and end is what the machine knows least, so of two things that have
#: no name it says only what it reads well.
_BOTH = frozenset(
    """
    basedOn characterisedAs contributesTo correspondsTo definedAs enables explainedBy hasPriority
    influencedBy ledTo precludes reflectedIn rejects requires
    """.split()  # noqa: SIM905 - a list of words
)
#: In Ukrainian cases tell where phrases end.
_UKRAINIAN = frozenset(
    """
    achieved concerns contrastsWith directedAt hasAspect importantFor indicates involves opposes
    seeks supports
    """.split()  # noqa: SIM905 - a list of words
)
_READ = {"uk": _BOTH | _UKRAINIAN, "en": _BOTH | {"servesAs"}}


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
