"""Where sentences end, in Ukrainian and English.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number, an
enumeration within the sentence, or a small letter goes on after it. Quotation marks
and a citation after the stop belong to the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .wordlists import (
    BEFORE_NUMBER,
    CLOSING,
    ENDING,
    JOINING,
    LEADS,
    MEASURES,
    PLACED,
    STARTERS,
)

_CLOSERS = r"\"»”“’'›)\]*_"
_OPENERS = "«“„\"'‹(*_[‘”"
_STOP = re.compile(rf"[.!?…]+[{_CLOSERS}.!?…]*")
_CITATION = re.compile(r"(?:\s{0,2}\[\s*\d{1,3}\b[^\[\]]{0,60}\])+")
_NOTE = re.compile(r"(?:\d{1,2}|[¹²³⁰-⁹]{1,3})(?=\s|$)")
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐƏĞİŞ"
_INITIAL = re.compile(
    rf"^(?:[{_UPPER}]\.){{0,3}}(?:[{_UPPER}]|Дж|Yu|Ya|Zh|Ch|Sh|Kh|Ts)$"
    rf"|^(?:[{_UPPER}]\.?-){{1,2}}[{_UPPER}]$"
)
_SURNAME = re.compile(
    rf"^[{_UPPER}]\w+(?:енк\w{{1,3}}|чук\w{{0,3}}|юк\w{{0,3}}|ськ\w{{2,3}}|цьк\w{{2,3}}"
    r"|[оеє]в(?:а|у|им|ой|ої|ою)?|швілі|дзе)$"
)
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`-][^\W_]+)*")
_NEXT = re.compile(rf"[\s{re.escape(_OPENERS)}]*(?:[.…]+\]\s*)?([^\W_])?")
_DOTTED = re.compile(r"^[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+$")
_NO_VOWEL = re.compile(r"^[бвгґджзйклмнпрстфхцчшщьbcdfghjklmnpqrstvwxz-]{2,5}$")
_MARKER = re.compile(r"^(?:[^\W\d_]|[ivxIVXІХ]{1,4})$")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_SECOND = re.compile(r"[;,.]\s*(?:[^\W\d_]+\s+){0,2}2\.\s*[^\W\d_]")
_BRACKETS = re.compile(r"[()\[\]]")
_VERB = re.compile(
    r"\w(?:ться|тися|ють|уть|ять|ать|ить|їть|али|или|іли|ала|ила|іла|ало|ило|лися|лася|лося|вся"
    r"|ено|ано|яно|ято|[аяуюіо]є|[ия]в|(?<!держ)(?<!спр)ав)$|^(?:є|був|була|було|були)$"
)
#: "Показано", "Визначається": no name, so a sentence begins.
_DONE = re.compile(r"\w(?:ено|ано|яно|ято|уто|ться)$")
#: What stands in brackets or in a short quotation is one piece up to this length.
_BRACKETED, _QUOTED = 250, 64


def split_sentences(block: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as ``start, end`` in it, white space left out."""
    spans: list[tuple[int, int]] = []
    splitter = _Splitter(block)
    for stop in _STOP.finditer(block):
        end = splitter.end(stop.start(), stop.end())
        if end is not None:
            spans.append((splitter.start, end))
            splitter.begin(end)
    end = len(block.rstrip())
    if splitter.start < end:
        spans.append((splitter.start, end))
    return spans


class _Splitter:
    """What is known of the sentence at hand."""

    def __init__(self, block: str) -> None:
        self.block = block
        self.counted = 0  # the last number of an enumeration within the sentence
        self.start = 0
        self._opened, self._closed = _bracketed(block)
        self.begin(0)

    def begin(self, start: int) -> None:
        """Begin a new sentence at or after ``start``."""
        while start < len(self.block) and self.block[start].isspace():
            start += 1
        self.start = start
        self.counted = 0

    def end(self, stop: int, end: int) -> int | None:
        """Return where the sentence ends, given a stop at ``stop:end``; None when it goes on."""
        block = self.block
        if end <= self.start:
            return None
        token = self._token(stop)
        if end < len(block) and not block[end].isspace() and not self._noted(stop, end):
            if block[end] == "[" and _CITATION.match(block, end):
                return self._with_citation(stop, end, token)
            self._count(token, stop)
            return end if self._glued(stop, end, token) else None
        note = _NOTE.match(block, end)
        end = note.end() if note and self._noted(stop, end) else end
        return self._with_citation(stop, end, token)

    def _with_citation(self, stop: int, end: int, token: str) -> int | None:
        """Take a citation that follows the stop into the sentence."""
        cited = _CITATION.match(self.block, end)
        if cited is None:
            return end if self._ends(stop, end, token) else None
        after = cited.end()
        final = _STOP.match(self.block, after)
        after = final.end() if final else after
        if self._goes_on(after):
            early = self.block[end - 1] == "." and self._ends(stop, end, token)
            return end if early and self.block[after : after + 1].isspace() else None
        return after if self._ends(stop, after, token) else None

    def _goes_on(self, at: int) -> bool:
        """Tell whether the text after ``at`` cannot begin a sentence."""
        following = _NEXT.match(self.block, at)
        if following is None or following[1] is None:
            rest = self.block[at : at + 4].strip()
            return bool(rest) and rest[0] not in "№§$€£#&@+%"
        return following[1].islower()

    def _noted(self, stop: int, end: int) -> bool:
        """Tell whether a footnote's number follows the stop."""
        note = _NOTE.match(self.block, end)
        return note is not None and not self.block[stop - 1].isdigit() and stop - self.start > 12

    def _token(self, stop: int) -> str:
        """Return the word before the stop; "т. д." comes as "т.д"."""
        before = self.block[max(self.start, stop - 32) : stop].rstrip()
        token = before[before.rfind(" ") + 1 :].lstrip(_OPENERS)
        if len(token) > 3:
            return token
        rest = before[: before.rfind(" ")].rstrip() if " " in before else ""
        previous = rest[rest.rfind(" ") + 1 :].lstrip(_OPENERS)
        if previous in {"т.", "н.", "к.", "д.", "e.", "i.", "a.", "p."} and token.islower():
            return f"{previous}{token}"
        return token

    def _glued(self, stop: int, end: int, token: str) -> bool:
        """Tell whether a sentence ends although no space follows: "слово.Наступне"."""
        block = self.block
        plain = end == stop + 1 and block[stop] == "." and len(token) > 3 and token.isalpha()
        following = block[end : end + 3]
        return (
            plain
            and token.casefold() not in JOINING | ENDING | BEFORE_NUMBER
            and token[-1].islower()
            and token[-1] > "\u0400"
            and (following[:1] > "\u0400" and following[:1].isupper())
            and (following[1:2].islower() or following[1:2] == " ")
        )

    def _ends(self, stop: int, end: int, token: str) -> bool:
        """Tell whether the stop ends the sentence, the rest of the text beginning at ``end``."""
        block = self.block
        if not block[end:].strip() if len(block) - end < 8 else False:
            return True
        if self._goes_on(end) or self._inside(stop, end):
            return False
        if block[stop] == "…" or block[stop : stop + 2] == "..":
            return block[stop - 1 : stop] not in {"[", "(", "<"}
        if block[stop] != ".":
            return not self._titled(stop, end)
        if block[stop + 1 : stop + 2] in {"»", "”", '"'}:
            return True
        return not self._abbreviates(stop, end, token)

    def _inside(self, stop: int, end: int) -> bool:
        """Tell whether the stop stands inside brackets or a short quotation."""
        at = bisect_right(self._opened, stop) - 1
        if at >= 0 and self._closed[at] >= end and self._opened[at] >= self.start:
            return True
        block = self.block
        for opening, closing in ("«»", "“”"):
            opened = block.rfind(opening, max(self.start, stop - _QUOTED), stop)
            if opened >= 0 and block.find(closing, opened, end) < 0:
                closed = block.find(closing, end, opened + _QUOTED)
                if closed >= 0 and min(_words(block[opened:stop]), _words(block[end:closed])) < 3:
                    return True
        return False

    def _titled(self, stop: int, end: int) -> bool:
        """Tell whether ``?`` or ``!`` ends a short quotation that the sentence goes on after."""
        block = self.block
        marks = block[stop:end]
        for opening, closing in ("«»", "“”", '""'):
            if closing not in marks:
                continue
            opened = block.rfind(opening, max(self.start, stop - _QUOTED), stop)
            before = block[self.start : opened].rstrip() if opened > self.start else ""
            if opened >= 0 and before and before[-1] not in ":.!?":
                return self._next_word(end).casefold() not in STARTERS
        return False

    def _next_word(self, at: int) -> str:
        found = _WORD.search(self.block, at, at + 60)
        return found[0] if found else ""

    def _abbreviates(self, stop: int, end: int, token: str) -> bool:
        """Tell whether the full stop belongs to the word before it."""
        if token.isdigit():
            return self._count(token, stop)
        low = token.casefold()
        following = self._next_word(end)
        number = following[:1].isdigit()
        if low in CLOSING or (number and low in BEFORE_NUMBER):
            return low not in CLOSING
        if low in JOINING and not (token.isupper() and len(token) > 1):
            return low not in {"м", "о"} or not self._after_number(stop, token, following)
        if _INITIAL.match(token) or _DOTTED.match(token):
            return number or not self._named(stop, end, token, following)
        if low in ENDING or low in BEFORE_NUMBER or _NO_VOWEL.match(token):
            return not self._finished(stop, low, following)
        return stop - len(token) == self.start and _MARKER.match(token) is not None

    def _after_number(self, stop: int, token: str, following: str) -> bool:
        """Tell "500 м. Це" from "м. Київ"."""
        before = self.block[self.start : stop - len(token)][-8:].rstrip()
        return before[-1:].isdigit() and following.casefold() in STARTERS

    def _named(self, stop: int, end: int, token: str, following: str) -> bool:
        """Tell whether an initial completes a name that stands before it."""
        word = _WORD.search(self.block, end, end + 60)
        if word and self.block[word.end() : word.end() + 1] == "." and len(following) == 1:
            return False
        if following.casefold() in STARTERS:
            return True
        before = self.block[max(self.start, stop - 50) : stop - len(token)].split()
        while before and _INITIAL.match(before[-1].rstrip(".")):
            before.pop()
        return bool(before) and bool(_SURNAME.match(before[-1])) and not _SURNAME.match(following)

    def _finished(self, stop: int, low: str, following: str) -> bool:
        """Tell whether a sentence that ends in an abbreviation is complete."""
        if following.casefold() in STARTERS:
            return True
        if low.isascii() or (following.isupper() and len(following) > 1):
            return False
        before = self.block[max(self.start, stop - 20) : stop - len(low)].split()
        if low == "с" and before and before[-1].casefold() in PLACED:
            return False
        if low in MEASURES:
            return True
        if _DONE.search(following):
            return True
        clause = re.split(r"[,;:]", self.block[max(self.start, stop - 300) : stop])[-1]
        return any(_VERB.search(word) for word in _WORD.findall(clause.casefold()))

    def _count(self, token: str, stop: int) -> bool:
        """Tell whether a number is one of an enumeration within the sentence, or of a date."""
        if not token.isdigit() or len(token) > 2:
            return False
        block, at = self.block, stop - len(token)
        if at <= self.start + 1 or _DATE.match(block, at):
            return True
        before = block[max(self.start, at - 20) : at].rstrip(" (")
        number = int(token)
        led = before.endswith((":", ";"))
        if not led and number == self.counted + 1 and self.counted:
            led = before.endswith((",", ".")) or before.split(" ")[-1].casefold() in LEADS
        if not led and number == 1:
            led = _SECOND.search(block, stop, stop + 400) is not None
        if led:
            self.counted = number
        return led


def _words(part: str) -> int:
    return len(part.split())


def _bracketed(block: str) -> tuple[list[int], list[int]]:
    """Return where short bracketed pieces open and close, outermost ones only."""
    waiting: list[tuple[str, int]] = []
    opened: list[int] = []
    closed: list[int] = []
    for bracket in _BRACKETS.finditer(block):
        sign, at = bracket[0], bracket.start()
        if sign in "([":
            waiting.append((sign, at))
        elif waiting and waiting[-1][0] == ("(" if sign == ")" else "["):
            start = waiting.pop()[1]
            if at - start > _BRACKETED:
                continue
            while opened and opened[-1] > start:
                opened.pop()
                closed.pop()
            opened.append(start)
            closed.append(at)
    return opened, closed
