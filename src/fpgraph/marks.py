"""What a line begins with: marks of lists, notes, citations and headings."""

from __future__ import annotations

import re

from .wordlists import STARTERS

#: A rule, or the underline of a heading.
UNDERLINE = re.compile(r"^(?:[=_*~#-]\s?){3,}$|^[-=_*~]+$")
#: A heading or a quotation of Markdown.
MARKDOWN = re.compile(r"^#{1,6}\s+|^>\s+(?=\S)")
#: An item of a list.
BULLET = re.compile(r"^(?:[•▪●◦‣∙·■□►▸✓➢*]|[–—−-])\s+")
#: The same with a sign that no prose has.
DOT_BULLET = re.compile(r"^[•▪●◦‣∙■□►▸✓➢*]\s+")
#: A numbered or lettered item; the group is its number.
NUMBER = re.compile(
    r"^(\d{1,2})(?:\.(?=\s|[^\W\d_])|\))\s*\S+|^\(?(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})\)\s"
)
#: A capitalised word before a small one.
SENTENCE = re.compile(r"([^\W\d_]+)\s+[«“„\"(]*(?!\w*[^\W\d_a-zа-яіїєґ’'-])\w")
#: A sentence ends within the line.
INNER_STOP = re.compile(r"[^\W\d_]{3}[»”\"]?[.!?]\s")
#: An item with a letter and a stop, which only stand so in a row.
LETTER = re.compile(r"^([a-hа-ґд-з])\.\s+\S")
FIRST = re.compile(r"^[aа]\.\s+\S")
#: The letters that begin a list.
FIRST_LETTERS = frozenset("aаi")
#: A citation that the sentence before goes on with.
CITING = re.compile(r"^\[\s*\d{1,3}\b[^\[\]]{0,60}\](?=[.,;:»)]|$|\s+(?:[a-zа-яіїєґ]|$))")
#: An entry of a list of works.
ENTRY = re.compile(r"^\[(\d{1,3})\]\s+[^\W_a-zа-яіїєґ]")
#: A footnote.
NOTE = re.compile(r"^(\d{1,3})\s+[^\W\d_a-zа-яіїєґ]")
#: The author's line.
BY = re.compile(r"^(?:by|автор:?)\s+[A-ZА-ЯІЇЄҐ]")


def begins_sentence(words: str) -> bool:
    """Tell whether a line begins like a sentence and not like the rest of a title."""
    found = SENTENCE.match(words)
    return found is not None and found[1].casefold() in STARTERS
