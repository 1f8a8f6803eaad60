"""Decisions on claims: what a later reading must not lose, nor bring back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpgraph.corpus import load_corpus, tidy
from fpgraph.curation import decisions as d
from fpgraph.curation.confidence import confidence, told
from fpgraph.curation.decisions import Decision
from fpgraph.curation.merging import Merged, merge, merge_folder, merged_files
from fpgraph.errors import CorpusError
from fpgraph.files import write_files
from fpgraph.intervals import wilson
from fpgraph.model import Claim, Corpus, Name, Source
from fpgraph.records import claim_id
from fpgraph.text import article_from_text, fingerprint

ID = "quay-2021"
FIRST = "Примор'я дбає про порти. Гірнія боїться бурі. Союз мовчить."
AGAIN = "Союз мовчить.\n\nЗовсім інше речення. Примор'я дбає\nпро порти. Гірнія боїться бурі."
WITHOUT = "Союз мовчить. Примор'я дбає про порти."


def source(text: str, claims: Sequence[Claim] = (), names: Sequence[Name] = ()) -> Source:
    passages = article_from_text(text, ID).passages
    return Source(ID, "author", ({"id": ID},), passages, (), tuple(claims), tuple(names))


def claim(number: int, subject: str = "primoria", **more: Any) -> Claim:
    values: dict[str, Any] = {
        "id": "", "subject": subject, "property": "seeks", "object": "safety",
        "asserted_by": "author", "reported_by": "author", "passages": (number,),
        "rule": "uk-seeks", "gloss_en": "A gloss.", "gloss_uk": "Пояснення.",
    }  # fmt: skip
    return Claim(**{**values, **more})


def passage(whole: Source, words: str) -> int:
    mark = fingerprint(words)
    return next(one.number for one in whole.passages if one.fingerprint == mark)


def with_ids(whole: Source) -> Source:
    """Return a source whose claims have their ids, as the files do."""
    passages = {one.number: one for one in whole.passages}
    claims = [replace(one, id=claim_id(ID, one, passages)) for one in whole.claims]
    return replace(whole, claims=tuple(claims))


def again(merged: Merged, text: str, names: Sequence[Name] = ()) -> Source:
    return source(text, merged.claims, names)


class TestMerge:
    def test_a_first_reading_keeps_every_candidate(self) -> None:
        merged = merge(source(FIRST), source(FIRST, [claim(1), claim(2, "montania")]))
        assert [one.status for one in merged.claims] == ["candidate"] * 2
        assert all(one.id for one in merged.claims)
        assert merged.lines() == ()

    @pytest.mark.parametrize("status", ["accepted", "rejected"])
    def test_a_decision_survives_a_second_reading(self, status: str) -> None:
        old = with_ids(source(FIRST, [claim(1, status=status, gloss_en="Mine.")]))
        merged = merge(old, source(FIRST, [claim(1)]))
        assert [(one.status, one.gloss_en) for one in merged.claims] == [(status, "Mine.")]
        assert (merged.stands, merged.judged, merged.moved) == (1, 1, 0)

    def test_undecided_candidates_that_no_longer_arise_vanish(self) -> None:
        old = with_ids(source(FIRST, [claim(1), claim(2, "montania")]))
        merged = merge(old, source(FIRST, [claim(2, "montania")]))
        assert [one.subject for one in merged.claims] == ["montania"]
        assert merged.vanished == 1

    def test_hand_coded_claims_stand_and_are_not_proposed_again(self) -> None:
        old = with_ids(source(FIRST, [claim(1, rule="hand", status="accepted")]))
        merged = merge(old, source(FIRST, [claim(1)]))
        assert [(one.rule, one.status) for one in merged.claims] == [("hand", "accepted")]
        assert merged.decisions == ()

    def test_another_frame_does_not_bring_back_what_was_rejected(self) -> None:
        old = with_ids(source(FIRST, [claim(1, status="rejected")]))
        merged = merge(old, source(FIRST, [claim(1, rule="uk-other")]))
        assert [(one.rule, one.status) for one in merged.claims] == [("uk-seeks", "rejected")]

    @pytest.mark.parametrize(
        "change",
        [{"object": "peace"}, {"asserted_by": "montania"}, {"polarity": "negative"},
         {"stance": "denies"}, {"passages": (2,)}],
    )  # fmt: skip
    def test_another_statement_or_sentence_is_a_new_candidate(self, change: dict[str, Any]) -> None:
        old = with_ids(source(FIRST, [claim(1, status="rejected")]))
        merged = merge(old, source(FIRST, [claim(1, **change)]))
        assert sorted(one.status for one in merged.claims) == ["candidate", "rejected"]

    def test_a_decided_claim_follows_its_sentence_into_another_copy(self) -> None:
        old = with_ids(source(FIRST, [claim(1, status="accepted", also=(2,))]))
        new = source(AGAIN)
        merged = merge(old, new)
        here = passage(new, "Примор'я дбає про порти.")
        assert [one.passages for one in merged.claims] == [(here,)]
        assert merged.claims[0].also == (passage(new, "Гірнія боїться бурі."),)
        assert merged.claims[0].id == old.claims[0].id
        assert merged.moved == 1
        assert merged.lines() == (
            "decided claims that stand: 1",
            "decided claims that followed their sentences to other passages: 1",
        )

    def test_a_decided_claim_whose_sentence_is_gone_is_kept_and_told(self) -> None:
        old = with_ids(source(FIRST, [claim(2, "montania", status="accepted")]))
        merged = merge(old, source(WITHOUT))
        assert merged.claims == ()
        assert [one.claim.subject for one in merged.stranded] == ["montania"]
        assert merged.stranded[0].claim.id in merged.lines()[-1]
        back = merge(again(merged, WITHOUT), source(AGAIN), merged.decisions, merged.stranded)
        assert [(one.subject, one.status) for one in back.claims] == [("montania", "accepted")]
        assert back.claims[0].id == old.claims[0].id
        assert back.stranded == ()
        assert back.returned == (old.claims[0].id,)

    def test_a_claim_keeps_those_of_its_sentences_that_are_left(self) -> None:
        old = with_ids(source(FIRST, [claim(1, status="accepted", passages=(1, 2))]))
        merged = merge(old, source(WITHOUT))
        assert [one.passages for one in merged.claims] == [(2,)]
        assert merged.narrowed == (merged.claims[0].id,)

    def test_a_claim_lives_on_in_the_sentence_that_repeats_it(self) -> None:
        old = with_ids(source(FIRST, [claim(2, status="accepted", also=(1,))]))
        merged = merge(old, source(WITHOUT))
        assert [(one.passages, one.also) for one in merged.claims] == [((2,), ())]

    def test_a_reprint_keeps_its_turn(self) -> None:
        twice = f"{FIRST}\n\n{FIRST}"
        old = with_ids(source(twice, [claim(4, status="accepted")]))
        assert old.passages[3].fingerprint == old.passages[0].fingerprint
        assert [one.passages for one in merge(old, source(twice)).claims] == [(4,)]

    def test_a_candidate_in_a_reprint_of_a_decided_sentence_is_decided(self) -> None:
        twice = f"{FIRST}\n\n{FIRST}"
        old = with_ids(source(twice, [claim(1, status="rejected")]))
        merged = merge(old, source(twice, [claim(1), claim(4)]))
        assert [one.status for one in merged.claims] == ["rejected"]

    def test_with_the_text_sentences_are_found_though_they_split_otherwise(self) -> None:
        old = source("Примор'я дбає про порти; Гірнія боїться бурі.")
        old = with_ids(replace(old, claims=(claim(1, status="accepted"),)))
        text = "Союз мовчить. Примор'я дбає про порти. Гірнія боїться бурі."
        assert merge(old, source(text)).stranded
        merged = merge(old, source(text), article=article_from_text(text, ID))
        assert [one.passages for one in merged.claims] == [(2, 3)]

    def test_a_rejected_claim_of_a_name_no_longer_met_does_not_come_back(self) -> None:
        name = Name("name-quay", "Quay", "name", ((0, 4),))
        old = with_ids(source(FIRST, [claim(1, "name-quay", status="rejected")], [name]))
        without = merge(old, source(FIRST))
        assert without.claims == ()
        merged = merge(
            again(without, FIRST),
            source(FIRST, [claim(1, "name-quay")], [name]),
            without.decisions,
        )
        assert [one.status for one in merged.claims] == ["rejected"]

    @given(st.lists(st.sampled_from(["candidate", "accepted", "rejected"]), min_size=3, max_size=3))
    def test_reading_the_same_text_again_changes_nothing(self, statuses: list[str]) -> None:
        proposed = [claim(n, f"one-{n}") for n in (1, 2, 3)]
        decided = [claim(n, f"one-{n}", status=status) for n, status in enumerate(statuses, 1)]
        once = merge(with_ids(source(FIRST, decided)), source(FIRST, proposed))
        twice = merge(again(once, FIRST), source(FIRST, proposed), once.decisions, once.stranded)
        assert twice == once
        assert [one.status for one in once.claims] == statuses

    @given(st.permutations(range(3)), st.sets(st.integers(0, 2)))
    def test_no_decision_is_lost_whatever_becomes_of_the_text(
        self, order: list[int], kept: set[int]
    ) -> None:
        words = ["Примор'я дбає про порти.", "Гірнія боїться бурі.", "Союз мовчить."]
        text = " ".join([words[n] for n in order if n in kept] + ["Щось іще було."])
        decided = [claim(n, f"one-{n}", status="accepted") for n in (1, 2, 3)]
        old = with_ids(source(FIRST, decided))
        merged = merge(old, source(text))
        assert len(merged.claims) == len(kept)
        back = merge(again(merged, text), source(FIRST), merged.decisions, merged.stranded)
        assert back.claims == old.claims


class TestEdited:
    def edited(self) -> tuple[Source, Decision]:
        """A claim that was proposed of primoria, and edited to be one of montania."""
        whole = with_ids(source(FIRST, [claim(1)]))
        passages = {one.number: one for one in whole.passages}
        proposed = d.decided(whole.claims[0], "edited", passages)
        done = with_ids(source(FIRST, [claim(1, "montania", status="accepted")]))
        return done, replace(proposed, claim=done.claims[0].id)

    def test_the_proposal_does_not_come_back(self) -> None:
        old, decision = self.edited()
        merged = merge(old, source(FIRST, [claim(1)]), [decision])
        assert [one.subject for one in merged.claims] == ["montania"]
        assert merged.decisions == (decision,)

    def test_it_follows_its_sentence_and_its_claim(self) -> None:
        old, decision = self.edited()
        joined = replace(old.claims[0], passages=(1, 2))
        old = with_ids(replace(old, claims=(joined,)))
        decision = replace(decision, claim=old.claims[0].id)
        merged = merge(old, source(AGAIN, [claim(3)]), [decision])
        assert [one.subject for one in merged.claims] == ["montania"]
        assert [one.claim for one in merged.decisions] == [merged.claims[0].id]

    def test_without_it_the_proposal_would_come_back(self) -> None:
        old, _ = self.edited()
        merged = merge(old, source(FIRST, [claim(1)]))
        assert sorted(one.subject for one in merged.claims) == ["montania", "primoria"]

    def test_a_row_changed_in_a_spreadsheet_is_known_by_the_id_it_still_bears(self) -> None:
        proposed = with_ids(source(FIRST, [claim(1)])).claims[0]
        changed = replace(proposed, subject="montania", status="accepted")
        merged = merge(source(FIRST, [changed]), source(FIRST, [claim(1)]))
        assert [one.subject for one in merged.claims] == ["montania"]
        assert [one.outcome for one in merged.decisions] == ["edited"]
        assert merged.decisions[0].claim == merged.claims[0].id != proposed.id
        later = merge(again(merged, FIRST), source(FIRST, [claim(1)]), merged.decisions)
        assert later.claims == merged.claims
        assert later.decisions == merged.decisions

    def test_it_is_void_while_the_proposal_stands(self) -> None:
        _, decision = self.edited()
        proposed = with_ids(source(FIRST, [claim(1)]))
        assert d.taken_up(proposed, [decision]) == ()


class TestTakenUp:
    def test_what_the_table_says_counts(self) -> None:
        whole = with_ids(source(FIRST, [claim(1, status="accepted"), claim(2, status="rejected")]))
        found = d.taken_up(whole, ())
        assert sorted(one.outcome for one in found) == ["accepted", "rejected"]
        turned = replace(
            whole, claims=tuple(replace(one, status="rejected") for one in whole.claims)
        )
        assert {one.outcome for one in d.taken_up(turned, found)} == {"rejected"}
        opened = replace(
            whole, claims=tuple(replace(one, status="candidate") for one in whole.claims)
        )
        assert d.taken_up(opened, found) == ()

    def test_a_deleted_row_keeps_its_rejection_and_loses_its_acceptance(self) -> None:
        whole = with_ids(source(FIRST, [claim(1, status="accepted"), claim(2, status="rejected")]))
        found = d.taken_up(replace(whole, claims=()), d.taken_up(whole, ()))
        assert [one.outcome for one in found] == ["rejected"]
        merged = merge(source(FIRST), source(FIRST, [claim(1), claim(2)]), found)
        assert [one.status for one in merged.claims] == ["candidate", "rejected"]


def test_a_renamed_entity_is_renamed_in_every_argument() -> None:
    decision = Decision(
        ("0" * 16,), "r", ("name-x", "seeks", "name-x", "name-x", "affirms", "positive"),
        "rejected", "aaaaaaaaaaaa",
    )  # fmt: skip
    (found,) = d.rename([decision], "name-x", "primoria", {"aaaaaaaaaaaa": "bbbbbbbbbbbb"})
    assert found.arguments == ("primoria", "seeks", "primoria", "primoria", "affirms", "positive")
    assert found.claim == "bbbbbbbbbbbb"
    assert d.rename([found], "name-x", "other") == (found,)


class TestFiles:
    TEXT = st.text("aЄ,|\"'=-", max_size=5)
    PRINT = st.text("0123456789abcdef", min_size=16, max_size=16)
    ROW = st.builds(
        Decision,
        st.lists(PRINT, min_size=1, max_size=3, unique=True).map(lambda one: tuple(sorted(one))),
        TEXT,
        st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT),
        st.sampled_from(["accepted", "rejected", "edited"]),
        TEXT,
    )

    @given(rows=st.lists(ROW, max_size=4))
    def test_what_is_written_is_read(
        self, rows: list[Decision], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        place = tmp_path_factory.mktemp("source")
        text = d.write_decisions(rows)
        (place / "decisions.csv").write_text(text, encoding="utf-8", newline="")
        assert d.read_decisions(place) == d.ordered(rows)
        assert d.write_decisions(reversed(rows)) == text

    def test_no_file_no_decisions(self, tmp_path: Path) -> None:
        assert d.read_decisions(tmp_path) == ()
        assert d.read_stranded(tmp_path) == ()

    @pytest.mark.parametrize(
        ("row", "problem"),
        [
            (",r,a,b,c,d,affirms,positive,accepted,", "field fingerprint: the cell is empty"),
            ("ab,r,a,b,c,d,affirms,positive,maybe,", "field decision: 'maybe' is not one of"),
            ("ab,r", "row 2: the row has 2 cells where 10 are expected"),
        ],
    )
    def test_a_bad_row_is_told(self, tmp_path: Path, row: str, problem: str) -> None:
        path = tmp_path / "decisions.csv"
        path.write_text(f"{','.join(d.DECISION_COLUMNS)}\n{row}\n", encoding="utf-8")
        with pytest.raises(CorpusError) as found:
            d.read_decisions(tmp_path)
        assert str(path) in str(found.value)
        assert problem in str(found.value)

    def test_a_merge_is_written_and_read_again(self, tmp_path: Path) -> None:
        decided = [
            claim(1, status="accepted"),
            claim(2, "montania", status="accepted", rank=2),
            claim(3, status="rejected"),
        ]
        old = with_ids(source(FIRST, decided))
        merged = merge_folder(tmp_path, old, source(WITHOUT))
        write_files(tmp_path, merged_files(tmp_path, merged))
        assert d.read_decisions(tmp_path) == merged.decisions
        assert [one.claim.rank for one in d.read_stranded(tmp_path)] == [2]
        back = merge_folder(tmp_path, again(merged, WITHOUT), source(FIRST))
        assert {one.id for one in back.claims} == {one.id for one in old.claims}
        write_files(tmp_path, merged_files(tmp_path, back))
        assert d.read_stranded(tmp_path) == ()

    def test_nothing_decided_no_file(self, tmp_path: Path) -> None:
        merged = merge(source(FIRST), source(FIRST, [claim(1)]))
        assert list(merged_files(tmp_path, merged)) == ["claims.csv"]


class TestConfidence:
    def test_frames_are_right_as_often_as_they_were_accepted(self, sample: Corpus) -> None:
        assert confidence(sample) == {"denies-frame": (0, 1)}

    def test_edited_claims_were_wrong(self, sample_copy: Path) -> None:
        place = sample_copy / "harbour-2020-1"
        path = place / "claims.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("hand,accepted", "some-frame,accepted"), encoding="utf-8")
        accepted = text.count("hand,accepted")
        corpus = load_corpus(sample_copy)
        assert confidence(corpus)["some-frame"] == (accepted, accepted)
        edited = Decision(
            ("0" * 16,), "some-frame", ("a", "seeks", "b", "c", "affirms", "positive"),
            "edited", "b6ef34708144",
        )  # fmt: skip
        (place / "decisions.csv").write_text(d.write_decisions([edited]), encoding="utf-8")
        assert confidence(corpus)["some-frame"] == (accepted - 1, accepted)

    def test_it_is_told_with_its_interval(self) -> None:
        assert told((8, 10)) == "right 8 of 10 (49% to 94%)"
        assert told((0, 0)) == told(None) == "never reviewed"


class TestIntervals:
    @pytest.mark.parametrize(
        ("right", "of", "low", "high"),
        # Computed by hand from the formula in Wilson (1927) with z = 1.96.
        [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0),
         (50, 100, 0.4038, 0.5962)],
    )  # fmt: skip
    def test_known_values(self, right: int, of: int, low: float, high: float) -> None:
        assert wilson(right, of) == pytest.approx((low, high), abs=1e-4)

    @given(st.integers(0, 400), st.integers(0, 400))
    def test_it_holds_the_share_and_is_even_handed(self, one: int, other: int) -> None:
        right, of = min(one, other), max(one, other)
        low, high = wilson(right, of)
        assert 0 <= low <= high <= 1
        if of:
            assert low <= right / of <= high
        assert wilson(of - right, of) == pytest.approx((1 - high, 1 - low))


def test_a_status_changed_in_a_spreadsheet_is_taken_up(sample_copy: Path) -> None:
    path = sample_copy / "harbour-2020-1" / "claims.csv"
    text = path.read_text(encoding="utf-8")
    # What a spreadsheet makes of it: a byte order mark and its own line ends.
    changed = text.replace("rejects-frame,candidate", "rejects-frame,rejected")
    path.write_bytes(b"\xef\xbb\xbf" + changed.replace("\n", "\r\n").encode())
    tidy(sample_copy)
    (found,) = load_corpus(sample_copy).sources
    merged = merge(found, replace(found, claims=(), names=()))
    assert {one.rule for one in merged.decisions} == {"rejects-frame", "denies-frame"}
