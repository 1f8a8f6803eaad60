"""Places for the nodes of a network: computed beforehand, the same in every build.

A force model after ForceAtlas2 (https://doi.org/10.1371/journal.pone.0098679):
nodes repel each other by the number of their ties, ties pull, those within a
community more strongly, and a weak pull to the middle keeps everything together.
Then boxes as large as the labels are pushed apart until none lies on another.
In a large graph that is done with its most important nodes; see ``crowd`` for the rest.

Only additions, multiplications, divisions and square roots on doubles are used,
and sums run in a fixed order, so that IEEE 754 gives the same places on every
machine, which no library's layout promises.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import crowd

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Doubles = NDArray[np.float64]
    Tie = tuple[int, int]

CORE = 600  # more nodes than these push each other too slowly: time grows as the square
ROUNDS = 260
SPREAD = 160
RADIAL = 0.7
GRAVITY = 1.5  # pull to the middle
APART = 2.0  # push between two communities; within one it is 1
ACROSS = 0.3  # pull of a tie between two communities; within one it is 1
LINE = 17.0  # height of a line of a label at 100 %
LETTER = 6.6  # width of a letter of a label at 100 %
LETTERS_A_LINE = 20


def layout(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Return a place for each node: whole numbers around (0, 0), y downwards.

    At these distances, one unit to a pixel, a circle and a label of up to three
    lines fit beside each other. Uses the node attributes ``community``,
    ``importance``, ``label_en`` and ``label_uk`` where there are any.
    """
    names = sorted(graph.nodes)
    if not names:
        return {}
    ties = _ties(graph, names)
    communities = [int(graph.nodes[name].get("community", 0)) for name in names]
    place = _place_all if len(names) <= CORE else _place_many
    x, y = place(graph, names, ties, communities)
    middle_x, middle_y = (x.min() + x.max()) / 2, (y.min() + y.max()) / 2
    return {
        name: (float(round(across - middle_x)), float(round(down - middle_y)))
        for name, across, down in zip(names, x.tolist(), y.tolist(), strict=True)
    }


def _place_all(
    graph: nx.Graph, names: Sequence[str], ties: Sequence[Tie], communities: Sequence[int]
) -> tuple[Doubles, Doubles]:
    x, y = _start(communities)
    x, y = _settle(x, y, ties, communities, _masses(ties, len(names)))
    widths, heights = _boxes(graph, names)
    x, y = _scale(x, y, widths, heights)
    return _spread(x, y, widths, heights)


def _place_many(
    graph: nx.Graph, names: Sequence[str], ties: Sequence[Tie], communities: Sequence[int]
) -> tuple[Doubles, Doubles]:
    """Place the core as in a small graph, but with room for the rest, and the rest around it."""
    import numpy as np

    importance = [float(graph.nodes[name].get("importance", 0.0)) for name in names]
    chosen = crowd.core(communities, importance, CORE)
    number = {old: new for new, old in enumerate(chosen)}
    inner = [(number[one], number[two]) for one, two in ties if one in number and two in number]
    group = [communities[old] for old in chosen]
    # With the mass that they have in the whole, so that their followers find room.
    x, y = _settle(*_start(group), inner, group, _masses(ties, len(names))[chosen])
    widths, heights = _boxes(graph, [names[old] for old in chosen])
    boxes = list(zip(widths.tolist(), heights.tolist(), strict=True))
    wanted = len(names) + sum(crowd.cells(*box) for box in boxes)
    x, y = _scale(x, y, widths, heights, crowd.ROOM * wanted * crowd.CELL**2)
    x, y = _spread(x, y, widths, heights)
    every_x, every_y = np.zeros(len(names)), np.zeros(len(names))
    every_x[chosen], every_y[chosen] = x, y
    pairs = np.array(ties, dtype=np.int64).reshape(-1, 2)
    every_x, every_y = crowd.gather(every_x, every_y, np.array(chosen), pairs, communities)
    wishes = list(zip(every_x.tolist(), every_y.tolist(), strict=True))
    order = sorted(range(len(names)), key=lambda old: (-importance[old], old))
    fixed = dict(zip(chosen, boxes, strict=True))
    found = np.array(crowd.settle(wishes, fixed, order))
    return found[:, 0], found[:, 1]


def radius(importance: float) -> float:
    """Return the radius at which a node of this importance (0 to 1) is drawn."""
    return round(5.0 + 17.0 * importance, 1)


def _ties(graph: nx.Graph, names: Sequence[str]) -> list[Tie]:
    place = {name: number for number, name in enumerate(names)}
    pairs = ((place[edge[0]], place[edge[1]]) for edge in graph.edges)
    return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def _start(communities: Sequence[int]) -> tuple[Doubles, Doubles]:
    """Each community as a sunflower of its own around its place in a larger one."""
    import numpy as np

    # The golden angle's turn as a multiplication of complex numbers, whose
    # parts are written out: a library's sine may differ in its last digit.
    turn = complex(-0.737368878, 0.675490294)
    turns = [complex(1.0, 0.0)]
    for _ in range(len(communities)):
        # Rounded, so that the error cannot grow.
        following = turns[-1] * turn
        turns.append(complex(round(following.real, 9), round(following.imag, 9)))
    sizes: dict[int, int] = {}
    x, y = [], []
    for community in communities:
        number = sizes.get(community, 0)
        sizes[community] = number + 1
        centre = turns[community % len(turns)] * 300.0 * (community + 0.5) ** 0.5
        spot = centre + turns[number] * 12.0 * (number + 0.5) ** 0.5
        x.append(spot.real)
        y.append(spot.imag)
    return np.array(x), np.array(y)


def _masses(ties: Sequence[Tie], size: int) -> Doubles:
    """Return the weight of each node: one, and one for each of its ties."""
    import numpy as np

    pairs = np.array(ties, dtype=np.int64).ravel()
    return 1.0 + np.bincount(pairs, minlength=size).astype(np.float64)


def _settle(
    x: Doubles, y: Doubles, ties: Sequence[Tie], communities: Sequence[int], mass: Doubles
) -> tuple[Doubles, Doubles]:
    import numpy as np

    size = len(x)
    pairs = np.array(ties, dtype=np.int64).reshape(-1, 2)
    one, other = pairs[:, 0], pairs[:, 1]
    group = np.array(communities)
    pull = np.where(group[one] == group[other], 1.0, ACROSS)
    push = 900.0 * mass[:, None] * mass[None, :]
    push *= np.where(group[:, None] == group[None, :], 1.0, APART)
    step = 60.0
    for _ in range(ROUNDS):
        across, down = x[:, None] - x[None, :], y[:, None] - y[None, :]
        weight = push / (across * across + down * down + 25.0)
        # Summed over the first axis: row after row, in the same order everywhere.
        move_x, move_y = -(across * weight).sum(axis=0), -(down * weight).sum(axis=0)
        tie_x, tie_y = x[other] - x[one], y[other] - y[one]
        move_x += _gather(one, other, tie_x * pull, size) - GRAVITY * mass * x
        move_y += _gather(one, other, tie_y * pull, size) - GRAVITY * mass * y
        length = np.sqrt(move_x * move_x + move_y * move_y) + 1e-9
        factor = np.minimum(step, length / mass) / length
        x, y = x + move_x * factor, y + move_y * factor
        step *= 0.985
    return x, y


def _gather(one: Any, other: Any, pulls: Doubles, size: int) -> Doubles:
    """Return the sum of the pulls on each node; a tie pulls its two ends together."""
    import numpy as np

    pulled = np.bincount(one, pulls, size) - np.bincount(other, pulls, size)
    return pulled.astype(np.float64)


def _boxes(graph: nx.Graph, names: Sequence[str]) -> tuple[Doubles, Doubles]:
    """Return the width and the height that each node and its label take."""
    import numpy as np

    widths, heights = [], []
    for name in names:
        node = graph.nodes[name]
        lines = max((_lines(node, tongue) for tongue in ("en", "uk")), key=_area)
        size = 2 * radius(float(node.get("importance", 0.0)))
        widths.append(max(size, LETTER * max(map(len, lines))) + 8.0)
        heights.append(size + LINE * len(lines) + 8.0)
    return np.array(widths), np.array(heights)


def _area(lines: Sequence[str]) -> int:
    return len(lines) * max(map(len, lines))


def _lines(node: dict[str, Any], tongue: str) -> list[str]:
    lines = [""]
    for word in str(node.get(f"label_{tongue}", "")).split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LETTERS_A_LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:3]


def _scale(
    x: Doubles, y: Doubles, widths: Doubles, heights: Doubles, least: float = 0.0
) -> tuple[Doubles, Doubles]:
    """Bring the picture to twice the area that its boxes need, and to ``least`` at least."""
    span_x, span_y = float(x.max() - x.min()), float(y.max() - y.min())
    if span_x * span_y < 1.0:
        return x, y
    needed = max(2.0 * sum((widths * heights).tolist()), least)
    factor = (needed / (span_x * span_y)) ** 0.5
    return x * factor, y * factor


def _spread(x: Doubles, y: Doubles, widths: Doubles, heights: Doubles) -> tuple[Doubles, Doubles]:
    """Push boxes that overlap apart until none do.

    First along the line between their middles, which keeps the shape of the
    picture (after PRISM, https://doi.org/10.7155/jgaa.00198), then, for what is
    left, along the shorter way.
    """
    import numpy as np

    order = np.arange(len(x))
    earlier = np.where(order[:, None] < order[None, :], -1.0, 1.0)
    room_x = (widths[:, None] + widths[None, :]) / 2
    room_y = (heights[:, None] + heights[None, :]) / 2
    np.fill_diagonal(room_x, 0.0)
    for number in range(SPREAD):
        across, down = x[:, None] - x[None, :], y[:, None] - y[None, :]
        over_x, over_y = room_x - np.abs(across), room_y - np.abs(down)
        overlapping = (over_x > 0.5) & (over_y > 0.5)
        if not overlapping.any():
            break
        if number < SPREAD * RADIAL:
            stretch = np.minimum(
                room_x / np.maximum(np.abs(across), 1.0), room_y / np.maximum(np.abs(down), 1.0)
            )
            factor = np.where(overlapping, np.minimum(stretch, 1.5) - 1.0, 0.0) * 0.25
            x, y = x - (across * factor).sum(axis=0), y - (down * factor).sum(axis=0)
            continue
        sideways = overlapping & (over_x < over_y)
        upright = overlapping & ~sideways
        sign_x = np.where(across == 0, earlier, np.sign(across))
        sign_y = np.where(down == 0, earlier, np.sign(down))
        x = x - np.where(sideways, sign_x * over_x, 0.0).sum(axis=0) * 0.26
        y = y - np.where(upright, sign_y * over_y, 0.0).sum(axis=0) * 0.26
    return x, y
