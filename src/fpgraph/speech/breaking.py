"""Where Ukrainian judgements break off: X назвала A B і почала."""

from __future__ import annotations

from collections.abc import Mapping

from .scene import Scene
from .setting import Credit

#: Endings by which two verbs of one subject are told.
_ALIKE = (
    ("ав", "ив", "яв", "ув", "ався", "ився", "явся"), ("ла", "лася"), ("ло", "лося"),
    ("ли", "лися"), ("ає", "яє", "ує", "ається", "ується"), ("ють", "ються"),
)  # fmt: skip
_SHORT = 5

Words = Mapping[str, frozenset[str]]


def acts_too(scene: Scene, at: int, credit: Credit, words: Words) -> bool:
    """Return whether a verb like that of a judgement stands at ``at``: і почала."""
    units = scene.units
    if at >= len(units) or credit.cue.language != "uk":
        return False
    verb = units[at].text
    if not units[at].word or len(verb) < _SHORT or verb in words["like_verbs"]:
        return False
    if any(unit.text == "," for unit in units[scene.at(max(credit.said, 0)) : at]):
        return False
    cue = units[scene.at(credit.start) : scene.at(credit.end)]
    return any(verb.endswith(ends) and unit.text.endswith(ends) for unit in cue for ends in _ALIKE)
