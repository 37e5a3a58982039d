"""A report is named by its id, the beginning of it, or where it was read from."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from store_readings import HARBOUR, Report, kept, numbered

from dateline.errors import UsageError
from dateline.model import wire
from dateline.store import Store

ID = HARBOUR.document().id


@pytest.mark.parametrize(
    "key",
    [ID, ID[:4], ID[:12], "reports/harbour.txt", "./reports/harbour.txt", "reports/x/../harbour.txt", "harbour.txt"],
)
def test_a_key_finds_its_report(store: Store, key: str) -> None:
    kept(store, HARBOUR, *numbered(2))
    assert store.reading_of(key) == wire.reading(HARBOUR.reading())


def test_a_path_finds_a_report_read_by_its_absolute_path(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, replace(HARBOUR, locator=str(tmp_path / "reports" / "harbour.txt")))
    monkeypatch.chdir(tmp_path)
    assert store.reading_of("./reports/harbour.txt")["document"]["id"] == ID


def test_a_file_of_one_line_is_named_without_the_line(store: Store) -> None:
    kept(store, replace(HARBOUR, locator="wire.jsonl#1"))
    assert store.reading_of("wire.jsonl")["document"]["id"] == ID


def test_a_file_of_several_reports_asks_which(store: Store) -> None:
    kept(store, *(replace(one, locator=f"wire.jsonl#{n}") for n, one in enumerate(numbered(7), 1)))
    with pytest.raises(UsageError, match=r"'wire.jsonl' names 7 reports: wire.jsonl#1, .* and 2 more. Say which"):
        store.reading_of("wire.jsonl")


def test_the_end_of_a_path_must_start_at_a_folder(store: Store) -> None:
    kept(store, HARBOUR)
    with pytest.raises(UsageError, match=r"no report 'bour.txt'"):
        store.reading_of("bour.txt")


def test_a_beginning_shared_by_two_ids_asks_which(store: Store) -> None:
    seen: dict[str, Report] = {}
    for number in itertools.count():
        report = Report(f"Text {number}.", locator=f"{number}.txt")
        other = seen.setdefault(report.document().id[:4], report)
        if other is not report:
            break
    kept(store, report, other)
    with pytest.raises(UsageError, match=r"names 2 reports: .*Say which"):
        store.reading_of(report.document().id[:4])


def test_less_than_four_characters_are_no_beginning_of_an_id(store: Store) -> None:
    kept(store, HARBOUR)
    with pytest.raises(UsageError, match=f"no report '{ID[:3]}' in this store"):
        store.reading_of(ID[:3])


def test_a_report_that_could_not_be_read_says_why(store: Store) -> None:
    run = store.begin_run(command="read", settings={}, producers={})
    store.refuse("bad.txt", "it holds no text", run)
    with pytest.raises(UsageError, match=r"'bad.txt' could not be read: it holds no text"):
        store.reading_of("bad.txt")


def test_two_locators_of_one_document_are_one_report(store: Store) -> None:
    kept(store, HARBOUR, replace(HARBOUR, locator="copies/harbour.txt"))
    assert store.reading_of("harbour.txt")["document"]["id"] == ID
