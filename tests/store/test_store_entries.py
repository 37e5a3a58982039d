"""The export's order, and entities that several documents share."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from store_readings import HARBOUR, Report, any_entity, kept, numbered

from dateline.model import wire
from dateline.model.links import Entity
from dateline.store import Store
from dateline.store.entries import merged


def _velik(*names: str, locator: str = "a.txt", country: str | None = None) -> Report:
    entity = Entity("iso:VK", "country", names[0], names, (("iso2", "VK"),), country)
    return Report(f"In {locator}: {names[0]}.", entities=(entity,), locator=locator)


def _kinds(entries: list[wire.Wire]) -> list[str]:
    return ["entity" if "names" in one else "mention" if "span" in one else one["kind"] for one in entries]


def test_documents_come_first_then_records_mentions_and_entities(store: Store) -> None:
    kept(store, HARBOUR, *numbered(1))
    expected = ["document"] * 2 + ["statement"] * 4 + ["mention"] * 3 + ["entity"] * 2
    assert _kinds(list(store.entries())) == expected


def test_records_are_ordered_by_document_and_place(store: Store) -> None:
    reports = [replace(one, said=(*one.said, *one.said)) for one in numbered(3)]
    kept(store, replace(HARBOUR, said=HARBOUR.said[::-1]), *reports)
    places = [
        (one["document"], min(span["start"] for span in (one["source"], one["cue"], *one["content"])), one["id"])
        for one in store.entries()
        if one["kind"] == "statement"
    ]
    assert places == sorted(places)


def test_mentions_are_ordered_by_document_and_place(store: Store) -> None:
    kept(store, replace(HARBOUR, entities=HARBOUR.entities[::-1]), *numbered(3))
    places = [(one["document"], one["span"]["start"]) for one in store.entries() if "span" in one]
    assert len(places) == 5
    assert places == sorted(places)


def test_an_entity_that_documents_share_is_exported_once(store: Store) -> None:
    kept(store, _velik("Velik", "the Republic"), _velik("Velik", "the Republic", locator="b.txt"))
    shared = [one for one in store.entries() if "names" in one]
    assert shared == [wire.entity(Entity("iso:VK", "country", "Velik", ("Velik", "the Republic"), (("iso2", "VK"),)))]


def test_names_of_a_shared_entity_are_joined(store: Store) -> None:
    kept(store, _velik("Velik", country="VK"), _velik("Velik Republic", "Velik", locator="b.txt"))
    (shared,) = (one for one in store.entries() if "names" in one)
    assert (shared["name"], shared["names"], shared["country"]) == ("Velik Republic", ["Velik", "Velik Republic"], "VK")


def test_a_document_keeps_its_own_names_of_a_shared_entity(store: Store) -> None:
    report = _velik("Velik")
    kept(store, report, _velik("Velik Republic", "Velik", locator="b.txt"))
    assert store.reading_of("a.txt") == wire.reading(report.reading())


@given(st.lists(any_entity().map(lambda one: wire.dumps(wire.entity(one))), min_size=1, max_size=5), st.randoms())
def test_merging_does_not_depend_on_order(packed: list[str], random: object) -> None:
    shuffled = list(packed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert wire.dumps(merged(packed)) == wire.dumps(merged(shuffled))


def test_statements_kept_while_exporting_do_not_show(store: Store) -> None:
    kept(store, *numbered(3))
    entries = store.entries()
    first = next(entries)
    kept(store, HARBOUR)
    assert len(_kinds([first, *entries])) == 3 + 3 + 3 + 1  # documents, statements, mentions, an entity
