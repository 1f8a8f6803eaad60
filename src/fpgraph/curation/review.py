"""A scholar's walk through the candidate claims of an article.

Every decision is in the files before the next claim is shown, so that a review may
end at any moment. The same can be done in a spreadsheet: change ``status`` in
``claims.csv`` to accepted or rejected (an accepted claim needs both glosses), save as
CSV in UTF-8 and run ``fpgraph tidy``; the next reading and the next build take it up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from ..corpus import load_corpus
from ..errors import CorpusError
from ..files import write_files
from ..model import Claim, Corpus, Passage, Source
from ..records import claim_id, claim_order, write_claims
from ..resources import graph_folder
from .confidence import confidence
from .decisions import (
    DECISIONS,
    Decision,
    arguments,
    decided,
    read_decisions,
    rename,
    taken_up,
    write_decisions,
)
from .editing import Cells

Act = Literal["accepted", "rejected", "edited", "named"]
_CLAIMS = "claims.csv"


@dataclass(frozen=True, slots=True)
class _Step:
    """One decision: what the files held before and after it, and where the walk was.

    The files are named relative to the graph folder; None stands for no file.
    """

    act: Act
    before: dict[str, bytes | None]
    after: dict[str, bytes | None]
    queue: tuple[str, ...]
    at: int


class Review:
    """The candidates of one article, in the order of the text, and what is decided on them.

    ``rule`` leaves only the candidates of one frame, ``limit`` only the first so many.
    Raises CorpusError or LinkError if the corpus cannot be read or there is no such
    article.
    """

    def __init__(
        self,
        source: str,
        folder: Path | str | None = None,
        *,
        rule: str | None = None,
        limit: int | None = None,
    ) -> None:
        self.folder = graph_folder() if folder is None else Path(folder)
        self.id = source
        self.steps: list[_Step] = []
        self.skipped: set[str] = set()
        self._load()
        waiting = [
            claim.id
            for claim in sorted(self.source.claims, key=claim_order)
            if claim.status == "candidate" and rule in (None, claim.rule)
        ]
        self.queue = tuple(waiting[:limit])
        self.at = 0

    @property
    def current(self) -> Claim | None:
        """The candidate that is to be decided on, None when there is no other."""
        return self._claims.get(self.queue[self.at]) if self.at < len(self.queue) else None

    @property
    def left(self) -> int:
        """The number of candidates from the current one on."""
        return len(self.queue) - self.at

    @property
    def counts(self) -> dict[str, int]:
        """How many claims were accepted, rejected, edited and skipped so far."""
        acts: Counter[str] = Counter(step.act for step in self.steps)
        found = {name: acts[name] for name in ("accepted", "rejected", "edited")}
        return found | {"skipped": len(self.skipped)}

    def passage(self, number: int) -> Passage:
        """Return the passage with that number."""
        return self._passages[number]

    def record(self, claim: Claim) -> tuple[int, int] | None:
        """Return how many claims of the same frame were right, and of how many."""
        others = tuple(one for one in self.corpus.sources if one.id != self.id)
        corpus = replace(self.corpus, sources=(*others, self.source))
        return confidence(corpus).get(claim.rule)

    def open_names(self, claim: Claim) -> tuple[str, ...]:
        """Return the names in ``claim`` that stand for no entity yet."""
        said = dict.fromkeys((claim.subject, claim.object, claim.asserted_by, claim.reported_by))
        return tuple(name for name in said if name in self._names)

    def accept(self) -> Claim:
        """Accept the current claim as it stands and return it.

        Raises CorpusError, and changes nothing, for a claim that lacks a gloss or
        speaks of a name that stands for no entity.
        """
        claim = replace(self._now(), status="accepted")
        self._complete(claim)
        return self._decide(claim, "accepted")

    def reject(self) -> Claim:
        """Reject the current claim and return it; it stays in the table as rejected."""
        return self._decide(replace(self._now(), status="rejected"), "rejected")

    def edit(self, **changes: Any) -> Claim:
        """Accept the current claim with cells changed; return what it became.

        Its frame was wrong if what it says has changed, right if only rank, kind or
        glosses have. Raises CorpusError, and changes nothing, for a value that a cell
        may not hold and for a claim that stands already.
        """
        claim = self.changed(**changes)
        self._complete(claim)
        other = self._claims.get(claim.id)
        if other and other.id != self._now().id:
            problem = f"claim {other.id} says the same and is {other.status}; reject this one"
            raise CorpusError(problem)
        same = arguments(claim) == arguments(self._now())
        return self._decide(claim, "accepted" if same else "edited")

    def changed(self, **changes: Any) -> Claim:
        """Return what ``edit`` would make of the current claim.

        A gloss that the machine wrote is written anew where the statement changes.
        """
        claim = self.cells.changed(self._now(), changes)
        for language in ("en", "uk"):
            mechanical = self._now().gloss(language) == self.cells.gloss(self._now(), language)
            if mechanical and f"gloss_{language}" not in changes:
                written = {f"gloss_{language}": self.cells.gloss(claim, language)}
                claim = replace(claim, **written)  # type: ignore[arg-type]
        return replace(claim, id=claim_id(self.id, claim, self._passages), status="accepted")

    def skip(self) -> None:
        """Leave the current claim undecided and go on."""
        self.skipped.add(self._now().id)
        self.at += 1

    def undo(self) -> Claim | None:
        """Take back the last decision; return its claim, None if nothing is to take back.

        The files are what they were before it. Raises CorpusError, and changes
        nothing, if another program has written them since.
        """
        if not self.steps:
            return None
        step = self.steps[-1]
        self._unchanged(step.after)
        # Claims first: a decision on a claim that stands as candidate again is void.
        names = sorted(step.before, key=lambda name: not name.endswith(_CLAIMS))
        contents = {name: step.before[name] for name in names}
        write_files(self.folder, {name: old for name, old in contents.items() if old is not None})
        for name, old in contents.items():
            if old is None:
                (self.folder / name).unlink(missing_ok=True)
        self.steps.pop()
        self.queue, self.at = step.queue, step.at
        self.skipped -= set(self.queue[self.at :])
        self._load()
        return self.current

    def accept_name(self, name: str, entity: str, take: Callable[[], object]) -> None:
        """Let ``take`` put ``entity`` in the place of an open name; go on with what results.

        ``take`` writes the files: entities.csv and the tables of the article. ``undo``
        takes that back too. Raises what ``take`` raises.
        """
        self._unchanged(self._last)
        before, old = self._snapshot(), self.source
        take()
        ids = _followed(old, name, entity, self._passages)
        there = read_decisions(self.folder / self.id)
        renamed = rename(there, name, entity, ids)
        if renamed != there:
            write_files(self.folder, {self._in(DECISIONS): write_decisions(renamed).encode()})
        after = self._snapshot()
        changed = [one for one in {**before, **after} if before.get(one) != after.get(one)]
        step = _Step(
            "named",
            {one: before.get(one) for one in changed},
            {one: after.get(one) for one in changed},
            self.queue,
            self.at,
        )
        self.steps.append(step)
        self._load()
        done = self.queue[: self.at]
        left = dict.fromkeys(ids.get(one, one) for one in self.queue[self.at :])
        waiting = {one.id for one in self.source.claims if one.status == "candidate"}
        self.queue = (*done, *(one for one in left if one in waiting))

    def _load(self) -> None:
        self.corpus: Corpus = load_corpus(self.folder)
        found = [one for one in self.corpus.sources if one.id == self.id]
        if not found:
            raise CorpusError(f"no coded article is called {self.id!r}", path=self.folder)
        self.cells = Cells(self.corpus, found[0])
        self._passages = {passage.number: passage for passage in found[0].passages}
        self._names = {name.id for name in found[0].names}
        self._take(
            [
                replace(claim, id=claim_id(self.id, claim, self._passages))
                for claim in found[0].claims
            ],
            found[0],
        )
        self._last = self._snapshot(self._in(_CLAIMS), self._in(DECISIONS))

    def _take(self, claims: Iterable[Claim], source: Source) -> None:
        self.source = replace(source, claims=tuple(sorted(claims, key=claim_order)))
        self._claims = {claim.id: claim for claim in self.source.claims}

    def _now(self) -> Claim:
        claim = self.current
        if claim is None:
            raise CorpusError(f"no candidate of {self.id} is left to decide on")
        return claim

    def _complete(self, claim: Claim) -> None:
        """Raise CorpusError for what an accepted claim may not lack or hold."""
        for name in self.open_names(claim):
            raise CorpusError(f"{name!r} stands for no entity yet; accept the name first")
        for field in ("gloss_en", "gloss_uk"):
            if not getattr(claim, field):
                raise CorpusError("an accepted claim has a gloss in both languages", field=field)

    def _decide(self, claim: Claim, act: Act) -> Claim:
        proposed = self._now()
        self._unchanged(self._last)
        claims = [one for one in self.source.claims if one.id != proposed.id]
        source = replace(self.source, claims=(*claims, claim))
        decisions: tuple[Decision, ...] = read_decisions(self.folder / self.id)
        if act == "edited":
            changed = decided(proposed, "edited", self._passages)
            decisions = (*decisions, replace(changed, claim=claim.id))
        # Decisions first: without the claim, which comes second, a decision is void.
        files = {
            self._in(DECISIONS): write_decisions(taken_up(source, decisions)).encode(),
            self._in(_CLAIMS): write_claims(source.claims).encode(),
        }
        write_files(self.folder, files)
        self.steps.append(_Step(act, dict(self._last), dict(files), self.queue, self.at))
        self._last = dict(files)
        self._take(source.claims, source)
        self.at += 1
        return claim

    def _in(self, name: str) -> str:
        return f"{self.id}/{name}"

    def _snapshot(self, *names: str) -> dict[str, bytes | None]:
        """Return what files hold now: those named, or all that a review may change."""
        if not names:
            tables = sorted(path.name for path in (self.folder / self.id).glob("*.csv"))
            names = ("entities.csv", *map(self._in, tables))
        found: dict[str, bytes | None] = {}
        for name in names:
            path = self.folder / name
            found[name] = path.read_bytes() if path.is_file() else None
        return found

    def _unchanged(self, files: dict[str, bytes | None]) -> None:
        """Raise CorpusError if another program has written one of the files."""
        for name, content in files.items():
            if self._snapshot(name)[name] != content:
                problem = "another program has written the file; begin the review again"
                raise CorpusError(problem, path=self.folder / name)


def _followed(
    source: Source, name: str, entity: str, passages: Mapping[int, Passage]
) -> dict[str, str]:
    """Return the new id of each claim that spoke of ``name`` and speaks of ``entity`` now."""
    found = {}
    for claim in source.claims:
        said = {
            field: entity
            for field in ("subject", "object", "asserted_by", "reported_by")
            if getattr(claim, field) == name
        }
        if said:
            found[claim.id] = claim_id(source.id, replace(claim, **said), passages)  # type: ignore[arg-type]
    return found
