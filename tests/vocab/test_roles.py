"""Role nouns, titles and given names."""

from __future__ import annotations

import pytest

from dateline.vocab.roles import given_names, roles


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("president", "person"),
        ("officials", None),
        ("police", "group"),
        ("ministry", "organisation"),
        ("report", "document"),
    ],
)
def test_kind_of_a_role_noun(noun: str, kind: str | None) -> None:
    assert roles().kinds.get(noun) == kind


@pytest.mark.parametrize(
    ("word", "gender"), [("spokeswoman", "female"), ("mr.", "male"), ("minister", None), ("dr.", None)]
)
def test_gender_that_a_title_fixes(word: str, gender: str | None) -> None:
    assert roles().gender(word) == gender


def test_wider_words_name_roles_or_heads_of_names() -> None:
    known = roles()
    narrow = set().union(*known.wider.values())
    assert narrow <= known.kinds.keys() | known.organisation_heads | known.short.keys()


def test_short_titles_are_titles() -> None:
    assert roles().short.keys() <= roles().titles.keys()


def test_given_names_with_both_genders_have_none() -> None:
    names = given_names()
    assert (names["Olga"], names["Robert"], names["Leslie"]) == ("female", "male", None)
