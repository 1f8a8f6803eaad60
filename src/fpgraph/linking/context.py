"""What stands around a place in a text: the sentence, the words beside it, the names met."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..lexicon.ordinarywords import FIRST, IN_PLACES, OF_PLACES, SMALL, TITLES
from ..parts import Sentence

_UPPER = r"[^\W\d_a-zа-яіїєґ]"
_OPENING = " \u00a0«“„\"'’‘([{–—-•*"
_INSIDE = ",;)]»”’'\"%"
_LONG = re.compile(r"[^\W\d_]{3,}")
_FOLLOWING = re.compile(r"[ \u00a0]([A-ZА-ЯІЇЄҐ][\w'’]*)")
_PRECEDING = re.compile(rf"({_UPPER}[^\W\d_]*(?:-[^\W\d_]+)?)[ \u00a0]$")
_INITIAL_BEFORE = re.compile(rf"\b(?:{_UPPER}|Дж|Ю|Є|Ж)\.[ \u00a0]?$")
_INITIAL_AFTER = re.compile(rf",?[ \u00a0]{_UPPER}\.(?!\w)(?:[ \u00a0]?{_UPPER}\.|,)")
_SHORTEST_GIVEN = 3
#: A text of whose first sentences a larger share speaks of theories is about theory.
_MOSTLY, _SAMPLE = 0.3, 200
_TOWARDS = ("на ", "до ", "to ", "ds ", "rd ", "he ", "ed ", "go ", "ng ")
_MOVEMENT = re.compile(
    r"(?:руш|рух|прям|їха|їде|їзд|йшл|піш|лет|літ|втік|втек|тік|просува|просун|мандр|подорож"
    r"|відійш|відступ|направ|верну|поверт|march|head|travel|mov|went|going|sail|drive|drove|flew"
    r"|fled|journey|retreat)\w*\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
#: What is called after a place.
_NAMESAKE = re.compile(
    r"\b(?:Treat(?:y|ies)|Peace|Congress|Declaration|Convention|Battle|Siege|Statute|Charter"
    r"|Protocols?|Accords?|Agreements?|Act|University|Bishop|Archbishop|Conference|Memorandum|Pact"
    r"|Compromise|Edict|Diet|Concert|Union) of (?:the )?$"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Oo]ur|[Tt]heir) $")
#: «Alliance members» are those of the one named before.
_MEMBERS = re.compile(
    r" (?:members?|leaders?|allies|officials?|territory|solidarity|summits?|cohesion|unity)\b"
)
#: A Ukrainian word that may belong to the noun before it: a genitive, a prepositional phrase.
_BELONGING = re.compile(
    r"[ \u00a0](?:[а-яіїєґ’'-]*(?:ого|ої|их|ів|ій|ей|[бвгґджзклмнпрстфхцчшщ]и|ії|ння|ття|ства"
    r"|ості)(?![\w’'-])|[А-ЯІЇЄҐA-Z]|з питань|зі? прав|у справах|в справах)"
)
_LISTED = re.compile(r"(?:,| та| і| й| and)[ \u00a0][A-ZА-ЯІЇЄҐ]")
#: Beginnings of words that a sentence about theories has.
_THEORY = (
    "теорі", "теорет", "школ", "парадигм", "неолібер", "конструктивіз", "неореал", "позитивіз",
    "марксиз", "двополюсн", "припущен", "вчен", "учен", "дослідник", "міжнародних відносин",
    "theor", "paradigm", "school", "predict", "assum",
    "scholar", "constructivis", "neoreal", "neoliberal", "realists", "marxis",
    "international relations",
)  # fmt: skip


class Context:
    """A text that ends in blanks, its sentences and where each entity was met first."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.met: dict[str, int] = {}
        self._theory: dict[int, bool] = {}
        self._whole: bool | None = None

    def sentence(self, at: int) -> Sentence | None:
        """Return the sentence that holds the place ``at``."""
        number = bisect_right(self.starts, at) - 1
        return self.sentences[number] if number >= 0 else None

    def begins(self, at: int) -> bool:
        """Tell whether a sentence, a quotation or an item of a list begins at ``at``."""
        text = self.text
        before = at - 1
        while before >= 0 and text[before] in _OPENING:
            before -= 1
        if before < 0 or (found := self.sentence(at)) is None or before < found.start:
            return True
        return not (text[before].isalpha() or text[before].isdigit() or text[before] in _INSIDE)

    def titled(self, at: int) -> bool:
        """Tell whether a capital letter at ``at`` is that of a sentence or of a heading."""
        if self.begins(at):
            return True
        sentence = self.sentence(at)
        if sentence is None:
            return False
        found = _LONG.findall(self.text, sentence.start, sentence.end)
        words = [word for word in found if word not in SMALL]
        return len(words) > 1 and all(word[0].isupper() for word in words)

    def beside_capital(self, start: int, end: int) -> bool:
        """Tell whether a capitalised word beside a name may make it a part of another name."""
        if self.before_capital(end):
            return True
        word, first = self._word_before(start)
        return bool(word) and not (first and (word in FIRST or not word.isascii()))

    def before_capital(self, end: int) -> bool:
        """Tell whether a capitalised word follows."""
        return _FOLLOWING.match(self.text, end) is not None

    def _word_before(self, start: int) -> tuple[str, bool]:
        """Return the capitalised word right before, and whether a sentence begins with it."""
        found = _PRECEDING.search(self.text, max(0, start - 40), start)
        if found is None or found[1] in TITLES:
            return "", False
        return found[1], self.begins(found.start(1))

    def of_nobody_else(self, start: int, end: int) -> bool:
        """Tell whether a surname stands alone: no given name or initial beside it."""
        text = self.text
        if _INITIAL_BEFORE.search(text, max(0, start - 6), start):
            return False
        if _INITIAL_AFTER.match(text, end):
            return False
        before, first = self._word_before(start)
        return first or len(before) < _SHORTEST_GIVEN or before.isupper()

    def namesake(self, start: int) -> bool:
        """Tell whether a treaty or the like is called after the place at ``start``."""
        return _NAMESAKE.search(self.text, max(0, start - 24), start) is not None

    def shortened(self, start: int, end: int) -> bool:
        """Tell whether a noun with a capital stands for an organisation named before."""
        text = self.text
        if text[start].isascii():
            if _ARTICLE.search(text, max(0, start - 6), start):
                return True
            return _MEMBERS.match(text, end) is not None and not self.begins(start)
        return not self.begins(start) and not self.belongs(end)

    def belongs(self, end: int) -> bool:
        """Tell whether a Ukrainian word follows that belongs to the noun that ends there."""
        return _BELONGING.match(self.text, end) is not None

    def lists(self, end: int) -> bool:
        """Tell whether another name follows in a list: «Малі, Нігер та …»."""
        return _LISTED.match(self.text, end) is not None

    def after_preposition(self, start: int, end: int) -> bool:
        """Tell whether a preposition shows a town, not an adjective («у Мінську угоду»)."""
        before = self.text[max(0, start - 12) : start].split()
        word = before[-1].lower() if before else ""
        after = self.text[end : end + 40].split(maxsplit=1)
        feminine = bool(after) and after[0].rstrip(".,;:!?»)").endswith(("у", "ю", "ь"))
        return word in OF_PLACES or (word in IN_PLACES and not feminine)

    def compass(self, start: int, end: int, *, met: bool) -> bool:
        """Tell whether a part of the world may be a direction or a part of another name.

        At the beginning of a sentence it is none if it is ``met`` elsewhere.
        """
        if self.before_capital(end) or (self.begins(start) and not met):
            return True
        near = self.text[max(0, start - 3) : start].lower()
        if not near.endswith(_TOWARDS):
            return False
        return _MOVEMENT.search(self.text, max(0, start - 40), start) is not None

    def of_theory(self, at: int) -> bool:
        """Tell whether theories, or those who make them, are spoken of about ``at``."""
        if self._whole is None:
            sampled = min(_SAMPLE, len(self.sentences))
            found = sum(map(self._is_theoretical, range(sampled)))
            self._whole = found > _MOSTLY * sampled
        if self._whole:
            return True
        number = bisect_right(self.starts, at) - 1
        near = range(max(0, number - 1), min(len(self.sentences), number + 2))
        return any(map(self._is_theoretical, near))

    def _is_theoretical(self, number: int) -> bool:
        if number not in self._theory:
            sentence = self.sentences[number]
            words = self.text[sentence.start : sentence.end].lower()
            self._theory[number] = any(sign in words for sign in _THEORY)
        return self._theory[number]
