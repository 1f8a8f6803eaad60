from __future__ import annotations

import pytest

from fpgraph.frames.ukrainian.dictionary import analyser, tags

WORDS = """
держава держави державами ґрунт грунт грунту гніт гнітом об'єднання воєнно-політичний її
багатовекторність кіберстійкість й а не їхньому ґанок аналогія гвоздика р. iv 2014 nato -
"""


@pytest.mark.parametrize("word", WORDS.split())
def test_a_word_has_the_tags_of_the_library(word: str) -> None:
    assert tags(word) == tuple(map(str, analyser().tag(word)))
