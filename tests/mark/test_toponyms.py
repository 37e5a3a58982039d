"""Toponyms told from names of people and bodies, with the model, the gazetteer and the weights that ship."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import model_marks
import pytest

from dateline.mark.naming.page import Page
from dateline.mark.toponyms import ToponymMarker
from dateline.mark.toponyms.marker import chance
from dateline.model.marks import Toponym
from dateline.registry import toponym_marker
from dateline.vocab.gazetteer import Gazetteer, shipped
from dateline.weights import place_weights

LIKELY = 0.5


@cache
def marker() -> ToponymMarker:
    return toponym_marker(Gazetteer(shipped()), place_weights().toponyms)


def toponyms(text: str) -> list[Toponym]:
    return list(marker().mark(*model_marks.marked(text)))


def likely(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in toponyms(text) if one.score >= LIKELY]


def use(text: str, words: str) -> set[str]:
    return {one.use for one in toponyms(text) if text[one.span.start : one.span.end] == words}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops entered Kunduz and Faizabad on Monday.", ["Kunduz", "Faizabad"]),
        ("She was born in Paris, Texas, and moved to Dallas.", ["Paris", "Texas", "Dallas"]),
        ("Ships sailed through the Strait of Hormuz to Oman.", ["Strait of Hormuz", "Oman"]),
        ("He lives in New York City.", ["New York City"]),
        ("They fled from Syria to Turkey, Jordan and Chad.", ["Syria", "Turkey", "Jordan", "Chad"]),
    ],
)
def test_places_are_marked_in_order(text: str, found: list[str]) -> None:
    assert likely(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Quill scored twice.",
        "Ms. Paris Bennett said nothing.",
        "The ambassador took his seat in May and left in March.",
        "We must read the reports before they can be sent.",
        "Mr. Brandt met Ms. Sofia Quill in May.",
    ],
)
def test_people_months_and_words_are_no_places(text: str) -> None:
    assert likely(text) == []


def test_form_inside_a_longer_name_is_a_modifier() -> None:
    text = "The Helsinki Police Department arrested two men."
    (found,) = [one for one in toponyms(text) if text[one.span.start : one.span.end] == "Helsinki"]
    assert (found.use, found.score >= LIKELY) == ("modifier", True)


def test_place_by_itself_is_no_modifier() -> None:
    assert [one.use for one in toponyms("Shells fell on Kunduz.")] == ["literal"]


def test_metonym_and_location_are_told_apart() -> None:
    assert use("Moscow said it would send aid.", "Moscow") == {"metonymic"}
    assert use("Fighting went on in Moscow.", "Moscow") == {"literal"}


def test_demonym_is_of_a_country() -> None:
    assert use("Turkish officials met in Ankara.", "Turkish") == {"demonym"}


def test_substrings_are_no_toponyms() -> None:
    assert likely("The ambassador's assessment of the Iranians' romance was sound.") in ([], ["Iranians"])
    assert toponyms("the mali romance ambassador") == []


def test_longest_form_is_taken_and_none_lies_over_another() -> None:
    found = toponyms("He left New York City for the United Arab Emirates and West Virginia.")
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start


@pytest.mark.parametrize("text", ["", "rain", "“”", "A", "X-"])
def test_short_texts_are_no_trouble(text: str) -> None:
    assert likely(text) == []


def test_features_of_a_form_do_not_change_with_the_weights() -> None:
    document, marks = model_marks.marked("She was born in Paris, Texas, and moved to Dallas.")
    page, bare = Page(document, marks), toponym_marker(Gazetteer(shipped()), {})
    assert list(bare.examples(page, marks)) == list(marker().examples(page, marks))
    assert all(value for _, features in bare.examples(page, marks) for value in features.values())


def test_chance_is_bounded() -> None:
    assert chance({}, {"a": 1.0}) == 0.5
    assert 0 < chance({"a": -1e9}, {"a": 1.0}) < 1e-12
    assert 1 - 1e-12 < chance({"a": 1e9}, {"a": 1.0}) < 1
