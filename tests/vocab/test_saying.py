"""The words that tell whether, with what distance and on what occasion something was said; and how: the stances."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.vocab.cues import Cues, Stance
from dateline.vocab.load import table
from dateline.vocab.saying import Saying, commitments


def test_every_commitment_has_a_definition_and_no_other_has() -> None:
    assert tuple(Saying.load().definitions) == commitments()


@pytest.mark.parametrize("by", ["governors", "modals", "marks", "prepositions"])
def test_a_word_shows_one_commitment(by: str) -> None:
    shown = Counter(word for entry in table("saying")["commitment"].values() for word in entry.get(by, ()))
    assert [word for word, times in shown.items() if times > 1] == []


@pytest.mark.parametrize("by", ["cues", "negated"])
def test_a_word_shows_one_stance(by: str) -> None:
    shown = Counter(word for entry in table("cues")["stance"].values() for word in entry.get(by, ()))
    assert [word for word, times in shown.items() if times > 1] == []


@pytest.mark.parametrize(
    ("lemma", "frame", "particle", "negated", "stance"),
    [
        ("deny", "that", None, False, Stance("denies")),
        ("deny", "that", None, True, Stance("leaves_open", turned=True)),
        ("rule", "obj", None, False, Stance("announces")),
        ("rule", "obj", "out", False, Stance("denies")),
        ("rule", "obj", "out", True, Stance("leaves_open", turned=True)),
        ("reckon", "that", None, True, Stance("doubts", turned=True)),
        ("promise", "that", None, True, Stance("promises")),
        ("say", "that", None, True, Stance("says")),
        ("say", "wh", None, True, Stance("declines", turned=True)),
        ("call", "obj-as", None, False, Stance("says")),
        ("call", "for", None, False, Stance("demands")),
        ("warble", "that", None, False, Stance("says")),
        ("warn", "that", "off", False, Stance("warns")),
    ],
)
def test_stance_of_a_word(lemma: str, frame: str, particle: str | None, negated: bool, stance: Stance) -> None:
    assert Cues.load().stance(lemma, frame, particle=particle, negated=negated) == stance


@pytest.mark.parametrize(("lemma", "speaks"), [("say", True), ("warn", True), ("believe", False), ("suggest", False)])
def test_which_words_plainly_tell_of_speech(lemma: str, speaks: bool) -> None:
    assert Cues.load().speaks(lemma) is speaks


@pytest.mark.parametrize(("lemma", "answers"), [("reject", True), ("hear", True), ("make", False), ("say", False)])
def test_which_words_answer_the_words_of_others(lemma: str, answers: bool) -> None:
    assert Cues.load().answers(lemma) is answers
