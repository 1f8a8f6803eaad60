"""The states and regions of the world, as named by the Unicode CLDR in four languages.

The names come with Babel; what CLDR does not have (short and long alternatives,
adjectives, peoples) stands in ``ontology/lexicon/states.csv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from ..errors import CorpusError
from ..model import Entity
from ..resources import ontology_folder
from ..tables import Problems, read_table

COLUMNS = (
    "code", "label_en", "label_uk", "alt_en", "alt_uk",
    "adjective_en", "adjective_uk", "people_en", "people_uk",
)  # fmt: skip

#: Codes of CLDR that stand for no place, or for organisations that the gazetteer has.
_NO_PLACES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
#: Names of CLDR that are better known otherwise.
_BETTER = {
    "HK": ("Hong Kong", "Гонконг"),
    "MO": ("Macao", "Макао"),
    "001": ("world", "світ"),
    "FK": ("Falkland Islands", "Фолклендські острови"),
}
#: Where the name makes the id of something better known: ГУАМ is an organisation.
_IDS = {"GU": "guam-island", "GS": "south-georgia-islands"}
_OTHERS = {
    "019": (("Americas",), ("Америки",)),
    "202": (("Sub-Saharan Africa",), ("Африка на південь від Сахари", "Субсахарська Африка")),
    "003": ((), ("Північноамериканський континент",)),
    "030": (("East Asia",), ()),
    "034": (("South Asia",), ()),
    "035": (("South-East Asia", "South-Eastern Asia"), ()),
    "145": (("West Asia",), ()),
    "011": (("West Africa",), ()),
    "014": (("East Africa",), ()),
    "015": (("North Africa",), ()),
    "017": (("Central Africa",), ("Центральна Африка",)),
}


@cache
def states() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the table of states: by ISO code, the values of each column."""
    path = ontology_folder() / "lexicon" / "states.csv"
    rows = read_table(path, COLUMNS, Problems()) or ()
    found = {
        row.cells["code"]: {
            column: tuple(part for part in row.cells[column].split("|") if part)
            for column in COLUMNS[1:]
        }
        for row in rows
    }
    if len(found) != len(rows):
        raise CorpusError("a code stands twice", path=path, field="code")
    return found


@cache
def territories() -> Mapping[str, tuple[Entity, str]]:
    """Return the territories by id, each with its code in ISO 3166 or UN M.49."""
    english, ukrainian = _names("en"), _names("uk")
    table = states()
    found: dict[str, tuple[Entity, str]] = {}
    for code in sorted(english):
        if code in _NO_PLACES or code not in ukrainian:
            continue
        entity = _entity(code, english[code], ukrainian[code], table.get(code))
        if entity.id in found:
            raise CorpusError(f"two territories have the id {entity.id!r}")
        found[entity.id] = (entity, code)
    return found


@cache
def foreign_names(language: str) -> Mapping[str, str]:
    """Return the names of the territories in ``ru`` or ``az``, by id."""
    names = _names(language)
    return {
        key: names[code].split(" (")[0]
        for key, (_, code) in territories().items()
        if code in names and not code.isdigit()
    }


def _names(language: str) -> Mapping[str, str]:
    from babel import Locale

    names: Mapping[str, str] = Locale(language).territories
    return names


def _entity(
    code: str, english: str, ukrainian: str, row: Mapping[str, tuple[str, ...]] | None
) -> Entity:
    english, ukrainian = _BETTER.get(code, (english, ukrainian))
    alt_en, alt_uk = _OTHERS.get(code, ((), ()))
    if row is not None:
        alt_en, alt_uk = row["alt_en"], row["alt_uk"]
        english = "".join(row["label_en"]) or english
        ukrainian = "".join(row["label_uk"]) or ukrainian
    english, ukrainian = english.replace("'", "’"), ukrainian.replace("ʼ", "’")
    kind_en, kind_uk = ("State", "Держава") if row is not None else ("Territory", "Територія")
    if code.isdigit():
        kind_en, kind_uk = "Region", "Регіон"
    system = "UN M.49" if code.isdigit() else "ISO 3166"
    return Entity(
        id=_IDS.get(code) or _kebab(english),
        type="State" if row is not None else "Region",
        label_en=english,
        label_uk=ukrainian,
        alt_en=tuple(name for name in dict.fromkeys(alt_en) if name != english),
        alt_uk=tuple(name for name in dict.fromkeys(alt_uk) if name != ukrainian),
        definition_en=f"{kind_en} with the code {code} in {system}; background knowledge.",
        definition_uk=f"{kind_uk} з кодом {code} у {system}; довідкове знання.",
    )


def _kebab(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("&", "and").replace("’", ""))
    plain = letters.encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))
