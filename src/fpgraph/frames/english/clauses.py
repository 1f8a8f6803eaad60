"""The clauses of an English sentence, read from left to right: which verb has which subject."""

from __future__ import annotations

from ..clauses import Row
from ..grammar import COPULAS
from .nominals import Span, is_paired, nominals
from .openers import is_relative, opens, tells_of
from .predicates import Verb, verb_at
from .predications import Clause, Predication, are_examples, over_lead, waited
from .related import antecedent
from .verbs import SAYING

_HARD = frozenset(";:…!?.")
_DASHES = frozenset("–—")
#: "Malta and Estonia, each of which": what is said is said of all.
_EACH = frozenset({"each", "all", "both"})
_CONJUNCTIONS = frozenset({"and", "or", "nor", "but", "yet"})


def predications(row: Row) -> list[Predication]:
    """Return the finite verbs of ``row`` with their subjects, in their order."""
    if row.predications is None:
        row.predications = _Reading(row).read()
    found: list[Predication] = row.predications
    return found


def predication(row: Row, *places: int) -> Predication | None:
    """Return the verb whose group holds one of the tokens ``places``."""
    for place in places:
        for one in predications(row):
            if one.verb.start <= place < one.verb.end:
                return one
    return None


def next_verb(row: Row, at: int) -> Predication | None:
    """Return the first finite verb after the token ``at``."""
    return next((one for one in predications(row) if one.verb.start > at), None)


def begins_predicate(row: Row, at: int) -> bool:
    """Tell whether a finite verb begins at the token ``at``."""
    return any(one.verb.start == at for one in predications(row))


class _Reading:
    """Reads the clauses of one sentence."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.stack = [Clause("main")]
        #: Where the words begin that no verb has taken yet, and what stands before them.
        self.region, self.border = 0, "start"
        self.found: list[Predication] = []
        self.segment = (0, 0)
        #: A conjunction stood before the last comma: "and, since 2004, Estonia".
        self.joined = False
        #: A subject of its own past "and", set off by a comma: "and Estonia, in need, left".
        self.set_off: tuple[Span, ...] = ()
        self.paired = sum(word in _DASHES for word in row.words) == 2

    def read(self) -> list[Predication]:
        row, at = self.row, 0
        while at < len(row):
            at = self._step(at)
        return self.found

    def _step(self, at: int) -> int:
        """Read the token ``at`` and return the next one to read."""
        row = self.row
        word = row.words[at]
        if at in row.heads and not row.heads[at][0][0].weak:
            return row.heads[at][0][1]
        if word in "([":
            return self._over_bracket(at)
        if word in _HARD or (word in _DASHES and not self.paired):
            self.stack, self.set_off = [Clause("main")], ()
            self.region, self.border = at + 1, "start"
        elif word == "," or word in _DASHES:
            self._comma(at)
        elif is_relative(row, at, begins=self._begins(at), within=self._within()):
            self._relative(at)
        elif opens(row, at):
            self._opener(at)
        elif self.border != "opener" and tells_of(row, self.region, at):
            self._bare_relative(at)
        else:
            verb = verb_at(row, at, self.stack[-1].verb, self._waiting())
            if verb is not None:
                self._verb(verb)
                return verb.end
        return at + 1

    def _begins(self, at: int) -> bool:
        return at == self.region and self.border != "start"

    def _within(self) -> bool:
        return any(clause.kind == "rel" for clause in self.stack)

    def _waiting(self) -> tuple[Span, ...]:
        """Return the noun phrases in front of a comma that have no verb yet."""
        outer = self.stack[-2] if len(self.stack) > 1 else None
        if self.border == "verb" and outer is not None and outer.verb is None:
            return tuple(span for one in outer.pending for span in one)
        if self.border != "comma":
            return ()
        for clause in reversed(self.stack):
            if clause.verb is None:
                return tuple(span for one in clause.pending for span in one)
            if not clause.closing:
                return ()
        return ()

    def _over_bracket(self, at: int) -> int:
        closing = ")" if self.row.words[at] == "(" else "]"
        end = at
        while end < len(self.row) and self.row.words[end] != closing:
            end += 1
        return end + 1

    def _comma(self, at: int) -> None:
        top = self.stack[-1]
        self.segment = (self.region, at)
        kept = len(top.pending)
        if top.verb is None:
            self._keep(at)
            joined = self.row.word(self.region) in _CONJUNCTIONS or self.joined
            if joined and len(top.pending) > kept:
                top.listed = len(top.pending)
        else:
            top.closing = True
            if self.region < at and self.row.words[self.region] in _CONJUNCTIONS:
                self.set_off = nominals(self.row, self.region + 1, at, direct=False)
        on = self.joined and len(top.pending) == kept
        self.joined = on or self.row.word(at - 1) in _CONJUNCTIONS
        self.region, self.border = at + 1, "comma"

    def _keep(self, end: int) -> None:
        """Let the words before ``end`` wait for a verb, if their clause has none yet."""
        row, top = self.row, self.stack[-1]
        if top.verb is not None or self.region >= end:
            return
        begin = over_lead(row, self.region, end)
        spans = nominals(row, begin, end, direct=False)
        if top.pending and spans and are_examples(row, self.region, spans):
            top.examples = spans
        elif spans and begin == self.region:
            top.pending.append(spans)
            if len(spans) > 1:
                top.listed = len(top.pending)

    def _opener(self, at: int) -> None:
        fronted = self.stack[-1].verb is None
        self._keep(at)
        self.stack.append(Clause("sub", fronted=fronted))
        self.region, self.border = at + 1, "opener"

    def _relative(self, at: int) -> None:
        row = self.row
        joined = row.word(at - 1) in _CONJUNCTIONS
        while joined and len(self.stack) > 1 and self.stack[-1].kind != "rel":
            self.stack.pop()
        if joined and self.stack[-1].kind == "rel":
            # "A pact that binds Chile and that Peru left."
            former = self.stack.pop()
            self.stack.append(Clause("rel", related=former.related or former.subject))
            self._begin_relative(at)
            return
        if row.words[at - 1] == "of" and row.word(at - 2) in _EACH and at - 2 == self.region:
            top = self.stack[-1]
            every = tuple(span for one in top.pending for span in one) if not top.verb else ()
            self.stack.append(Clause("rel", related=every))
            self._begin_relative(at)
            return
        end = at - 1 if row.is_preposition(at - 1) else at
        if end == self.region and self.border == "comma":
            begin, stop = self.segment
        else:
            begin, stop = self.region, end
            self._keep(end)
        whole = self.stack[-1].pending[-1:] if self.stack[-1].verb is None else []
        spans = antecedent(row, begin, stop, whole[0] if whole else ())
        spans = self._of_predicate(spans, end) or spans
        self.stack.append(Clause("rel", related=spans))
        self._begin_relative(at)

    def _of_predicate(self, spans: tuple[Span, ...], at: int) -> tuple[Span, ...]:
        """Return the subject of what ``spans`` say that it is: "Peru is a state that fishes"."""
        top = self.stack[-1]
        if top.verb is None or self.row.words[at] == "," or len(spans) != 1:
            return ()
        told = self.row.words[top.verb.main] in COPULAS and spans[0][0] == top.verb.end
        named = [self.row.words[begin:end] for begin, end in top.subject]
        return top.subject if told and named != [["it"]] else ()

    def _bare_relative(self, at: int) -> None:
        """Begin a relative clause without a relative word at ``at``."""
        begin = self.region
        self._keep(at)
        whole = self.stack[-1].pending[-1:] if self.stack[-1].verb is None else []
        spans = antecedent(self.row, begin, at, whole[0] if whole else ())
        self.stack.append(Clause("rel", related=spans))
        self.region, self.border = at, "rel"

    def _begin_relative(self, at: int) -> None:
        owner = self.row.words[at] == "whose"
        self.region, self.border = (at, "start") if owner else (at + 1, "rel")

    def _verb(self, verb: Verb) -> None:
        row = self.row
        first = self.region
        led = self.joined
        if self.border == "verb":
            joint = self._last_joint(verb.start)
            if joint is None:
                self._after_object(verb)
                return
            first = joint
        while first < verb.start and row.words[first] in _CONJUNCTIONS:
            led = True
            first += 1
        spans = nominals(row, first, verb.start)
        subject = self._fresh(verb, spans, led=led) if spans else self._resumed(verb, led=led)
        self._take(verb, subject)

    def _take(self, verb: Verb, subject: tuple[Span, ...]) -> None:
        top = self.stack[-1]
        related = top.related if subject != top.related else ()
        self.found.append(Predication(verb, subject, top.kind, related))
        top.verb, top.subject, top.closing = verb, subject, False
        top.pending, top.listed, self.joined, self.set_off = [], 0, False, ()
        self.region, self.border = verb.end, "verb"

    def _last_joint(self, end: int) -> int | None:
        row = self.row
        for index in range(end - 1, self.region - 1, -1):
            if row.words[index] in _CONJUNCTIONS and not _is_held(row, index):
                return None if is_paired(row, index) else index
        return None

    def _after_object(self, verb: Verb) -> None:
        """Take a verb that follows the object of another one without a word between."""
        top = self.stack[-1]
        if top.verb is not None and self.row.words[top.verb.main] in SAYING:
            spans = nominals(self.row, self.region, verb.start)
            if spans:
                self.stack.append(Clause("sub"))
                self._take(verb, spans)
                return
        for index in range(verb.start - 1, self.region - 1, -1):
            if self.row.words[index] in ("as", "than"):
                # "As much as Peru needs gas": a clause of its own.
                self.stack.append(Clause("sub"))
                self._take(verb, nominals(self.row, index + 1, verb.start))
                return
        while len(self.stack) > 1:
            self.stack.pop()
            outer = self.stack[-1]
            if outer.verb is None and outer.pending:
                self._take(verb, waited(self.row, outer, outer.listed, verb))
                return
        self._take(verb, ())

    def _pop_closed(self) -> bool:
        """Leave the clauses that a comma has ended; tell whether that left a clause at all."""
        left = False
        while len(self.stack) > 1 and self.stack[-1].closing:
            self.stack.pop()
            left = True
        return left

    def _resumed(self, verb: Verb, *, led: bool) -> tuple[Span, ...]:
        """Return the subject of a verb that has none of its own in front of it."""
        top = self.stack[-1]
        if self.border == "rel":
            return top.related
        if self.border == "opener":
            return ()
        unsure = top.kind == "sub" and top.closing and not top.fronted
        left = self._pop_closed() if self.border == "comma" else False
        top = self.stack[-1]
        if top.verb is None and top.pending:
            return waited(self.row, top, top.listed, verb)
        if self.set_off and self.row.words[self.region] not in _CONJUNCTIONS:
            return self.set_off
        if unsure or (left and not led):
            return ()
        return top.subject

    def _fresh(self, verb: Verb, spans: tuple[Span, ...], *, led: bool) -> tuple[Span, ...]:
        """Return the subject of a verb that noun phrases stand in front of."""
        if self.border != "comma":
            return spans
        self._pop_closed()
        top = self.stack[-1]
        if top.verb is not None or not top.pending:
            return spans
        if led and verb.number == "sing":
            return spans
        if led or len(spans) > 1:
            top.pending.append(spans)
            return waited(self.row, top, len(top.pending), verb)
        if self.row.words[verb.main] in SAYING:
            # "Austria, he says, supports the plan": what waits goes on waiting.
            self.stack.append(Clause("sub", fronted=True))
        return spans


def _is_held(row: Row, index: int) -> bool:
    """Tell whether the token at ``index`` is within a name."""
    return any(
        begin < index < end
        for begin in range(max(0, index - 8), index + 1)
        for _, end in row.heads.get(begin, ())
    )
