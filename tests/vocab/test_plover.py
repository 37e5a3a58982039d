"""The PLOVER ontology: complete, consistent with itself, and the same as the sources save where a note says why not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.vocab.load import table
from dateline.vocab.plover import Plover

SHARED = Path(__file__).parents[3] / "shared" / "data" / "plover"
CONVERSION, CSV = SHARED / "CAMEO2PLOVER-2021.txt", SHARED / "plover_codebook.csv"
LAST_PAGE = 49


@pytest.fixture(scope="module")
def plover() -> Plover:
    return Plover.load()


def test_it_has_the_sixteen_types_in_the_order_of_the_manual(plover: Plover) -> None:
    assert " ".join(plover.types) == (
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
        "MOBILIZE COERCE ASSAULT"
    )
    assert len(plover.contexts) == 37


def test_conceding_and_retreating_are_one_root(plover: Plover) -> None:
    assert len(plover.roots) == 15
    assert plover.root("CONCEDE") == plover.root("RETREAT") == "YIELD"
    assert plover.root("AID") == "AID"


@pytest.mark.parametrize(
    ("type_", "short", "number"), [("AGREE", "V+", 1), ("AID", "M+", 2), ("REQUEST", "V-", 3), ("SANCTION", "M-", 4)]
)
def test_a_type_has_its_quad_class(plover: Plover, type_: str, short: str, number: int) -> None:
    assert plover.short_quad(type_) == short
    assert plover.quads[plover.quad(type_)].number == number


@pytest.mark.parametrize(
    ("type_", "mode", "score"),
    [
        ("ACCUSE", None, -3.0),
        ("ACCUSE", "allege", -3.5),
        ("CONSULT", "third-party", 1.0),
        ("PROTEST", "vandalize", -5.0),
        ("RETREAT", "disarm", 10.0),
    ],
)
def test_a_mode_has_its_score_or_that_of_its_type(plover: Plover, type_: str, mode: str | None, score: float) -> None:
    assert plover.intensity(type_, mode) == score


def test_conflict_scores_are_not_above_those_of_cooperation(plover: Plover) -> None:
    highest = max(one.intensity for one in plover.types.values() if one.quad.endswith("-conflict"))
    assert highest <= 0 < min(one.intensity for one in plover.types.values() if one.quad.endswith("-cooperation"))


@pytest.mark.parametrize(
    ("type_", "mode", "root"),
    [
        ("ASSAULT", None, "19"),
        ("ASSAULT", "abduct", "18"),
        ("ASSAULT", "unconventional", "20"),
        ("ACCUSE", "investigate", "09"),
    ],
)
def test_a_type_is_written_as_a_cameo_root(plover: Plover, type_: str, mode: str | None, root: str) -> None:
    assert plover.cameo_root(type_, mode) == root


def test_a_code_that_a_type_is_written_as_is_read_as_that_type(plover: Plover) -> None:
    written = [
        (one.name, mode, plover.cameo_code(one.name, mode))
        for one in plover.types.values()
        for mode in (None, *one.modes)
    ]
    read = {code: plover.converted(code) for _, _, code in written}
    wrong = [
        (name, mode, code)
        for name, mode, code in written
        if (found := read[code]) is None or plover.root(found.type) != plover.root(name)
    ]
    assert wrong == []


def test_the_roots_of_a_type_are_those_whose_codes_are_read_as_it(plover: Plover) -> None:
    for one in plover.types.values():
        assert one.cameo_roots == tuple(
            sorted({code[:2] for code, read in plover.cameo.items() if read.type == one.name})
        )


def test_every_converted_code_has_a_type_a_mode_of_it_known_contexts_and_known_notes(plover: Plover) -> None:
    for one in plover.cameo.values():
        plover.mode(one.type, one.mode)
        assert set(one.contexts) <= set(plover.contexts), one.code
        assert set(one.notes) <= set(plover.notes), one.code


def test_a_code_read_otherwise_than_in_the_published_table_says_why(plover: Plover) -> None:
    assert [one.code for one in plover.cameo.values() if (one.type, one.mode) != one.table and not one.notes] == []


@pytest.mark.parametrize(
    ("code", "type_"), [("1952", "ASSAULT"), ("0351", "AGREE"), ("155", "MOBILIZE"), ("010", None)]
)
def test_an_unknown_code_is_read_as_the_longest_it_begins_with(plover: Plover, code: str, type_: str | None) -> None:
    found = plover.converted(code)
    assert (found.type if found else None) == type_


def test_every_entry_points_to_a_page_of_the_manual(plover: Plover) -> None:
    pages = [one.page for one in plover.types.values()]
    pages += [mode.page for one in plover.types.values() for mode in one.modes.values()]
    pages += [page for one in plover.contexts.values() for page in (one.page, one.details)]
    pages += [page for one in plover.notes.values() for page in one.pages]
    assert all(0 < page <= LAST_PAGE for page in pages)
    assert all(one.pages and one.says and one.decided for one in plover.notes.values())


def test_a_note_is_about_a_type_or_a_known_part(plover: Plover) -> None:
    assert {one.about for one in plover.notes.values()} <= {*plover.types, "contexts", "records"}


def test_the_words_for_contexts_are_for_every_context_and_for_no_other(plover: Plover) -> None:
    assert set(table("events/contexts")) == set(plover.contexts)


def test_a_mode_that_brings_a_context_brings_a_known_one(plover: Plover) -> None:
    brought = {mode.name: mode.contexts for mode in plover.types["COERCE"].modes.values() if mode.contexts}
    assert brought == {"cyber": ("cyber",), "misinformation": ("misinformation",)}
    assert {one for some in brought.values() for one in some} <= set(plover.contexts)


def test_an_unknown_type_or_mode_is_an_error_that_names_the_choices(plover: Plover) -> None:
    with pytest.raises(UsageError, match="Types: AGREE, CONSULT"):
        plover.type("FIGHT")
    with pytest.raises(UsageError, match="Modes: visit, third-party"):
        plover.mode("CONSULT", "fax")


def _published() -> Iterator[tuple[str, str, str | None]]:
    for line in CONVERSION.read_text(encoding="utf-8").splitlines():
        found = re.match(r"(\d{2,4}): *([A-Z]+) *,? *([^,#]*?) *(?:[,#]|$)", line)
        if found:
            yield found[1], found[2], found[3] or None


@pytest.mark.skipif(not CONVERSION.is_file(), reason="the published CAMEO table is not beside this checkout")
def test_every_code_of_the_published_table_is_there_as_published(plover: Plover) -> None:
    published = {code: (type_, mode) for code, type_, mode in _published() if code != "08"}
    assert published == {code: one.table for code, one in plover.cameo.items() if code != "08"}


@pytest.mark.skipif(not CSV.is_file(), reason="the published codebook is not beside this checkout")
def test_modes_that_the_published_csv_has_and_we_lack_are_noted(plover: Plover) -> None:
    with CSV.open(encoding="utf-8", newline="") as file:
        listed = {(row["event"], row["mode"]) for row in csv.DictReader(file) if row["mode"]}
    lacking = sorted((type_, mode) for type_, mode in listed if mode not in plover.types[type_].modes)
    told = {
        one.about: " ".join(other.says for other in plover.notes.values() if other.about == one.about)
        for one in plover.notes.values()
    }
    assert lacking == [pair for pair in lacking if re.search(rf"\b{pair[1]}\b", told[pair[0]])]
    assert len(lacking) == 8
