"""Events as PLOVER records, and in the shape of ICEWS and POLECAT: their columns, and ours after them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.export import OF_EVENTS, exporter
from dateline.export.coded import EVIDENCE
from dateline.model.values import PartialDate
from event_readings import ATTACK, BEATING, DEEDS, HARBOUR, POLICE, SHELLING, TEXT, Party, reading, told

ICEWS = [
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
]
POLECAT = [
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW"),
    *("Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw"),
    *("Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Headline", "Language", "Version"),
]


@pytest.fixture(scope="module")
def entries() -> list[dict[str, Any]]:
    return told()


def written(form: str, entries: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    exporter(form, "event").export(iter(entries), out)
    return out.getvalue()


def table(form: str, entries: list[dict[str, Any]]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(form, entries), newline=""), delimiter="\t"))


def test_the_columns_of_the_data_sets_come_first_and_ours_after_them(entries: list[dict[str, Any]]) -> None:
    for form, heads in (("icews-tsv", ICEWS), ("polecat-tsv", POLECAT)):
        assert written(form, []).rstrip("\n").split("\t") == [*heads, *EVIDENCE]


def test_icews_has_a_row_for_each_pair(entries: list[dict[str, Any]]) -> None:
    rows = table("icews-tsv", entries)
    assert [(row["Source Name"], row["Target Name"]) for row in rows] == [
        ("Gunmen", "Harbour Police"),
        ("the Tarn militia", "Velik"),
        ("Harbour Police", "protesters"),
        ("soldiers", "protesters"),
    ]
    assert len({row["Event ID"] for row in rows}) == 4
    attack = rows[0]
    assert (attack["Source Sectors"], attack["Source Country"]) == ("Unidentified Armed Forces", "Afghanistan")
    assert (attack["City"], attack["Country"], attack["Latitude"]) == ("Old Harbour", "Afghanistan", "36.7")
    assert (attack["Event Date"], attack["Publisher"], attack["Sentence Number"]) == ("2021-03-01", "Morrow Wire", "1")
    assert (rows[1]["Event Text"], rows[1]["CAMEO Code"], rows[1]["Intensity"]) == (
        "ASSAULT: heavy-weapons",
        "194",
        "-9.5",
    )


def test_an_event_without_a_target_has_a_row_and_none_without_parties_is_lost() -> None:
    deeds = (replace(BEATING, recipients=()), replace(SHELLING, actors=(), recipients=()))
    rows = table("icews-tsv", told(reading(1, deeds=deeds)))
    assert [(row["Source Name"], row["Target Name"]) for row in rows] == [
        ("", ""),
        ("Harbour Police", ""),
        ("soldiers", ""),
    ]


def test_equal_sides_are_one_row_and_no_mirror_image() -> None:
    talks = replace(BEATING, type="CONSULT", mode=None, recipients=())
    rows = table("icews-tsv", told(reading(1, deeds=(talks,))))
    assert [(row["Source Name"], row["Target Name"]) for row in rows] == [("Harbour Police", "soldiers")]


def test_a_party_that_is_named_twice_is_one() -> None:
    twice = replace(BEATING, recipients=(Party("police", POLICE.id, "AFG", "COP"), Party("guard", POLICE.id)))
    entries = told(reading(1, deeds=(replace(twice, actors=(Party("soldiers"), Party("Gunmen"))),)))
    rows = table("icews-tsv", entries)
    assert [(row["Source Name"], row["Target Name"], row["Target Country"]) for row in rows] == [
        ("soldiers", "Harbour Police", "Afghanistan"),
        ("Gunmen", "Harbour Police", "Afghanistan"),
    ]


def test_polecat_has_a_row_an_event_with_the_parties_joined(entries: list[dict[str, Any]]) -> None:
    attack, shelling, beating = table("polecat-tsv", entries)
    assert (beating["Actor Name"], beating["Actor Name Raw"]) == ("Harbour Police;soldiers", "police;soldiers")
    assert (beating["Primary Actor Sector"], beating["Recipient Country"]) == ("COP;MIL", "")
    assert (beating["Wikipedia Actor ID"], beating["Quad Code"]) == ("Q12;", "MATERIAL CONFLICT")
    assert (attack["Placename"], attack["City"], attack["GeoNames ID"]) == ("Old Harbour", "Old Harbour", "7")
    assert (attack["Feature Type"], attack["Headline"], attack["Language"]) == ("settlement", "Harbour 0", "en")
    assert (shelling["City"], shelling["Country"], shelling["Event Mode"]) == ("", "Afghanistan", "heavy-weapons")


@pytest.mark.parametrize("form", ["icews-tsv", "polecat-tsv"])
def test_each_row_has_status_evidence_and_attribution(form: str, entries: list[dict[str, Any]]) -> None:
    rows = table(form, entries)
    assert [row["Status"] for row in rows][:3] == ["happened", "happened", "denied"]
    for row in rows:
        start, end = int(row["Trigger Start"]), int(row["Trigger End"])
        assert TEXT[start:end] == row["Trigger"]
        assert row["Trigger"] in row["Evidence"] in TEXT
    assert [row["Attribution"] for row in rows][:2] == ["Morrow Wire", "Interior Ministry of Velik"]
    assert [row["Own Voice"] for row in rows][:2] == ["True", "False"]
    assert rows[0]["Figures"] == "killed 3+"


@pytest.mark.parametrize("form", ["icews-tsv", "polecat-tsv"])
def test_no_cell_breaks_a_row_or_runs_as_a_formula(form: str, entries: list[dict[str, Any]]) -> None:
    sentence = {"start": 0, "end": 9, "text": '=1+1\t"two"\nrows'}
    out = written(form, [{**entries[0], "sentence": sentence, "title": "@SUM(A1)", "outlet": "-a\tb"}])
    lines = out.rstrip("\n").split("\n")
    assert [line.count("\t") for line in lines] == [lines[0].count("\t")] * 2
    row = next(csv.DictReader(io.StringIO(out), delimiter="\t"))
    assert row["Evidence"] == '\'=1+1 "two" rows'
    assert row.get("Source", row.get("Publisher")) == "'-a b"


def test_a_date_is_no_more_exact_than_reported() -> None:
    deed = replace(SHELLING, date=PartialDate("2020", "2021-02"))
    entries = told(reading(1, deeds=(deed,)))
    (row,) = table("icews-tsv", entries)
    assert (row["Event Date"], row["Date Last"], row["Date Basis"]) == ("2020", "2021-02", "stated")
    record = json.loads(written("plover-json", entries))
    assert (record["date"], record["enddate"]) == ("2020-01-01", "2021-02-28")
    assert record["when"]["first"] == "2020"


def test_plover_records_have_the_fields_of_the_manual(entries: list[dict[str, Any]]) -> None:
    attack, shelling, beating = (json.loads(line) for line in written("plover-json", entries).splitlines())
    assert (attack["id"], attack["event"], attack["mode"]) == (entries[0]["id"], ["ASSAULT"], [])
    assert (attack["date"], attack["enddate"], attack["has_event"]) == ("2021-03-01", None, True)
    assert attack["actor"] == [
        {
            "code": "AFG",
            "sector": "UAF",
            "entity_text": "Gunmen",
            "identifier_id": None,
            "identifier_text": None,
        }
    ]
    assert attack["recipient"][0]["identifier_id"] == "https://www.wikidata.org/wiki/Q12"
    assert (attack["quad_code"], attack["event_loc"]["geonameid"], attack["event_loc"]["country_code"]) == (4, 7, "AFG")
    assert (attack["event_loc"]["resolution"], shelling["event_loc"]["resolution"]) == (4, 1)
    assert attack["size"]["dead"]["low"] == "3"
    assert TEXT[attack["text_info"]["start"] : attack["text_info"]["end"]] == attack["text"]
    assert attack["event_text"] == ["attacked"]
    assert (beating["status"], beating["negated"]) == ("denied", True)
    assert shelling["attribution"]["reported_by"] == "Interior Ministry of Velik"
    assert attack["cite_info"]["publication"] == "Morrow Wire"


def test_a_known_place_stands_in_its_units() -> None:
    kunduz = replace(HARBOUR, id="geonames:1135689", name="Kunduz", geonames=1135689)
    one = reading(1, deeds=(replace(ATTACK, place=("Old Harbour", kunduz.id)),))
    entities = tuple(kunduz if entity == HARBOUR else entity for entity in one.resolution.entities)
    entries = told(replace(one, resolution=replace(one.resolution, entities=entities)))
    (row,) = table("icews-tsv", entries)
    assert (row["City"], row["District"], row["Province"], row["Country"]) == (
        "Kunduz",
        "Kunduz",
        "Kunduz",
        "Afghanistan",
    )


def test_an_event_between_two_is_one_record(entries: list[dict[str, Any]]) -> None:
    for form in ("plover-json", "polecat-tsv"):
        assert written(form, entries).count(entries[0]["id"]) == 1


def test_codes_that_stand_for_nothing_known_are_kept_as_they_are() -> None:
    deed = replace(BEATING, actors=(Party("police", None, "ZZZ", "QQQ"),))
    (row,) = table("icews-tsv", told(reading(1, deeds=(deed,))))
    assert (row["Source Country"], row["Source Sectors"], row["Source Name"]) == ("ZZZ", "QQQ", "police")


@pytest.mark.parametrize("form", OF_EVENTS)
def test_another_kind_than_events_is_refused(form: str) -> None:
    with pytest.raises(UsageError, match=f"{form} holds events, not 'mention'"):
        exporter(form, "mention")


@pytest.mark.parametrize("form", OF_EVENTS)
def test_other_entries_are_left_out(form: str, entries: list[dict[str, Any]]) -> None:
    out = io.StringIO()
    assert exporter(form, "event").export(iter([{"kind": "document"}, entries[0]]), out) == 1


def test_csv_has_the_parties_under_one_another_and_the_words(entries: list[dict[str, Any]]) -> None:
    out = io.StringIO()
    assert exporter("csv", "event").export(iter(entries), out) == len(DEEDS)
    attack, _, beating = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert (beating["actors"], beating["actor_code"], beating["actor_sector"]) == (
        "police | soldiers",
        "AFG | AFG",
        "COP | MIL",
    )
    assert beating["actor_entity"] == "actor:harbour-police | -"
    assert (attack["trigger"], attack["trigger_start"], attack["sentence"]) == (
        "attacked",
        "7",
        TEXT.partition("\n")[0],
    )
    assert (attack["place_name"], attack["place_lat"], attack["figures"]) == (
        "Old Harbour",
        "36.7",
        "killed: at least three",
    )
    assert (beating["reported_by"], beating["status"], attack["reported_by"]) == ("Ada Quill", "denied", "Morrow Wire")
