"""Tokens and sentences for unit tests without a model: a small word list and the look of a word give its tag."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.model.marks import Mark, Marks, Sentence, Token
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate

_TOKEN = re.compile(r"[0-9][0-9.,:]*[0-9]|[^\W_]+(?:\.[^\W_]\.)*|\S")
_SENTENCE = re.compile(r"[^\n]+")
_END = re.compile(r"(?<=[.!?])\s+(?=[\"“A-Z])")
_TAGS = {
    "DT": "the a an this that these those all no every each some any",
    "IN": "in of on at by from to for with since until after before about over under around near between than",
    "VBD": "was were left died fell rose came met said had burned began lost saw killed arrived agreed held stood",
    "VBZ": "is has says opens runs",
    "VBP": "are have meet",
    "MD": "will would may could",
    "CC": "and or but",
    "JJ": "northern armed main several few local young rural large joint medical main heavy third foreign",
    "RB": "now nearly almost roughly approximately only not newly",
    "PRP$": "its their his her",
    "PRP": "he she it they we",
    "VB": "march meet leave",
    "NNS": "troops people children police men women personnel",
}
_KNOWN = {word: tag for tag, words in _TAGS.items() for word in words.split()}
_VERBS = {"VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VB": "VERB", "MD": "AUX"}


def document(text: str, published: str | None = None) -> Document:
    """A document of the given text."""
    return Document("d", text, Source(published=None if published is None else PartialDate(published)))


def marks_of(text: str, *, past: bool = True) -> Marks:
    """Crude tokens and sentences; every token is governed by the last verb before it, or else by itself."""
    marks: list[Mark] = []
    index = 0
    for line in _SENTENCE.finditer(text):
        for start, end in _pieces(text, line.start(), line.end()):
            tokens = list(_tokens(text, start, end, first=index))
            if tokens:
                whole = Span(tokens[0].span.start, tokens[-1].span.end)
                marks += [*tokens, Sentence(whole, first=index, last=index + len(tokens))]
                index += len(tokens)
    return Marks.of(marks)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(found.end() for found in _END.finditer(text, start, end)), end]
    return list(pairwise(cuts))


def _tokens(text: str, start: int, end: int, *, first: int) -> list[Token]:
    found = list(_TOKEN.finditer(text, start, end))
    tags = [_tag(match[0], initial=number == 0) for number, match in enumerate(found)]
    heads = next((number for number, tag in enumerate(tags) if tag in _VERBS), None)
    will = "MD" in tags
    return [
        Token(
            span=Span(match.start(), match.end()),
            index=first + number,
            text=match[0],
            lemma=match[0].lower().removesuffix("s"),
            pos=_VERBS.get(tag, "NOUN"),
            tag=tag,
            dep="aux" if tag == "MD" else "root" if will else "dep",
            head=first + (number if heads is None else heads),
        )
        for number, (match, tag) in enumerate(zip(found, tags, strict=True))
    ]


def _tag(word: str, *, initial: bool) -> str:
    if not word[0].isalnum():
        return "HYPH" if word == "-" else "."
    if word[0].isdigit():
        return "CD"
    if word.lower() in _KNOWN and (initial or word.islower()):
        return _KNOWN[word.lower()]
    if word[0].isupper() and not initial:
        return "NNP"
    return "NNS" if word.endswith("s") else "NN"
