"""From characters to tokens and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span
from dateline.model.words import Stretch, Words


def words_of(text: str, heads: dict[int, int] | None = None) -> Words:
    """Tokens between single spaces; each is its own head unless ``heads`` says otherwise."""
    tokens, start = [], 0
    for index, word in enumerate(text.split(" ")):
        head = (heads or {}).get(index, index)
        tokens.append(Token(Span(start, start + len(word)), index, word, word, "NOUN", "NN", "dep", head))
        start += len(word) + 1
    return Words(Document("d", text), Marks.of(tokens))


@given(st.lists(st.sampled_from(["a", "bc", "def"]), min_size=1, max_size=12), st.data())
def test_stretch_and_span_are_inverse(parts: list[str], data: st.DataObject) -> None:
    words = words_of(" ".join(parts))
    first = data.draw(st.integers(0, len(parts) - 1))
    stretch = Stretch(first, data.draw(st.integers(first + 1, len(parts))))
    assert words.stretch(words.span(stretch)) == stretch


def test_token_that_runs_over_the_end_is_not_in_the_stretch() -> None:
    assert words_of("one two").stretch(Span(0, 5)) == Stretch(0, 1)


def test_span_without_a_token_has_no_stretch() -> None:
    assert words_of("one two").stretch(Span(1, 3)) is None


def test_head_is_the_word_the_others_hang_on() -> None:
    words = words_of("old red bridge fell", {0: 2, 1: 2, 2: 3})
    assert words.head(Stretch(0, 3)).text == "bridge"


def test_children_hang_on_their_governor() -> None:
    words = words_of("old red bridge", {0: 2, 1: 2})
    assert [child.text for child in words.children(words.tokens[2])] == ["old", "red"]
    assert words.governor(words.tokens[2]) is None
