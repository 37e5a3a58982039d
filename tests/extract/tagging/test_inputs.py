"""Windows: every token of every sentence once, and pairs that tell the path in the parse."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from shown import shown

from dateline.extract.statements.tagging.inputs import Window, windows
from dateline.extract.statements.tagging.labels import DEPENDENCIES, PAIR_LABELS, SELF, UNKNOWN, UNRELATED
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.model.marks import Token

WORDS = WordPieces(["[UNK]", "[CLS]", "[SEP]", "the", "dam", "##s", "mayor"])


def windowed(text: str) -> tuple[tuple[Token, ...], list[Window]]:
    marks = shown(text)
    return marks.every(Token), windows(marks, WORDS)


def agree(window: Window) -> bool:
    """Whether the tables of a window are of one size."""
    words, pieces = window.last - window.first, len(window.pieces)
    return (
        len(window.starts) == len(window.layer) == words
        and window.pairs.shape == (words, words)
        and len(window.quotes) == len(window.speech) == len(window.links) == pieces
        and (words == 0 or int(window.starts[-1]) < pieces - 1)
    )


def test_pairs_name_the_dependency_on_the_path() -> None:
    tokens, (window,) = windowed("The mayor said that the dam would hold.")
    at = {token.text: token.index for token in tokens}
    subject, clause = (DEPENDENCIES.index(name) + UNKNOWN + 1 for name in ("nsubj", "ccomp"))
    assert window.pairs[at["said"], at["mayor"]] == subject
    assert window.pairs[at["said"], at["The"]] == subject  # below "said" by way of "mayor"
    assert window.pairs[at["said"], at["dam"]] == clause
    assert window.pairs[at["mayor"], at["said"]] == subject + len(DEPENDENCIES)
    assert window.pairs[at["mayor"], at["dam"]] == UNRELATED
    assert window.pairs[at["dam"], at["dam"]] == SELF


def test_layers_tell_quotations_and_their_marks() -> None:
    tokens, (window,) = windowed("“It is over,” the mayor said.")
    layers = dict(zip((token.text for token in tokens), window.layer.tolist(), strict=True))
    assert (layers["“"], layers["over"], layers["”"], layers["mayor"]) == (2, 1, 2, 0)


def test_a_long_report_is_cut_between_sentences() -> None:
    tokens, found = windowed(
        "\n\n".join(f"The mayor of town {n} said that the dam would hold again." for n in range(60))
    )
    assert len(found) > 3
    assert all(tokens[window.first].text == "The" for window in found)


def test_a_sentence_too_long_for_any_window_is_cut() -> None:
    _, found = windowed(", ".join(["the dam"] * 400) + ".")
    assert len(found) > 1
    assert all(len(window.pieces) <= 322 for window in found)


@hypothesis_settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("The mayor said “it” is 'so'.\n\n ,;é😀7"), max_size=300))
def test_every_token_stands_in_exactly_one_window(text: str) -> None:
    tokens, found = windowed(text)
    assert [at for window in found for at in range(window.first, window.last)] == list(range(len(tokens)))
    assert all(agree(window) and int(window.pairs.max(initial=0)) < PAIR_LABELS for window in found)
    assert all(np.array_equal(a.pairs, b.pairs) for a, b in zip(found, windowed(text)[1], strict=True))
