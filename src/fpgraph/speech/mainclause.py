"""Subjects of Ukrainian main clauses, which the verbs of other clauses share."""

from __future__ import annotations

from .apart import Subject
from .leaning import Leaning
from .scene import Scene
from .voices import Voice

_ANY: frozenset[str] = frozenset()
_NOMINATIVE = frozenset({"nom"})


class MainClause(Leaning):
    """Finds the subject that a participle or a relative clause leans on."""

    def main(self, scene: Scene, left: int) -> Subject | None:
        """Return the subject of the Ukrainian verb that the clause before ``left`` has."""
        ends = tuple(self.words["verbal_endings"])
        quoted = False
        for at in range(left - 1, 0, -1):
            unit = scene.units[at]
            if unit.text in ";:":
                return None
            quoted = unit.text == "»" or (quoted and unit.text != "«")
            if quoted:
                continue
            verbal = unit.word and len(unit.text) > 3 and unit.text.endswith(ends)
            if not verbal or unit.text in self.speakers.nouns or self._adverbial(scene, at):
                continue
            found = self._of_main_verb(scene, at)
            if found is not None:
                return found
        return None

    def _of_main_verb(self, scene: Scene, verb: int) -> Subject | None:
        """Return the subject right before or after a verb of any kind."""
        left, _, _ = self._skip(scene, verb)
        if left < 0:
            return self._after(scene, verb, verb + 1, left)
        text = scene.units[left].text
        if text in self.words["pronouns_one"] or text in self.words["pronouns_many"]:
            many = text in self.words["pronouns_many"]
            return Subject(Voice((), left, left + 1, "same", many), "before", left)
        found = self.before(scene, verb, left + 1) or self._after(scene, verb, verb + 1, left)
        if found is None and text == "," and left > 1:
            found = self._apart(scene, verb, left)
        if found is None or found.voice.kind in {"none", "own", "theory"}:
            return None
        return found if self._agree(scene, verb, found.voice) else None

    def past_object(self, scene: Scene, verb: int) -> Subject | None:
        """Return a Ukrainian subject with the object between it and its verb: X цей крок вважає."""
        for limit in range(verb - 1, max(0, verb - 6), -1):
            first = scene.units[limit]
            if not (first.word or first.link):
                return None
            if first.text in self.words["prepositions"]:
                return None
            object_like = first.text in self.words["objects"] or (
                first.link is not None and "acc" in first.link.cases
            )
            found = self.before(scene, verb, limit) if object_like else None
            if found is not None and self._agree(scene, verb, found.voice):
                opens = found.first == 0 or self._mark(scene, found.first - 1)
                return found if opens else None
        return None

    def ending(self, scene: Scene, limit: int) -> Voice | None:
        """Return whoever the phrase names that ends at unit ``limit``, in any case."""
        return self._phrase(scene, limit, _NOMINATIVE) or self._phrase(scene, limit, _ANY)
