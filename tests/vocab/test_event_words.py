"""The words for parties, figures and instruments of events."""

from __future__ import annotations

import pytest

from dateline.vocab.figures import FigureWords
from dateline.vocab.instruments import InstrumentWords
from dateline.vocab.parties import PartyWords
from dateline.vocab.plover import Plover


def test_types_with_figures_and_instruments_are_plover_types() -> None:
    types = Plover.load().types.keys()
    assert FigureWords.load().types.keys() == types
    assert InstrumentWords.load().types <= types


def test_every_figure_of_a_type_has_words_that_tell_it() -> None:
    words = FigureWords.load()
    kinds = (words.objects, words.subjects, words.nouns, words.states, words.counted, words.units)
    told = {name for kind in kinds for names in kind.values() for name in names} | {"sentence"}
    assert {name for names in words.types.values() for name in names} <= told


def test_all_currencies_are_money() -> None:
    words = FigureWords.load()
    assert words.of_unit("EUR") == words.of_unit("UZS") == ("money",)
    assert words.of_unit("person") == ()


@pytest.mark.parametrize(
    ("lemma", "word", "who"),
    [
        ("soldier", "soldiers", True),
        ("Rebels", "Rebels", True),
        ("fact-finder", "fact-finders", True),
        ("cattle-rustler", "cattle-rustlers", True),
        ("report", "report", False),
        ("decision", "decision", False),
        ("investigation", "investigation", False),
    ],
)
def test_nouns_that_name_people_or_a_body(lemma: str, word: str, who: bool) -> None:
    assert PartyWords.load().is_who(lemma.lower(), word) is who


def test_towns_and_victims_before_a_deed_are_not_its_doers() -> None:
    words = PartyWords.load()
    assert [words.is_doer(one, one) for one in ("police", "rebel", "village", "hostage")] == [True, True, False, False]


def test_no_word_is_of_two_contrary_lists() -> None:
    words = PartyWords.load()
    assert not words.never & words.who
    assert not words.acts & words.who
    assert not words.hazards & words.who
