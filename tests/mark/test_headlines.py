"""Headlines whose verb the language model takes for a noun are read again."""

from __future__ import annotations

import pytest

from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.model.marks import Marks, Token
from dateline.model.text import Document
from dateline.vocab.load import table

VERBS = {"sentence", "shoot", "stab", "force", "fire", "level"}


@pytest.fixture(scope="module")
def marker() -> LinguisticMarker:
    return LinguisticMarker(load_model(), headline_verbs=VERBS)


def tokens(marker: LinguisticMarker, text: str) -> tuple[Token, ...]:
    document = Document("report", text, language="en")
    marks = Marks.of(PartMarker(table("parts")).mark(document, Marks()))
    return marks.plus(marker.mark(document, marks)).every(Token)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        (
            "A military court in Minsk sentences former senator Ales Velmov to 18 years in prison.",
            "sentences",
            "sentence",
        ),
        ("A supermarket employee shoots and kills three fellow employees in a closed market.", "shoots", "shoot"),
        (
            "An Israeli airstrike levels a seven story apartment building in Gaza, injuring 20 people.",
            "levels",
            "level",
        ),
    ],
)
def test_the_verb_is_found_and_the_words_stay(marker: LinguisticMarker, text: str, word: str, lemma: str) -> None:
    found = tokens(marker, text)
    (verb,) = (one for one in found if one.text == word)
    assert (verb.pos, verb.tag, verb.lemma, verb.dep) == ("VERB", "VBZ", lemma, "ROOT")
    assert any(one.dep == "nsubj" and one.head == verb.index for one in found)
    assert all(text[one.span.start : one.span.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Long prison sentences for two bankers in Baku.",
        "The death sentences of the two men were upheld.",
        "Iraqi security forces fire tear gas on protesters in Baghdad.",
    ],
)
def test_nouns_stay_nouns(marker: LinguisticMarker, text: str) -> None:
    (noun,) = (one for one in tokens(marker, text) if one.text in ("sentences", "forces"))
    assert noun.pos == "NOUN"


def test_words_that_headlines_do_not_use_stay(marker: LinguisticMarker) -> None:
    plain = LinguisticMarker(load_model())
    text = "A military court in Minsk sentences former senator Ales Velmov to 18 years in prison."
    assert [one.tag for one in tokens(plain, text)] != [one.tag for one in tokens(marker, text)]
