"""Whom "the president" means where a report names several."""

from __future__ import annotations

from staging import staged


def test_clause_names_nobody_whom_it_calls_by_an_office() -> None:
    text = (
        "President Viktor Velm and President Jan Orlov are old friends. [The president] told Orlov {the road is open}."
    )
    assert staged(text).speakers == ["Viktor Velm"]


def test_prime_minister_is_not_the_president() -> None:
    text = "Prime Minister Viktor Velm arrived in Oria. [The president] said {the road is open}."
    assert staged(text).speakers == ["The president"]


def test_president_without_a_known_holder_may_be_who_was_just_named() -> None:
    text = "Viktor Velm arrived in Oria. [The president] said {the road is open}."
    assert staged(text).speakers == ["Viktor Velm"]


def test_president_named_with_the_president_again_and_again_is_another() -> None:
    text = (
        "President Jan Orlov came. The president, aides of Orlov say, was late. "
        "The president had lunch where Orlov was born. The president likes what Orlov says. "
        "Later President Viktor Velm left. Then Orlov left. [The president] said {the road is open}."
    )
    assert staged(text).speakers == ["Viktor Velm"]


def test_report_has_one_president_of_its_own() -> None:
    quiet = "The road was long. It was wet. Cars were few. "
    text = (
        "President Viktor Velm is at home. "
        + (quiet + "The president slept. ") * 4
        + quiet
        + "Velm woke up. The president ate. Velm read. Envoys wrote to President Jan Orlov. "
        + "[The president] said {the road is open}."
    )
    assert staged(text).speakers == ["Viktor Velm"]


def test_who_is_called_in_speech_holds_no_office() -> None:
    text = (
        "[MR. VELM]: {You asked about the President, Olga.}\n\n[Q]: {Since when?}\n\n"
        "[MR. VELM]: {[The President] said {it is open}.}"
    )
    assert staged(text).speakers[-1] == "The President"
