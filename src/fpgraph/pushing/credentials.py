"""Who asks: a name and a password, proved as HTTP Basic, Digest or Bearer."""

from __future__ import annotations

import hashlib
import re
import secrets
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_PART = re.compile(r'([a-zA-Z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_SCHEME = re.compile(r"(?:^|,\s*)(Basic|Digest|Bearer)(?=\s|,|$)", re.IGNORECASE)
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user's name and password, or a bearer token if there is no name.

    The password stands in no representation of the object, hence in no traceback.
    """

    user: str
    password: str = field(repr=False)

    def first(self) -> str:
        """Return the header that proves them to a server that has not asked yet."""
        if not self.user:
            return f"Bearer {self.password}"
        return f"Basic {b64encode(f'{self.user}:{self.password}'.encode()).decode()}"

    def answer(self, challenges: Iterable[str], method: str, uri: str) -> str | None:
        """Return the header that answers a Digest challenge; None if there is none.

        That is RFC 7616 (https://www.rfc-editor.org/rfc/rfc7616) with MD5 or SHA-256
        and the quality "auth", or none as in RFC 2069.
        """
        offered = [one for one in _digests(challenges) if _hash(one) in _HASHES and self.user]
        if not offered:
            return None
        return self._digest(max(offered, key=_hash), method, uri)

    def _digest(self, challenge: Mapping[str, str], method: str, uri: str) -> str:
        name = _hash(challenge)

        def hashed(*parts: str) -> str:
            return _HASHES[name](":".join(parts).encode()).hexdigest()

        nonce, realm = challenge.get("nonce", ""), challenge.get("realm", "")
        who, what = hashed(self.user, realm, self.password), hashed(method, uri)
        told = {"username": self.user, "realm": realm, "nonce": nonce, "uri": uri}
        plain = {"algorithm": name}
        if "auth" in re.split(r"[\s,]+", challenge.get("qop", "")):
            own = secrets.token_hex(8)
            told |= {"cnonce": own, "response": hashed(who, nonce, "00000001", own, "auth", what)}
            plain |= {"qop": "auth", "nc": "00000001"}
        else:
            told["response"] = hashed(who, nonce, what)
        if "opaque" in challenge:
            told["opaque"] = challenge["opaque"]
        parts = [f'{key}="{_escaped(value)}"' for key, value in told.items()]
        return "Digest " + ", ".join([*parts, *(f"{key}={value}" for key, value in plain.items())])


def _digests(challenges: Iterable[str]) -> Iterable[dict[str, str]]:
    """Yield the parameters of every Digest challenge."""
    for text in challenges:
        starts = list(_SCHEME.finditer(text))
        ends = [start.start() for start in starts[1:]] + [len(text)] * bool(starts)
        for start, end in zip(starts, ends, strict=True):
            if start[1].lower() == "digest":
                parts = _PART.finditer(text[start.end() : end])
                yield {p[1].lower(): re.sub(r"\\(.)", r"\1", p[2] or p[3] or "") for p in parts}


def _hash(challenge: Mapping[str, str]) -> str:
    return challenge.get("algorithm", "MD5").upper()


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
