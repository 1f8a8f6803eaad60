"""Who speaks in which stretch of an article, where it is not the author."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Article, Entity, Name
from ..parts import Attribution, Link, Sentence
from .antecedents import REFERRING, Antecedents
from .crediting import Crediting
from .endings import Heard
from .interviews import turns
from .quoted import Quoted
from .quotes import Quotations
from .scene import Scene
from .setting import Credit
from .speakers import Speakers
from .speech import Cue, Speech, load_speech
from .stretches import Stretches
from .triggers import Trigger, Triggers

_EDGES = " \t\n,.;:–—-"
#: Citations at the end of what is said: [4, p. 7].
_CITED = re.compile(r"(?:\s*\[[^\[\]]{1,60}\])+[\s.,;]*\Z")


def attributions(
    article: Article,
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    entities: Mapping[str, Entity] | None = None,
) -> tuple[list[Attribution], list[Name]]:
    """Return who else than the author speaks where, and the names coined for speakers.

    Places are code points of ``article.clean``. A cue within a sentence parts what is
    said in two stretches with the same cue, unless what stands before it says nothing
    by itself ("Such strikes, X warns, would ..."); stretches of different speakers
    nest, and the innermost counts. Sorted by place. Names are coined for speakers that the text
    names by no proper name, such as "critics of the treaty"; ids begin with ``name-``.
    With ``entities``, "followers of this school" are those of the school named before.
    """
    reader = _Reader(article, sentences, links, load_speech(), entities or {})
    found = reader.read()
    speaking = {one.speaker for one in found}
    coined = (name for name in reader.speakers.coinage.names.values() if name.id in speaking)
    return found, sorted(coined, key=lambda name: name.id)


class _Reader:
    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        links: Sequence[Link],
        speech: Speech,
        entities: Mapping[str, Entity],
    ) -> None:
        self.article = article
        self.text = article.clean
        self.sentences = sentences
        self.links = links
        self.speech = speech
        self.quotes = quotes = Quotations(self.text)
        self.speakers = Speakers(speech, links, entities)
        self.crediting = Crediting(self.speakers, quotes)
        self.quoted = Quoted(self.text, quotes, self.speakers)
        self.antecedents = Antecedents(sentences, links, quotes, self.speakers, self._scene)
        self.stretches = Stretches(article, sentences, quotes, speech)
        self._starts = [sentence.start for sentence in sentences]
        self._link_starts = [link.start for link in links]

    def read(self) -> list[Attribution]:
        """Return the attributions of the article, sorted."""
        found: set[Attribution] = set()
        triggers = Triggers(self.quotes, self._starts, self.sentences, self.speech)
        for index, cues in triggers.active():
            heard = Heard(index, self._scene(index))
            self._credit(heard, cues)
            for credit in heard.credits:
                found.update(self._attributed(heard, credit))
        coinage = self.speakers.coinage
        found.update(turns(self.article, self.sentences, self.links, self.speech, coinage))
        return sorted(found, key=_order)

    def _scene(self, index: int) -> Scene:
        sentence = self.sentences[index]
        first = bisect_left(self._link_starts, sentence.start)
        last = bisect_left(self._link_starts, sentence.end)
        return Scene(self.text, sentence, self.links[first:last], self.speech.titles)

    def _credit(self, heard: Heard, triggers: Iterable[Trigger]) -> None:
        """Find the credits of a sentence, its pronouns resolved."""
        for start, end, cues in triggers:
            if self._credited(heard, start, end, cues):
                continue
            # "Speaks of" brings no quotation, "speaks" may still say something.
            verb = self.text[start:end].split(" ")[0].lower()
            if len(verb) < end - start:
                self._credited(heard, start, start + len(verb), self.speech.forms.get(verb, ()))
        for find in (self.quoted.after_colon, self.quoted.dated):
            credit = find(heard)
            if credit is not None:
                heard.credits.append(credit)
        for credit in tuple(heard.credits):
            heard.credits += self.crediting.gapping.after(heard.scene, credit)
        self.antecedents.note(heard)

    def _credited(self, heard: Heard, start: int, end: int, cues: Iterable[Cue]) -> bool:
        """Note the first credit that one of ``cues`` at ``start:end`` gives; tell if one does."""
        for cue in cues:
            credit = self.crediting.credit(heard.scene, start, end, cue)
            credit = self._resolved(heard, credit) if credit is not None else None
            if credit is not None and not (cue.kind == "passing" and _told(heard, credit)):
                heard.credits.append(credit)
                return True
        return False

    def _resolved(self, heard: Heard, credit: Credit) -> Credit | None:
        """Return the credit with a speaker, that of the author as it is."""
        if credit.voice.kind not in REFERRING:
            return credit if credit.voice.ids or credit.voice.kind == "own" else None
        spoke = self.antecedents.find(heard, credit)
        if spoke is None:
            # "The scholar" without a name before is called just so.
            return (
                replace(credit, voice=replace(credit.voice, kind="people"))
                if (credit.voice.ids)
                else None
            )
        voice = replace(credit.voice, ids=spoke.ids, kind=spoke.kind, plural=spoke.plural)
        return replace(credit, voice=voice)

    def _attributed(self, heard: Heard, credit: Credit) -> Iterator[Attribution]:
        if not credit.voice.ids:
            return
        for first, last in self.stretches.of(heard, credit):
            start, end = self._trimmed(first, last)
            if start >= end:
                continue
            self.antecedents.note_said(heard, credit, start, end)
            for name in credit.voice.ids:
                yield Attribution(
                    speaker=name,
                    start=start,
                    end=end,
                    cue_start=credit.start,
                    cue_end=max(credit.end, credit.start + 1),
                    rule=f"{credit.cue.id}-{credit.shape}",
                    stance=credit.stance,
                )

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch without the marks and citations at its edges."""
        text = self.text
        while start < end and text[start] in _EDGES:
            start += 1
        cited = _CITED.search(text, start, end)
        end = cited.start() if cited is not None else end
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        return start, end


def _told(heard: Heard, credit: Credit) -> bool:
    """Return whether what a credit gives is already said by somebody in the sentence."""
    return any(one.around or 0 <= one.said <= credit.said for one in heard.credits)


def _order(one: Attribution) -> tuple[int, int, int, int, str, str]:
    return (one.start, -one.end, one.cue_start, one.cue_end, one.speaker, one.rule)
