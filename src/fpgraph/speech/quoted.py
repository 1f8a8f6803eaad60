"""Quotations that no verb credits: after a name and a colon, before a name and a year."""

from __future__ import annotations

import re

from .endings import Heard
from .quotes import Quotations
from .scene import Scene, role_of
from .setting import Credit
from .speakers import Speakers
from .speech import Cue
from .stretches import COLON
from .voices import Voice

DATED = re.compile(r"[»”’\"]\s*\(")
_YEAR = re.compile(r"[^()]{0,60}\b(?:1[89]|20)\d\d")
_CITED = re.compile(r"([A-ZА-ЯІЇЄҐ][\w’'-]+)(?=,?\s+(?:1[89]|20)\d\d)")
_COLON_CUE = Cue("colon", "say", "affirms", "", "X: “…”")
_DATED_CUE = Cue("author-date", "say", "affirms", "", "“…” (X 2001)")


class Quoted:
    """Finds who is credited with a quotation by marks alone."""

    def __init__(self, text: str, quotes: Quotations, speakers: Speakers) -> None:
        self.text = text
        self.quotes = quotes
        self.speakers = speakers

    def after_colon(self, heard: Heard) -> Credit | None:
        """Return the credit of a quotation after a colon that one person comes before."""
        scene = heard.scene
        match = COLON.search(self.text, scene.start, scene.end)
        if match is None:
            return None
        quote = self.quotes.by_start.get(match.end() - 1)
        if quote is None or not quote.spoken(self.text):
            return None
        if any(credit.start <= match.start() <= credit.end + 1 for credit in heard.credits):
            return None
        if self._unresolved(scene, match.start()):
            return None
        named = [
            unit.link
            for unit in scene.units
            if unit.link is not None
            and unit.end <= match.start()
            and role_of(unit.link) in {"person", "people"}
        ]
        if len({link.entity for link in named}) != 1:
            return None
        link = named[0]
        voice = Voice((link.entity,), scene.at(link.start), scene.at(link.end), role_of(link))
        end = match.start() + 1
        return Credit(voice, _COLON_CUE, "quotation", link.start, end, quote.start, quote)

    def _unresolved(self, scene: Scene, end: int) -> bool:
        """Return whether a verb of saying stands before ``end``, its subject unknown."""
        return any(unit.text in self.speakers.verbs for unit in scene.units if unit.end <= end)

    def dated(self, heard: Heard) -> Credit | None:
        """Return the credit of a quotation whose author stands after it with a year."""
        scene = heard.scene
        for match in DATED.finditer(self.text, scene.start, scene.end):
            quote = self.quotes.by_end.get(match.start() + 1)
            if quote is None or not quote.spoken(self.text):
                continue
            if any(credit.voice.ids or credit.voice.kind == "own" for credit in heard.credits):
                continue
            if not _YEAR.match(self.text, match.end(), scene.end):
                continue
            name = self._cited(scene, match.end())
            if name is not None:
                place = scene.at(match.end() - 1)
                voice = Voice((name,), place, place + 1, "person")
                start = match.end() - 1
                end = scene.units[place].end if place < len(scene.units) else scene.end
                return Credit(voice, _DATED_CUE, "quotation", start, end, -1, quote)
        return None

    def _cited(self, scene: Scene, at: int) -> str | None:
        for link in scene.links:
            if link.start == at and not link.weak and role_of(link) in {"person", "body"}:
                return link.entity
        named = _CITED.match(self.text, at, scene.end)
        if named is None:
            return None
        return self.speakers.coinage.coin(named[0], "person", at, named.end())
