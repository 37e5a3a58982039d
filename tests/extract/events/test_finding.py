"""Finding: the words that a frame fits, with the construction they stand in."""

from __future__ import annotations

import pytest

from dateline import registry
from dateline.config import settings
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.finding import Finder
from dateline.extract.events.surroundings import Surroundings
from dateline.extract.grammar import Grammar
from dateline.model.text import Document
from dateline.pipeline import Pipeline
from dateline.vocab.frames import Frames
from dateline.vocab.light import Light, Use

BLANK = {"needs": "", "type": "ASSAULT", "mode": "", "cameo": "", "actor": "", "recipient": "", "weight": "0.5"}
VERBS = (
    {"word": "attack", "needs": "obj"},
    {"word": "attack", "needs": "obj=proposal", "type": "ACCUSE"},
    {"word": "fire", "needs": "obj=coach", "type": "-"},
    {"word": "fire", "needs": "prep=at:ARMED"},
    {"word": "meet", "needs": "subj=@person noobj", "type": "CONSULT"},
    {"word": "urge", "needs": "obj xcomp=leave", "type": "REQUEST"},
    {"word": "deploy", "needs": "reduced obj", "type": "-"},
    {"word": "deploy", "needs": "obj", "type": "MOBILIZE"},
    {"word": "rape", "needs": "obj"},
    {"word": "carry", "needs": "prt=out", "type": "MOBILIZE"},
)
NOUNS = (
    {"word": "attack"},
    {"word": "attack", "needs": "mod=heart", "type": "-"},
    {"word": "strike", "needs": "of=coal"},
    {"word": "hunger strike", "type": "PROTEST"},
    {"word": "talk", "needs": "!verb=reject", "type": "CONSULT"},
    {"word": "riot", "type": "PROTEST"},
)
USES = {
    ("carry", None, "attack"): (Use("out", None, suffered=False, weight=0.9),),
    ("come", "under", "attack"): (Use(None, None, suffered=True, weight=0.8),),
    ("take", "in", "talk"): (Use(None, "part", suffered=False, weight=0.7),),
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def candidates(pipeline: Pipeline, text: str) -> list[tuple[str, Candidate]]:
    rows = [[{**BLANK, **row} for row in some] for some in (VERBS, NOUNS)]
    frames = Frames.of(rows[0], rows[1], classes={"ARMED": ["soldier", "POLICE"], "POLICE": ["police"]})
    document = Document("report", text, language="en")
    marks = pipeline.marks(document)
    grammar = Grammar(marks)
    finder = Finder(grammar, Surroundings(marks, grammar), frames=frames, light=Light(USES))
    return [(text[one.span.start : one.span.end], one) for one in finder.candidates()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels attacked the village.", ["attacked ASSAULT"]),
        ("Critics attacked the proposal.", ["attacked ACCUSE"]),
        ("The village was attacked by rebels.", ["attacked ASSAULT"]),
        ("The club fired the coach.", []),
        ("Gunmen fired at police.", ["fired ASSAULT"]),
        ("Gunmen fired at the moon.", []),
        ("Anna Velmov met with them.", ["met CONSULT"]),
        ("They urged him to leave.", ["urged REQUEST"]),
        ("They urged him to stay.", []),
        ("The minister inspected the missiles deployed in the valley.", []),
        ("The army deployed troops.", ["deployed MOBILIZE"]),
        ("Soldiers raped six women in the camp.", ["raped ASSAULT"]),
        ("He had a heart attack.", []),
        ("A hunger strike began.", ["hunger strike PROTEST"]),
        ("The riot police left.", []),
        ("They rejected talks.", []),
        ("The attacked soldiers fled.", []),
    ],
)
def test_frames_that_fit(pipeline: Pipeline, text: str, found: list[str]) -> None:
    assert [f"{words} {one.sense.type}" for words, one in candidates(pipeline, text)] == found


def test_a_light_verb_carries_the_noun_and_gives_way(pipeline: Pipeline) -> None:
    ((words, one),) = candidates(pipeline, "The group carried out a deadly attack on a school.")
    assert (words, one.head.text, one.predicate.text) == ("carried out a deadly attack", "attack", "carried")
    assert (one.suffered, one.weight) == (False, 0.9)


def test_a_light_verb_may_have_who_suffers_as_its_subject(pipeline: Pipeline) -> None:
    ((words, one),) = candidates(pipeline, "The base came under attack.")
    assert (words, one.suffered) == ("came under attack", True)


def test_a_light_verb_may_need_a_noun_between(pipeline: Pipeline) -> None:
    assert [one.light for _, one in candidates(pipeline, "Officials took part in talks.")] == [True]
    assert [one.light for _, one in candidates(pipeline, "Officials took pride in talks.")] == [False]


def test_the_frame_that_asks_most_goes_first(pipeline: Pipeline) -> None:
    ((_, one),) = candidates(pipeline, "Critics attacked the proposal.")
    assert [sense.known for sense in one.senses] == ["attack obj=proposal", "attack obj"]
