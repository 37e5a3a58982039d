"""What events are done with. All texts are invented."""

from __future__ import annotations

import pytest
from staged_events import staged

from dateline.extract.events.instruments import Instruments
from dateline.vocab.instruments import InstrumentWords

WORDS = InstrumentWords.load()


def instrument(text: str, type_: str = "ASSAULT") -> str | None:
    """The words for the instrument."""
    case = staged(text, type_)
    found = Instruments(case.document, case.marks, grammar=case.grammar, words=WORDS).of(case.candidate, type_)
    return case.words(found)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels *attacked* the base with a drone.", "drone"),
        ("Men *attacked* the guards, using knives.", "knives"),
        ("The car bomb *attack* killed 12 people.", "car bomb"),
        ("The rocket *fire* went on all night.", "rocket fire"),
        ("A roadside bomb *killed* 12 people.", "roadside bomb"),
        ("A judge was *killed* by a roadside bomb.", "roadside bomb"),
        ("Rebels *fired* mortars at the base.", "mortars"),
        ("Twelve people were *killed* in a drone strike.", "drone"),
        ("A man with a beard *killed* a judge.", None),
        ("A car *killed* a judge.", None),
        ("A man *shot* a judge from a car.", None),
        ("The bus *bombing* killed 12 people.", None),
    ],
)
def test_instrument(text: str, expected: str | None) -> None:
    assert instrument(text) == expected


def test_words_have_none() -> None:
    assert instrument("The president *threatened* rebels with drones.", "ACCUSE") is None
