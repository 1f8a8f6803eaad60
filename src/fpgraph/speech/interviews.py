"""Who answers in an interview: lines that begin with a name, a letter or a dash."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Article
from ..parts import Attribution, Link, Sentence
from .scene import role_of
from .speech import Speech

_LABEL = re.compile(r"\W{0,4}(\w+)\s?[.:]\W{0,3}\s")
_NAMED = re.compile(r"\s?\W{0,4}:\W{0,4}\s")
_OPENS = re.compile(r"[*_—–\s]{0,5}")
_DASH = re.compile(r"[—–-]\s+(?=\w|[«“\"])")
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
    article: Article, sentences: Sequence[Sentence], links: Sequence[Link], speech: Speech
) -> Iterator[Attribution]:
    """Yield the answers of interviews and the lines of named speakers.

    Lines with names count where at least two stand in the article; answers marked by
    a letter, a word or a dash only where one person alone is named before the first
    question. Dashes mark turns where lines that ask and lines that tell alternate.
    """
    paragraphs = _paragraphs(sentences)
    if not paragraphs:
        return
    found = _labelled(article.clean, paragraphs, sentences, links, speech)
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
) -> list[_Turn]:
    """Return the turns of an article, none if it is no interview."""
    found = [
        turn
        for index, (first, _) in enumerate(paragraphs)
        if (turn := _turn(text, index, sentences[first], links, speech)) is not None
    ]
    if sum(turn.label == "name" for turn in found) < _FEWEST:
        found = [turn for turn in found if turn.label != "name"]
    labels = {turn.label for turn in found}
    if "name" in labels or labels >= {"question", "answer"}:
        return found
    return _dashed(text, paragraphs, sentences)


def _turn(
    text: str, index: int, first: Sentence, links: Sequence[Link], speech: Speech
) -> _Turn | None:
    label = _LABEL.match(text, first.start, first.start + 40)
    if label is not None:
        word = label[1].lower()
        for kind in ("question", "answer"):
            if word in speech.words[f"{kind}s"]:
                return _Turn(index, kind, "", first.start, label.end())
    opening = _OPENS.match(text, first.start)
    at = opening.end() if opening else first.start
    place = bisect_left(links, at, key=lambda link: link.start)
    for link in links[place:]:
        if link.start != at:
            break
        after = _NAMED.match(text, link.end)
        if not link.weak and role_of(link) == "person" and after is not None:
            return _Turn(index, "name", link.entity, first.start, after.end())
    return None


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
        asks = text[start : sentences[last].end].rstrip().endswith("?")
        turn = _Turn(index, "question", "", start, dash.end())
        answers = bool(found) and found[-1].label == "question" and found[-1].index == index - 1
        found.append(replace(turn, label="answer") if answers else turn)
        if not asks and not answers and not _puts(found):
            found.pop()
    questions = sum(
        text[turn.start : sentences[paragraphs[turn.index][1]].end].rstrip().endswith("?")
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
