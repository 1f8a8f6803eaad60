"""Ukrainian relative clauses that credit whoever was just named: , на думку якого, ..."""

from __future__ import annotations

from .scene import Scene, role_of
from .setting import Credit, Setting
from .speech import Cue
from .voices import Voice

_SPEAKING = frozenset({"person", "people", "body"})
#: The pronouns that stand for several.
_MANY = frozenset({"яких", "якими", "котрих", "котрими"})
#: How far before the comma the theory that a clause tells of may stand, in units.
_NEAR = 6
#: A clause that begins no later is followed by the rest of the main one.
_EARLY = 8


class Relatives:
    """Reads the credits of "X, на думку якого" and "вчення X, згідно з яким"."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def credit(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of a cue at ``at`` before the pronoun at ``after``."""
        units = scene.units
        if at < 1 or units[at - 1].text != "," or after + 1 >= len(units):
            return None
        many = units[after].text in _MANY
        voice = self._named(scene, at - 1, many=many) or self._thought(scene, at - 1, cue)
        if voice is None or (cue.people and voice.kind not in {"person", "people"}):
            return None
        said = after + 1
        said += units[said].text == ","
        start = scene.place(said)
        medial = at <= _EARLY
        return Credit(
            voice, cue, "credit", scene.place(at), start, start, None, False, cue.stance, medial
        )

    def _named(self, scene: Scene, comma: int, *, many: bool) -> Voice | None:
        """Return whoever is named right before the comma."""
        units = scene.units
        phrase = self.setting.subjects.ending(scene, comma)
        if many and phrase is not None and phrase.kind == "people" and phrase.ids:
            return phrase
        link = units[comma - 1].link
        if link is None or role_of(link) not in _SPEAKING:
            return phrase if phrase and phrase.kind in _SPEAKING and phrase.ids else None
        ids, first = [link.entity], comma - 1
        joins = self.words["joining"] | {","}
        while many and first > 1 and units[first - 1].text in joins:
            other = units[first - 2].link
            if other is None or role_of(other) != role_of(link):
                break
            ids.insert(0, other.entity)
            first -= 2
        return Voice(tuple(ids), first, comma, role_of(link), len(ids) > 1)

    def _thought(self, scene: Scene, comma: int, cue: Cue) -> Voice | None:
        """Return whose a theory or idea is that stands before the comma."""
        if cue.people and cue.id != "uk-after":
            return None
        units = scene.units
        near = units[max(0, comma - _NEAR) : comma]
        theory = units[comma - 1].link
        theory = theory if theory is not None and role_of(theory) == "theory" else None
        if theory is None and not any(unit.text in self.words["ideas"] for unit in near):
            return None
        last = max(
            (at for at in range(comma) if units[at].text in self.words["ideas"]), default=comma - 1
        )
        owner = self.setting.speakers.read(scene, last + 1, frozenset({"gen"}), comma)
        if owner is not None and owner.ids and owner.kind in _SPEAKING:
            return owner
        named = [
            at
            for at, unit in enumerate(units[:comma])
            if unit.link is not None
            and role_of(unit.link) == "person"
            and (not unit.link.cases or "nom" in unit.link.cases)
        ]
        made = units[named[0]].link if len(named) == 1 else None
        if made is not None:
            return Voice((made.entity,), named[0], named[0] + 1, "person")
        return Voice((theory.entity,), comma - 1, comma, "people") if theory is not None else None
