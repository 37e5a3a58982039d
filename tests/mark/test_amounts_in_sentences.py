"""Amounts in whole sentences, with the parser's view of them: what is counted, what the sentence tells, and traps."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark.amounts import AmountMarker, taken
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.times import TimeMarker
from dateline.model.marks import Amount, Marks, Time
from dateline.model.text import Document
from dateline.vocab.load import table

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "amount_cases.toml").read_text(encoding="utf-8"))[
    "case"
]


@cache
def markers() -> tuple[PartMarker, LinguisticMarker, TimeMarker]:
    return PartMarker(table("parts")), LinguisticMarker(load_model()), TimeMarker()


@cache
def amount_marker() -> AmountMarker:
    return AmountMarker()


def read(text: str) -> tuple[Document, Marks]:
    document = Document("d", text, language="en")
    marks = Marks()
    for marker in markers():
        marks = marks.plus(marker.mark(document, marks))
    return document, marks


def amounts(text: str) -> tuple[Document, Marks, list[Amount]]:
    document, marks = read(text)
    return document, marks, list(amount_marker().mark(document, marks))


def shown(document: Document, amount: Amount) -> list[str]:
    quantity = amount.quantity
    low, high = ("" if end is None else format(end, "f") for end in (quantity.low, quantity.high))
    counted = document[amount.counted] if amount.counted else ""
    return [document[amount.span], low, high, quantity.unit or "", quantity.bound, counted]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_sentence_has_these_amounts_and_no_other(case: dict[str, Any]) -> None:
    document, _, found = amounts(case["text"])
    assert [shown(document, amount) for amount in found] == case.get("amounts", [])


PIECES = """
7,000 troops|killed|Dozens|were hurt,|one of the dams|in 2004|two days earlier|resolutions 1373 (2001)|and 1540
Ana Brandt, 45,|half a million|and a half|$5|to|12- and|14-year-old|boys|a magnitude 6.2|others|per day|%|of them
the toll rose to|children|three consecutive days|+|×|-|A/cm2|said.
"""


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([piece for line in PIECES.split("\n") for piece in line.split("|")]), min_size=1, max_size=9
    )
)
def test_amounts_keep_out_of_dates_and_of_each_other_whatever_stands_together(pieces: list[str]) -> None:
    document, marks, found = amounts(" ".join(pieces))
    dates = taken(marks.every(Time))
    for number, amount in enumerate(found):
        assert document[amount.span].strip()
        assert amount.counted is None or amount.span.covers(amount.counted)
        assert not any(date.covers(amount.span) for date in dates)
        assert number == 0 or found[number - 1].span.end <= amount.span.start


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 9, places=2))
@settings(max_examples=30, deadline=None)
def test_a_figure_is_kept_to_the_last_digit(value: Decimal) -> None:
    _, _, found = amounts(f"The fine was ${value:,}.")
    assert [amount.quantity.low for amount in found] == [value]
