"""How an event looks: what is told of its parties and figures, and where its words are marked."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.cli.happening import figure, in_sentence, named_as, reported_by, what_happened
from event_readings import TEXT, told


def quantity(**given: Any) -> dict[str, Any]:
    return {"low": None, "high": None, "unit": "person", "bound": "exactly", **given}


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        ({"name": "killed", "quantity": quantity(low="3", bound="at_least")}, "at least 3 killed"),
        ({"name": "wounded", "quantity": quantity(low="10", high="20", bound="range")}, "10 to 20 wounded"),
        ({"name": "troops", "quantity": quantity(low="7000", high="7000", bound="about")}, "about 7,000 troops"),
        ({"name": "money", "quantity": quantity(low="5000000", high="5000000", unit="USD")}, "5,000,000 USD (money)"),
        ({"name": "weapons", "quantity": quantity(low="12", high="12", unit=None)}, "12 weapons"),
    ],
)
def test_a_figure_tells_how_many_of_what(one: dict[str, Any], shown: str) -> None:
    assert figure(one) == shown


@pytest.mark.parametrize(
    ("words", "name", "shown"),
    [
        ("Mayor Ada Quill", "Ada Quill", "Mayor Ada Quill"),
        ("she", "Ada Quill", "she = Ada Quill"),
        ("protesters", None, "protesters"),
    ],
)
def test_a_name_stands_beside_words_that_do_not_hold_it(words: str, name: str | None, shown: str) -> None:
    names = {} if name is None else {"e": name}
    assert named_as({"span": {"text": words}, "entity": "e"}, names) == shown


def test_nobody_named_is_said() -> None:
    (entry, *_) = told()
    assert "nobody named -> police post" in what_happened({**entry, "actors": []}, {})
    assert "Gunmen (AFG UAF) · in" in what_happened({**entry, "recipients": []}, {})


def test_who_reports_it_is_told_from_the_inside_out() -> None:
    assert reported_by({"chain": ["a guard", "the ministry"], "outlet": "X"}) == (
        "reported by a guard, through the ministry"
    )
    assert reported_by({"chain": [], "outlet": None}) == "in the report's own voice"


def test_the_trigger_and_other_tellings_are_marked_in_the_sentence() -> None:
    (entry, *_) = told()
    told_again = {"start": TEXT.index("killing"), "end": TEXT.index("killing") + 7, "text": "killing"}
    far_off = {"start": TEXT.index("calm"), "end": TEXT.index("calm") + 4, "text": "calm"}
    snippet, marks = in_sentence({**entry, "evidence": [told_again, far_off]})
    assert [snippet[start:end] for start, end in marks] == ["attacked", "killing"]


def test_a_long_sentence_is_cut_around_the_trigger() -> None:
    text = "a " * 500 + "attacked" + " b" * 500
    sentence = {"start": 100, "end": 100 + len(text), "text": text}
    trigger = {"start": 1100, "end": 1108, "text": "attacked"}
    snippet, marks = in_sentence({"sentence": sentence, "trigger": trigger, "evidence": []})
    assert [snippet[start:end] for start, end in marks] == ["attacked"]
    assert (snippet[0], snippet[-1]) == ("…", "…")
    assert len(snippet) < 420
