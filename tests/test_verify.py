"""Verifying: a sound store passes, and each way a store can be wrong is found and named."""

import copy
import json
from dataclasses import replace

import pytest

import event_readings
from dateline import verify
from dateline.engine import Outcome
from dateline.errors import InputError, StoreError
from dateline.model import ids, wire
from dateline.model.links import Entity, Link, Mention, Reading, Resolution
from dateline.model.records import Statement
from dateline.model.text import Document, Source, Span
from dateline.stages import Capture
from dateline.store import Store

TEXT = 'Orla Venn said: "The bridge will open on Monday."'
ONE = Capture("one.txt", "plain", TEXT.encode())
TWO = Capture("two.txt", "plain", b'"No," said Orla Venn. The bridge stays shut for now, she said.')


def derive(capture):
    """A reading as a pipeline would give it, with one statement, one mention and one entity."""
    text = capture.raw.decode()
    if not text:
        raise InputError("empty")
    key = ids.document_id(text=text, outlet=None, url=None, published=None)
    document = Document(key, text, Source(), language="en")
    start = text.index("Orla")
    name, content = Span(start, start + 9), Span(0, 4)
    record = ids.record_id(key, "statement", name, content)
    entity, mention = ids.entity_id(key, "person", name), ids.mention_id(key, "person", name)
    statement = Statement(record, key, source=name, cue=None, content=(content,), form="direct", stance="says")
    links = (Link(record, "speaker", entity, "name"), Link(mention, "mention", entity, "name"))
    entities = (Entity(entity, "person", "Orla Venn", ("Orla Venn",)),)
    return Reading(document, (statement,), Resolution(entities, (Mention(mention, "person", name),), links))


def read(captures):
    """Runs captures as the engine does, without processes, the first ones last."""
    for index, capture in reversed(list(enumerate(captures))):
        try:
            yield Outcome(index, capture, derive(capture), None, 0.0)
        except InputError as fault:
            yield Outcome(index, capture, None, str(fault), 0.0)


class MemoryStore:
    """What a store shows, in memory, open to be spoilt."""

    def __init__(self, *captures):
        self.kept, self.shown = {}, {}
        for outcome in sorted(read(captures), key=lambda outcome: outcome.index):
            fresh = json.loads(wire.dumps(wire.reading(outcome.reading)))
            self.kept[fresh["document"]["id"]] = outcome.capture
            self.shown[fresh["document"]["id"]] = fresh

    def origins(self):
        yield from self.kept.items()

    def reading_of(self, key):
        return copy.deepcopy(self.shown[key])

    def put(self, capture):
        """Makes ``capture`` the one that the first document is said to come from."""
        self.kept[next(iter(self.kept))] = capture

    @property
    def first(self):
        return next(iter(self.shown.values()))


def verified(store):
    return verify.summed(verify.checks(store, read))


def flaws(store):
    return [(finding.locator, finding.flaw) for finding in verified(store).findings]


@pytest.fixture
def store():
    return MemoryStore(ONE, TWO)


def test_a_sound_store_passes_and_is_counted(store):
    assert verified(store) == verify.Verification(reports=2, records=2, anchors=6, findings=())


def test_damaged_bytes_are_found_and_the_others_checked(store):
    store.put(StoreError("the bytes captured from 'one.txt' are damaged"))
    store.shown[list(store.shown)[1]]["records"].clear()
    assert [flaw for _, flaw in flaws(store)] == ["capture", "missing"]


def test_a_report_that_is_no_longer_read_is_found(store):
    store.put(replace(ONE, raw=b""))
    (finding,) = verified(store).findings
    assert finding.flaw == "unread"
    assert finding.detail.endswith("can no longer be read from its capture: empty")


def test_a_capture_that_reads_as_another_document_is_found(store):
    store.put(replace(ONE, raw=ONE.raw + b"!"))
    assert flaws(store) == [("one.txt", "text")]


def test_a_changed_text_is_found(store):
    store.first["document"]["text"] += " "
    assert flaws(store) == [("one.txt", "text")]


def test_changed_metadata_is_found_with_the_field(store):
    store.first["document"]["title"] = "Zebra"
    (finding,) = verified(store).findings
    assert finding.detail.endswith("is stored with another title")


@pytest.mark.parametrize("part", ["records", "mentions", "entities"])
def test_an_entry_that_is_missing_is_found(store, part):
    store.first[part].clear()
    assert flaws(store) == [("one.txt", "missing")]


@pytest.mark.parametrize("part", ["records", "mentions", "entities"])
def test_an_entry_that_nothing_gives_is_found(store, part):
    store.first[part].append({**store.first[part][0], "id": "f" * 20})
    assert flaws(store) == [("one.txt", "added")]


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("records", "stance", "denies"),
        ("records", "score", 0.5),
        ("mentions", "entity", None),
        ("entities", "name", "X"),
    ],
)
def test_an_entry_that_changed_is_found_with_the_field(store, part, field, value):
    store.first[part][0][field] = value
    (finding,) = verified(store).findings
    assert finding.flaw == "changed"
    assert finding.detail.endswith(f"is stored with another {field}")


def test_a_field_too_many_is_found(store):
    store.first["records"][0]["confidence"] = 1
    assert flaws(store) == [("one.txt", "changed")]


def test_an_entry_stored_twice_is_found(store):
    store.first["records"] *= 2
    assert flaws(store) == [("one.txt", "changed")]


def test_a_bad_anchor_is_found(store):
    store.first["records"][0]["source"]["text"] = "Orla Vann"
    assert flaws(store) == [("one.txt", "anchor"), ("one.txt", "changed")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"status": "planned"}, ["is stored with another status, negated"]),
        ({"actors": (event_readings.Party("police", None, "AFG", "MIL"),)}, ["is stored with another actors"]),
        ({"trigger": "denied"}, ["is not in the store", "is in the store only"]),
    ],
)
def test_events_are_compared_with_their_parties(tmp_path, change, told):
    beating = event_readings.BEATING

    def read(captures):
        for index, capture in enumerate(captures):
            yield Outcome(index, capture, event_readings.reading(1, deeds=(replace(beating, **change),)), None, 0.0)

    with Store.open(tmp_path / "store.db") as store:
        event_readings.keep(store, event_readings.reading(1, deeds=(beating,)))
        found = verify.summed(verify.checks(store, read))
    assert (found.records, found.anchors) == (3, 10)
    assert [any(finding.detail.endswith(end) for finding in found.findings) for end in told] == [True] * len(told)
    assert len(found.findings) == len(told)
