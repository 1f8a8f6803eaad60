"""What is judged in English, and what it is judged as: the accord as a truce."""

from __future__ import annotations

from collections.abc import Mapping

from .scene import Scene
from .speech import Cue

Words = Mapping[str, frozenset[str]]
#: How far an object may reach before what it is judged as, in units.
_OBJECT = 26
#: Marks that a plain phrase may hold.
_MARKS = frozenset('“”‘’«»"')


def judged_as(scene: Scene, after: int, cue: Cue, words: Words) -> int:
    """Return the unit where what the object is judged as begins, -1 where it is not."""
    return _named(scene, after, words) if cue.bare else _joined(scene, after, cue, words)


def before_object(scene: Scene, after: int, words: Words) -> bool:
    """Return whether a quality stands before what has it: dismissed as absurd the claim."""
    units = scene.units
    if after + 2 >= len(units) or units[after].text not in words["as"]:
        return False
    quality = units[after + 1]
    then = units[after + 2].text
    return (
        quality.word
        and quality.text not in words["determiners"]
        and (then in words["articles"] | words["whatever"] | words["pointing"])
    )


def plain_object(scene: Scene, after: int, said: int, words: Words) -> bool:
    """Return whether what is judged is a phrase without a clause, and more than a pronoun."""
    apart = words["that"] | words["who"] | words["verbal"]
    plain = all(
        (unit.word or unit.link is not None or unit.possessive or unit.text in _MARKS)
        and unit.text not in apart
        for unit in scene.units[after:said]
    )
    return plain and scene.units[after].text not in words["judged_pronouns"]


def _joined(scene: Scene, after: int, cue: Cue, words: Words) -> int:
    """Return what follows "as", "of" after a charge, or "to" after "attributes"."""
    units = scene.units
    joins = words["charging"] if cue.charge else words["as"]
    joins = joins | words["judging"] if cue.people else joins
    for at in range(after, min(len(units), after + _OBJECT)):
        text = units[at].text
        another = at + 1 < len(units) and units[at + 1].text in (
            words["contrast"] - words["joining"]
        )
        if text in ".;:" or (text == "," and another):
            break
        if at > after and units[at - 1].text != "," and text in joins:
            often = units[min(at + 1, len(units) - 1)].text in words["as_often"]
            happens = text in words["as"] and _happens(scene, at + 1, words)
            return -1 if often or happens else at + 1
    return -1


def _named(scene: Scene, after: int, words: Words) -> int:
    """Return what follows an object without "as": calls the accord a truce."""
    units = scene.units
    first = units[after]
    if first.text in words["convened"] or (first.word and first.text.endswith("ing")):
        return -1  # called elections, considered joining
    if first.text in words["judged_pronouns"]:
        return after + 1 if _predicate(scene, after + 1, words) else -1
    for at in range(after + 1, min(len(units), after + _OBJECT)):
        unit = units[at]
        if unit.text in ".;:,":
            break
        if unit.text in words["as"]:
            often = units[min(at + 1, len(units) - 1)].text in words["as_often"]
            return -1 if often or _happens(scene, at + 1, words) else at + 1
        if _opens(scene, after, at, words):
            return at - (units[at - 1].text in "«“‘")
    return -1


def _opens(scene: Scene, after: int, at: int, words: Words) -> bool:
    """Return whether what an object is called begins at ``at``: a truce, to be one, illegal."""
    units = scene.units
    following = {unit.text for unit in units[at + 1 : at + 3]}
    if units[at].text == "to":
        # Considers X to be B, but not: considered the means to end the war.
        return not following.isdisjoint({"be", "have", "represent"})
    if not following.isdisjoint(words["occasions"]):
        return False  # considered it a second time
    told = units[at].text in {"a", "an", "“"} and units[at - 1].text not in words["prepositions"]
    return told or _quality(scene, after, at, words)


def _quality(scene: Scene, after: int, at: int, words: Words) -> bool:
    """Return whether the object ``after:at`` is followed by a quality: the step historic."""
    units = scene.units
    last = at + 1 >= len(units) or not (units[at + 1].word or units[at + 1].link)
    told = units[after].link is not None or units[after].text in words["determiners"]
    ends = units[at].text.endswith(tuple(words["quality_endings"]))
    return told and last and ends and at > after + (units[after].link is None)


def _predicate(scene: Scene, at: int, words: Words) -> bool:
    """Return whether what a pronoun is called stands at ``at``: calls it diversification."""
    if at >= len(scene.units):
        return False
    unit = scene.units[at]
    if unit.word and (unit.text in words["prepositions"] or unit.text.endswith("ly")):
        return unit.text == "to"
    return bool(unit.word or unit.link) or unit.text in '“‘"'


def _happens(scene: Scene, at: int, words: Words) -> bool:
    """Return whether a clause follows "as": as night fell, as a general would."""
    for unit in scene.units[at : at + 5]:
        if not (unit.word or unit.link) or unit.text in words["that"] | words["who"]:
            return False
        if unit.text in words["verbal"] or unit.text in words["happening"]:
            return unit.text not in {"be", "been"}
    return False
