"""Whether the words of a phrase agree with its head and its case."""

from __future__ import annotations

import re

from .phrasenames import PhraseNames
from .speech import Noun

_NOMINATIVE = frozenset({"nom"})
#: How words end that are surely in no nominative.
_OBLIQUE = (
    "ого", "ому", "ими", "іми", "їми", "их", "іх", "їх", "ої", "ою", "ею", "єю", "ах", "ях",
    "ами", "ями", "у", "ю", "ів", "їв", "стю",
)  # fmt: skip
#: How plurals end that are seldom adjectives, and how adjectives of what is "of" something do.
_NO_ADJECTIVES = ("ії", "лі", "рі", "ці", "ті", "зі", "сі", "щі")
#: A verb in the past, no noun such as "справ", "сила".
_TOLD = re.compile(
    r"(?!справ|держав)[а-яіїєґ’'-]{3,}(?:[аяиіу](?:ла|ли|ло)(?:ся|сь)?|[аяиіу]в(?:ся|сь)|[иу]в)\Z"
)
_OF_ADJECTIVE = ("ої", "ьої")


class Agreement(PhraseNames):
    """A phrase whose words are looked at for their endings."""

    def _disagrees(self, text: str) -> bool:
        """Return whether a word that leads a Ukrainian subject is surely no nominative."""
        if self.latin or self.cases != _NOMINATIVE or self.head is not None or self.some:
            return False
        if text in self.words["oblique"]:
            return True
        known = text in self.words["determiners"] or text in self.lexis.nouns
        return not known and len(text) > 3 and text.endswith(_OBLIQUE)

    def _ends_subject(self, text: str) -> bool:
        """Return whether a Ukrainian subject ends before a word: X цю битву, X приїхала до."""
        if self.head is None or self.latin:
            return False
        apart = self.cases == _NOMINATIVE and text in self.words["objects"]
        return apart or bool(_TOLD.match(text))

    def _led_by_adjectives(self, at: int, noun: Noun) -> bool:
        """Return whether the words before a Ukrainian subject may be its adjectives."""
        if self.latin or self.cases != _NOMINATIVE or self.some:
            return True
        units = self.units
        if noun.plural and at == self.start and at and units[at - 1].text.endswith(_OF_ADJECTIVE):
            return False
        return all(
            unit.text in self.words["determiners"] or self._agrees(unit.text, noun)
            for unit in units[self.start : at]
            if unit.word
        )

    def _agrees(self, text: str, noun: Noun) -> bool:
        """Return whether a word looks like an adjective of a noun in the nominative."""
        if text in self.words["adjectives"]:
            return True
        if noun.plural:
            return text.endswith(("і", "ї")) and not text.endswith(_NO_ADJECTIVES)
        feminine = noun.label.endswith(("а", "я"))
        return text.endswith(("а", "я") if feminine else ("ий", "ій"))

    def _numbered(self, noun: Noun) -> Noun:
        """Return a head as one where its form is a genitive: експертки, not the nominative."""
        if self.latin or not self.cases or "nom" in self.cases or noun.kind != "people":
            return noun
        if not (noun.plural and noun.nominative and noun.oblique):
            return noun
        ends = {"и": "а", "і": "я"}
        label = noun.label[:-1] + ends.get(noun.label[-1:], noun.label[-1:])
        return Noun(label, noun.kind, False, False, True)

    def _rivals(self, at: int, noun: Noun) -> bool:
        """Return whether a second noun is surely a nominative: країни експерти."""
        return (
            not self.latin
            and self.cases == _NOMINATIVE
            and noun.plural
            and noun.nominative
            and not noun.oblique
            and not self.units[at - 1].text.endswith(_OF_ADJECTIVE)
        )

    def _declined(self, noun: Noun) -> bool:
        """Return whether a head stands in the case asked for."""
        if self.latin or not self.cases:
            return True
        if self.cases == {"nom"}:
            return noun.nominative or (self.some and noun.oblique)
        return noun.oblique
