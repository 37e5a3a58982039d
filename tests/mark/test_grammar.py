"""Rules over word classes."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.mark.grammar import Grammar, alphabet_of, literals
from dateline.vocab.rules import Rule, RuleBook


def book(*patterns: str, macros: dict[str, str] | None = None) -> RuleBook:
    rules = tuple(Rule(pattern, "m", pattern) for pattern in patterns)
    return RuleBook(words={"may": ("MONTH", 5)}, macros=macros or {}, rules=rules, cues={})


def candidates(rules: RuleBook, names: str, position: int = 0) -> list[tuple[str, int, int]]:
    alphabet = alphabet_of(rules)
    kinds = "".join(alphabet.char(name) if name != "x" else "x" for name in names.split())
    return [(found.rule.name, found.first, found.last) for found in Grammar(rules, alphabet).after(kinds, position)]


def test_the_longest_rule_comes_first() -> None:
    assert candidates(book("MONTH", "MONTH DAY"), "x MONTH DAY") == [("MONTH DAY", 1, 3), ("MONTH", 1, 2)]


def test_rules_of_one_length_keep_their_order() -> None:
    assert [name for name, _, _ in candidates(book("DAY | MONTH", "MONTH"), "MONTH")] == ["DAY | MONTH", "MONTH"]


def test_an_optional_beginning_may_be_missing() -> None:
    assert candidates(book("(the | DAY)? MONTH"), "MONTH") == [("(the | DAY)? MONTH", 0, 1)]


def test_a_macro_stands_for_its_pattern() -> None:
    assert candidates(book("<M> DAY", macros={"M": "MONTH | SHORT"}), "SHORT DAY") == [("<M> DAY", 0, 2)]


def test_where_no_rule_fits_there_are_no_candidates() -> None:
    assert candidates(book("MONTH DAY"), "MONTH x DAY") == []


def test_brackets_must_be_balanced() -> None:
    with pytest.raises(UsageError, match="brackets"):
        candidates(book("MONTH DAY)"), "MONTH")


def test_a_rule_cannot_name_a_word_that_has_a_class() -> None:
    rules = book("may DAY")
    with pytest.raises(UsageError, match="'may', which is of class MONTH"):
        literals(rules, alphabet_of(rules))


def test_a_class_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no word class 'YEAR'"):
        alphabet_of(book("MONTH")).char("YEAR")
