"""Where events took place. All texts are invented."""

from __future__ import annotations

import pytest
from staged_events import staged

from dateline.extract.events.locating import Locating


def place(text: str, type_: str = "ASSAULT") -> str | None:
    """The words for the place of an event without recipients."""
    case = staged(text, type_)
    (found,) = case.words(Locating(case.document, case.marks, case.grammar).of(case.candidate, type_))
    return found


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        ("ASSAULT", "Rebels *attacked* the soldiers in Kunduz.", "Kunduz"),
        ("ASSAULT", "The *attack* on a mosque in Kunduz went on.", "Kunduz"),
        ("ASSAULT", "The Kabul *bombing* was the first.", "Kabul"),
        ("ASSAULT", "A bomb exploded in Kabul, *killing* 12 people.", "Kabul"),
        ("ASSAULT", "Twelve people were *killed* when a bomb exploded in Kabul.", "Kabul"),
        ("ASSAULT", "Twelve people were *killed* and thirty were wounded in Kabul.", "Kabul"),
        ("ASSAULT", "Jets *bombed* Aleppo.", "Aleppo"),
        ("ASSAULT", "In Afghanistan, gunmen *killed* a judge in Kabul.", "Kabul"),
        ("ASSAULT", "In Kabul, police said gunmen *killed* a judge.", "Kabul"),
        ("CONSULT", "Ana Brandt *visited* Beijing on Monday.", "Beijing"),
        ("CONSULT", "The French president will *visit* Tunis next week.", "Tunis"),
        ("MOBILIZE", "Russia *sent* troops to Belarus.", "Belarus"),
        ("RETREAT", "Russian troops *withdrew* from Kherson.", "Kherson"),
        ("PROTEST", "Workers in Minsk *marched* on Monday.", "Minsk"),
    ],
)
def test_place(type_: str, text: str, expected: str) -> None:
    assert place(text, type_) == expected


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("ASSAULT", "KABUL, May 3 -- Rebels *attacked* the soldiers on Monday."),
        ("ACCUSE", "The president *condemned* the attack in Kunduz."),
        ("ASSAULT", "United States *strikes* killed 12 people."),
        ("COERCE", "Police *arrested* a man over the murder of a judge in Dubai."),
        ("ASSAULT", "Afghan *strikes* killed 12 people."),
        ("CONSULT", "Ana Brandt *met* the President of Kenya."),
        ("ASSAULT", "Rebels *shot* the President of Kenya."),
        ("ASSAULT", "The *attack* on US troops went on."),
        ("CONSULT", "Rebels fought in Kisumu a day before the *visit* to the country."),
        ("MOBILIZE", "The Prime Minister of Kenya *sent* troops."),
    ],
)
def test_no_place(type_: str, text: str) -> None:
    assert place(text, type_) is None


def test_place_of_the_sentence_before_for_an_attack_that_is_known() -> None:
    assert place("A bomb exploded in Kabul on Monday. The *attack* killed two guards.") == "Kabul"
    assert place("A bomb exploded in Kabul on Monday.\n\nThe *attack* killed two guards.") is None
