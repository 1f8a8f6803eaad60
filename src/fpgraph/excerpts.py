"""What the page knows of the sentences: where each stands, who is named in it, its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .model import Source
from .quotations import Quoted, mentions_by_passage

Record = dict[str, Any]


def passage_records(
    source: Source, numbers: Mapping[str, int], quotations: Mapping[int, Quoted]
) -> dict[str, Record]:
    """Return the passages of an article by number: place, entities named, words if known.

    ``numbers`` gives the numbers that stand for ids of entities. The words come as
    pieces, each a text followed by the entities named there, the narrowest name first.
    """
    mentions = mentions_by_passage(source)
    records = {}
    for passage in source.passages:
        named = [m.entity for m in mentions.get(passage.number, ()) if m.entity in numbers]
        record: Record = {
            "section": passage.section,
            "paragraph": passage.paragraph,
            "language": passage.language,
            "start": passage.start,
            "end": passage.end,
            "named": [numbers[name] for name in dict.fromkeys(named)],
        }
        if passage.duplicate_of is not None:
            record["reprints"] = passage.duplicate_of
        if quoted := quotations.get(passage.number):
            record["pieces"] = [
                [words, *(numbers[name] for name in names if name in numbers)]
                for words, names in quoted.pieces()
            ]
        records[str(passage.number)] = record
    return records
