"""What must never change does not, even for somebody with SQL; and decisions outlive what they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_readings import HARBOUR, kept

from dateline.errors import StoreError, UsageError
from dateline.model.text import Span
from dateline.store import Audit, Store

RECORD = HARBOUR.reading().records[2].id
AUDIT = Audit("ana", "d" * 20, "e" * 20, Span(3, 7), "actor", "wrong", {"parties": []}, "2021-03-04T12:00:00+00:00")


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file of a store with a report and a decision, open to SQL."""
    with Store.open(path) as store:
        kept(store, HARBOUR)
        store.decide(who="ana", what="confirm", subject=RECORD, payload={})
        store.audit([AUDIT])
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE captures SET packed = x'00'", "captures never change"),
        ("UPDATE captures SET locator = 'b.txt'", "captures never change"),
        ("DELETE FROM captures", "captures never go"),
        ("UPDATE documents SET text = text || '!'", "texts never change"),
        ("UPDATE documents SET id = 'x'", "texts never change"),
        ("DELETE FROM documents", "texts never go"),
        ("UPDATE records SET words = ''", "records are replaced, not changed"),
        ("UPDATE decisions SET what = 'reject'", "decisions are withdrawn once, not changed"),
        ("UPDATE decisions SET who = 'eve', withdrawn = '2021'", "decisions are withdrawn once, not changed"),
        ("UPDATE decisions SET withdrawn = NULL", "decisions are withdrawn once, not changed"),
        ("DELETE FROM decisions", "decisions never go"),
        ("UPDATE audits SET verdict = 'right'", "audits never change"),
        ("DELETE FROM audits", "audits never go"),
    ],
)
def test_sealed_rows_refuse_change(raw: sqlite3.Connection, statement: str, message: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=message):
        raw.execute(statement)


def test_a_withdrawn_decision_refuses_change(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE decisions SET withdrawn = '2021-03-04T12:00:00+00:00'")
    with pytest.raises(sqlite3.IntegrityError, match="withdrawn once"):
        raw.execute("UPDATE decisions SET withdrawn = '2022-03-04T12:00:00+00:00'")


def test_judgements_are_kept_in_order_as_they_were_given(store: Store) -> None:
    store.audit([AUDIT, replace(AUDIT, verdict="right", judged="")])
    first, second = store.audits()
    assert (first, second.verdict) == (AUDIT, "right")
    assert second.judged > "2021"


@pytest.mark.parametrize("changed", [{"verdict": "y"}, {"who": " "}, {"field": ""}])
def test_a_judgement_that_makes_no_sense_is_refused_with_all_beside_it(store: Store, changed: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="a verdict: right, wrong, unsure"):
        store.audit([AUDIT, replace(AUDIT, **changed)])
    assert list(store.audits()) == []


def test_decisions_are_kept_in_order_with_who_and_what(store: Store) -> None:
    kept(store, HARBOUR)
    first = store.decide(who="ana", what="confirm", subject=RECORD, payload={"note": "heard it"})
    second = store.decide(who="ben", what="reject", subject=RECORD, payload={})
    assert [(one.id, one.who, one.what, one.subject, one.payload, one.withdrawn) for one in store.decisions()] == [
        (first, "ana", "confirm", RECORD, {"note": "heard it"}, None),
        (second, "ben", "reject", RECORD, {}, None),
    ]


def test_a_withdrawn_decision_stays_in_the_log(store: Store) -> None:
    kept(store, HARBOUR)
    store.withdraw(store.decide(who="ana", what="confirm", subject=RECORD, payload={}))
    (one,) = store.decisions()
    assert one.withdrawn is not None
    assert one.withdrawn >= one.decided


def test_a_decision_is_withdrawn_once(store: Store) -> None:
    kept(store, HARBOUR)
    decision = store.decide(who="ana", what="confirm", subject=RECORD, payload={})
    store.withdraw(decision)
    with pytest.raises(UsageError, match=f"decision {decision} was withdrawn already"):
        store.withdraw(decision)


def test_decisions_survive_replacement(store: Store) -> None:
    kept(store, HARBOUR)
    store.decide(who="ana", what="confirm", subject=RECORD, payload={})
    before = list(store.decisions())
    kept(store, replace(HARBOUR, said=()), replace(HARBOUR, score=0.9))
    assert list(store.decisions()) == before
    assert [one["id"] for one in store.entries() if one["kind"] == "statement"].count(RECORD) == 1


def test_a_decision_about_nothing_in_the_store_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match=r"no record or entity 'r7'"):
        store.decide(who="ana", what="confirm", subject="r7", payload={})
    with pytest.raises(UsageError, match=r"no decision 7"):
        store.withdraw(7)


def test_a_decision_needs_somebody(store: Store) -> None:
    kept(store, HARBOUR)
    with pytest.raises(UsageError, match="needs somebody"):
        store.decide(who=" ", what="confirm", subject=RECORD, payload={})


@pytest.mark.parametrize("change", ["packed = x'00'", "packed = x'789c030000000001'"])
def test_damaged_bytes_of_a_capture_are_noticed(raw: sqlite3.Connection, path: Path, change: str) -> None:
    raw.execute("DROP TRIGGER captures_sealed")
    raw.execute(f"UPDATE captures SET {change}")
    raw.commit()
    with Store.open(path) as store, pytest.raises(StoreError, match=r"'reports/harbour.txt' are damaged"):
        list(store.captures())


def test_damaged_bytes_do_not_hide_the_other_origins(raw: sqlite3.Connection, path: Path) -> None:
    other = replace(HARBOUR, text="Another text.", said=(), locator="reports/other.txt")
    with Store.open(path) as store:
        kept(store, other)
    raw.execute("DROP TRIGGER captures_sealed")
    raw.execute("UPDATE captures SET packed = x'00' WHERE locator = 'reports/harbour.txt'")
    raw.commit()
    with Store.open(path) as store:
        origins = dict(store.origins())
    assert origins[other.document().id] == other.capture()
    assert isinstance(origins[HARBOUR.document().id], StoreError)
