"""Who a phrase names as a speaker: a name, a title with a name, or people called by no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..parts import Link
from .coining import nominative
from .nounphrase import NounPhrase
from .scene import Scene, Unit, role_of
from .speech import Noun
from .voices import Lexis, Voice

#: The kinds of speakers that a name or a group has, as against works and schools.
NAMED = frozenset({"person", "people", "body"})
_GENITIVE = ("их", "іх", "ів", "їв", "ої", "ій", "и", "і", "ї", "ь", "я", "у", "ю", "а")
#: How many words may come after the last that surely belongs to a phrase.
_TRAILING = 5


class Speakers(Lexis):
    """Reads the phrases of scenes that name speakers, and keeps the names it coins."""

    def read(
        self, scene: Scene, at: int, cases: frozenset[str], limit: int | None = None
    ) -> Voice | None:
        """Return whom the phrase that begins at unit ``at`` names, None if no speaker.

        ``cases`` are those it must stand in; with ``limit`` it must reach that unit.
        """
        voice = _Phrase(self, scene, at, cases, limit).read()
        if voice is None or limit is None or voice.kind in {"own", "none"}:
            return voice
        if voice.end == limit:
            return voice
        # A circumstance may follow a name: X in his book says.
        after = scene.units[voice.end]
        owners = [unit.link for unit in scene.units[voice.end : limit]]
        if voice.kind in {"body", "writing"} and all(
            link and "gen" in link.cases for link in owners
        ):
            return replace(voice, end=limit)
        apart = after.text in self.words["prepositions"]
        if any(link and role_of(link) == "person" for link in owners):
            return None
        return voice if apart or not (after.word or after.link is not None) else None


class _Phrase(NounPhrase):
    """A phrase whose voice is told from all of its words."""

    def _close(self, at: int) -> Voice | None:
        end = self._extent(at)
        if end <= self.start or (self.bound and (at != self.limit or at - self.sure > _TRAILING)):
            return None
        if self.latin and self.bound and not self._hangs_on(at):
            return None
        if self.head is None:
            someone = self.units[self.start].text in self.words["someone"]
            return self._some(end) if self.some and (not self.loose or someone) else None
        if self.head.kind == "work":
            made = self._made(end)
            his = any(u.text in self.words["whose"] for u in self.units[self.start : self.head_at])
            if made is None and his and not self.complement:
                return Voice((), self.start, end, "same")
            made = made or self._document(end, self.head) or self._text(end, self.head)
            return made or self._some_works(end, self.head)
        voice = self._coined(end, self.head)
        # "The scholar" is somebody named before, or else called just so.
        return replace(voice, kind="same") if self._definite() else voice

    def _hangs_on(self, at: int) -> bool:
        """Return whether the words after the last sure one depend on it: close to, in exile."""
        if at <= self.sure or self.sure < 1:
            return True
        first = self.units[self.sure]
        if self.units[self.sure - 1].text in self.words["inner_prepositions"]:
            return True
        trails = first.text in self.words["inner_prepositions"] | self.words["trailing"]
        if first.text.endswith("ed") and self.sure + 1 < at:
            trails = self.units[self.sure + 1].text in self.words["prepositions"]
        return trails or first.bracket or not first.word or first.text.endswith("ing")

    def _text(self, end: int, head: Noun) -> Voice | None:
        """Return the voice of a text named before: the document, цей документ."""
        alone = self.sure == self.head_at + 1 and self.content == self.head_at
        first = self.units[self.start].text
        told = first in self.words["demonstratives"] if self.latin else self.cases
        if not alone or self.complement or not told or head.plural:
            return None
        if self.units[self.head_at].text in self.words["own_works"]:
            return None
        # The book of whoever was named before speaks for its author.
        kind = "same" if head.label in self.words["authored"] else "text"
        return Voice((), self.start, end, kind, made=True)

    def _document(self, end: int, head: Noun) -> Voice | None:
        """Return the voice of a document called by what it is about: Концепція безпеки."""
        first = self.content if self.content >= 0 else self.start
        told = self.cases == {"nom"} and self.bound and end > self.head_at + 1
        if self.latin or not told or head.label not in self.words["official"]:
            return None
        start, stop = self.units[first].start, self.units[end - 1].end
        name = self.lexis.coinage.coin(self.scene.text[start:stop], "phrase", start, stop)
        return Voice((name,), self.start, end, "writing", head.plural)

    def _some_works(self, end: int, head: Noun) -> Voice | None:
        """Return the voice of works that speak by themselves: polls, a recent study."""
        if not self.latin or head.label not in self.words["telling_works"]:
            return None
        first = self.units[self.start].text
        lore = head.label in self.words["lore"]
        if not (head.plural or lore) and first not in self.words["indefinite"]:
            return None
        if first in self.words["demonstratives"] | self.words["theirs_all"] | {"no"}:
            return None
        place = self.units[self.head_at]
        name = self.lexis.coinage.coin(head.label, "phrase", place.start, place.end)
        return Voice((name,), self.start, end, "writing", head.plural, True)

    def _definite(self) -> bool:
        """Return whether the phrase is a title and no more: the scholar, not a scholar."""
        if self.head is None or self.head.kind != "people" or self.head.plural:
            return False
        if not self.latin and self.head.label in self.words["schoolmen"]:
            return False  # a realist as such
        bare = not self.complement and self.owner is None and not self.loose
        told = any(
            u.text in self.words["indefinite"] for u in self.units[self.start : self.head_at]
        )
        alone = self.content == self.head_at and self.sure == self.head_at + 1
        return bare and not told and alone

    def _extent(self, at: int) -> int:
        """Return the unit past the phrase, -1 where nothing in it names a speaker."""
        if self.sure < 0 or self.bound:
            return at if self.sure >= 0 else -1
        if at < len(self.units):
            mark = self.units[at]
            ends = not mark.word and mark.link is None
            if not ends and mark.text not in self.lexis.verbs:
                return max(self.sure, self.start)
            while at > self.sure and not self._belongs(at - 1):
                at -= 1
        return at if not self.latin or self._hangs_on(at) else self.sure

    def _belongs(self, at: int) -> bool:
        """Return whether a word after the head may depend on it: справ, but not важливим."""
        unit = self.units[at]
        return self.latin or not unit.word or unit.text.endswith(_GENITIVE)

    def _made(self, end: int) -> Voice | None:
        """Return the voice of a work or view: whoever it belongs to."""
        owner = self.owner.link if self.owner is not None else None
        links = [owner] if owner is not None else self.complement
        for role in ("person", "people", "theory", "body"):
            found = [self._maker(link, role) for link in links]
            ids = tuple(dict.fromkeys(name for name in found if name))
            if ids:
                ids = ids if role == "person" else ids[:1]
                return Voice(ids, self.start, end, role, len(ids) > 1, True)
        return None

    def _maker(self, link: Link, role: str) -> str:
        person = self.scene.nested_person(link) if role == "person" else None
        if person is not None:
            return person.entity
        return link.entity if role_of(link) == role else ""

    def _some(self, end: int) -> Voice:
        first = self.units[self.start]
        noun = self._noun(first)
        last = self.start
        while last + 1 < end and self.units[last + 1].text in self.words["determiners"]:
            last += 1
        stop = self.units[last].end
        form = noun.label if noun is not None else self.scene.text[first.start : stop].lower()
        name = self.lexis.coinage.coin(form, "phrase", first.start, stop)
        return Voice((name,), self.start, end, "people", True)

    def _coined(self, end: int, head: Noun) -> Voice:
        first = self.content if self.content >= 0 else self.start
        units = self.units[first:end]
        kind = "body" if head.kind == "body" else "people"
        name = ""
        if head.plural and self._this_school(units[self.head_at + 1 - first :]):
            name = self.lexis.coinage.followers(head.label, units[0].start)
        if not name:
            form = nominative(self.scene.text, units, head, self.head_at - first)
            start, stop = units[0].start, units[-1].end
            name = self.lexis.coinage.coin(form, "phrase", start, stop)
        return Voice((name,), self.start, end, kind, head.plural)

    def _this_school(self, units: Sequence[Unit]) -> bool:
        """Return whether what depends on the head is "of this school" or the like."""
        texts = [unit.text for unit in units if unit.text not in self.words["prepositions"]]
        return (
            len(texts) == 2
            and texts[0] in self.words["demonstratives"]
            and texts[1] in self.words["schools"]
        )


def joined(voices: Sequence[Voice]) -> Voice:
    """Return several voices that say the same thing as one."""
    ids = tuple(dict.fromkeys(name for voice in voices for name in voice.ids))
    first = min(voices, key=lambda voice: voice.start)
    last = max(voices, key=lambda voice: voice.end)
    return Voice(ids, first.start, last.end, first.kind, len(ids) > 1)
