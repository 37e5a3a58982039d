"""The sentence around a word, where a full stop does not always end one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Span
from dateline.vocab.sentences import Sentences

SENTENCES = Sentences.load()
TEXT = (
    "The U.S. envoy, Gen. A. Kolven, spoke on Tuesday. Rebels attacked the port at 4 p.m. on Monday, killing 3.5 per "
    'cent. "It was bad," he said. "We left!" Who knew? Nobody did ... so far.\n'
    "A new line (of No. 7) begins"
)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("envoy", "The U.S. envoy, Gen. A. Kolven, spoke on Tuesday."),
        ("Kolven", "The U.S. envoy, Gen. A. Kolven, spoke on Tuesday."),
        ("attacked", "Rebels attacked the port at 4 p.m. on Monday, killing 3.5 per cent."),
        ("bad", '"It was bad," he said.'),
        ("left", '"We left!"'),
        ("knew", "Who knew?"),
        ("did", "Nobody did ... so far."),
        ("begins", "A new line (of No. 7) begins"),
    ],
)
def test_a_sentence_ends_where_one_ends(word: str, sentence: str) -> None:
    span = Span(TEXT.index(word), TEXT.index(word) + len(word))
    found = SENTENCES.around(TEXT, span)
    assert TEXT[found.start : found.end] == sentence


@pytest.mark.parametrize(("word", "number"), [("envoy", 1), ("attacked", 2), ("left", 4), ("begins", 7)])
def test_sentences_are_counted_from_one(word: str, number: int) -> None:
    assert SENTENCES.number(TEXT, TEXT.index(word)) == number


@given(st.text(min_size=1), st.data())
def test_the_sentence_holds_the_words_it_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = SENTENCES.around(text, span)
    assert 0 <= found.start < found.end <= len(text)
    if text[span.start : span.end].strip() and "\n" not in text[span.start : span.end]:
        assert found.start < span.end
        assert span.start < found.end
    assert SENTENCES.number(text, span.start) >= 1
