"""CSV export: fixed columns, one row an entry, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.export import KINDS, exporter
from dateline.export.csv import COLUMNS, guarded

TEXT = "The minister said on Friday it was = 2, and no more."


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def statement(**changed: Any) -> dict[str, Any]:
    return {
        "kind": "statement",
        "id": "s1",
        "document": "d1",
        "form": "indirect",
        "stance": "says",
        "negated": False,
        "commitment": "said",
        "distance": [span("said")],
        "source": span("The minister"),
        "cue": span("said"),
        "content": [span("it was = 2"), span("no more")],
        "speaker": "e1",
        "addressee": None,
        "setting": None,
        "place": None,
        "occasion": None,
        "date": {"first": "2017-04-07", "last": None, "basis": "relative", "span": span("on Friday")},
        "continues": None,
        "within": None,
        "score": 1.0,
        "why": "clause",
        "by": "statements/1",
        **changed,
    }


MENTION: dict[str, Any] = {
    "kind": "amount",
    "id": "m1",
    "document": "d1",
    "span": span("2"),
    "entity": None,
    "quantity": {"low": "-2", "high": None, "unit": "C", "counted": None, "bound": "at_least", "span": span("2")},
}


def rows(kind: str, *entries: dict[str, Any]) -> list[dict[str, str]]:
    out = io.StringIO()
    count = exporter("csv", kind).export(iter(entries), out)
    found = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert count == len(found)
    return found


def test_a_statement_becomes_one_row_with_its_words_and_places() -> None:
    (row,) = rows("statement", statement())
    assert row["source"] == "The minister"
    assert (row["source_start"], row["source_end"]) == ("0", "12")
    assert row["content"] == "it was = 2 | no more"
    assert row["content_spans"] == "28:38 | 44:51"
    assert (row["date"], row["date_last"], row["date_basis"]) == ("2017-04-07", "", "relative")


def test_what_is_null_is_an_empty_cell() -> None:
    (row,) = rows("statement", statement(source=None, cue=None, speaker=None, date=None))
    assert {row[name] for name in ("source", "source_start", "cue", "cue_end", "speaker", "date")} == {""}


def test_only_the_kind_asked_for_is_written() -> None:
    assert [row["id"] for row in rows("mention", statement(), MENTION)] == ["m1"]


def test_a_negative_quantity_stays_a_number() -> None:
    assert rows("mention", MENTION)[0]["low"] == "-2"


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_are_written_even_without_rows(kind: str) -> None:
    out = io.StringIO()
    exporter("csv", kind).export(iter(()), out)
    assert out.getvalue() == ",".join(COLUMNS[kind]) + "\r\n"


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_cell_that_would_run_as_a_formula_is_neutralised(words: str) -> None:
    (row,) = rows("statement", statement(content=[{"start": 0, "end": len(words), "text": words}]))
    assert row["content"] == "'" + words


@given(st.text())
def test_no_guarded_text_begins_a_formula(text: str) -> None:
    shown = guarded(text)
    assert shown == text or shown == "'" + text
    if shown[:1] in ("=", "@", "\t", "\r"):
        pytest.fail(f"{shown!r} would run")


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")))
def test_any_words_come_back_from_the_cell(words: str) -> None:
    (row,) = rows("statement", statement(content=[{"start": 0, "end": 1, "text": words}]))
    assert row["content"] in (words, "'" + words)


def test_a_csv_of_every_kind_at_once_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"one kind of entry, not 'all'. Choices: statement, event, document"):
        exporter("csv", "all")


def test_an_unknown_format_is_answered_with_the_choices() -> None:
    with pytest.raises(
        UsageError, match=r"no export format 'jsnl'. Choices: csv, icews-tsv, jsonl, .* Did you mean 'jsonl'\?"
    ):
        exporter("jsnl", "all")


def test_an_unknown_kind_is_answered_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"no kind of entry 'statements'. .* Did you mean 'statement'\?"):
        exporter("csv", "statements")
