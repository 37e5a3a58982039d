"""The nouns that name events and the light verbs that carry them: known parts, each row once and in order."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dateline.vocab.frames import Frames
from dateline.vocab.light import Light
from dateline.vocab.load import rows, table
from dateline.vocab.plover import Plover

Row = dict[str, str]
SLOT = re.compile(r"subj|obj|iobj|by|poss|mod|light|lightobj|between|prep:[a-z]+")
KINDS = {"@person", "@country", "@org", "@place", "@money"}
CLASS = re.compile(r"[A-Z][A-Z_]+")


@pytest.fixture(scope="module")
def nouns() -> list[Row]:
    return list(rows("events/nouns"))


@pytest.fixture(scope="module")
def plover() -> Plover:
    return Plover.load()


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Frames.load()


@pytest.fixture(scope="module")
def light(frames: Frames) -> Light:
    return Light.load(frames.nouns)


def told(nouns: list[Row]) -> list[Row]:
    return [row for row in nouns if row["type"] != "-"]


def test_there_are_enough_of_them_and_of_light_verbs(nouns: list[Row]) -> None:
    assert len({row["word"] for row in told(nouns)}) >= 450
    assert len(table("events/light")["light"]) >= 120


def test_rows_are_in_order_and_none_is_there_twice(nouns: list[Row]) -> None:
    keys = [(row["word"], row["needs"]) for row in nouns]
    assert keys == sorted(keys)
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_row_has_a_known_type_a_mode_of_it_and_a_likely_weight(nouns: list[Row], plover: Plover) -> None:
    for row in told(nouns):
        plover.mode(row["type"], row["mode"] or None)
        assert 0.1 <= float(row["weight"]) <= 0.95, row
        assert re.fullmatch(r"\d{2,4}", row["cameo"]), row


def test_the_cameo_code_of_a_row_is_read_as_its_root(nouns: list[Row], plover: Plover) -> None:
    wrong = []
    for row in told(nouns):
        read = plover.converted(row["cameo"])
        if read is None or plover.root(read.type) != plover.root(row["type"]):
            wrong.append((row["word"], row["needs"], row["type"], row["cameo"]))
    assert wrong == []


def test_slots_are_known(nouns: list[Row]) -> None:
    for row in told(nouns):
        for column in ("actor", "recipient"):
            written = row[column].split("|") if row[column] not in ("", "-") else []
            assert all(SLOT.fullmatch(slot) for slot in written), (row["word"], row[column])


def test_a_row_that_rules_out_says_nothing_else(nouns: list[Row]) -> None:
    ruling = [row for row in nouns if row["type"] == "-"]
    assert ruling
    assert all(not (row["mode"] or row["cameo"] or row["actor"] or row["recipient"]) for row in ruling)


def test_words_are_as_the_parser_writes_them(nouns: list[Row]) -> None:
    """In lower case, a hyphen standing apart."""
    for row in nouns:
        assert row["word"] == row["word"].lower().strip()
        assert not re.search(r"\w-|-\w", row["word"]), row["word"]


def test_kinds_of_name_are_known(nouns: list[Row]) -> None:
    seen = {word for row in nouns for word in re.findall(r"@\w+", row["needs"])}
    assert seen <= KINDS


def test_every_word_class_for_nouns_is_used(nouns: list[Row]) -> None:
    used = {name for row in nouns for name in CLASS.findall(row["needs"])}
    ours = set(table("events/noun_classes"))
    assert ours <= used
    assert not ours & set(table("events/classes"))


@pytest.mark.parametrize(
    ("words", "type_"),
    [("shelling", "ASSAULT"), ("hunger strike", "PROTEST"), ("ultimatum", "THREATEN"), ("airlift", "AID")],
)
def test_a_noun_names_its_type(frames: Frames, words: str, type_: str) -> None:
    senses = [one for one in frames.nouns[words.split()[-1]] if one.word == words]
    assert {one.type for one in senses if not one.needs} == {type_}


@pytest.mark.parametrize("words", ["press conference", "talk show", "strike price", "cold war", "rescue worker"])
def test_a_name_that_only_sounds_like_an_event_is_ruled_out(frames: Frames, words: str) -> None:
    assert [one.type for one in frames.nouns[words.split()[-1]] if one.word == words] == [None]


def test_a_lasting_thing_weighs_little_unless_a_verb_makes_it_happen(frames: Frames) -> None:
    for word in ("agreement", "war", "sanction", "support", "threat"):
        bare = [one.weight for one in frames.nouns[word] if one.word == word and one.type and not one.needs]
        made = [one.weight for one in frames.nouns[word] if one.word == word and one.type and one.needs]
        assert max(bare, default=0) <= 0.4 < max(made), word


def test_light_verbs_are_in_order_and_none_is_there_twice() -> None:
    parts = ("verb", "particle", "through", "preposition", "subject")
    keys = [tuple(one.get(part, "") for part in parts) for one in table("events/light")["light"]]
    assert keys == sorted(keys)
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_a_light_verb_carries_known_types_and_known_nouns(plover: Plover, frames: Frames) -> None:
    unknown = set()
    for one in table("events/light")["light"]:
        assert one["subject"] in ("actor", "recipient")
        assert set(one.get("types", "").split()) <= set(plover.types), one
        assert one.get("types") or one.get("nouns"), one
        assert 0.3 <= one["weight"] <= 0.95
        unknown |= {word for word in one.get("nouns", "").split() if word not in frames.nouns}
    assert sorted(unknown) == []


@pytest.mark.parametrize(
    ("verb", "preposition", "noun", "particle", "through", "suffered"),
    [
        ("carry", None, "attack", "out", None, False),
        ("come", "under", "fire", None, None, True),
        ("hold", None, "talk", None, None, False),
        ("take", "in", "protest", None, "part", False),
        ("receive", None, "pardon", None, None, True),
    ],
)
def test_a_light_verb_says_who_acts(
    light: Light, verb: str, preposition: str | None, noun: str, particle: str, through: str | None, suffered: bool
) -> None:
    uses = [one for one in light.of(verb, preposition, noun) if (one.particle, one.through) == (particle, through)]
    assert [one.suffered for one in uses] == [suffered]


def test_a_verb_that_is_no_light_verb_carries_nothing(light: Light) -> None:
    assert light.of("condemn", None, "attack") == ()
