"""Text in capitals is given small letters, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mark.recasing import Recasing

SMALL = {"the", "have", "that", "about", "of", "in", "on", "may", "has", "by", "town", "are", "was", "a"}
NAMES = {"Oria", "Velmov", "Lisbon"}
FORMS = {"rebel", "kidnap", "report", "peasant", "carry", "oria", "attack"}


@pytest.fixture(scope="module")
def recasing() -> Recasing:
    return Recasing(small=SMALL, names=NAMES.__contains__, abbreviation={"UNO"}.__contains__, forms=FORMS)


def test_words_become_small_and_names_keep_their_capital(recasing: Recasing) -> None:
    text = "THE REBELS OF ORIA ATTACKED THE TOWN OF LISBON ON 3 MAY. A REPORT BY THE FMLN MAY CARRY VELMOV ABOUT UNO."
    assert recasing.recased(text) == (
        "The rebels of Oria attacked the town of Lisbon on 3 May. A report by the FMLN may carry Velmov about UNO."
    )


def test_text_with_small_letters_stays(recasing: Recasing) -> None:
    text = "The REBELS of Oria attacked the town of Lisbon, and nobody reported it. USA, UNO, FMLN."
    assert recasing.recased(text) == text


def test_only_the_block_in_capitals_changes(recasing: Recasing) -> None:
    head, body = "REBELS HAVE ATTACKED THE TOWN OF LISBON THAT WAS REPORTED", "The town of Lisbon was attacked."
    shown = recasing.recased(f"{head}\n\n{body}")
    assert shown == f"Rebels have attacked the town of Lisbon that was reported\n\n{body}"


@given(st.text(max_size=200))
def test_every_letter_keeps_its_place(text: str) -> None:
    recasing = Recasing(small=SMALL, names=NAMES.__contains__, abbreviation=set[str]().__contains__, forms=FORMS)
    for given_text in (text, text.upper()):
        shown = recasing.recased(given_text)
        assert len(shown) == len(given_text)
        assert shown.lower() == given_text.lower() or any(len(char.lower()) != 1 for char in given_text)
