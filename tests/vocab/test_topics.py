"""Topics: what a sentence is about, and the fields where the words of conflict mean something else."""

from __future__ import annotations

import pytest

from dateline.vocab.described import Described
from dateline.vocab.load import table
from dateline.vocab.plover import Plover
from dateline.vocab.topics import Topics


@pytest.fixture(scope="module")
def topics() -> Topics:
    return Topics.load()


def fields(topics: Topics, text: str) -> set[str]:
    words = text.lower().split()
    return {one.name for one in topics.fields(words, words)}


def test_one_sure_word_shows_a_field(topics: Topics) -> None:
    assert fields(topics, "she reached the semifinal in rome") == {"sport"}


def test_other_words_show_it_only_together(topics: Topics) -> None:
    assert fields(topics, "the coach spoke in rome") == set()
    assert fields(topics, "the coach spoke after the match") == {"sport"}


def test_one_word_said_twice_is_one_word(topics: Topics) -> None:
    assert fields(topics, "a goal of peace and a goal of justice") == set()


def test_a_phrase_of_two_words_counts_as_one(topics: Topics) -> None:
    assert fields(topics, "the flash flood came at night") == {"mishap"}
    assert fields(topics, "a flash was seen at night") == set()


def test_a_word_against_a_field_undoes_it(topics: Topics) -> None:
    assert fields(topics, "the bus crash was a shock") == {"mishap"}
    assert fields(topics, "the bus crash was an attack") == set()


def test_contexts_are_found_by_lemma(topics: Topics) -> None:
    assert "migration" in topics.contexts(["refugees", "arrived"], ["refugee", "arrive"])
    assert topics.contexts(["flowers", "bloomed"], ["flower", "bloom"]) == ()


def test_every_context_and_every_spared_type_is_one_of_plover() -> None:
    plover = Plover.load()
    assert set(table("events/contexts")) <= set(plover.contexts)
    listed = table("events/domains")
    listed.pop("enough")
    types = set(plover.types)
    for name, field in listed.items():
        assert set(field["spared"]) <= types, name
        assert set(field["with_actor"]) <= set(field["spared"]), name
        assert not set(field["against"]) & {*field["sure"], *field["words"]}, name


@pytest.mark.parametrize(
    ("subject", "verb", "described"),
    [
        ("film", "follow", True),
        ("film", "anger", False),
        ("law", "allow", True),
        ("law", "anger", False),
        ("minister", "allow", False),
    ],
)
def test_works_show_and_laws_allow(subject: str, verb: str, described: bool) -> None:
    assert Described.load().by(subject, verb) is described
