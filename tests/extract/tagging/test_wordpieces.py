"""Word pieces: the longest known ones from the left, for any text at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.statements.tagging.wordpieces import WordPieces

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "harbour", "har", "##bour", "##s", "##mas", "##ter", "'", "e", "##a", "."]


def words() -> WordPieces:
    return WordPieces(PIECES)


def named(*pieces: str) -> tuple[int, ...]:
    return tuple(PIECES.index(piece) for piece in pieces)


def test_the_longest_piece_wins() -> None:
    assert words().of("harbours") == named("harbour", "##s")
    assert words().of("harbourmaster") == named("harbour", "##mas", "##ter")


def test_case_and_accents_do_not_matter() -> None:
    assert words().of("HARBOUR") == words().of("harboúr") == named("harbour")


def test_signs_are_pieces_of_their_own() -> None:
    assert words().of("e.e'") == named("e", ".", "e", "'")


def test_a_word_with_an_unknown_part_is_unknown_as_a_whole() -> None:
    assert words().of("harbourx") == named("[UNK]")


@given(st.text(min_size=1))
def test_every_word_has_between_one_and_six_known_pieces(word: str) -> None:
    ids = words().of(word)
    assert 1 <= len(ids) <= 6
    assert all(0 <= one < len(PIECES) for one in ids)


@given(st.text(min_size=1))
def test_a_remembered_word_is_cut_as_at_first(word: str) -> None:
    cutter = words()
    assert cutter.of(word) == cutter.of(word) == words().of(word)
