"""Who answers in an interview: lines that begin with a name, a letter or a dash."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Article
from ..parts import Attribution, Link, Sentence
from .coining import Coinage
from .scene import role_of
from .speech import Speech

_LABEL = re.compile(r"\W{0,4}+(\w++)\s?[.:]\W{0,3}\s")
_NAMED = re.compile(r"\s?\W{0,4}:\W{0,4}\s")
_OPENS = re.compile(r"[*_—–\s]{0,5}")
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐƏĞİŞ"
#: A name that nobody linked, as a label: two to four words in capitals and a colon.
_PLAIN = re.compile(
    rf"((?:[{_UPPER}][\w’'-]*\.?\s){{1,3}}[{_UPPER}][\w’'-]+)\s?\W{{0,4}}:\W{{0,4}}\s"
)
_DASH = re.compile(r"[*_]{0,3}[—–-]\s+(?=\w|[«“\"])")
_WORDS = re.compile(r"\w+")
#: A question has fewer words.
_QUESTION = 70
#: An article is an interview from that many turns on.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that begins with a label: whose words follow it from ``said`` on."""

    index: int
    label: str
    speaker: str
    start: int
    said: int


def turns(
    article: Article,
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    speech: Speech,
    coinage: Coinage,
) -> Iterator[Attribution]:
    """Yield the answers of interviews and the lines of named speakers.

    Lines with names count where at least two stand in the article; answers marked by
    a letter, a word or a dash only where one person alone is named before the first
    question. Dashes mark turns where lines that ask and lines that tell alternate;
    without any mark, paragraphs that put a question to "you" part the answers.
    """
    paragraphs = _paragraphs(sentences)
    if not paragraphs:
        return
    text = article.clean
    found = _labelled(text, paragraphs, sentences, links, speech, coinage)
    found = found or _asked(text, paragraphs, sentences, speech)
    if not found:
        return
    guest = _guest(links, found[0].start)
    for position, turn in enumerate(found):
        speaker = turn.speaker or (guest if turn.label == "answer" else "")
        if not speaker:
            continue
        following = found[position + 1].index if position + 1 < len(found) else turn.index + 1
        end = sentences[paragraphs[following - 1][1]].end
        rule = f"interview-{turn.label}"
        yield Attribution(speaker, turn.said, end, turn.start, turn.said, rule, "affirms")


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the first and last sentence of each paragraph."""
    found: list[tuple[int, int]] = []
    for index, sentence in enumerate(sentences):
        if found and sentences[found[-1][0]].passage.paragraph == sentence.passage.paragraph:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found


def _labelled(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    speech: Speech,
    coinage: Coinage,
) -> list[_Turn]:
    """Return the turns of an article, none if it is no interview."""
    persons: dict[int, list[Link]] = {}
    for link in links:
        if not link.weak and role_of(link) == "person":
            persons.setdefault(link.start, []).append(link)
    found = [
        turn
        for index, (first, _) in enumerate(paragraphs)
        if (turn := _turn(text, index, sentences[first], persons, speech)) is not None
    ]
    found = _with_plain(text, found, paragraphs, sentences, links, coinage)
    if sum(turn.label == "name" for turn in found) < _FEWEST:
        found = [turn for turn in found if turn.label != "name"]
    labels = {turn.label for turn in found}
    if "name" in labels or labels >= {"question", "answer"}:
        return found
    return _dashed(text, paragraphs, sentences)


def _turn(
    text: str, index: int, first: Sentence, persons: Mapping[int, Sequence[Link]], speech: Speech
) -> _Turn | None:
    label = _LABEL.match(text, first.start, first.start + 40)
    if label is not None:
        word = label[1].lower()
        for kind in ("question", "answer"):
            if word in speech.words[f"{kind}s"]:
                return _Turn(index, kind, "", first.start, label.end())
    opening = _OPENS.match(text, first.start)
    at = opening.end() if opening else first.start
    for link in persons.get(at, ()):
        after = _NAMED.match(text, link.end)
        if after is not None:
            return _Turn(index, "name", link.entity, first.start, after.end())
    return None


def _with_plain(
    text: str,
    found: Sequence[_Turn],
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    coinage: Coinage,
) -> list[_Turn]:
    """Return the turns with those whose label is a name that nobody linked, said again."""
    taken = {turn.index for turn in found}
    labels: dict[int, re.Match[str]] = {}
    for index, (first, _) in enumerate(paragraphs):
        opening = _OPENS.match(text, sentences[first].start)
        at = opening.end() if opening else sentences[first].start
        label = _PLAIN.match(text, at, at + 80)
        if label is not None and index not in taken:
            labels[index] = label
    counts = Counter(label[1] for label in labels.values())
    asked = Counter(
        label[1]
        for index, label in labels.items()
        if _ends(text, sentences, paragraphs[index]).endswith("?")
    )
    turns = list(found)
    for index, label in labels.items():
        if counts[label[1]] < _FEWEST:
            continue
        start = sentences[paragraphs[index][0]].start
        if 2 * asked[label[1]] > counts[label[1]]:
            turns.append(_Turn(index, "question", "", start, label.end()))
            continue
        # A part of the label may be linked: that is who is meant.
        place = bisect_left(links, label.start(1), key=lambda link: link.start)
        known = next((o.entity for o in links[place : place + 3] if _within(o, label)), "")
        speaker = known or coinage.coin(label[1], "person", *label.span(1))
        turns.append(_Turn(index, "name", speaker, start, label.end()))
    return sorted(turns, key=lambda turn: turn.index)


def _within(link: Link, label: re.Match[str]) -> bool:
    """Return whether a person's name begins a label."""
    return link.start == label.start(1) and not link.weak and role_of(link) == "person"


def _ends(text: str, sentences: Sequence[Sentence], paragraph: tuple[int, int]) -> str:
    """Return the last characters of a paragraph, marks of bold type left out."""
    stop = sentences[paragraph[1]].end
    return text[max(sentences[paragraph[0]].start, stop - 8) : stop].rstrip(' \n*_»”"')


def _asked(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sequence[Sentence],
    speech: Speech,
) -> list[_Turn]:
    """Return the turns of an interview without labels: questions to "you", and answers."""
    asking = {
        index
        for index, paragraph in enumerate(paragraphs)
        if _ends(text, sentences, paragraph).endswith("?")
        and _puts_to_you(text[sentences[paragraph[0]].start : sentences[paragraph[1]].end], speech)
    }
    if len(asking) < _FEWEST:
        return []
    found = []
    for index in range(min(asking), len(paragraphs)):
        start = sentences[paragraphs[index][0]].start
        if index in asking:
            found.append(_Turn(index, "question", "", start, start))
        elif index - 1 in asking:
            found.append(_Turn(index, "answer", "", start, start))
    return found


def _puts_to_you(words: str, speech: Speech) -> bool:
    """Return whether a short paragraph speaks to somebody."""
    texts = _WORDS.findall(words.lower())
    return len(texts) < _QUESTION and not speech.words["yours"].isdisjoint(texts)


def _dashed(
    text: str, paragraphs: Sequence[tuple[int, int]], sentences: Sequence[Sentence]
) -> list[_Turn]:
    """Return the turns of lines with a dash, if those that ask and those that tell alternate."""
    found: list[_Turn] = []
    for index, (first, last) in enumerate(paragraphs):
        start = sentences[first].start
        dash = _DASH.match(text, start)
        if dash is None:
            continue
        asks = _ends(text, sentences, (first, last)).endswith("?")
        turn = _Turn(index, "question", "", start, dash.end())
        answers = bool(found) and found[-1].label == "question" and found[-1].index == index - 1
        found.append(replace(turn, label="answer") if answers else turn)
        if not asks and not answers and not _puts(found):
            found.pop()
    questions = sum(
        _ends(text, sentences, paragraphs[turn.index]).endswith("?")
        for turn in found
        if turn.label == "question"
    )
    return found if questions >= _FEWEST else []


def _puts(found: Sequence[_Turn]) -> bool:
    """Return whether a line that asks nothing may stand for a question: after an answer."""
    return len(found) > 1 and found[-2].label == "answer"


def _guest(links: Sequence[Link], before: int) -> str:
    """Return the only person named before the first question."""
    persons = {
        link.entity
        for link in links
        if link.end <= before and not link.weak and role_of(link) == "person"
    }
    return persons.pop() if len(persons) == 1 else ""
