"""Who speaks at a place of the text, and which works a sentence cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..model import Citation
from ..parts import Attribution, Sentence
from .lists import begins_item


class Speakers:
    """Tells the speaker of every place: that of the innermost attribution, else the author."""

    def __init__(self, attributions: Sequence[Attribution], author: str) -> None:
        self.author = author
        self._ordered = sorted(attributions, key=lambda a: (a.start, a.end, a.cue_start))
        self._starts = [attribution.start for attribution in self._ordered]
        self._longest = max((a.end - a.start for a in self._ordered), default=0)

    def at(self, place: int) -> list[tuple[str, str]]:
        """Return who speaks at ``place`` of the running text, and in what stance.

        Several where the innermost words are said by several.
        """
        best: list[Attribution] = []
        for index in range(bisect_right(self._starts, place) - 1, -1, -1):
            found = self._ordered[index]
            if found.start < place - self._longest:
                break
            if place >= found.end or found.cue_start <= place < found.cue_end:
                continue
            length = found.end - found.start
            if not best or length < best[0].end - best[0].start:
                best = [found]
            elif (found.start, found.end) == (best[0].start, best[0].end):
                best.append(found)
        spoken = sorted({(one.speaker, one.stance) for one in best})
        return spoken or [(self.author, "affirms")]


def cited(
    clean: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> dict[int, tuple[Citation, ...]]:
    """Return the works cited by passage number.

    A citation at the end of a quotation or of a list covers the whole of it.
    """
    cites = {s.passage.number: s.passage.cites for s in sentences if s.passage.cites}
    starts = [sentence.start for sentence in sentences]
    for attribution in attributions:
        _spread(list(_within(sentences, starts, attribution)), cites)
    run: list[Sentence] = []
    for sentence in sentences:
        if not begins_item(clean, sentence):
            _spread(run, cites)
            run = []
        elif run and run[-1].passage.section != sentence.passage.section:
            _spread(run, cites)
            run = [sentence]
        else:
            run.append(sentence)
    _spread(run, cites)
    return cites


def _spread(covered: Sequence[Sentence], cites: dict[int, tuple[Citation, ...]]) -> None:
    """Let the citation of the last of several sentences stand for all of them."""
    if len(covered) < 2:
        return
    last = covered[-1].passage
    if last.number not in cites or any(s.passage.number in cites for s in covered[:-1]):
        return
    for sentence in covered[:-1]:
        cites[sentence.passage.number] = cites[last.number]


def _within(
    sentences: Sequence[Sentence], starts: Sequence[int], attribution: Attribution
) -> Iterator[Sentence]:
    for index in range(max(0, bisect_right(starts, attribution.start) - 1), len(sentences)):
        if sentences[index].start >= attribution.end:
            return
        if sentences[index].end > attribution.start:
            yield sentences[index]
