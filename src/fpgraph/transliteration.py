"""Names in any alphabet as ids of small Latin letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

#: Ukrainian by the rules of 2010 (Cabinet of Ministers, no. 55), and letters of its
#: neighbours that do not fall apart into a Latin letter and a mark.
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё"
_LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia y e _ e"
_LETTERS = dict(zip(_CYRILLIC, _LATIN.replace("_", "").split(" "), strict=True))
_LETTERS |= {"ə": "a", "ı": "i"}
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")


def kebab(words: str) -> str:
    """Return ``words`` as an id: ``Північний вітер.2`` becomes ``pivnichnyi-viter-2``.

    Letters that have no Latin spelling here are left out; the id may be empty.
    """
    spelled = (_latin(word) for word in _WORD.findall(unicodedata.normalize("NFC", words)))
    return "-".join(word for word in spelled if word)


def _latin(word: str) -> str:
    low = re.sub(r"['’ʼ`]", "", word.casefold()).replace("зг", "zgh")
    parts = [
        _FIRST.get(letter, letter) if not index else letter for index, letter in enumerate(low)
    ]
    spelled = "".join(_LETTERS.get(part, part) for part in parts)
    plain = unicodedata.normalize("NFKD", spelled)
    return re.sub(r"[^a-z0-9]", "", plain)
