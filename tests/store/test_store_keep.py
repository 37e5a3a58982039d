"""What goes into the store comes out the same, once, whatever the order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_readings import HARBOUR, MARTA, PRODUCERS, Report, Said, exported, kept, numbered, readings

from dateline.errors import InputError, StoreError, UsageError
from dateline.model import wire
from dateline.model.links import Reading
from dateline.model.text import Document
from dateline.stages import Capture
from dateline.store import Store

Fresh = Callable[[], Store]


@settings(max_examples=40)
@given(readings())
def test_a_reading_comes_back_byte_for_byte(fresh: Fresh, reading: Reading) -> None:
    with fresh() as store:
        run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
        store.keep(Capture("a.txt", "plain", reading.document.text.encode()), reading, run)
        assert wire.dumps(store.reading_of(reading.document.id)) == wire.dumps(wire.reading(reading))


@settings(max_examples=40)
@given(readings())
def test_entries_are_those_of_the_wire_form(fresh: Fresh, reading: Reading) -> None:
    with fresh() as store:
        run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
        store.keep(Capture("a.txt", "plain", reading.document.text.encode()), reading, run)
        stored = [wire.dumps(entry) for entry in store.entries()]
    expected = [*wire.records(reading), *wire.mentions(reading)]
    assert stored[0] == wire.dumps({"kind": "document", **wire.document(reading.document)})
    assert sorted(stored[1 : 1 + len(expected)]) == sorted(map(wire.dumps, expected))


@settings(max_examples=25)
@given(st.permutations(numbered(6)))
def test_the_order_of_saving_does_not_show_in_the_export(fresh: Fresh, reports: list[Report]) -> None:
    with fresh() as one, fresh() as other:
        kept(one, *numbered(6))
        kept(other, *reports)
        assert exported(one) == exported(other)


@given(
    st.permutations(
        [replace(HARBOUR, locator=f"{n}.txt", title=title) for n, title in enumerate(["b", None, "a", "a"])]
    )
)
def test_captures_of_one_document_show_the_same_metadata_in_any_order(fresh: Fresh, reports: list[Report]) -> None:
    with fresh() as store:
        kept(store, *reports)
        assert [row.title for row in store.reports()] == ["a"] * 4
        assert store.counts()["documents"] == 1


@given(st.permutations([("en", HARBOUR.said), ("ru", ()), ("de", HARBOUR.said[:1])]))
def test_records_are_those_of_the_reading_that_is_shown(
    fresh: Fresh, variants: list[tuple[str, tuple[Said, ...]]]
) -> None:
    with fresh() as store:
        kept(store, *(replace(HARBOUR, locator=f"{lang}.txt", language=lang, said=said) for lang, said in variants))
        shown = store.reading_of("en.txt")
        assert (shown["document"]["language"], len(shown["records"])) == ("de", 1)


def test_saving_twice_changes_nothing(store: Store) -> None:
    kept(store, *numbered(3), HARBOUR)
    before, counts = exported(store), store.counts()
    kept(store, *numbered(3), HARBOUR)
    assert (exported(store), store.counts()) == (before, counts)


def test_same_bytes_with_newer_producers_replace_the_records(store: Store) -> None:
    kept(store, HARBOUR)
    newer = replace(HARBOUR, said=HARBOUR.said[:2], entities=(MARTA,))
    kept(store, newer, producers={**PRODUCERS, "statements": "2"})
    assert store.reading_of("harbour.txt") == wire.reading(newer.reading())


def test_same_bytes_with_newer_metadata_replace_the_older(store: Store) -> None:
    kept(store, replace(HARBOUR, title="A"))
    kept(store, replace(HARBOUR, title="Z"))
    assert [row.title for row in store.reports()] == ["Z"]


def test_replaced_statements_are_found_no_more(store: Store) -> None:
    kept(store, HARBOUR)
    kept(store, replace(HARBOUR, said=HARBOUR.said[:1]))
    assert [hit.kind for hit in store.find("talks")] == ["report"]


def test_changed_bytes_keep_the_earlier_document(store: Store) -> None:
    kept(store, HARBOUR)
    changed = replace(HARBOUR, text=HARBOUR.text + "\nCorrection: the strike is over.")
    kept(store, changed)
    assert store.reading_of(HARBOUR.locator) == wire.reading(changed.reading())
    assert store.reading_of(HARBOUR.document().id) == wire.reading(HARBOUR.reading())


def test_same_bytes_read_as_another_text_leave_no_second_document(store: Store) -> None:
    raw = b"<p>The port of Velik stays open."
    first = Report("The port", raw=raw, media="html", locator="a.html")
    second = replace(first, text="The port of Velik stays open.")
    kept(store, first)
    kept(store, second)
    assert [entry["text"] for entry in store.entries()] == [second.text]
    assert [hit.document for hit in store.find("port")] == [second.document().id]


def test_a_text_that_is_read_again_comes_back_into_view(store: Store) -> None:
    raw = b"<p>The port of Velik stays open."
    first = Report("The port", raw=raw, media="html", locator="a.html")
    for report in (first, replace(first, text="The port of Velik stays open."), first):
        kept(store, report)
    assert [hit.document for hit in store.find("port")] == [first.document().id]


def test_one_of_two_captures_read_as_another_text_leaves_the_other_in_view(store: Store) -> None:
    one, two = (replace(HARBOUR, locator=name, raw=name.encode()) for name in ("a.html", "b.html"))
    kept(store, one, two, replace(one, text="Something else.", said=()))
    assert store.counts()["documents"] == 2
    assert store.reading_of("b.html") == wire.reading(two.reading())


def test_a_document_id_with_another_text_is_refused(store: Store) -> None:
    run = kept(store, HARBOUR)
    forged = Reading(Document(HARBOUR.document().id, "Another text."))
    with pytest.raises(StoreError, match="texts never change"):
        store.keep(Capture("forged.txt", "plain", b"Another text."), forged, run)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_a_text_that_cannot_be_stored_is_an_input_error(store: Store, text: str) -> None:
    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    with pytest.raises(InputError, match="NUL or a lone surrogate"):
        store.keep(Capture("a.txt", "plain", b"a"), Reading(Document("d1", text)), run)
    assert store.counts()["reports"] == 0


def test_a_language_without_extractor_is_kept_and_found(store: Store) -> None:
    kept(store, Report("Порт открыт.", language="ru", issues=("no extractor for ru",), locator="ru.txt"))
    (row,) = store.reports("kept")
    assert (row.reason, row.language, row.statements) == ("no extractor for ru", "ru", 0)
    assert [hit.snippet for hit in store.find("порт")] == ["Порт открыт."]


def test_a_refused_report_is_listed_with_its_reason_and_its_bytes(store: Store) -> None:
    capture = Capture("bad.txt", "plain", b"\xff\xfe\x00")
    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    store.refuse("bad.txt", "not text", run, capture)
    store.refuse("gone.txt", "no such file", run)
    assert [(row.locator, row.reason) for row in store.reports("failed")] == [
        ("bad.txt", "not text"),
        ("gone.txt", "no such file"),
    ]
    assert list(store.captures("failed")) == [capture]


def test_a_report_that_fails_later_stays_readable(store: Store) -> None:
    run = kept(store, HARBOUR)
    store.refuse(HARBOUR.locator, "took longer than 60 s", run, HARBOUR.capture())
    (row,) = store.reports("failed")
    assert row.document == HARBOUR.document().id
    assert store.reading_of(HARBOUR.locator) == wire.reading(HARBOUR.reading())


def test_a_retried_report_is_done(store: Store) -> None:
    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    store.refuse(HARBOUR.locator, "took longer than 60 s", run, HARBOUR.capture())
    kept(store, HARBOUR)
    assert [(row.state, row.reason) for row in store.reports()] == [("done", None)]


@pytest.mark.parametrize(
    ("change", "producers"),
    [
        ({}, {**PRODUCERS, "statements": "2"}),
        ({"raw": b"other"}, PRODUCERS),
        ({"published": "2021-03-05"}, PRODUCERS),
        ({"locator": "other.txt"}, PRODUCERS),
        ({"media": "html"}, PRODUCERS),
    ],
)
def test_what_differs_is_not_known(store: Store, change: dict[str, object], producers: dict[str, str]) -> None:
    kept(store, HARBOUR)
    assert store.known(HARBOUR.capture(), PRODUCERS)
    assert not store.known(replace(HARBOUR, **change).capture(), producers)


def test_a_failed_report_is_not_known(store: Store) -> None:
    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    store.refuse(HARBOUR.locator, "took longer than 60 s", run, HARBOUR.capture())
    assert not store.known(HARBOUR.capture(), PRODUCERS)


def test_a_file_name_that_is_not_utf8_is_stored(store: Store) -> None:
    report = replace(HARBOUR, locator="caf\udce9.txt")
    kept(store, report)
    assert [row.locator for row in store.reports()] == ["caf\\xe9.txt"]
    assert store.known(report.capture(), PRODUCERS)
    assert store.reading_of("caf\udce9.txt") == wire.reading(report.reading())


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_captured_bytes_come_back(fresh: Fresh, raw: bytes) -> None:
    capture = Capture("a.txt", "plain", raw, "2021-03")
    with fresh() as store:
        store.keep(capture, HARBOUR.reading(), store.begin_run(command="read", settings={}, producers=PRODUCERS))
        assert list(store.captures()) == [capture]
        assert list(store.origins()) == [(HARBOUR.document().id, capture)]


def test_origins_hold_the_captures_of_earlier_bytes_too(store: Store) -> None:
    changed = replace(HARBOUR, text=HARBOUR.text + " More.")
    kept(store, HARBOUR, changed)
    assert dict(store.origins()) == {one.document().id: one.capture() for one in (HARBOUR, changed)}
    assert list(store.captures()) == [changed.capture()]


def test_seconds_are_recorded(store: Store) -> None:
    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    store.keep(HARBOUR.capture(), HARBOUR.reading(), run, seconds=0.25)
    assert [row.seconds for row in store.reports()] == [0.25]


def test_counts(store: Store) -> None:
    run = kept(store, HARBOUR, *numbered(2))
    store.refuse("bad.txt", "not text", run)
    assert store.counts() == {
        "reports": 4,
        "done": 3,
        "failed": 1,
        "kept": 0,
        "documents": 3,
        "statements": 5,
        "events": 0,
    }


def test_an_unknown_state_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match=r"no state 'don'. Choices: done, failed, kept. Did you mean 'done'\?"):
        store.reports("don")


def test_runs_are_recorded_with_settings_and_producers(store: Store) -> None:
    run = store.begin_run(command="read", settings={"workers": 2}, producers=PRODUCERS)
    store.begin_run(command="retry", settings={}, producers=PRODUCERS)
    store.finish_run(run, "done")
    first, second = store.runs()
    assert (first.id, first.command, first.state, first.settings) == (run, "read", "done", {"workers": 2})
    assert first.producers == PRODUCERS
    assert first.finished is not None
    assert (second.state, second.finished) == ("running", None)


def test_finishing_a_run_that_is_not_there_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match=r"no run 7"):
        store.finish_run(7, "done")
