"""How a statement is told on the screen: whether it was said, the occasion, through whom it comes."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.cli.report import beside, how, show_statements
from dateline.cli.screen import Screen


def span(words: str) -> dict[str, Any]:
    return {"start": 0, "end": len(words), "text": words}


def statement(key: str = "s", **changed: Any) -> dict[str, Any]:
    return {
        "kind": "statement",
        "id": key,
        "form": "indirect",
        "stance": "says",
        "negated": False,
        "commitment": "said",
        "distance": [],
        "source": span("the mayor"),
        "content": [span("it rains")],
        "speaker": None,
        "addressee": None,
        "setting": None,
        "place": None,
        "within": None,
        **changed,
    }


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "says, indirect"),
        ({"negated": True, "commitment": "not_said"}, "says (not said), indirect"),
        ({"stance": "doubts", "negated": True}, "doubts (negated), indirect"),
        ({"stance": "leaves_open", "negated": True}, "leaves open (negated), indirect"),
        ({"stance": "declines", "commitment": "refused"}, "declines (refused), indirect"),
    ],
)
def test_how_shows_negation_and_commitment(changed: dict[str, Any], told: str) -> None:
    assert how(statement(**changed)) == told


def test_the_occasion_is_one_line() -> None:
    told = statement(addressee=span("reporters"), setting=span("at a rally in Orlau"), place=span("Orlau"))
    assert list(beside(told)) == ["to reporters · at a rally in Orlau"]


def test_nothing_beside_is_no_line() -> None:
    assert list(beside(statement())) == []


def test_what_an_older_version_kept_can_be_shown() -> None:
    old = statement()
    for name in ("commitment", "distance", "place"):
        del old[name]
    assert how(old) == "says, indirect"
    assert list(beside(old)) == []


def test_a_nested_statement_shows_the_whole_chain(capsys: pytest.CaptureFixture[str]) -> None:
    records = [
        statement("a", source=span("the agency")),
        statement("b", source=span("the minister"), within="a"),
        statement("c", source=span("the rebels"), within="b"),
    ]
    show_statements({"records": records, "entities": []}, Screen())
    lines = " ".join(capsys.readouterr().out.split())
    assert "3 the rebels says, indirect, inside 2 (the minister), inside 1 (the agency)" in lines
