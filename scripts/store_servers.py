"""Triple stores as programs: where each comes from, how it is loaded and started.

Every store is an implementation of its own. What has to be fetched comes from a public
registry by its own client, once, into a cache folder; servers listen on loopback only.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from store_processes import Unavailable, call, free_port, started

__all__ = [
    "NATIVE",
    "STORES",
    "Running",
    "TripleStore",
    "Unavailable",
    "cache_folder",
    "call",
    "free_port",
    "started",
]

NATIVE = "https://example.org/native"
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>stores</artifactId><version>1</version>
<dependencies>{}</dependencies>
</project>
"""
_DEPENDENCY = (
    "<dependency><groupId>{}</groupId><artifactId>{}</artifactId>"
    "<version>{}</version>{}</dependency>"
)
_ALONE = (
    "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
)


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers: its address for ``push``, and where the native load went."""

    address: str
    native: str
    loaded: float
    user: str = ""
    password: str = ""
    log: Path = Path()


class TripleStore(ABC):
    """One store: its name, the kind ``fpgraph push`` knows it as, its version.

    ``writable`` tells whether its server is one that can be pushed to,
    ``loads_at_start`` whether it reads the file only when it starts.
    """

    name: str
    kind: str
    version: str
    writable = True
    loads_at_start = False

    def __init__(self, cache: Path) -> None:
        self.cache = cache

    @property
    def place(self) -> Path:
        """Where what was fetched lies."""
        return self.cache / f"{self.name}-{self.version}"

    @abstractmethod
    def missing(self) -> str:
        """Return what is not installed; nothing if all is."""

    @abstractmethod
    def install(self) -> None:
        """Fetch what is missing; raise Unavailable if it cannot be had."""

    @abstractmethod
    def load(self, folder: Path, turtle: Path) -> str:
        """Load a file with the store's own loader; return the graph it went to."""

    @abstractmethod
    def command(self, folder: Path, port: int) -> list[str]:
        """Return the command that serves what is in ``folder``."""

    @abstractmethod
    def address(self, port: int) -> str:
        """Return the address to push to."""

    def probe(self, port: int) -> str:
        """Return an address that answers once the server is ready."""
        return self.address(port)

    @contextmanager
    def running(self, folder: Path, turtle: Path) -> Iterator[Running]:
        """Load a file, start the server, and end exactly that server afterwards."""
        folder.mkdir(parents=True, exist_ok=True)
        since = time.perf_counter()
        native = self.load(folder, turtle)
        loaded = time.perf_counter() - since
        port = free_port()
        log = folder / "server.log"
        with started(self.command(folder, port), log, self.probe(port), folder):
            if self.loads_at_start:
                loaded = time.perf_counter() - since
            yield Running(self.address(port), native, loaded, log=log)


class Oxigraph(TripleStore):
    """Oxigraph: Rust, RocksDB; the server of the engine that fpgraph embeds."""

    name, kind, version = "oxigraph", "oxigraph", "0.5.13"

    @property
    def _binary(self) -> Path:
        return self.place / "bin" / "oxigraph"

    def missing(self) -> str:
        return "" if self._binary.is_file() else "the package oxigraph from PyPI"

    def install(self) -> None:
        into = ["--target", str(self.place), f"oxigraph=={self.version}"]
        call([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", *into])

    def load(self, folder: Path, turtle: Path) -> str:
        call([str(self._binary), "load", "-l", str(folder / "db"), "-f", str(turtle)])
        return ""

    def command(self, folder: Path, port: int) -> list[str]:
        return [str(self._binary), "serve", "-l", str(folder / "db"), "-b", f"127.0.0.1:{port}"]

    def address(self, port: int) -> str:
        return f"http://127.0.0.1:{port}"


class _Java(TripleStore):
    """A store that consists of jars from Maven Central."""

    artifacts: tuple[tuple[str, str, str], ...]
    alone = False

    @property
    def jars(self) -> str:
        """The class path."""
        return f"{self.place / 'lib'}/*"

    def missing(self) -> str:
        if not shutil.which("java"):
            return "Java 17 or newer"
        return "" if any((self.place / "lib").glob("*.jar")) else "its jars from Maven Central"

    def install(self) -> None:
        if not (shutil.which("java") and shutil.which("mvn")):
            raise Unavailable("Java and Maven are needed (Debian: default-jre-headless, maven)")
        without = _ALONE if self.alone else ""
        wanted = [
            _DEPENDENCY.format(group, artifact, version or self.version, without)
            for group, artifact, version in self.artifacts
        ]
        self.place.mkdir(parents=True, exist_ok=True)
        pom = self.place / "pom.xml"
        pom.write_text(_POM.format("".join(wanted)), encoding="utf-8")
        lib = self.place / "lib.part"
        copy = ["dependency:copy-dependencies", f"-DoutputDirectory={lib}"]
        call(["mvn", "-q", "-B", "-f", str(pom), *copy])
        lib.rename(self.place / "lib")

    def java(self, main: str, *arguments: str, options: tuple[str, ...] = ()) -> list[str]:
        """Return the command that runs a main class."""
        return ["java", "-Xmx1g", *options, "-cp", self.jars, main, *arguments]


class Fuseki(_Java):
    """Apache Jena Fuseki: Java, ARQ over TDB2."""

    name, kind, version = "fuseki", "fuseki", "5.6.0"
    artifacts = (
        ("org.apache.jena", "jena-fuseki-main", ""),
        ("org.apache.logging.log4j", "log4j-slf4j2-impl", "2.24.3"),
    )

    def load(self, folder: Path, turtle: Path) -> str:
        call(self.java("tdb2.tdbloader", f"--loc={folder / 'db'}", str(turtle)))
        return ""

    def command(self, folder: Path, port: int) -> list[str]:
        main = "org.apache.jena.fuseki.main.cmds.FusekiServerCmd"
        where = ["--localhost", f"--port={port}"]
        return self.java(main, *where, "--update", "--tdb2", f"--loc={folder / 'db'}", "/ds")

    def address(self, port: int) -> str:
        return f"http://127.0.0.1:{port}/ds"

    def probe(self, port: int) -> str:
        return f"http://127.0.0.1:{port}/ds/sparql?query=ASK%7B%7D"


class Blazegraph(_Java):
    """Blazegraph: Java, a journal with indexes of its own."""

    name, kind, version = "blazegraph", "blazegraph", "2.1.5"
    artifacts = (("com.blazegraph", "blazegraph-jar", ""),)
    alone = True

    def load(self, folder: Path, turtle: Path) -> str:
        properties = folder / "rw.properties"
        properties.write_text(
            f"com.bigdata.journal.AbstractJournal.file={folder / 'store.jnl'}\n"
            "com.bigdata.journal.AbstractJournal.bufferMode=DiskRW\n"
            "com.bigdata.rdf.store.AbstractTripleStore.quads=true\n"
            "com.bigdata.rdf.store.AbstractTripleStore.textIndex=false\n"
            "com.bigdata.rdf.store.AbstractTripleStore.statementIdentifiers=false\n"
            "com.bigdata.rdf.store.AbstractTripleStore.axiomsClass="
            "com.bigdata.rdf.axioms.NoAxioms\n"
            "com.bigdata.rdf.sail.truthMaintenance=false\n",
            encoding="utf-8",
        )
        options = ("-namespace", "kb", "-defaultGraph", NATIVE, str(properties), str(turtle))
        call(self.java("com.bigdata.rdf.store.DataLoader", *options), folder)
        return NATIVE

    def command(self, folder: Path, port: int) -> list[str]:
        # Its usual main class finds its own files on Java 8 only.
        home = folder / "war"
        call([sys.executable, "-m", "zipfile", "-e", self._jar(), str(folder / "jar")])
        (folder / "jar" / "war").rename(home)
        shutil.rmtree(folder / "jar")
        options = (f"-Djetty.home={home.as_uri()}", "-Djetty.host=127.0.0.1")
        main = "com.bigdata.rdf.sail.webapp.NanoSparqlServer"
        properties = str(folder / "rw.properties")
        return self.java(
            main, str(port), "kb", properties, options=(*options, f"-Djetty.port={port}")
        )

    def _jar(self) -> str:
        return str(next((self.place / "lib").glob("blazegraph-jar*.jar")))

    def address(self, port: int) -> str:
        return f"http://127.0.0.1:{port}/blazegraph"

    def probe(self, port: int) -> str:
        return f"http://127.0.0.1:{port}/blazegraph/namespace/kb/sparql?query=ASK%7B%7D"


class Rdf4j(_Java):
    """Eclipse RDF4J: Java, in memory; parser and engine behind a small endpoint of ours."""

    name, kind, version = "rdf4j", "rdf4j", "5.1.3"
    artifacts = tuple(
        ("org.eclipse.rdf4j", f"rdf4j-{part}", "")
        for part in (
            *("repository-sail", "sail-memory", "rio-turtle"),
            "queryresultio-sparqljson",
        )
    )
    writable = False
    loads_at_start = True

    def missing(self) -> str:
        return super().missing() if shutil.which("javac") else "a JDK (17 or newer)"

    def load(self, folder: Path, turtle: Path) -> str:
        shutil.copy(turtle, folder / "graph.ttl")
        return ""

    def command(self, folder: Path, port: int) -> list[str]:
        source = str(Path(__file__).with_name("Rdf4jEndpoint.java"))
        return self.java(source, str(folder / "graph.ttl"), str(port))

    def address(self, port: int) -> str:
        return f"http://127.0.0.1:{port}/repositories/native"


class Virtuoso(TripleStore):
    """Virtuoso open source: C, SPARQL over a column store."""

    name, kind, version = "virtuoso", "virtuoso", "7.2.5"
    password = "a-password-of-the-tests"

    def missing(self) -> str:
        there = shutil.which("virtuoso-t") and shutil.which("isql-vt")
        return "" if there else "Debian's package virtuoso-server"

    def install(self) -> None:
        if not shutil.which("apt-get") or os.geteuid():
            raise Unavailable("apt-get install virtuoso-server, as root, brings it")
        options = ["-y", "-qq", "--no-install-recommends"]
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        call(["apt-get", "update", "-qq"], environment=quiet)
        call(["apt-get", "install", *options, "virtuoso-server"], environment=quiet)

    def load(self, folder: Path, turtle: Path) -> str:
        """Only its server can load; see ``running``."""
        shutil.copy(turtle, folder / "graph.ttl")
        return NATIVE

    @contextmanager
    def running(self, folder: Path, turtle: Path) -> Iterator[Running]:
        folder.mkdir(parents=True, exist_ok=True)
        self.load(folder, turtle)
        port, sql = free_port(), free_port()
        (folder / "virtuoso.ini").write_text(_ini(folder, port, sql), encoding="utf-8")
        log = folder / "server.log"
        with started(self.command(folder, port), log, self.probe(port), folder):
            since = time.perf_counter()
            self._isql(sql, "dba", f'set password "dba" "{self.password}";')
            self._isql(sql, self.password, f"ld_dir('{folder}', 'graph.ttl', '{NATIVE}');")
            self._isql(sql, self.password, "rdf_loader_run(); checkpoint;")
            loaded = time.perf_counter() - since
            yield Running(self.address(port), NATIVE, loaded, "dba", self.password, log)

    def _isql(self, port: int, password: str, statements: str) -> None:
        call(["isql-vt", f"127.0.0.1:{port}", "dba", password, f"exec={statements}"])

    def command(self, folder: Path, port: int) -> list[str]:  # noqa: ARG002
        return ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]

    def address(self, port: int) -> str:
        return f"http://127.0.0.1:{port}"

    def probe(self, port: int) -> str:
        return f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D"


def _ini(folder: Path, http: int, sql: int) -> str:
    files = "\n".join(
        f"{key} = {folder / name}"
        for key, name in {
            "DatabaseFile": "v.db",
            "ErrorLogFile": "v.log",
            "LockFile": "v.lck",
            "TransactionFile": "v.trx",
            "xa_persistent_file": "v.pxa",
        }.items()
    )
    return f"""[Database]
{files}
[TempDatabase]
DatabaseFile = {folder / "t.db"}
TransactionFile = {folder / "t.trx"}
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 20000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryExecutionTime = 60
"""


STORES: Mapping[str, Callable[[Path], TripleStore]] = {
    store.name: store for store in (Oxigraph, Fuseki, Virtuoso, Blazegraph, Rdf4j)
}


def cache_folder() -> Path:
    """Return where what is fetched is kept: outside of the repository."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fpgraph/stores"
