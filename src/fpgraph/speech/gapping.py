"""Clauses whose verb is left out: X called A a mistake, Y – a duty; X каже, що A, а Y – що B."""

from __future__ import annotations

from collections.abc import Iterator

from .objects import Objects
from .scene import Scene
from .setting import Credit, Setting

_NOMINATIVE = frozenset({"nom"})
_DASHES = frozenset("–—")
_SPEAKING = frozenset({"person", "people", "body", "theory"})


class Gapping:
    """Finds the speakers that share the verb of a credit before them."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words
        self.objects = Objects(setting)

    def after(self, scene: Scene, credit: Credit) -> Iterator[Credit]:
        """Yield the credits of the clauses after a Ukrainian one that leave its verb out."""
        if credit.cue.language != "uk" or credit.said < 0:
            return
        if credit.shape not in {"judgement", "that"} or credit.quote is not None:
            return
        units = scene.units
        for comma in range(scene.at(credit.said), len(units) - 3):
            if units[comma].text not in ",;" or self.setting.quotes.around(units[comma].start):
                continue
            at = comma + 1
            while at < len(units) - 2 and units[at].text in self.words["contrast"]:
                at += 1
            found = self._gapped(scene, at, credit)
            if found is not None:
                yield found

    def _gapped(self, scene: Scene, at: int, credit: Credit) -> Credit | None:
        """Return the credit of a speaker at ``at`` that a dash parts from what is said."""
        units = scene.units
        dash = next(
            (i for i in range(at + 1, min(at + 7, len(units))) if units[i].text in _DASHES), -1
        )
        if dash < 0 or dash + 1 >= len(units):
            return None
        said = self._said(scene, dash + 1, credit)
        voice = self.setting.speakers.read(scene, at, _NOMINATIVE, dash) if said >= 0 else None
        if voice is None or not voice.ids or voice.kind not in _SPEAKING or said >= len(units):
            return None
        start = scene.place(said)
        return Credit(
            voice, credit.cue, "gap", scene.place(at), start, start, None, False, credit.stance
        )

    def _said(self, scene: Scene, at: int, credit: Credit) -> int:
        """Return the unit where what the second says begins, -1 where the verb is no such one."""
        text = scene.units[at].text
        if credit.shape == "that":
            joins = text == "," and at + 1 < len(scene.units)
            that = scene.units[at + 1].text if joins else text
            return at + 1 + joins if that in self.words["that"] else -1
        if text in self.words["as"]:
            return at + 1
        cue = credit.cue
        return at if cue.bare and self.objects.judged_at_once(scene, at, cue) >= 0 else -1
