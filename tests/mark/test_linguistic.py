"""The linguistic layer: tokens are the text's, and remembered lemmas are the model's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dateline.mark.lemmas import Lemmas
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.model.marks import Marks, Sentence, Token
from dateline.model.text import Document
from dateline.vocab.load import table

TEXTS = (
    "Let's go, he said, because they ain't gonna wait; y'all gotta come. C'mon.",
    "There is a better way. There's nothing better. It was the best of the meetings, meeting the oldest men.",
    "The ministers were saying that leaves are leaving and the left has left. Better late than never, one knows.",
    "She saw the saw that he had been using. They have had it. He does what he's doing; don't.",
)


@pytest.fixture(scope="module")
def nlp():  # type: ignore[no-untyped-def]
    return load_model()


def test_remembered_lemmas_are_the_models_own(nlp) -> None:  # type: ignore[no-untyped-def]
    lemmas = Lemmas(nlp)
    for text in (*TEXTS, *reversed(TEXTS), " ".join(TEXTS)):
        own = [(token.pos, token.lemma) for token in nlp(text)]
        bare = nlp(text, disable=["attribute_ruler", "lemmatizer"])
        assert lemmas.of(bare) == own


words = st.sampled_from(
    [*" ".join(TEXTS).split(), "\u00a0", "  ", "Дом", "他说", "👍", "İstanbul", "…", "«Дом»", "「他」"]
)


@hypothesis_settings(max_examples=60)
@given(st.lists(words, max_size=40))
def test_tokens_are_the_words_of_the_text(nlp, chosen: list[str]) -> None:  # type: ignore[no-untyped-def]
    document = Document(id="report", text=" ".join(chosen))
    marks = Marks.of(PartMarker(table("parts")).mark(document, Marks()))
    marks = marks.plus(LinguisticMarker(nlp).mark(document, marks))
    tokens = marks.every(Token)
    assert [token.index for token in tokens] == list(range(len(tokens)))
    assert all(document[token.span] == token.text for token in tokens)
    assert all(0 <= token.head < len(tokens) for token in tokens)
    covered = [index for sentence in marks.every(Sentence) for index in range(sentence.first, sentence.last)]
    assert covered == list(range(len(tokens)))


@pytest.mark.parametrize(("opening", "closing"), ["«»", "»«", "„“", "‹›", "「」"])
def test_quotation_marks_of_other_languages_are_no_words(nlp, opening: str, closing: str) -> None:  # type: ignore[no-untyped-def]
    document = Document(id="report", text=f"{opening}What curfew?{closing} the men at the gate chanted.")
    marks = Marks.of(PartMarker(table("parts")).mark(document, Marks()))
    signs = [token for token in LinguisticMarker(nlp).mark(document, marks) if isinstance(token, Token)]
    assert {token.text: token.pos for token in signs if token.text in (opening, closing)} == dict.fromkeys(
        (opening, closing), "PUNCT"
    )


def test_a_very_long_line_is_read_in_pieces(nlp) -> None:  # type: ignore[no-untyped-def]
    document = Document(id="report", text="The bridge was closed on Monday. " * 700)
    marks = Marks.of(PartMarker(table("parts")).mark(document, Marks()))
    marks = marks.plus(LinguisticMarker(nlp).mark(document, marks))
    assert len(marks.every(Sentence)) == 700
