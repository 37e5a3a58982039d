"""Events in the store: what is kept of them, what the filters find, and how they are told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError, ValueFault
from dateline.model import wire
from dateline.store import ActorFilter, EventFilter, StatementFilter, Store
from event_readings import ATTACK, BEATING, DEEDS, HARBOUR, POLICE, QUILL, SHELLING, TEXT, Party, keep, reading


@pytest.fixture
def filled(store: Store) -> Store:
    keep(store, reading(1), reading(2, outlet="Tarn Post"))
    return store


def triggers(store: Store, **wanted: Any) -> list[str]:
    return [one["trigger"]["text"] for one in store.events(EventFilter(**wanted))]


def test_events_come_back_as_they_were_kept_the_latest_first(filled: Store) -> None:
    one = reading(1)
    expected = [entry for entry in wire.records(one) if entry["kind"] == "event"]
    found = [entry for entry in filled.events(EventFilter()) if entry["document"] == one.document.id]
    assert [{name: entry[name] for name in expected[0]} for entry in found] == expected
    assert [one["trigger"]["text"] for one in found] == ["attacked", "shelled", "beat"]


def test_a_reading_with_events_comes_back_whole(filled: Store) -> None:
    assert filled.reading_of(reading(1).document.id) == wire.reading(reading(1))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"type": "ASSAULT"}, ["attacked", "shelled", "beat"]),
        ({"type": "AID"}, []),
        ({"mode": "heavy-weapons"}, ["shelled"]),
        ({"quad": "material-conflict", "status": "denied"}, ["beat"]),
        ({"status": "happened"}, ["attacked", "shelled"]),
        ({"actor": "tarn MILITIA"}, ["shelled"]),
        ({"actor": "mil"}, ["beat"]),
        ({"actor": "AFGCOP"}, ["beat"]),
        ({"actor": "Harbour Police"}, ["beat"]),
        ({"actor": POLICE.id}, ["beat"]),
        ({"recipient": POLICE.id}, ["attacked"]),
        ({"recipient": "CVL"}, ["beat"]),
        ({"recipient": "AFG"}, ["attacked", "shelled"]),
        ({"actor": "gunmen", "recipient": "protesters"}, []),
        ({"place": "harbour"}, ["attacked"]),
        ({"place": "harb"}, []),
        ({"country": "AF"}, ["attacked", "shelled"]),
        ({"place": "nowhere", "country": "AF"}, ["attacked", "shelled"]),
        ({"places": frozenset([HARBOUR.id])}, ["attacked"]),
        ({"near": (36.7, 68.8), "km": 20}, ["attacked"]),
        ({"near": (34.0, 66.1), "km": 20}, ["shelled"]),
        ({"since": "2021-03"}, ["attacked"]),
        ({"until": "2021-02-10"}, ["shelled"]),
        ({"since": "2021-02-28", "until": "2021-03-01"}, ["attacked", "shelled"]),
        ({"reported_by": "quill"}, ["beat"]),
        ({"reported_by": "ministry"}, ["shelled"]),
        ({"own_voice": True}, ["attacked"]),
        ({"own_voice": False}, ["shelled", "beat"]),
        ({"min_score": 0.7}, ["attacked", "beat"]),
        ({"documents": frozenset()}, []),
        ({"documents": frozenset([f"{1:020x}"]), "limit": 2}, ["attacked", "shelled"]),
        ({"limit": 1}, ["attacked"]),
    ],
)
def test_filters_find_what_they_say(store: Store, wanted: dict[str, Any], found: list[str]) -> None:
    keep(store, reading(1))
    assert triggers(store, **wanted) == found


def test_outlets_are_told_apart(filled: Store) -> None:
    assert {one["outlet"] for one in filled.events(EventFilter(outlet="tarn"))} == {"Tarn Post"}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"status": "hapened"}, r"no status 'hapened'. Choices: called_for, .* Did you mean 'happened'\?"),
        ({"quad": "M"}, r"no quad 'M'. Choices: material-conflict"),
        ({"near": (1.0, 2.0)}, "near needs km"),
        ({"actor": "??"}, "there is no word in actor"),
        ({"min_score": 2}, "min-score must be from 0 to 1"),
        ({"own_voice": True, "reported_by": "x"}, "nobody else reports"),
        ({"since": "2021", "until": "2020"}, "until 2020 is before since 2021"),
    ],
)
def test_what_makes_no_sense_is_refused(wanted: dict[str, Any], message: str) -> None:
    with pytest.raises((UsageError, ValueFault), match=message):
        EventFilter(**wanted)


def test_an_event_is_told_with_its_sentence_its_entities_and_who_reports_it(filled: Store) -> None:
    attack, shelling, _ = filled.events(EventFilter(outlet="morrow"))
    assert attack["sentence"]["text"] == TEXT.partition("\n")[0]
    assert attack["sentence_number"] == 1
    assert (attack["reported_by"], attack["chain"]) == ("Morrow Wire", [])
    assert [one["name"] for one in attack["entities"]] == ["Old Harbour", "Harbour Police"]
    assert shelling["sentence"]["text"] == "The interior ministry said the Tarn militia had shelled Velik."
    assert shelling["sentence_number"] == 2
    assert (shelling["reported_by"], shelling["chain"]) == (
        "Interior Ministry of Velik",
        ["Interior Ministry of Velik"],
    )
    assert (shelling["source_id"], shelling["url"]) == ("mw-1", "https://morrow.example/1")


def test_statements_and_events_are_counted_apart(filled: Store) -> None:
    counts = filled.counts()
    assert (counts["statements"], counts["events"]) == (4, 6)
    assert [(row.statements, row.events) for row in filled.reports()] == [(2, 3), (2, 3)]
    assert len(list(filled.statements(StatementFilter()))) == 4


def test_entities_count_the_events_they_are_a_party_of(filled: Store) -> None:
    (police,) = filled.actors(ActorFilter(name="harbour police"))
    assert (police["events"], police["statements"]) == (4, 0)
    (quill,) = filled.actors(ActorFilter(name=QUILL.name))
    assert (quill["events"], quill["statements"]) == (0, 2)


def test_a_country_that_only_suffers_is_no_actor_and_one_that_acts_is(store: Store) -> None:
    keep(store, reading(1))
    assert list(store.actors(ActorFilter(kind="country"))) == []
    keep(store, reading(2, deeds=(replace(SHELLING, actors=(Party("Velik", "iso:AF", "AFG", None),), recipients=()),)))
    assert [one["id"] for one in store.actors(ActorFilter(kind="country"))] == ["iso:AF"]


def test_what_is_read_again_takes_the_place_of_what_was(filled: Store, path: Path) -> None:
    keep(filled, reading(1, deeds=(ATTACK,)))
    found = [(one["document"][-1], one["trigger"]["text"]) for one in filled.events(EventFilter())]
    assert found == [("1", "attacked"), ("2", "attacked"), ("2", "shelled"), ("2", "beat")]
    assert filled.counts()["events"] == 4
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM parties").fetchone() == (2 + 7,)
    keep(filled, reading(1))
    assert filled.counts()["events"] == 6


def test_entries_are_the_same_whatever_the_order_of_arrival(fresh: Any) -> None:
    with fresh() as one, fresh() as other:
        keep(one, reading(1), reading(2))
        keep(other, reading(2), reading(1, deeds=DEEDS[:1]), reading(1))
        for ask in (Store.entries, lambda store: store.events(EventFilter())):
            assert list(ask(one)) == list(ask(other))  # type: ignore[operator]


def test_an_id_that_people_put_together_finds_both(filled: Store) -> None:
    police = reading(3, deeds=(BEATING,))
    other = replace(police.resolution.entities[-1], id="0" * 19 + "9", name="Harbour Constabulary")
    codings = tuple(replace(c, entity=other.id) if c.entity == POLICE.id else c for c in police.resolution.codings)
    entities = (*police.resolution.entities[:-1], other)
    keep(filled, replace(police, resolution=replace(police.resolution, entities=entities, codings=codings)))
    assert len(triggers(filled, actor=POLICE.id)) == 2
    filled.merge(POLICE.id, other.id, who="ana", because="one force")
    assert len(triggers(filled, actor=POLICE.id)) == 3


def test_the_same_seed_draws_the_same_whatever_the_order(fresh: Any) -> None:
    def drawn(store: Store, size: int, seed: int) -> list[str]:
        return [one["id"] for one in store.drawn_events(EventFilter(status="happened"), size=size, seed=seed)]

    with fresh() as one, fresh() as other:
        keep(one, reading(1), reading(2), reading(3))
        keep(other, reading(3), reading(1), reading(2))
        assert drawn(one, 4, 1) == drawn(other, 4, 1) == drawn(one, 9, 1)[:4]
        assert len(drawn(one, 9, 1)) == 6
        assert drawn(one, 9, 1) != drawn(one, 9, 2)
