"""Named entities: decoded here as spaCy itself decodes them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dateline.mark.entities import COMPONENT, Entities
from dateline.mark.linguistic import load_model

SHARED = Path(__file__).parents[3] / "shared" / "data"
WORDS = ["Ilse", "Brandt", "of", "the", "Orlau", "Council", "said", "on", "4 May 2021", ",", ".", "\n", "  ", "Dr."]
WORDS += ["$5", "Italy", "U.S.", "“", "é"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def ours(nlp: Language, docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
    return [[(one.start, one.end, one.label) for one in found] for found in Entities(nlp).of(docs)]


def theirs(nlp: Language, docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
    walk = nlp.get_pipe(COMPONENT)
    return [[(one.start, one.end, one.label_) for one in walk(doc).ents] for doc in docs]


def parsed(nlp: Language, texts: list[str]) -> list[Doc]:
    return list(nlp.pipe(texts, disable=[COMPONENT, "attribute_ruler", "lemmatizer"]))


def test_names_are_found(nlp: Language) -> None:
    ((first, *_),) = ours(nlp, parsed(nlp, ["Angela Brandt went to Italy."]))
    assert first == (0, 2, "PERSON")


def test_texts_without_words_have_none(nlp: Language) -> None:
    assert ours(nlp, parsed(nlp, ["", "Italy", ""])) == [[], [(0, 1, "GPE")], []]


@hypothesis_settings(max_examples=150)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), min_size=1, max_size=3))
def test_the_same_as_by_the_models_own_walk(nlp: Language, texts: list[str]) -> None:
    docs = parsed(nlp, texts)
    assert ours(nlp, docs) == theirs(nlp, docs)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside this checkout")
def test_the_same_in_real_reports(nlp: Language) -> None:
    with gzip.open(SHARED / "wikinews" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(40), strict=False)]
    docs = parsed(nlp, [paragraph for text in texts for paragraph in text.split("\n") if paragraph])
    found = ours(nlp, docs)
    assert sum(map(len, found)) > 1000
    assert found == theirs(nlp, docs)


def test_another_build_is_walked_by_the_model_itself(nlp: Language) -> None:
    entities = Entities(nlp)
    entities._known = False
    docs = parsed(nlp, ["Angela Brandt went to Italy."])
    assert [[(one.start, one.end, one.label) for one in found] for found in entities.of(docs)] == theirs(nlp, docs)
