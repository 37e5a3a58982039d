"""Transcripts: who asks, whom "you" addresses, whom a label names."""

from __future__ import annotations

from staging import Staged, staged


def talk(*turns: str) -> Staged:
    """A transcript of turns "LABEL| what is said"."""
    parted = (turn.split("| ") for turn in turns)
    return staged("\n\n".join(f"[{label}]: {{{said}}}" for label, said in parted))


def speakers(found: Staged) -> list[str | None]:
    """The entities of the speakers, turn by turn."""
    links = {link.subject: link.entity for link in found.resolution.links if link.role == "speaker"}
    return [links.get(statement.id) for statement in found.statements]


def test_question_is_asked_by_whoever_was_given_the_floor() -> None:
    found = talk("MR. VELM| The road is open. Olga.", "Q| Is the bridge open too?", "MR. VELM| It is.")
    assert found.speakers == ["VELM", "Olga", "VELM"]


def test_name_that_gives_the_floor_is_a_mention_of_who_asks() -> None:
    found = talk("MR. VELM| The road is open. Yes, Robert.", "Q| Is the bridge open too?", "MR. VELM| It is.")
    assert [words for words, name in found.mentions if name == "Robert"] == ["Robert", "Q"]


def test_further_question_is_of_the_same_person() -> None:
    found = talk("MR. VELM| Good morning. Olga.", "Q| Is it open?", "MR. VELM| It is.", "Q| Since when?")
    assert found.speakers == ["VELM", "Olga", "VELM", "Olga"]


def test_question_right_after_a_question_is_of_somebody_else() -> None:
    _, one, other = speakers(talk("MR. VELM| Good morning.", "Q| Is it open?", "Q| Since when?"))
    assert one != other


def test_nameless_call_gives_the_floor_to_somebody_else() -> None:
    found = talk("MR. VELM| Good day. Olga.", "Q| Is it open?", "MR. VELM| It is. Yes, sir.", "Q| Since when?")
    assert found.speakers[1] == "Olga"
    assert found.speakers[3] == "Q"


def test_answer_tells_who_asked() -> None:
    found = talk("MR. VELM| Good morning.", "Q| Is it open?", "MR. VELM| Well, Olga, I think so.", "Q| Since when?")
    assert found.speakers == ["VELM", "Olga", "VELM", "Olga"]


def test_plain_yes_is_an_answer_and_gives_nobody_the_floor() -> None:
    found = talk("MR. VELM| Good day. Olga.", "Q| Is it open?", "MR. VELM| Yes.", "Q| Since when?")
    assert found.speakers == ["VELM", "Olga", "VELM", "Olga"]


def test_you_in_a_question_is_who_answers() -> None:
    text = "[MR. VELM]: {Good morning. Olga.}\n\n[Q]: {[You] said {the road is open}.}\n\n[MR. VELM]: {It is.}"
    assert staged(text).speakers == ["VELM", "Olga", "VELM", "VELM"]


def test_you_in_an_answer_is_who_asked() -> None:
    text = "[MR. VELM]: {Good morning. Olga.}\n\n[Q]: {Is it open?}\n\n[MR. VELM]: {[You] said {it was closed}.}"
    assert staged(text).speakers == ["VELM", "Olga", "VELM", "Olga"]


def test_label_with_a_title_is_the_person_of_that_name() -> None:
    text = "Olga Brandt met the press.\n\n[GOVERNOR BRANDT]: {The road is open.}\n\n[Q]: {Since when?}"
    assert staged(text).speakers[0] == "Olga Brandt"


def test_label_of_titles_alone_is_nobodys_name() -> None:
    found = talk("SENIOR OFFICIAL| The road is open.", "Q| Since when?", "SENIOR OFFICIAL| Since May.")
    assert all(entity.name != "OFFICIAL" for entity in found.resolution.entities)
    one, _, again = speakers(found)
    assert one == again
