"""What stands around the words that credit a speaker: appositions, circumstances, "as"."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Stance
from .apart import Subject
from .complements import Complement, Complements
from .quotes import Quotation, Quotations
from .scene import Scene
from .speakers import Speakers
from .speech import Cue
from .subjects import Subjects
from .voices import Voice

_INFINITIVE = ("ати", "яти", "ити", "їти", "іти", "ися")


@dataclass(frozen=True, slots=True)
class Credit:
    """A speaker credited by the words ``start:end`` of the text.

    ``shape`` is the pattern. What is said is ``said`` (from there to where the
    sentence lets it end, or ``until``), ``quote``, or all of the sentence but the cue
    (``around``).
    """

    voice: Voice
    cue: Cue
    shape: str
    start: int
    end: int
    said: int = -1
    quote: Quotation | None = None
    around: bool = False
    stance: Stance = "affirms"
    clipped: bool = False
    until: int = -1


class Setting:
    """Reads what stands around cues; shared by the readers of all kinds of cues."""

    def __init__(self, speakers: Speakers, quotes: Quotations) -> None:
        self.speakers = speakers
        self.words = speakers.words
        self.quotes = quotes
        self.subjects = Subjects(speakers)
        self.complements = Complements(speakers, self.subjects, quotes)

    def stance(self, subject: Subject, said: Complement | None, cue: Cue) -> Stance:
        """Return what the speaker does with what is said, negations counted."""
        stance: Stance = cue.stance
        if stance == "denies" and said is not None and said.shape == "colon":
            stance = "affirms"  # Адмірали заперечують: флот послужить
        if subject.negated:
            stance = "denies" if stance == "affirms" else "affirms"
        elif stance == "affirms" and (subject.modal or (said is not None and said.hedged)):
            stance = "hedges"
        return stance

    def binds(self, scene: Scene, voice: Voice) -> bool:
        """Return whether a text lays down what is to be, and says nothing: a treaty, a law."""
        if scene.units[voice.start].text[0] < "\u0400":
            return False
        text = scene.text[scene.place(voice.start) : scene.place(voice.end)].lower()
        return any(law in text for law in self.words["laws"])

    def governor(self, scene: Scene, at: int) -> int:
        """Return the verb that has the subject: that before an infinitive, -1 where none is."""
        if not scene.units[at].text.endswith(_INFINITIVE):
            return at
        back = at - 1
        while back > 0 and scene.units[back].word and self.subjects.adverb(scene, back):
            back -= 1
        return back if back >= 0 and scene.units[back].text in self.words["phases"] else -1

    def as_before(self, scene: Scene, first: int) -> int:
        """Return the unit of the "as" before a clause that begins at ``first``, else -1."""
        back = first - 1
        while back >= 0 and scene.units[back].word and self.subjects.adverb(scene, back):
            back -= 1
        return back if back >= 0 and scene.units[back].text in self.words["as"] else -1

    def cue_end(self, scene: Scene, at: int) -> int:
        """Return the unit past a parenthetical cue that goes on at ``at``, -1 if it is none."""
        units = scene.units
        at = self.past_apposition(scene, at)
        if at < len(units) and units[at].text in {"it", "that"}:
            at += 2
        at += at < len(units) and units[at].text in self.words["addressed"]
        if at + 1 < len(units) and units[at].text in self.words["theirs_all"]:
            at += 2 * (units[at + 1].text in self.words["addressees"])
        steps = 0
        while at < len(units) and steps < 12:
            unit = units[at]
            if unit.text in '«“„‘"' and self._long(unit.start):
                return at
            if unit.text in '«“„‘"':
                at = max(at + 1, scene.at(self._close_of(scene, unit.start)))
                steps += 1
                continue
            if not (unit.word or unit.link is not None or unit.bracket or unit.possessive):
                return at + 1
            if steps == 0 and not unit.bracket and unit.link is None:
                fits = unit.text in self.words["prepositions"] or self.subjects.adverb(scene, at)
                if not fits:
                    return -1
            elif steps == 0 and unit.link is not None:
                return -1
            at += 1
            steps += 1
        return at if at >= len(units) else -1

    def _long(self, start: int) -> bool:
        quote = self.quotes.by_start.get(start)
        return quote is not None and quote.words(self.quotes.text) >= 4

    def _close_of(self, scene: Scene, start: int) -> int:
        quote = self.quotes.by_start.get(start)
        return quote.end if quote is not None and quote.end <= scene.end else start + 1

    def around(
        self, scene: Scene, voice: Voice, first: int, end: int, cue: Cue, shape: str
    ) -> Credit:
        """Return a credit for all of the sentence but the units ``first:end``."""
        quote = None
        rest = scene.place(end)
        found = self.quotes.by_start.get(rest)
        if found is not None and end < len(scene.units):
            quote = self.complements.quoted(scene, Complement("quotation", end, rest))
        start = scene.place(first)
        last = scene.units[end - 1].end if end > first else start + 1
        return Credit(voice, cue, shape, start, last, -1, quote, True, cue.stance)

    def past_apposition(self, scene: Scene, at: int) -> int:
        """Return the unit past an apposition that begins at the comma ``at``."""
        units = scene.units
        while at < len(units) and units[at].bracket:
            at += 1
        if at + 2 >= len(units) or units[at].text != ",":
            return at
        leaning = self._past_leaning(scene, at)
        if leaning > at:
            return leaning
        return self._past_title(scene, at)

    def _past_leaning(self, scene: Scene, at: int) -> int:
        """Return the comma that closes a participle after the comma ``at``, else ``at``."""
        if not self._leans(scene, at + 1):
            return at
        after = range(at + 2, min(at + 12, len(scene.units)))
        return next((place for place in after if scene.units[place].text == ","), at)

    def _past_title(self, scene: Scene, at: int) -> int:
        """Return the comma that closes an apposition after the comma ``at``, else ``at``."""
        units, words = scene.units, self.words
        opens = units[at + 1].text
        nouns = [self.speakers.nouns.get(unit.text) for unit in units[at + 1 : at + 8]]
        titled = any(noun is not None and noun.kind == "people" for noun in nouns)
        told = opens in words["apposition"] and (titled or opens not in words["articles"])
        if not (told or opens in words["who"] or (titled and self._titled(scene, at + 1))):
            return at
        for close in range(at + 2, min(at + 30, len(units))):
            text = units[close].text
            if text in ",:;" and units[close].link is None:
                return close
            if text == "." and close == len(units) - 1:
                return close if self._entitled(scene, at + 1) else at
            if text in self.speakers.verbs or text in '.«“‘"':
                return at
            if text in words["verbal"] and opens not in words["who"]:
                return at
        return at

    def _leans(self, scene: Scene, at: int) -> bool:
        """Return whether a participle that leans on a name stands at ``at``: writing from X."""
        text = scene.units[at].text
        ends = tuple(self.words["adverbial_endings"])
        leans = scene.units[at].word and len(text) > 5 and text.endswith(ends)
        after = scene.units[at + 1].text if at + 1 < len(scene.units) else ""
        # "Adding that" is a cue by itself.
        return leans and (text not in self.speakers.verbs or after in self.words["prepositions"])

    def _entitled(self, scene: Scene, at: int) -> bool:
        """Return whether a title, surely no object, begins at ``at``: a historian, історик."""
        if scene.units[at].text in self.words["articles"]:
            return True
        nouns = (self.speakers.nouns.get(unit.text) for unit in scene.units[at : at + 3])
        titles = [noun for noun in nouns if noun is not None and noun.kind == "people"]
        return bool(titles) and titles[0].nominative

    def _titled(self, scene: Scene, at: int) -> bool:
        """Return whether a title without article begins at ``at``: professor of, автор."""
        for unit in scene.units[at : at + 3]:
            noun = self.speakers.nouns.get(unit.text) if unit.word else None
            if noun is not None:
                one = not noun.plural or (noun.nominative and noun.oblique and unit.text > "\u0400")
                return noun.kind == "people" and one  # директорки may be a genitive
            if not unit.word or unit.text in self.words["verbal"]:
                return False
        return False

    def circumstance(self, scene: Scene, at: int) -> int:
        """Return the length of "in Munich", "on Monday", "yesterday" after a cue."""
        units, words = scene.units, self.words
        text = units[at].text
        if text == "of":
            return 0
        if text not in words["prepositions"] and (
            units[at].bracket or (units[at].word and self.subjects.adverb(scene, at))
        ):
            return 1
        if not units[at].word or text not in words["prepositions"]:
            return 0
        if self.complements.infinitive(scene, at):
            return 0
        size = 1
        while at + size < len(units) and size < 8:
            unit = units[at + size]
            if not (unit.word or unit.link is not None or unit.possessive):
                break
            if unit.text in words["verbal"]:
                return 0
            size += 1
        return size

    def conceded(self, scene: Scene, first: int) -> bool:
        """Return whether a clause before the main one begins with a cue: While X says."""
        subordinate = self.words["subordinate"]
        return first <= 2 and any(unit.text in subordinate for unit in scene.units[:first])

    def may_precede(self, scene: Scene, at: int) -> bool:
        """Return whether a phrase that credits a speaker may follow the word at ``at``."""
        text = scene.units[at].text
        words = self.words
        return text in words["conjunctions"] or self.subjects.adverb(scene, at)

    def is_noun(self, scene: Scene, at: int, cue: Cue) -> bool:
        """Return whether an English form is here a noun: the note, his claims."""
        if cue.language != "en" or at == 0:
            return False
        before = scene.units[at - 1]
        if before.word and scene.text[scene.units[at].start].isupper():
            # The United States withdrew.
            return True
        if before.text in {"is", "are", "was", "were", "no"}:
            return scene.units[at].text in self.words["nouns_too"]
        return before.possessive or before.text in self.words["determiners"] - self.words["somes"]
