"""Status: sentences of our own over all eight, what a type changes, what time and statements change."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from dated_words import pipeline, read, words

from dateline.extract.events.attribution import Attribution
from dateline.extract.events.dating import Dates
from dateline.extract.events.status import Statuses
from dateline.extract.grammar import Grammar
from dateline.model.records import Status, statements
from dateline.model.values import PartialDate
from dateline.vocab.status import statuses

CASES: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "status_cases.toml").read_text(encoding="utf-8"))
SENTENCES = [(status, one) for status, cases in CASES.items() for one in cases]


def told(marked_up: str, type_: str | None = None, published: str | None = "2019-05-14") -> tuple[Status, bool]:
    document, marks, candidate = read(marked_up, type_, published)
    grammar = Grammar(marks)
    date, _ = Dates(document, marks, grammar, words()).of(candidate)
    status, negated, why = Statuses(document, marks, grammar=grammar, words=words()).of(candidate, date=date)
    assert why
    return status, negated


def test_cases_cover_every_status() -> None:
    assert set(CASES) == set(statuses())
    assert all(len(cases) >= 8 for cases in CASES.values())


@pytest.mark.parametrize(("status", "sentence"), SENTENCES, ids=[one for _, one in SENTENCES])
def test_a_sentence_gives_its_event_its_status(status: str, sentence: str) -> None:
    assert told(sentence)[0] == status


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The army has never *bombed* the town.", True),
        ("Nobody was *arrested*.", True),
        ("The envoy failed to *sign* the accord.", True),
        ("The ministers have yet to *meet*.", True),
        ("There was no *attack*.", True),
        ("Not only did they *loot* the shop.", False),
        ("The army denied that it had *bombed* the town.", False),
        ("Troops *bombed* the town.", False),
    ],
)
def test_negated_says_that_words_negate_the_event(sentence: str, negated: bool) -> None:
    assert told(sentence)[1] is negated


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("The government promised to *strike* the camps.", "ASSAULT", "threatened"),
        ("The government promised to *rebuild* the camps.", "AID", "planned"),
        ("The minister vowed to *support* the farmers.", "SUPPORT", "planned"),
        ("The minister vowed to *crush* the farmers.", "COERCE", "threatened"),
        ("The militia said they would *kill* him unless the police left.", "ASSAULT", "threatened"),
        ("The militia said they would *free* him unless the police left.", "RETREAT", "hypothetical"),
        ("The general warned that he would *close* the port.", "COERCE", "threatened"),
    ],
)
def test_a_promise_threatens_with_an_act_that_does_harm(sentence: str, type_: str, status: str) -> None:
    assert told(sentence, type_)[0] == status


def test_the_threat_itself_happened() -> None:
    assert told("The militia *threatened* to attack the port.", "THREATEN") == ("happened", False)
    assert told("The militia threatened to *attack* the port.", "ASSAULT") == ("threatened", False)


def test_the_call_itself_happened() -> None:
    assert told("The council *called* for the release of the two men.", "REQUEST") == ("happened", False)
    assert told("The council called for the *release* of the two men.", "RETREAT") == ("called_for", False)


def test_an_event_is_history_a_year_after() -> None:
    sentence = "Rebels *attacked* the town in March 2018."
    assert told(sentence, published="2018-04-01")[0] == "happened"
    assert told(sentence, published="2019-03-01")[0] == "happened"
    assert told(sentence, published="2019-05-01")[0] == "historical"


def test_without_publication_the_latest_date_named_is_the_reports_time() -> None:
    text = "Rebels *attacked* the town in 1998. The trial began on 3 March 2017."
    assert told(text, published=None)[0] == "historical"


def test_an_old_plan_is_history() -> None:
    assert told("The army planned in 1995 to *attack* the town.")[0] != "happened"


def test_what_is_dated_after_publication_did_not_happen() -> None:
    document, marks, candidate = read("The leaders *meet* in Oslo.")
    status, _, why = Statuses(document, marks, grammar=Grammar(marks), words=words()).of(
        candidate, date=PartialDate("2019-06-01")
    )
    assert status == "planned"
    assert "after publication" in why


def test_a_denial_denies_its_own_clause_and_not_what_it_takes_for_granted() -> None:
    text = "The army denied responsibility: “Our men *shelled* nobody who was hurt in the riots,” it said."
    document, marks, candidate = read(text)
    found = statements(pipeline().walk(document).records)
    inside = Attribution(found).of(candidate.span)
    status, _, _ = Statuses(document, marks, grammar=Grammar(marks), words=words()).of(candidate, statement=inside)
    assert status in ("happened", "denied")


def test_of_two_words_joined_both_stand_under_the_denial() -> None:
    assert told("The army denied that it had bombed the town and *looted* the shops.")[0] == "denied"


def test_the_status_of_a_noun_under_a_light_verb_is_the_verbs() -> None:
    document, marks, candidate = read("The army will carry out an *attack*.")
    grammar = Grammar(marks)
    status, _, _ = Statuses(document, marks, grammar=grammar, words=words()).of(candidate)
    assert status == "planned"
