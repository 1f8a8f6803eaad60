"""Examples of frames: sentences of our own with their names marked, and what is read in them.

``[Норвегія:State:nom] прагне [членства в союзі:Goal:gen].`` marks two names with their
types and possible cases; the id of each is its words. ``[російська:State:weak]`` marks
an adjective; ``[політика Данії:PolicyCourse:nom|Данії:State:gen]`` a name within a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..model import Article, Entity, Passage
from ..parts import Link, Sentence, sentences
from ..text import article_from_text
from .claims import candidate_claims
from .frames import Frame, Frames, compile_frames

_MARKED = re.compile(r"\[([^\[\]|]+:\w[^\[\]]*)\]")
_NAME = re.compile(r"([^:|]+):(\w+)(?::([\w.]+))?")
_SOURCE = "article"


@dataclass(frozen=True)
class _Nothing:
    entities: Mapping[str, Entity]


def specimen(marked: str, language: str) -> tuple[Article, tuple[Sentence, ...], list[Link]]:
    """Return the article, sentences and links that a marked example stands for."""
    plain, links, at = [], [], 0
    length = 0
    for found in _MARKED.finditer(marked):
        plain.append(marked[at : found.start()])
        length += len(plain[-1])
        at = found.end()
        outer = None
        for form, kind, tags in _NAME.findall(found[1]):
            outer = outer or form
            start = length + outer.rindex(form)
            marks = frozenset(tags.split(".")) - {""}
            end = start + len(form)
            links.append(Link(form, start, end, "label", kind, marks - {"weak"}, "weak" in marks))
        assert outer is not None
        plain.append(outer)
        length += len(outer)
    plain.append(marked[at:])
    article = article_from_text("".join(plain), _SOURCE)
    passages = tuple(_spoken(passage, language) for passage in article.passages)
    article = Article(article.source, article.text, article.clean, article.offsets, passages)
    placed = [
        replace(
            link,
            start=bisect_left(article.offsets, link.start),
            end=bisect_left(article.offsets, link.end),
        )
        for link in links
    ]
    return article, sentences(article), placed


def unmarked(marked: str) -> str:
    """Return an example without its marks."""
    return _MARKED.sub(lambda found: found[1].partition(":")[0], marked)


def _spoken(passage: Passage, language: str) -> Passage:
    return replace(passage, language=language)


def read_specimen(marked: str, frames: Frames, language: str) -> list[tuple[str, str]]:
    """Return what ``frames`` read in a marked example: rule, then ``subject > object``.

    A negative claim has ``not``, a hedged one ``perhaps`` in front of it, a ranked one its
    rank; provisional phrases stand as the text writes them.
    """
    return [(rule, said.partition(": ")[2]) for rule, said in read_claims(marked, frames, language)]


def read_claims(marked: str, frames: Frames, language: str) -> list[tuple[str, str]]:
    """Return what ``read_specimen`` does, with the property and a colon in front."""
    article, parted, links = specimen(marked, language)
    claims, names, _ = candidate_claims(article, parted, links, [], frames, _Nothing({}), "author")
    forms = {name.id: name.form for name in names}
    found = []
    for claim in claims:
        said = " > ".join(forms.get(end, end) for end in (claim.subject, claim.object))
        if claim.rank:
            said = f"{claim.rank} {said}"
        if claim.stance == "hedges":
            said = f"perhaps {said}"
        if claim.polarity == "negative":
            said = f"not {said}"
        found.append((claim.rule, f"{claim.property}: {said}"))
    return found


def faults(frame: Frame, frames: Frames | None = None) -> list[str]:
    """Return what is wrong with the example and the counter-example of ``frame``."""
    alone = frames or compile_frames([frame])
    found = sorted(
        said
        for rule, said in read_specimen(frame.example, alone, frame.language)
        if rule == frame.id
    )
    wrong = []
    if found != sorted(frame.claims):
        wrong.append(f"{frame.id}: the example yields {found}, not {sorted(frame.claims)}")
    fired = [
        said
        for rule, said in read_specimen(frame.counter, alone, frame.language)
        if rule == frame.id
    ]
    if fired:
        wrong.append(f"{frame.id}: the counter-example yields {fired}")
    return wrong
