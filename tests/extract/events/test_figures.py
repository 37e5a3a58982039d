"""The numbers of events. All texts are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest
from staged_events import staged

from dateline.extract.events.figures import Figures
from dateline.model.values import Quantity
from dateline.vocab.figures import FigureWords

WORDS = FigureWords.load()


def figures(text: str, type_: str = "ASSAULT") -> list[tuple[str, str, str]]:
    """The figures with their numbers and bounds."""
    case = staged(text, type_)
    found = Figures(case.document, case.marks, grammar=case.grammar, words=WORDS).of(case.candidate, type_)
    return [(one.name, str(one.quantity.low), one.quantity.bound) for one in found]


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        (
            "ASSAULT",
            "A bomb *exploded* in Kabul, killing at least 12 people and wounding 30.",
            [("killed", "12", "at_least"), ("wounded", "30", "exactly")],
        ),
        ("ASSAULT", "The *attack* in Kabul left 12 dead.", [("killed", "12", "exactly")]),
        ("ASSAULT", "The *attack* caused the deaths of 12 soldiers.", [("killed", "12", "exactly")]),
        ("ASSAULT", "Gunmen *abducted* four farmers.", [("abducted", "4", "exactly")]),
        ("ASSAULT", "Six farmers were *shot* and killed by gunmen.", [("killed", "6", "exactly")]),
        ("COERCE", "Police *arrested* 25 students on Monday.", [("detained", "25", "exactly")]),
        ("PROTEST", "About 5,000 people *marched* in Minsk.", [("protesters", "5000", "about")]),
        ("MOBILIZE", "Russia *sent* 3,000 troops to the border.", [("troops", "3000", "exactly")]),
        ("AID", "Japan *gave* Nepal $2 million.", [("money", "2000000", "exactly")]),
        ("SANCTION", "The court *sentenced* the reporter to three years in prison.", [("sentence", "3", "exactly")]),
        ("RETREAT", "Rebels *released* 40 prisoners.", [("released", "40", "exactly")]),
    ],
)
def test_figure(type_: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures(text, type_) == expected


def test_one_told_by_its_article() -> None:
    case = staged("A policeman was *killed* in Kunduz.")
    (one,) = Figures(case.document, case.marks, grammar=case.grammar, words=WORDS).of(case.candidate, "ASSAULT")
    assert (one.name, case.document[one.span]) == ("killed", "A policeman")
    assert one.quantity == Quantity(Decimal(1), Decimal(1), "person")
    assert one.counted is not None
    assert case.document[one.counted] == "policeman"


def test_part_of_a_number_is_no_second_number() -> None:
    assert figures("Gunmen *killed* 12 people, including three children.") == [("killed", "12", "exactly")]


def test_animals_are_not_among_the_killed() -> None:
    assert figures("The government *killed* 3,000 pigs.") == []


def test_number_of_another_event_is_not_taken() -> None:
    text = "Police *arrested* 20 students after rebels had killed three soldiers."
    assert figures(text, "COERCE") == [("detained", "20", "exactly")]


def test_what_is_counted_decides_only_where_the_type_allows_it() -> None:
    assert figures("The minister *met* 40 soldiers.", "CONSULT") == []


def test_years_that_are_no_term_are_left_out() -> None:
    assert figures("The court *sentenced* the reporter after three years.", "SANCTION") == []
