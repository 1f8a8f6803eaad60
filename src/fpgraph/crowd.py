"""Places for the nodes that a force model would be too slow for: beside those they are tied to.

The most important nodes of each community are placed first (``layout``); each of
the others goes to the free cell of a grid nearest to the middle of its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Doubles = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Cell = tuple[int, int]

CELL = 30.0  # between the middles of two nodes that stand side by side
ROOM = 2.6  # cells of the picture for each node and each cell that a label takes
JITTER = 9  # at most so far from the middle of its cell, or all would stand in rows
REACH = 150  # cells that a node may be moved away from its wish


def core(communities: Sequence[int], importance: Sequence[float], most: int) -> list[int]:
    """Return the numbers of some ``most`` nodes, in order: each community's most important ones.

    A community has as large a share in them as in all nodes, and at least one.
    """
    members: dict[int, list[int]] = {}
    for number, community in enumerate(communities):
        members.setdefault(community, []).append(number)
    chosen = []
    for found in members.values():
        share = max(1, round(most * len(found) / len(communities)))
        chosen += sorted(found, key=lambda number: (-importance[number], number))[:share]
    return sorted(chosen)


def gather(
    x: Doubles, y: Doubles, placed: Whole, ties: Whole, communities: Sequence[int]
) -> tuple[Doubles, Doubles]:
    """Return a wish for each node: where it is, or the middle of its neighbours.

    ``x`` and ``y`` hold true places for the nodes numbered in ``placed``. Only the
    neighbours of one's own community count, as long as one has any. Whoever is
    tied to none of them follows those that are; whoever is tied to nobody goes
    to the middle of the community.
    """
    import numpy as np

    group = np.array(communities)
    known = np.zeros(len(x), dtype=bool)
    known[placed] = True
    one = np.concatenate((ties[:, 0], ties[:, 1]))
    other = np.concatenate((ties[:, 1], ties[:, 0]))
    at_home = group[one] == group[other]
    x, y = x.copy(), y.copy()
    for near in (at_home, np.ones(len(one), dtype=bool)):
        while (use := near & known[other] & ~known[one]).any():
            counts = np.bincount(one[use], minlength=len(x))
            new = counts > 0
            for places in (x, y):
                sums = np.bincount(one[use], places[other[use]], len(x))
                places[new] = sums[new] / counts[new]
            known |= new
    _send_home(x, y, known, group)
    return x, y


def _send_home(x: Doubles, y: Doubles, known: NDArray[np.bool_], group: Whole) -> None:
    import numpy as np

    size = int(group.max()) + 1
    counts = np.maximum(np.bincount(group[known], minlength=size), 1)
    lost = ~known
    for places in (x, y):
        middles = np.bincount(group[known], places[known], size) / counts
        places[lost] = middles[group[lost]]


def settle(
    wishes: Sequence[tuple[float, float]],
    fixed: dict[int, tuple[float, float]],
    order: Sequence[int],
) -> list[tuple[float, float]]:
    """Return a place for every node: its own where it is fixed, else a free cell near its wish.

    ``fixed`` gives width and height of what stands at the nodes that do not move.
    The others choose in the order of ``order``.
    """
    taken: set[Cell] = set()
    for number, (width, height) in fixed.items():
        taken.update(_covered(wishes[number], width, height))
    spiral = list(_spiral(REACH))
    tried: dict[Cell, int] = {}
    places = list(wishes)
    for number in order:
        if number in fixed:
            continue
        wish = round(wishes[number][0] / CELL), round(wishes[number][1] / CELL)
        at = tried.get(wish, 0)
        cell = wish
        while at < len(spiral):
            cell = wish[0] + spiral[at][0], wish[1] + spiral[at][1]
            at += 1
            if cell not in taken:
                break
        tried[wish] = at
        taken.add(cell)
        places[number] = cell[0] * CELL + _jitter(number), cell[1] * CELL + _jitter(3 * number)
    return places


def _jitter(number: int) -> int:
    return number * 7919 % (2 * JITTER + 1) - JITTER


def cells(width: float, height: float) -> int:
    """Return how many cells of the grid a box of this size takes."""
    return len(list(_covered((0.0, 0.0), width, height)))


def _covered(middle: tuple[float, float], width: float, height: float) -> Iterator[Cell]:
    left, right = round((middle[0] - width / 2) / CELL), round((middle[0] + width / 2) / CELL)
    top, bottom = round((middle[1] - height / 2) / CELL), round((middle[1] + height / 2) / CELL)
    for across in range(left, right + 1):
        for down in range(top, bottom + 1):
            yield across, down


def _spiral(reach: int) -> Iterator[Cell]:
    """Yield steps from a cell to those around it, the nearest first."""
    found = (
        (across, down) for across in range(-reach, reach + 1) for down in range(-reach, reach + 1)
    )
    near = [step for step in found if step[0] ** 2 + step[1] ** 2 <= reach**2]
    yield from sorted(near, key=lambda step: (step[0] ** 2 + step[1] ** 2, step))
