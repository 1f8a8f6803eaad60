"""``fpgraph serve`` for any data set: ``python serve_data_set.py FILE.nq GRAPH_FOLDER``.

The command itself serves a coded corpus; the W3C's tests bring data of their own.
The first line it prints is the port.
"""

from __future__ import annotations

import sys

from pyoxigraph import RdfFormat, Store

from fpgraph.corpus import load_corpus
from fpgraph.serving.server import listen, run
from fpgraph.serving.site import Site


def main() -> None:
    """Serve the quads of a file on a free port until a signal comes."""
    quads, folder = sys.argv[1:]
    store = Store()
    store.load(path=quads, format=RdfFormat.N_QUADS)
    with listen("127.0.0.1", 0) as sock:
        port = sock.getsockname()[1]
        run(
            Site(store, load_corpus(folder), workers=2),
            sock,
            started=lambda: print(port, flush=True),
        )


if __name__ == "__main__":
    main()
