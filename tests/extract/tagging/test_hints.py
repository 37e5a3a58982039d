"""Hints: how well words agree with what the tagger expects."""

from __future__ import annotations

import numpy as np
import pytest
from shown import shown

from dateline.extract.statements.tagging.hints import Hint, Words
from dateline.extract.statements.tagging.labels import ROLES
from dateline.model.marks import Token
from dateline.model.text import Span

TEXT = "The mayor said that it would hold, at least now."


def words() -> Words:
    return Words(shown(TEXT).every(Token))


def hint(source: slice, content: slice, *, first: int = 0, likely: float = 1.0) -> Hint:
    """A hint at "said" that expects tokens of ``source`` and ``content`` with ``likely``, all others not at all."""
    known = words()
    roles = np.zeros((len(known.tokens) - first, len(ROLES)), dtype=np.float32)
    for role, places in (("source", source), ("content", content)):
        at = ROLES.index(role)
        roles[places, at] = likely
        roles[places.start, at + 1] = roles[places.stop - 1, at + 2] = likely
    return Hint(2, 0.9, first=first, roles=roles, words=known)


def test_ranges_leave_out_signs_at_the_ends() -> None:
    known = words()
    comma = TEXT.index(",")
    assert known.range(Span(TEXT.index("hold"), comma + 1)) == (6, 7)
    assert known.ranges([Span(comma, comma + 1)]) == []


def test_what_is_expected_agrees_wholly() -> None:
    found = hint(slice(0, 2), slice(3, 7)).likeness("content", [(3, 7)])
    assert found.overlap == pytest.approx(1.0)
    assert found.edges == pytest.approx(0.0)


def test_overlap_is_the_jaccard_index_by_letters() -> None:
    half = hint(slice(0, 2), slice(3, 7)).likeness("content", [(3, 5)])  # "that it" of "that it would hold"
    assert half.overlap == pytest.approx(6 / 15)
    more = hint(slice(0, 2), slice(3, 7)).likeness("content", [(2, 7)])  # "said" too
    assert more.overlap == pytest.approx(15 / 19)
    assert more.edges < 0


def test_words_outside_the_window_are_held_against_a_content() -> None:
    part = hint(slice(0, 2), slice(0, 4), first=3)
    assert part.likeness("content", [(3, 7)]).overlap == pytest.approx(1.0)
    assert part.likeness("content", [(2, 7)]).overlap == pytest.approx(15 / 19)


def test_expected_ranges_bridge_signs_but_no_words() -> None:
    assert hint(slice(0, 2), slice(3, 9)).ranges("content") == [(3, 9)]  # over the comma
    apart = hint(slice(0, 2), slice(3, 7))
    assert apart.ranges("content") == [(3, 7)]
    assert apart.ranges("source") == [(0, 2)]
    assert hint(slice(0, 2), slice(3, 7), likely=0.4).ranges("content") == []


def test_highest_is_the_likeliest_word() -> None:
    assert hint(slice(0, 2), slice(3, 7), likely=0.7).highest("source") == pytest.approx(0.7)
