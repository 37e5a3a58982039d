"""A store of an earlier version is brought up to date: filled as if it had been made by this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import older_store
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_readings import HARBOUR, PRODUCERS, Report, dates, kept, readings

import event_readings
from dateline.model.links import Entity, Reading
from dateline.stages import Capture
from dateline.store import ActorFilter, EventFilter, PlaceFilter, Store
from dateline.store.migrations.versions import v0002_where_when_who_how_much as step


def keep(path: Path, *given: Reading) -> None:
    with Store.open(path) as store:
        run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
        for number, reading in enumerate(given):
            store.keep(Capture(f"{number}.txt", "plain", reading.document.text.encode()), reading, run)


@settings(max_examples=30)
@given(st.lists(readings(), max_size=3))
def test_an_upgraded_store_has_the_rows_of_a_fresh_one(
    tmp_path_factory: pytest.TempPathFactory, given: list[Reading]
) -> None:
    folder = tmp_path_factory.mktemp("upgrade")
    newer, older = folder / "newer.db", folder / "older.db"
    keep(newer, *given)
    older_store.made(older, "dateline_0001")
    older_store.copied(newer, older)
    Store.open(older).close()
    assert older_store.rows(older) == older_store.rows(newer, without=())


@pytest.fixture
def upgraded(path: Path, tmp_path: Path) -> Path:
    """A store that the first version filled and this one opened."""
    with Store.open(path) as store:
        kept(store, HARBOUR, Report("Velik waits.", entities=(Entity("e-2", "group", "Velik dockers"),)))
        store.decide(who="ana", what="confirm", subject=HARBOUR.reading().records[0].id, payload={})
    older = tmp_path / "older.db"
    older_store.made(older, "dateline_0001")
    older_store.copied(path, older, without=older_store.NEW_FIELDS)
    Store.open(older).close()
    return older


def test_a_store_of_the_second_version_takes_events_and_judgements(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        kept(store, HARBOUR)
    older = tmp_path / "second.db"
    older_store.made(older, "dateline_0002")
    older_store.copied(path, older)
    with Store.open(older) as store:
        assert (store.counts()["statements"], store.counts()["events"]) == (3, 0)
        assert list(store.events(EventFilter())) == list(store.audits()) == []
        event_readings.keep(store, event_readings.reading(1))
        assert store.counts()["events"] == 3
        assert [one["events"] for one in store.actors(ActorFilter(name="harbour police"))] == [2]
    assert older_store.rows(older)["decisions"] == []


def test_wire_forms_without_the_new_fields_fill_their_columns(upgraded: Path, path: Path) -> None:
    assert older_store.rows(upgraded) == older_store.rows(path, without=older_store.NEW_FIELDS)


def test_an_upgraded_store_is_listed_exported_and_written_to(upgraded: Path, path: Path) -> None:
    with Store.open(upgraded) as old, Store.open(path) as new:
        for one in (PlaceFilter(), PlaceFilter(name="velik")):
            assert list(old.places(one)) == list(new.places(one))
        assert list(old.actors(ActorFilter())) == list(new.actors(ActorFilter()))
        assert len(list(old.entries())) == len(list(new.entries()))
        kept(old, HARBOUR)
        kept(new, HARBOUR)
        assert list(old.place_mentions(PlaceFilter())) == list(new.place_mentions(PlaceFilter()))


def test_decisions_go_on_and_stay_sealed(upgraded: Path) -> None:
    with Store.open(upgraded) as store:
        (one,) = store.decisions()
        assert (one.who, one.subject) == ("ana", HARBOUR.reading().records[0].id)
    with closing(sqlite3.connect(upgraded)) as raw, pytest.raises(sqlite3.IntegrityError, match="withdrawn once"):
        raw.execute("UPDATE decisions SET subject = 'x'")


def test_what_makes_a_store_is_the_same_after_an_upgrade(upgraded: Path, path: Path) -> None:
    def made(file: Path) -> set[tuple[str, str]]:
        with closing(sqlite3.connect(file)) as raw:
            return set(raw.execute("SELECT type, name FROM sqlite_master"))

    assert made(upgraded) == made(path)


@given(dates())
def test_the_step_tells_the_days_of_a_date_as_the_model_does(date: object) -> None:
    first, last = date.first, date.last or date.first  # type: ignore[attr-defined]
    told = (step._first_day(first), step._last_day(last))
    assert told == (date.earliest.isoformat(), date.latest.isoformat())  # type: ignore[attr-defined]
