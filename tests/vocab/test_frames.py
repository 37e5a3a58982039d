"""Frames: what a row of the tables says, and which of several goes first."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.vocab.frames import Frames
from dateline.vocab.light import Light

ROW = {"needs": "", "type": "ASSAULT", "mode": "", "cameo": "", "actor": "", "recipient": "", "weight": "0.5"}


def verbs(*rows: dict[str, str], classes: dict[str, list[str]] | None = None) -> Frames:
    return Frames.of([{**ROW, **row} for row in rows], [], classes=classes or {})


def test_what_asks_more_goes_first() -> None:
    frames = verbs(
        {"word": "fire"}, {"word": "fire", "needs": "obj"}, {"word": "fire", "needs": "obj=coach", "type": "-"}
    )
    assert [one.type for one in frames.verbs["fire"]] == [None, "ASSAULT", "ASSAULT"]
    assert [one.known for one in frames.verbs["fire"]] == ["fire obj=coach", "fire obj", "fire"]


def test_what_is_ruled_out_goes_before_its_equal() -> None:
    frames = verbs({"word": "hit", "needs": "obj=town"}, {"word": "hit", "needs": "subj=storm", "type": "-"})
    assert frames.verbs["hit"][0].type is None


def test_classes_hold_classes_and_kinds_of_name() -> None:
    classes = {"ARMED": ["rebel", "POLICE"], "POLICE": ["officer", "@org"]}
    (sense,) = verbs({"word": "shoot", "needs": "!subj=ARMED|farmer"}, classes=classes).verbs["shoot"]
    (need,) = sense.needs
    assert (need.negated, need.wanted, need.seen) == (True, {"rebel", "officer", "farmer"}, {"@org"})


def test_a_preposition_may_say_what_follows_it() -> None:
    (sense,) = verbs({"word": "die", "needs": "prep=in:attack|raid of=wounds"}).verbs["die"]
    assert [(one.kind, one.word, one.wanted) for one in sense.needs] == [
        ("prep", "in", {"attack", "raid"}),
        ("prep", "of", {"wounds"}),
    ]


def test_slots_default_by_word_class_and_a_dash_is_nobody() -> None:
    (sense,) = verbs({"word": "meet", "recipient": "-"}).verbs["meet"]
    assert (sense.actor, sense.recipient) == (("subj",), ())
    nouns = Frames.of([], [{**ROW, "word": "hunger strike"}], classes={}).nouns
    assert nouns["strike"][0].actor == ("by", "poss", "mod", "light")


@pytest.mark.parametrize("needs", ["obj=NOWHERE", "objct", "obj=A|NOWHERE"])
def test_what_is_unknown_is_named(needs: str) -> None:
    with pytest.raises(UsageError, match=r"NOWHERE.*Classes: A|objct.*Conditions: ccomp"):
        verbs({"word": "meet", "needs": needs}, classes={"A": ["b"]})


def test_the_tables_that_ship_can_be_read() -> None:
    frames = Frames.load()
    light = Light.load(frames.nouns)
    assert frames.verbs["arrest"][0].type == "COERCE"
    assert light.of("carry", None, "attack")[0].particle == "out"
    assert light.of("come", "under", "attack")[0].suffered
    assert not light.of("carry", "under", "attack")
