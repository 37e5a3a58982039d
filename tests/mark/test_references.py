"""References: pronouns and role nouns, with what they agree with."""

from __future__ import annotations

import pytest
from model_marks import marked

from dateline.model.marks import Reference


def references(text: str) -> dict[str, Reference]:
    document, marks = marked(text)
    return {document[one.span]: one for one in marks.every(Reference)}


@pytest.mark.parametrize(
    ("word", "form", "number", "gender", "person"),
    [
        ("He", "pronoun", "singular", "male", 3),
        ("her", "possessive", "singular", "female", 3),
        ("they", "pronoun", "plural", None, 3),
        ("its", "possessive", "singular", "neuter", 3),
        ("I", "pronoun", "singular", None, 1),
        ("our", "possessive", "plural", None, 1),
    ],
)
def test_pronoun_with_its_agreement(word: str, form: str, number: str, gender: str | None, person: int) -> None:
    text = "He read her letter, and they knew its end. “I kept our word,” she said."
    found = references(text)[word]
    assert (found.form, found.number, found.gender, found.person) == (form, number, gender, person)


@pytest.mark.parametrize("text", ["It seems that the road is open.", "It is clear that the road is open."])
def test_it_that_points_at_nothing_is_no_reference(text: str) -> None:
    assert "It" not in references(text)


def test_relative_pronoun_opens_a_relative_clause() -> None:
    assert "who" in references("Olga Brandt, who left early, said nothing.")


def test_asking_pronoun_is_no_reference() -> None:
    assert "Who" not in references("Who left the hall early?")


@pytest.mark.parametrize(
    ("text", "phrase", "number", "gender"),
    [
        ("On Monday the Russian president left.", "the Russian president", "singular", None),
        ("The report came from a senior official in the capital.", "a senior official", "singular", None),
        ("They asked his spokeswoman about it.", "his spokeswoman", "singular", "female"),
        ("Several officials left the hall.", "Several officials", "plural", None),
        ("On Monday the ministry closed.", "the ministry", "singular", "neuter"),
        ("On Monday officials closed the road.", "officials", "plural", None),
    ],
)
def test_phrase_with_a_role_noun(text: str, phrase: str, number: str, gender: str | None) -> None:
    found = references(text)[phrase]
    assert (found.form, found.number, found.gender) == ("nominal", number, gender)


def test_title_before_a_name_is_no_reference() -> None:
    assert not references("On Monday Foreign Minister Olga Brandt left.")


def test_noun_inside_a_name_is_no_reference() -> None:
    assert not references("A parcel reached the Ministry of Finance.")


def test_noun_that_is_no_role_is_no_reference() -> None:
    assert not references("The bridge over the river fell.")
