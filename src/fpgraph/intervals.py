"""How far a counted share may be from the true one."""

from __future__ import annotations

from math import sqrt

#: The 97.5 % point of the normal distribution: two-sided 95 %.
_Z = 1.959963984540054


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of the share ``right`` of ``of``, each end from 0 to 1.

    Wilson's score interval, which holds for few cases and for shares near 0 and 1;
    (0, 1) where nothing was counted. https://doi.org/10.1080/01621459.1927.10502953
    """
    if not of:
        return 0.0, 1.0
    share = right / of
    spread = _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    # At the ends of the scale the formula misses 0 and 1 by a rounding error.
    low = 0.0 if right == 0 else max(0.0, middle - half)
    high = 1.0 if right == of else min(1.0, middle + half)
    return low, high


def share(right: int, of: int) -> float | None:
    """Return ``right`` of ``of`` from 0 to 1, None where nothing was counted."""
    return right / of if of else None
