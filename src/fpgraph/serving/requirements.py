"""What the endpoint needs of the system and of other packages."""

from __future__ import annotations

import os

from ..errors import FpgraphError


def needed() -> None:
    """Raise FpgraphError where what the endpoint needs is missing."""
    if not hasattr(os, "fork"):
        raise FpgraphError("the endpoint needs a system that can fork; on Windows run it in WSL")
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        problem = "the endpoint needs Starlette: pip install 'foreign-policy-graph[serve]'"
        raise FpgraphError(problem) from None
