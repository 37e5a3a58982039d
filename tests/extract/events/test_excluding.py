"""What only sounds like an event, by kind, and beside it what is one all the same."""

from __future__ import annotations

import pytest

from dateline import registry
from dateline.config import settings
from dateline.model.text import Document
from dateline.pipeline import Pipeline

NONE = {
    "sport": [
        "Kenya beat Ghana in the World Cup final and the coach praised the captain.",
        "The striker attacked from the left and the team won the match.",
        "The two clubs met in the quarter-final of the championship.",
    ],
    "film": [
        "The new film follows a detective who kidnaps a banker.",
        "In the novel a general is executed.",
        "The series tells of a queen who invades her neighbour.",
    ],
    "business": [
        "Investors attacked the board as the share price fell.",
        "The carmaker and its shareholders met to discuss revenue.",
    ],
    "mishap": [
        "Nine fishermen were killed after two trawlers collided near Pisco.",
        "A fire at a hospital killed five patients in Dhaka.",
        "Four people were injured when a wall collapsed in Izmir.",
        "A bus crashed near Quito. Twelve people were killed.",
    ],
    "name of a body": [
        "The Peace Talks Committee has a new office in Vienna.",
        "The War Crimes Tribunal has a new building.",
    ],
    "title of a work": ['Her essay "The Siege of the City" won a prize in Lagos.'],
    "topic before a colon": ["Border attack: the weather was mild in Herat."],
    "law described": ["The law allows the state to detain suspects for two days."],
    "said of anybody": ["If you attack somebody you have lost."],
    "force of nature": [
        "Typhoon Sala made landfall near Samar, killing at least 20 people.",
        "The flood forced the villagers to leave and destroyed the bridge.",
    ],
    "talk of the speaker": ['"We support our farmers," the minister said.'],
}

ALL_THE_SAME = {
    "sport": ("Police arrested nine fans at the World Cup final.", "COERCE"),
    "film": ("The film led to protests by students in Cairo.", "PROTEST"),
    "business": ("Militants killed an investor and a shareholder in Kano.", "ASSAULT"),
    "mishap": ("Rebels shot down a plane and killed the crew after the crash.", "ASSAULT"),
    "mishap that was an attack": ("Nine people were killed when a bomb set off a fire and an explosion.", "ASSAULT"),
    "name of a body": ("The Peace Talks Committee condemned the raid in Herat.", "ACCUSE"),
    "topic before a colon": ("Border attack: Rebels shelled a village near Herat.", "ASSAULT"),
    "force of nature that is suffered": ("The storm hit Samar, and rebels attacked the port.", "ASSAULT"),
    "talk of the speaker": ('"We condemn the raid on Herat," the minister said.', "ACCUSE"),
    "law described": ("The law led the army to arrest two students.", "COERCE"),
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def types(pipeline: Pipeline, text: str) -> list[str]:
    return [one.type for one in pipeline.walk(Document("report", text, language="en")).events]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in NONE.items() for text in texts], ids=lambda value: value[:40]
)
def test_is_no_event(pipeline: Pipeline, kind: str, text: str) -> None:
    assert types(pipeline, text) == [], kind


@pytest.mark.parametrize("kind", ALL_THE_SAME)
def test_is_an_event_all_the_same(pipeline: Pipeline, kind: str) -> None:
    text, type_ = ALL_THE_SAME[kind]
    assert type_ in types(pipeline, text)


def test_the_field_of_a_report_holds_for_its_other_sentences(pipeline: Pipeline) -> None:
    mishap = "A ferry capsized off Samar. It was a calm day. Two divers saw the collision. Thirty people were killed."
    assert types(pipeline, mishap) == []
    assert types(pipeline, mishap.replace("It was a calm day", "A gunman was on board")) == ["ASSAULT"]


def test_a_field_told_once_in_a_long_report_stays_in_its_sentence(pipeline: Pipeline) -> None:
    text = "A bus crashed. The day was cold. Nobody sang. The market was shut. Nine people were killed by rebels."
    assert types(pipeline, text) == ["ASSAULT"]
