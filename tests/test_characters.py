from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpgraph.characters import clean, fault

ANY_TEXT = st.text(st.characters(), max_size=60)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_clean_text_is_nfc_and_fits_into_xml_and_utf8(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    element = ElementTree.Element("text")
    element.text = cleaned
    written = ElementTree.tostring(element, encoding="utf-8")
    assert (ElementTree.fromstring(written).text or "") == cleaned


@given(ANY_TEXT)
def test_what_has_no_fault_is_clean(text: str) -> None:
    if fault(text) is None:
        assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x07b\x85", "ab"),
        ("\u202ereversed\u202c", "reversed"),
        ("\u2066isolated\u2069\u200f", "isolated"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("e\u0301", "é"),
        ("\ufeffmark", "mark"),
        ("«лапки», 👩‍🚀 \"'<&>]]>{{}}\\", "«лапки», 👩‍🚀 \"'<&>]]>{{}}\\"),
        ("\u0627\u0644\u0628", "\u0627\u0644\u0628"),
    ],
)
def test_cleaning(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("line\nbreak", "U+000A"),
        ("tab\tstop", "U+0009"),
        ("\u202e", "U+202E"),
        ("bell\x07", "U+0007"),
        ("\ufeffx", "U+FEFF"),
        ("e\u0301", "normal form C"),
        (" padded", "space"),
        ("padded\u00a0", "space"),
    ],
)
def test_faults(text: str, problem: str) -> None:
    assert problem in (fault(text) or "")
