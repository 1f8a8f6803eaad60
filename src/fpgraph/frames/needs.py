"""What the slots of frames ask of the names of a sentence, so that few frames are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..parts import Link
from .fillers import fits, suits
from .frame import Frame, Slot


class Needs:
    """Numbers what slots ask, a bit each, and tells which of it names fill.

    What several slots ask alike is one. Names that are alike to slots are looked at once.
    """

    def __init__(self, frames: Iterable[Frame]) -> None:
        bits: dict[Slot, int] = {}
        self.of: dict[str, int] = {}
        for frame in frames:
            self.of[frame.id] = 0
            for slot in _needy(frame):
                asked = Slot("", slot.types, slot.without, slot.cases, weak=slot.weak)
                self.of[frame.id] |= bits.setdefault(asked, 1 << len(bits))
        self._bits = bits
        self._fitting: dict[tuple[str, bool, frozenset[str]], int] = {}
        self._suiting: dict[str, int] = {}

    def filled(self, links: Iterable[Link]) -> int:
        """Return what ``links`` fill by type, case and strength."""
        found = 0
        for link in links:
            kind = (link.type, link.weak, link.cases)
            bits = self._fitting.get(kind)
            if bits is None:
                bits = self._fitting[kind] = self._asking(link, fits)
            found |= bits
        return found

    def suited(self, links: Iterable[Link]) -> int:
        """Return what words that stand for ``links`` fill, in whatever case."""
        found = 0
        for link in links:
            bits = self._suiting.get(link.type)
            if bits is None:
                bits = self._suiting[link.type] = self._asking(link, suits)
            found |= bits
        return found

    def _asking(self, link: Link, fills: Callable[[Link, Slot], bool]) -> int:
        return sum(bit for slot, bit in self._bits.items() if fills(link, slot))


class Fillable(dict[int, bool]):
    """Tells by need whether the names of a sentence meet it, or what its pronouns stand for.

    ``near`` are the names that pronouns may stand for; ``refers`` tells whether the sentence
    has any, and is asked only where that makes a difference.
    """

    def __init__(
        self,
        needs: Needs,
        links: Iterable[Link],
        near: Iterable[Link],
        refers: Callable[[], bool],
    ) -> None:
        super().__init__({0: True})
        self._filled = needs.filled(links)
        self._suited = needs.suited(links) | needs.suited(near)
        self._refers = refers
        self._referring: bool | None = None

    def __missing__(self, need: int) -> bool:
        self[need] = known = self._meets(need)
        return known

    def _meets(self, need: int) -> bool:
        """Tell whether all that the bits of ``need`` ask for is there."""
        if not need & ~self._filled:
            return True
        if need & ~self._suited:
            return False
        if self._referring is None:
            self._referring = self._refers()
        return self._referring


def _needy(frame: Frame) -> Iterator[Slot]:
    """Yield the slots of ``frame`` that nothing but a name in the sentence can fill."""
    for slot in (frame.subject, frame.object):
        if slot.where == "article" or slot.phrase or slot.clause or slot.adjective:
            continue
        if not frame.takes_list and (slot.where != "before" or slot is not frame.subject):
            # A passive has its agent in another case.
            yield replace(slot, cases=frozenset()) if frame.language == "uk" else slot
