"""``python -m fpgraph`` is the command ``fpgraph``."""

from .cli import main

main()
