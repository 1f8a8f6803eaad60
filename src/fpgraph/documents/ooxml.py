"""Elements of Office Open XML by their local names: two sets of namespaces are in use."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=4096)
def local(name: Any) -> str:
    """Return the local name of a tag or an attribute, "" of a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def value(element: Any, name: str = "val") -> str:
    """Return the attribute of that local name, "" when there is none."""
    for key, content in element.items():
        if local(key) == name:
            return str(content)
    return ""


def child(element: Any, *names: str) -> Any:
    """Return the descendant along a path of local names, None when there is none."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one.tag) == name), None)
    return element
