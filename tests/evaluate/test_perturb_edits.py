"""Edits carry spans along: a span holds the same words in the changed text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluate.perturb import Edit, Edits
from dateline.evaluate.standoff import Gold
from dateline.model.text import Span

words = st.text(min_size=1, max_size=6)
pieces = st.lists(
    st.tuples(words, st.sampled_from(["kept", "replaced", "led", "deleted"]), st.text(max_size=6)), max_size=8
)


def composed(parts: list[tuple[str, str, str]]) -> tuple[str, list[str], Edits]:
    """The text of the pieces, what becomes of each, and the edits; a "led" piece has something put in before it."""
    at, made, edits = 0, [], []
    for old, fate, new in parts:
        if fate == "replaced":
            edits.append(Edit(at, at + len(old), new))
        elif fate == "deleted":
            edits.append(Edit(at, at + len(old), ""))
        elif fate == "led":
            edits.append(Edit(at, at, new))
        made.append({"kept": old, "led": old, "replaced": new, "deleted": ""}[fate])
        at += len(old)
    return "".join(old for old, _, _ in parts), made, Edits(edits)


@given(pieces)
def test_the_changed_text_is_made_of_the_changed_pieces(parts: list[tuple[str, str, str]]) -> None:
    text, made, edits = composed(parts)
    led = [new if fate == "led" else "" for _, fate, new in parts]
    assert edits.apply(text) == "".join(a + b for a, b in zip(led, made, strict=True))


@given(pieces, st.data())
def test_a_span_of_whole_pieces_holds_what_they_became(parts: list[tuple[str, str, str]], data: st.DataObject) -> None:
    if not parts:
        return
    text, made, edits = composed(parts)
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    start = sum(len(old) for old, _, _ in parts[:first])
    span = Span(start, start + sum(len(old) for old, _, _ in parts[first : last + 1]))
    led = [new if fate == "led" and number > first else "" for number, (_, fate, new) in enumerate(parts)]
    expected = "".join(led[number] + made[number] for number in range(first, last + 1))
    moved = edits.span(span)
    assert (edits.apply(text)[moved.start : moved.end] if moved else "") == expected


@given(pieces, st.data())
def test_any_span_lies_in_the_changed_text_and_keeps_its_kept_words(
    parts: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    text, _, edits = composed(parts)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    moved, changed = edits.span(span), edits.apply(text)
    assert moved is None or moved.end <= len(changed)
    if not any(edit.start < span.end and span.start < edit.end for edit in edits):
        assert moved is not None
        assert not any(span.start < edit.start < span.end for edit in edits) or len(moved) >= len(span)
        inserted = sum(edit.growth for edit in edits if span.start < edit.start < span.end)
        assert len(moved) == len(span) + inserted


def test_a_border_inside_a_replaced_piece_moves_out() -> None:
    edits = Edits([Edit(4, 9, "Venn")])
    assert edits.span(Span(0, 6)) == Span(0, 8)
    assert edits.span(Span(6, 12)) == Span(4, 11)


def test_gold_moves_in_all_its_parts_and_drops_what_is_gone() -> None:
    edits = Edits([Edit(0, 0, "By X. "), Edit(10, 14, "")])
    one = Gold((Span(0, 3),), (Span(10, 14),), (Span(15, 20), Span(22, 25)))
    assert edits.gold(one) == Gold((Span(6, 9),), (), (Span(17, 22), Span(24, 27)))


@pytest.mark.parametrize("two", [(Edit(0, 4, "a"), Edit(3, 5, "b")), (Edit(2, 2, "a"), Edit(2, 2, "b"))])
def test_edits_that_overlap_are_refused(two: tuple[Edit, Edit]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        Edits(two)


def test_edits_may_touch() -> None:
    assert Edits([Edit(0, 1, "x"), Edit(1, 1, "y"), Edit(1, 2, "z")]).apply("ab") == "xyz"
