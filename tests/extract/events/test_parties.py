"""Who did it to whom, through the constructions of news English. All texts are invented."""

from __future__ import annotations

import pytest
from staged_events import NOUN, staged

from dateline.extract.events.parties import Parties
from dateline.vocab.parties import PartyWords

WORDS = PartyWords.load()


def parties(text: str, type_: str = "ASSAULT", slots: tuple[str, str] = ("subj", "obj")) -> tuple[list[str], list[str]]:
    """The words of actors and recipients."""
    case = staged(text, type_, *slots)
    found = Parties(case.document, case.marks, case.grammar, words=WORDS).of(case.candidate, case.candidate.sense)
    return [case.document[one] for one in found.actors], [case.document[one] for one in found.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rebels *attacked* the soldiers on Monday.", ["Rebels"], ["soldiers"]),
        ("The soldiers were *attacked* by rebels on Monday.", ["rebels"], ["soldiers"]),
        ("The soldiers were *attacked* on Monday.", [], ["soldiers"]),
        ("The man *arrested* by police in Kunduz denied it.", ["police"], ["man"]),
        ("Gunmen who *killed* two farmers fled on Monday.", ["Gunmen"], ["two farmers"]),
        ("The farmers, who were *killed* by gunmen, were brothers.", ["gunmen"], ["farmers"]),
        ("Gunmen entered the village and *killed* two farmers.", ["Gunmen"], ["two farmers"]),
        ("Police *arrested* and beat three students.", ["Police"], ["three students"]),
        ("Three students were *arrested* and beaten by police.", ["police"], ["Three students"]),
        ("Gunmen stormed the base, *killing* at least 12 soldiers.", ["Gunmen"], ["12 soldiers"]),
        ("Militants tried to *attack* the soldiers.", ["Militants"], ["soldiers"]),
        ("The militant is believed to have *killed* a judge.", ["militant"], ["judge"]),
        ("The court accused the militant of *killing* a judge.", ["militant"], ["judge"]),
        ("The student was found guilty of *killing* a judge.", ["student"], ["judge"]),
        ("The court found the student guilty of *killing* a judge.", ["student"], ["judge"]),
        ("Gunmen *shot* dead five farmers.", ["Gunmen"], ["five farmers"]),
        ("Turkish troops and allied rebels *attacked* the militia.", ["Turkish troops", "allied rebels"], ["militia"]),
    ],
)
def test_clause(text: str, actors: list[str], recipients: list[str]) -> None:
    assert parties(text) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Russia's *attack* on Ukraine went on.", ["Russia"], ["Ukraine"]),
        ("Russian *strikes* on Ukrainian troops went on.", ["Russian"], ["Ukrainian troops"]),
        ("The *shelling* of civilians by rebels went on.", ["rebels"], ["civilians"]),
        ("The police *raid* on the gang went on.", ["police"], ["gang"]),
        ("The village *raid* went on.", [], []),
        ("The pro-Russian *raid* went on.", [], []),
        ("Rebels <carried> out an *attack* on the soldiers.", ["Rebels"], ["soldiers"]),
        ("The troops were <engaged> in *fighting* with rebels.", ["troops"], ["rebels"]),
        ("The student was <taken> into *custody*.", [], ["student"]),
        ("The soldiers <~came> under *attack* by rebels.", ["rebels"], ["soldiers"]),
        ("The soldiers <~came> under *attack* from rebels.", ["rebels"], ["soldiers"]),
        ("The *blast* killed two guards.", [], ["two guards"]),
        ("Rebels launched a *raid* targeting the soldiers.", [], ["soldiers"]),
        ("Rebels killed six farmers in a *raid* near the border.", ["Rebels"], []),
    ],
)
def test_nominal(text: str, actors: list[str], recipients: list[str]) -> None:
    assert parties(text, slots=NOUN) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A bomb *killed* 12 people in Kabul.", []),
        ("Israeli jets *killed* 12 people in Gaza.", ["Israeli jets"]),
        ("An Israeli air strike *killed* 12 people in Gaza.", ["Israeli"]),
        ("12 people were *killed* in an attack by gunmen.", ["gunmen"]),
        ("Twelve people were *killed* and thirty were wounded in Turkish air strikes.", ["Turkish"]),
        ("Typhoon Sala *killed* 12 people in Fiji.", []),
        ("The decision *hurt* the farmers.", []),
        ("The bombing of a police academy *killed* 12 people.", []),
        ("Iraq: A car bomb *killed* 12 people in Baghdad.", []),
    ],
)
def test_what_stands_for_the_actor(text: str, actors: list[str]) -> None:
    assert parties(text)[0] == actors


@pytest.mark.parametrize(
    ("type_", "text", "recipients"),
    [
        ("ACCUSE", "The president *condemned* the attack by Iran.", ["Iran"]),
        ("ACCUSE", "The president *condemned* threats made by Iran.", ["Iran"]),
        ("ACCUSE", "The president *criticised* the government's decision.", ["government"]),
        ("CONCEDE", "Turkey *lifted* its blockade of Qatar.", ["Qatar"]),
        ("ASSAULT", "Rebels *shelled* the airport.", ["airport"]),
        ("MOBILIZE", "Russia *sent* troops to the border.", ["troops"]),
        ("CONSULT", "Ana Brandt will *visit* Tunis next week.", ["Tunis"]),
        ("ASSAULT", "Rebels *hit* a police station.", ["police station"]),
        ("ASSAULT", "Rebels *hit* four vehicles.", ["four vehicles"]),
        ("ACCUSE", "Rebels *criticised* the airport.", []),
        ("COERCE", "Police *arrested* Ana Brandt, a reporter.", ["Ana Brandt"]),
        ("COERCE", "Police *arrested* dozens of protesters.", ["dozens of protesters"]),
        ("ASSAULT", "Rebels *shelled* Sloviansk, Ukraine.", ["Sloviansk"]),
    ],
)
def test_recipient(type_: str, text: str, recipients: list[str]) -> None:
    assert parties(text, type_)[1] == recipients


def test_who_is_urged_does_what_is_urged() -> None:
    assert parties("The president urged Turkey to *leave* Syria.", "RETREAT", ("subj", "-"))[0] == ["Turkey"]


def test_other_side_of_a_meeting_is_the_recipient() -> None:
    slots = ("subj|prep:with", "-")
    assert parties("Ana Brandt *met* with Tom Vell.", "CONSULT", slots) == (["Ana Brandt"], ["Tom Vell"])
    assert parties("Ana Brandt and Tom Vell *met* on Monday.", "CONSULT", slots) == (["Ana Brandt", "Tom Vell"], [])


def test_nobody_is_both_actor_and_recipient() -> None:
    found = parties("*Talks* between Turkey and Iran were held.", "CONSULT", ("between", "prep:of|prep:with"))
    assert found == (["Turkey", "Iran"], [])


def test_troops_that_nobody_is_said_to_send_go_themselves() -> None:
    found = parties("Russian troops were *deployed* to fight the rebels.", "MOBILIZE", ("subj", "prep:against"))
    assert found == (["Russian troops"], ["rebels"])


def test_state_that_troops_go_to_is_no_recipient() -> None:
    assert parties("Russia *sent* troops to Belarus.", "MOBILIZE", ("subj", "prep:to"))[1] == []


def test_who_is_charged_with_an_attack_is_its_actor() -> None:
    assert parties("Police charged a student with the *attack*.", slots=NOUN)[0] == ["student"]


def test_title_belongs_to_the_name_and_article_does_not() -> None:
    text = "The Russian President Ana Brandt *warned* at least 40 fighters of the Islamic State."
    assert parties(text, "THREATEN") == (["Russian President Ana Brandt"], ["40 fighters of the Islamic State"])


def test_who_begins_his_trial_is_tried() -> None:
    found = parties("Ana Brandt <began> her *trial* on Monday.", "ACCUSE", ("by|light", "prep:of|poss"))
    assert found == ([], ["her"])
