"""What a request gets that gets no answer: a status and a sentence."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """A request that is refused: ``status`` of HTTP, the sentence, headers that go with it."""

    def __init__(
        self, status: int, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.sentence = sentence
        self.headers = dict(headers or {})
        super().__init__(sentence)


def busy(sentence: str, seconds: int = 1) -> Refusal:
    """Return the refusal of a server that has its hands full, to be asked again."""
    return Refusal(503, sentence, {"Retry-After": str(seconds)})
