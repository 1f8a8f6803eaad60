"""The machine's first reading of an article: names, who speaks where, candidate claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..collecting import uncollected
from ..frames.betweenphrases import holds_between_phrases
from ..frames.claims import candidate_claims
from ..frames.frames import Frames, load_frames
from ..lexicon.lexicon import Lexicon, compile_lexicon
from ..linking.link import link
from ..model import Article, Claim, Entity, Mention, Name
from ..naming.unlinked import standing, unlinked
from ..parts import Attribution, Link, Reading, Sentence, sentences
from ..speech.attribution import attributions


class Reader:
    """Reads articles with one lexicon and one set of frames.

    ``entities`` are those of ``entities.csv``; states and well-known names of the
    background are known besides. The first reader of a lexicon compiles it, which
    takes some seconds; it is kept for the next.
    """

    def __init__(self, entities: Mapping[str, Entity], frames: Frames | None = None) -> None:
        self.lexicon: Lexicon = compile_lexicon(entities)
        self.frames = load_frames() if frames is None else frames

    def read(self, article: Article, author: str) -> Reading:
        """Return the reading of ``article``; ``author`` speaks where nobody else does."""
        with uncollected():
            return self._read(article, author)

    def _read(self, article: Article, author: str) -> Reading:
        parts = sentences(article)
        known = link(article, parts, self.lexicon)
        names, met = unlinked(article, parts, known, self.lexicon)
        known = standing(known, met)
        links = sorted([*known, *met], key=_order)
        spoken, voices = attributions(article, parts, links, self.lexicon.entities)
        claims, phrases, _ = candidate_claims(
            article, parts, links, spoken, self.frames, self.lexicon, author, names
        )
        nameless = {name.id for name in phrases if name.kind == "phrase"}
        claims = [claim for claim in claims if _is_sure(claim, nameless)]
        used = {
            name for claim in claims for name in (claim.subject, claim.object, claim.asserted_by)
        }
        phrases = [name for name in phrases if name.id in used]
        return Reading(
            article=article,
            mentions=_mentions(article, parts, [one for one in known if not one.weak]),
            adjectives=_mentions(article, parts, [one for one in known if one.weak]),
            names=tuple(_stored_name(article, name) for name in _merged(names, voices, phrases)),
            attributions=tuple(_stored_voice(article, voice) for voice in spoken),
            claims=tuple(claims),
        )


def _is_sure(claim: Claim, nameless: set[str]) -> bool:
    """Tell whether a claim has a name on one side or a property that holds between phrases."""
    if not {claim.subject, claim.object} <= nameless:
        return True
    language = "uk" if claim.rule.startswith("uk-") else "en"
    return holds_between_phrases(claim.property, language)


def _order(one: Link) -> tuple[int, int, str]:
    return (one.start, -one.end, one.entity)


def _mentions(
    article: Article, parts: Sequence[Sentence], links: Iterable[Link]
) -> tuple[Mention, ...]:
    """Return links as mentions at stored places; one that crosses sentences is none."""
    starts = [part.start for part in parts]
    found = set()
    for one in links:
        index = bisect_right(starts, one.start) - 1
        if index >= 0 and one.end <= parts[index].end:
            start, end = _stored(article, one.start, one.end)
            found.add(Mention(one.entity, start, end, one.rule))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.entity)))


def _merged(*groups: Iterable[Name]) -> list[Name]:
    """Return the names, each once, with all of its places."""
    found: dict[str, Name] = {}
    for name in (name for group in groups for name in group):
        known = found.get(name.id)
        places = sorted({*(known.places if known else ()), *name.places})
        found[name.id] = replace(known or name, places=tuple(places))
    return sorted(found.values(), key=lambda name: (-len(name.places), name.id))


def _stored_name(article: Article, name: Name) -> Name:
    places = tuple(_stored(article, start, end) for start, end in name.places)
    return replace(name, places=places)


def _stored_voice(article: Article, voice: Attribution) -> Attribution:
    start, end = _stored(article, voice.start, voice.end)
    cue_start, cue_end = _stored(article, voice.cue_start, voice.cue_end)
    return replace(voice, start=start, end=end, cue_start=cue_start, cue_end=cue_end)


def _stored(article: Article, start: int, end: int) -> tuple[int, int]:
    """Return a place of the running text as one of the stored file."""
    return article.offsets[start], article.offsets[end - 1] + 1
