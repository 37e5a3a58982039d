"""Decisions about who is one: they change the listing, survive a new reading, and can be taken back."""

from __future__ import annotations

import pytest
from store_readings import Report, kept

from dateline.errors import UsageError
from dateline.model.links import Entity, Link, Reading
from dateline.stages import Capture
from dateline.store import ActorFilter, Store

CSTO = Entity("actor:csto", "organisation", "CSTO", ("CSTO",))


def reading(number: int, name: str, same: str | None = None, *others: Entity) -> Reading:
    """A report with one person of that name, found to be the same as ``same``."""
    person = Entity(f"{number:020x}", "person", name, (name,))
    made = Report(f"{number} {name} spoke to CSTO.", entities=(person, *others), title=f"Report {number}").reading()
    links = made.resolution.links
    found = links if same is None else (*links, Link(person.id, "same", same, "same name"))
    return Reading(
        made.document, made.records, type(made.resolution)(made.resolution.entities, made.resolution.mentions, found)
    )


def keep(store: Store, *given: Reading) -> None:
    run = kept(store)
    for one in given:
        store.keep(Capture(f"{one.document.title}.txt", "plain", one.document.text.encode()), one, run)


@pytest.fixture
def filled(store: Store) -> Store:
    keep(
        store,
        reading(0xAAAA1, "Marta Kolvén", "same:marta"),
        reading(0xAAAA2, "Marta Kolvén", "same:marta"),
        reading(0xAAAA3, "M. Kolven", None, CSTO),
    )
    return store


def listed(store: Store) -> dict[str, int]:
    return {one["id"]: one["reports"] for one in store.actors(ActorFilter())}


ONE, THREE = (f"{number:020x}" for number in (0xAAAA1, 0xAAAA3))
BEFORE = {"same:marta": 2, THREE: 1, "actor:csto": 1}


def test_what_was_found_to_be_the_same_is_listed_once(filled: Store) -> None:
    assert listed(filled) == BEFORE


def test_a_merge_puts_two_together_and_can_be_undone(filled: Store) -> None:
    number = filled.merge("Marta Kolvén", "M. Kolven", who="ana", because="same office")
    assert listed(filled) == {"same:marta": 3, "actor:csto": 1}
    filled.withdraw(number)
    assert listed(filled) == BEFORE


def test_a_split_takes_the_entity_of_one_report_out_and_can_be_undone(filled: Store) -> None:
    number = filled.split(ONE, who="ana", because="the mayor")
    assert listed(filled) == {"same:marta": 1, ONE: 1, THREE: 1, "actor:csto": 1}
    filled.withdraw(number)
    assert listed(filled) == BEFORE


def test_what_was_split_off_can_be_put_elsewhere(filled: Store) -> None:
    filled.split(ONE, who="ana", because="another")
    filled.merge(ONE, THREE, who="ana", because="this one")
    assert listed(filled) == {"same:marta": 1, ONE: 2, "actor:csto": 1}


def test_merges_hang_together_and_come_apart_one_by_one(filled: Store) -> None:
    first = filled.merge("same:marta", THREE, who="ana", because="a")
    filled.merge(THREE, "actor:csto", who="ana", because="b")
    assert listed(filled) == {"actor:csto": 3}
    filled.withdraw(first)
    assert listed(filled) == {"same:marta": 2, "actor:csto": 1}


def test_decisions_hold_when_a_report_is_read_anew(filled: Store) -> None:
    filled.split(ONE, who="ana", because="the mayor")
    filled.merge(THREE, "actor:csto", who="ana", because="b")
    before = listed(filled)
    keep(filled, reading(0xAAAA1, "Marta Kolvén", "same:other"), reading(0xAAAA3, "M. Kolven", None, CSTO))
    assert listed(filled) == before


def test_an_entity_is_named_by_a_name_in_a_report(filled: Store) -> None:
    filled.split("Marta Kolvén", who="ana", because="x", report="Report 699041.txt")
    assert listed(filled) == {"same:marta": 1, ONE: 1, THREE: 1, "actor:csto": 1}


def test_the_log_says_what_was_decided_and_why(filled: Store) -> None:
    filled.merge("Marta Kolvén", "M. Kolven", who="ana", because="same office")
    (one,) = filled.decisions()
    assert (one.who, one.what, one.subject, one.payload["with"]) == ("ana", "merge", "same:marta", THREE)
    assert (one.payload["names"], one.payload["because"]) == (["Marta Kolvén", "M. Kolven"], "same office")


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("Marta Kolvén", "nobody", "there is no entity 'nobody' in this store"),
        ("Marta Kolvén", ONE, "are one already: same:marta"),
        ("Kolven", "actor:csto", r"'Kolven' names 2: .*Say which by its id"),
    ],
)
def test_a_merge_that_cannot_be_is_told(one: str, other: str, message: str, filled: Store) -> None:
    with pytest.raises(UsageError, match=message):
        filled.merge(one, other, who="ana", because="x")
    assert list(filled.decisions()) == []


def test_a_split_that_cannot_be_is_told_with_what_to_do(filled: Store) -> None:
    def refused(entity: str, message: str) -> None:
        with pytest.raises(UsageError, match=message):
            filled.split(entity, who="ana", because="x")

    refused("Marta Kolvén", r"'Marta Kolvén' names 2: .* \(Marta Kolvén, in Report 699041\)")
    refused("actor:csto", "has this id in every report")
    refused(THREE, "was put together with no other")
    number = filled.merge(THREE, "actor:csto", who="ana", because="x")
    refused(THREE, f"by decision {number}: 'dateline undo {number}'")
    filled.split(ONE, who="ana", because="x")
    refused(ONE, "was taken out already")
