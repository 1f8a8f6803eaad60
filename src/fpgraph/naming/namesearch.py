"""Where an article is searched for names that the lexicon does not know."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from ..parts import Sentence
from ..titles import heading_text, is_bibliography, is_caption, is_front_matter, label
from . import capitals as c
from .bylines import credit, is_byline
from .nameparts import Around, Found, Known, Words
from .namequotes import BYLINE, QUIET, READ, SKIPPED, quoted_names
from .nameruns import names_in
from .placed import placed_names
from .plainwords import STARTERS
from .works import works

_STOPPED = frozenset(".!?…;:")
_FINAL = _STOPPED | {"]"}
_CLOSING = ' \n"»”’)]'
_CREDENTIALS = ("@", "ORCID", "http://", "https://", "ISSN", "УДК", "PhD", "Ph.D", " наук,")
#: What may stand between the beginning of a sentence and its first word.
_MARKS = " \u00a0*_#>«“„\"'‘•–—-"
_QUOTES = frozenset("«“„\"'‘•")
_DASHES = frozenset("–—")
_ENDING = frozenset(":?!…")
_NUMBERED = re.compile(r"(?:\d[.)]|[?!…][»”\"])$")
_LISTED = re.compile(r"^[\W\d_]*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
#: «post-Cold War» is an adjective.
_PREFIX = re.compile(r"(?<!\w)(?:post|pre|anti|pro|non|mid|neo|inter|intra|trans|pan|quasi|semi)-$")
_HEADING = 120
#: Letters of a heading that a sentence must have to be that heading.
_SHORTEST = 6
_SHOUTED = 0.6


def search(clean: str, sentences: Sequence[Sentence], known: Known) -> list[Found]:
    """Return what may be a name in the sentences of a text, in the order of the text.

    What overlaps with an earlier find is left out.
    """
    words = Words(clean)
    text = Around(clean, known, words)
    modes = _modes(clean, sentences, words)
    told = _told(text, sentences, modes)
    found: list[Found] = []
    for sentence, mode in zip(sentences, modes, strict=True):
        if mode != SKIPPED:
            found += _in_sentence(text, sentence, mode, told)
    found += told
    return sorted(found, key=lambda one: (one.start, -one.end))


def _in_sentence(
    text: Around, sentence: Sentence, mode: int, told: Sequence[Found]
) -> Iterator[Found]:
    """Yield the names in the runs of capital words outside those ``told`` by other signs."""
    clean, known = text.clean, text.known
    reached = sentence.start
    if mode == BYLINE:
        reached += credit(clean[sentence.start : sentence.end])
    for match in c.runs(clean, reached, sentence.end):
        start, end = match.span()
        if start < reached or known.covers(start, end) or (told and _within(start, end, told)):
            continue
        if clean[start - 1] == "-" and _PREFIX.search(clean, max(0, start - 7), start):
            continue
        first = mode != BYLINE and _begins(clean, sentence.start, start)
        if end - start < 2 or (first and _is_plain(match[0], text.words)):
            continue
        if match[0].isupper() and _shouts(clean, sentence):
            continue
        for one in names_in(text, start, end, sentence.end, first=first):
            if one.start >= reached:
                yield one.unsure() if mode == QUIET else one
                reached = max(reached, one.end) if one.sure else reached


def _is_plain(run: str, words: Words) -> bool:
    """Tell whether the run that begins a sentence is a single word that names nobody."""
    small = run.lower()
    if small in STARTERS:
        return True
    if run[1:] != small[1:] or not run.isalpha() or run.isascii():
        return False
    return words.occurs(run) and not c.heads_organisation(run)


def _modes(clean: str, sentences: Sequence[Sentence], known: Words) -> list[int]:
    """Return for each sentence whether it is read, counts only what is met elsewhere, or not.

    The list of works and the names of authors are not read; headings, captions and
    keywords only tell again what the text says.
    """
    listed: dict[str, bool] = {}
    labelled: dict[str, bool] = {}
    modes = []
    begun = headed = False
    credited = {_index(sentences, place) for place in _credentials(clean)}
    for number, sentence in enumerate(sentences):
        section = sentence.passage.section
        if section not in listed:
            listed[section] = is_bibliography(section)
            labelled[section] = bool(section) and label(section) == section
        titled, headed = headed, False
        if listed[section]:
            modes.append(SKIPPED)
            continue
        if sentence.end - sentence.start >= 2 * _HEADING:
            begun = True
            modes.append(READ)
            continue
        words = clean[sentence.start : sentence.end]
        final = words[-1] in _STOPPED or words.rstrip(_CLOSING)[-1:] in _FINAL
        begun = begun or final
        if number in credited:
            modes.append(SKIPPED)
        elif not begun:
            modes.append(_front_mode(words, known, title=not modes))
        elif _is_heading(words, section, final=final) or is_caption(words):
            modes.append(BYLINE if is_byline(words, known, front=titled) else QUIET)
            headed = modes[-1] == QUIET
            continue
        else:
            modes.append(QUIET if labelled[section] and not final else READ)
    return modes


def _front_mode(words: str, known: Words, *, title: bool) -> int:
    """Return how a line before the text is read: of those about authors only the name."""
    if is_byline(words, known, front=not title):
        return BYLINE
    return SKIPPED if is_front_matter(words) else QUIET


def _credentials(clean: str) -> Iterator[int]:
    """Yield the places of what only lines about authors and addresses have."""
    for mark in _CREDENTIALS:
        place = clean.find(mark)
        while place >= 0:
            yield place
            place = clean.find(mark, place + 1)


def _index(sentences: Sequence[Sentence], place: int) -> int:
    return bisect_right(sentences, place, key=lambda one: one.start) - 1


def _is_heading(words: str, section: str, *, final: bool) -> bool:
    if not section or len(words) > _HEADING:
        return False
    if section[:_SHORTEST] in words and heading_text(words) == section:
        return True
    return not final and bool(label(words))


def _begins(clean: str, sentence: int, start: int) -> bool:
    """Tell whether a capital at ``start`` is due to a sentence or a quotation that begins.

    So it is after a colon, as in an interview, and after the signs that emphasise.
    """
    if start == sentence:
        return True
    before = clean[start - 1]
    if before not in _MARKS or (before in " \u00a0-" and clean[start - 2].isalnum()):
        return before == "[" or (
            start - sentence < 12 and _LISTED.match(clean[sentence:start]) is not None
        )
    at = start - 1
    while at > sentence and clean[at - 1] in _MARKS:
        at -= 1
    if at == sentence or clean[at - 1] in _ENDING or not _QUOTES.isdisjoint(clean[at:start]):
        return True
    # «1991 р. Згодом» is a sentence that nobody parted.
    if clean[at - 1] == "." and clean[at:start].isspace():
        word = _FIRST_WORD.match(clean, start)
        if word is not None and c.is_starter(word[0]):
            return True
    # A dash within a sentence opens nothing, one after a stop or in front of it does.
    if clean[at - 1] == "." and not _DASHES.isdisjoint(clean[at:start]):
        return True
    return (
        _NUMBERED.search(clean, max(sentence, at - 2), at) is not None
        or _LISTED.match(clean[sentence:start]) is not None
    )


def _shouts(clean: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is written in capitals, where they tell nothing."""
    words = [word for word in clean[sentence.start : sentence.end].split() if word.isalpha()]
    loud = sum(len(word) > 1 and word.isupper() for word in words)
    counted = sum(len(word) > 1 for word in words)
    return loud == counted or (loud > 2 and loud > _SHOUTED * counted)


def _told(text: Around, sentences: Sequence[Sentence], modes: Sequence[int]) -> list[Found]:
    """Return what more than capital letters tells to be a name, in the order of the text."""
    apart: list[Found] = []
    found = (reader(text, sentences, modes) for reader in (quoted_names, placed_names, works))
    for one in sorted(chain.from_iterable(found), key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _within(start: int, end: int, told: Sequence[Found]) -> bool:
    index = bisect_right(told, end, key=lambda one: one.start) - 1
    return index >= 0 and told[index].end > start
