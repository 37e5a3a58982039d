"""The verbs that name events: known parts, each row once and in order."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dateline.vocab.frames import NOTHING, Frames, Sense
from dateline.vocab.load import rows, table
from dateline.vocab.plover import Plover

Row = dict[str, str]
SLOT = re.compile(r"subj|obj|iobj|by|poss|xsubj|xobj|between|prep:[a-z]+")
KINDS = {"@person", "@country", "@org", "@place", "@money"}
CLASS = re.compile(r"[A-Z][A-Z_]+")


@pytest.fixture(scope="module")
def verbs() -> list[Row]:
    return list(rows("events/verbs"))


@pytest.fixture(scope="module")
def plover() -> Plover:
    return Plover.load()


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Frames.load()


def told(verbs: list[Row]) -> list[Row]:
    return [row for row in verbs if row["type"] != NOTHING]


def bare(frames: Frames, verb: str) -> list[Sense]:
    """The senses of a verb whatever stands around it."""
    return [one for one in frames.verbs[verb] if not one.needs]


def test_there_are_enough_of_them_for_every_type(verbs: list[Row], plover: Plover) -> None:
    assert len({row["word"] for row in told(verbs)}) >= 800
    of_type = Counter(row["type"] for row in told(verbs))
    assert [one for one in plover.types if of_type[one] < 25] == []


def test_rows_are_in_order_and_none_is_there_twice(verbs: list[Row]) -> None:
    keys = [(row["word"], row["needs"]) for row in verbs]
    assert keys == sorted(keys)
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_row_has_a_known_type_a_mode_of_it_and_a_chance(verbs: list[Row], plover: Plover) -> None:
    for row in told(verbs):
        plover.mode(row["type"], row["mode"] or None)
        assert 0.1 <= float(row["weight"]) <= 0.95, row
        assert re.fullmatch(r"\d{2,4}", row["cameo"]), row


def test_the_cameo_code_of_a_row_is_read_as_its_root(verbs: list[Row], plover: Plover) -> None:
    wrong = []
    for row in told(verbs):
        read = plover.converted(row["cameo"])
        if read is None or plover.root(read.type) != plover.root(row["type"]):
            wrong.append((row["word"], row["needs"], row["type"], row["cameo"]))
    assert wrong == []


def test_parties_stand_in_known_slots(verbs: list[Row]) -> None:
    written = {row[column] for row in told(verbs) for column in ("actor", "recipient")} - {"", NOTHING}
    assert sorted(slot for one in written for slot in one.split("|") if not SLOT.fullmatch(slot)) == []


def test_a_row_that_rules_out_says_nothing_else(verbs: list[Row]) -> None:
    ruling = [row for row in verbs if row["type"] == NOTHING]
    assert ruling
    assert [row for row in ruling if row["mode"] or row["cameo"] or row["actor"] or row["recipient"]] == []


def test_a_verb_is_one_word_and_has_its_particle_among_its_needs(verbs: list[Row]) -> None:
    assert [row["word"] for row in verbs if not re.fullmatch(r"[a-z]+", row["word"])] == []


def test_a_condition_names_one_preposition_and_whole_lemmas(verbs: list[Row]) -> None:
    """Two prepositions need two rows, and no lemma of the parser holds an underscore."""
    needs = {need for row in verbs for need in row["needs"].split()}
    assert sorted(need for need in needs if re.match(r"!?prep=[a-z]*\|", need)) == []
    lemmas = {word for need in needs for word in re.split("[=:]", need)[-1].split("|") if not word.isupper()}
    assert sorted(word for word in lemmas if "_" in word) == []


def test_classes_and_kinds_of_name_are_known_and_every_class_is_used(verbs: list[Row]) -> None:
    ours = table("events/classes")
    named = {name for row in verbs for name in CLASS.findall(row["needs"])}
    named |= {word for words in ours.values() for word in words if word.isupper()}
    nouns = {name for row in rows("events/nouns") for name in CLASS.findall(row["needs"])}
    assert named <= ours.keys() | table("events/noun_classes").keys()
    assert sorted(ours.keys() - named - nouns) == []
    assert {word for row in verbs for word in re.findall(r"@\w+", row["needs"])} <= KINDS


@pytest.mark.parametrize(
    ("verb", "type_"),
    [("condemn", "ACCUSE"), ("urge", "REQUEST"), ("threaten", "THREATEN"), ("extradite", "COOPERATE")],
)
def test_a_verb_names_its_type(frames: Frames, verb: str, type_: str) -> None:
    assert {one.type for one in bare(frames, verb)} == {type_}


@pytest.mark.parametrize("verb", ["leave", "strike", "explode", "call", "fire", "throw"])
def test_a_verb_of_many_senses_names_nothing_alone(frames: Frames, verb: str) -> None:
    assert [one.type for one in bare(frames, verb)] == [None]


def test_sanctions_cut_relations_and_a_verdict_convicts(frames: Frames) -> None:
    """As docs/events.md reads the manual, against the CAMEO table."""
    assert {one.mode for one in frames.verbs["sanction"] if one.type == "SANCTION"} == {"discontinue"}
    assert {(one.type, one.mode) for one in bare(frames, "convict")} <= {("SANCTION", "convict")}
