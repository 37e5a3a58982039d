"""The number words, units and time rules that come with Dateline."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.mark.grammar import Grammar, alphabet_of, literals
from dateline.mark.times.marker import readings
from dateline.vocab import rules
from dateline.vocab.numbers import Numbers
from dateline.vocab.rules import RuleBook
from dateline.vocab.units import Units


def test_number_words_do_not_stand_in_two_tables_of_numbers() -> None:
    numbers = Numbers.load()
    tables = [set(numbers.cardinals), set(numbers.scales), set(numbers.collectives), set(numbers.plurals)]
    assert sum(map(len, tables)) == len(set().union(*tables))


def test_every_symbol_and_sign_has_a_unit_with_a_dimension() -> None:
    units = Units.load()
    codes = {*units.symbols.values(), *units.signs.values()}
    assert sorted(code for code in codes if code not in units.dimensions) == []


def test_every_unit_phrase_has_a_dimension() -> None:
    units = Units.load()
    assert sorted(code for code in units.phrases.values() if code not in units.dimensions) == []


def test_troops_are_persons() -> None:
    assert Units.load().nouns["troops"] == "person"


def test_a_phrase_bounds_in_one_way_only() -> None:
    units = Units.load()
    assert units.before["more", "than"] == "at_least"
    assert units.before["fewer", "than"] == "at_most"


def test_every_time_rule_has_a_reading() -> None:
    assert sorted({rule.means for rule in RuleBook.load("times").rules} - set(readings())) == []


def test_every_reading_of_times_is_used_by_a_rule() -> None:
    assert sorted(set(readings()) - {rule.means for rule in RuleBook.load("times").rules}) == []


def test_the_time_rules_compile() -> None:
    book = RuleBook.load("times")
    alphabet = alphabet_of(book)
    assert Grammar(book, alphabet).after(literals(book, alphabet)["yesterday"][0], 0)


def test_a_word_in_two_classes_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "table", lambda _: {"classes": {"A": {"may": 1}, "B": {"may": 2}}})
    with pytest.raises(UsageError, match="'may' stands in two classes, A and B"):
        RuleBook.load("broken")
