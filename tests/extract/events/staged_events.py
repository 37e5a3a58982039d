"""Short invented texts with one word marked as the trigger of an event, read through the real markers.

``*killed*`` is the trigger; ``<carried> out an *attack*`` has the light verb that carries it, ``<~came>`` one whose
subject suffers it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline import registry
from dateline.config import settings
from dateline.extract.events.candidate import Candidate
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span
from dateline.pipeline import Pipeline
from dateline.vocab.frames import Sense

_MARKUP = re.compile(r"\*([^*]+)\*|<(~?)(\w+)>")


@cache
def _pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def sense(type_: str, actor: str = "subj", recipient: str = "obj") -> Sense:
    """A frame with these slots."""
    slots = [tuple(one for one in written.split("|") if one != "-") for written in (actor, recipient)]
    return Sense("word", type_, None, None, slots[0], slots[1], 0.9, (), "word")


NOUN = ("by|poss|mod|light", "prep:on|prep:against|prep:of|prep:with|lightobj")
"""The slots of nouns where a frame names none."""


@dataclass(frozen=True)
class Staged:
    """A marked report with its candidate."""

    document: Document
    marks: Marks
    grammar: Grammar
    candidate: Candidate

    def words(self, *spans: Span | None) -> list[str | None]:
        """The words at some spans."""
        return [None if span is None else self.document[span] for span in spans]


@cache
def staged(marked_up: str, type_: str = "ASSAULT", actor: str = "subj", recipient: str = "obj") -> Staged:
    """Reads a text with its trigger marked up in it."""
    text, trigger, carrier, suffered = _read(marked_up)
    document = Document("d", text, language="en")
    marks = _pipeline().marks(document)
    grammar = Grammar(marks)
    head = grammar.between(trigger)[-1]
    predicate = head if carrier is None else grammar.between(carrier)[0]
    candidate = Candidate(head, predicate, trigger, (sense(type_, actor, recipient),), suffered)
    return Staged(document, marks, grammar, candidate)


def tagged(marks: Marks, word: str) -> Token:
    """The token of a word that the text has once."""
    (found,) = (token for token in marks.every(Token) if token.text == word)
    return found


def _read(marked_up: str) -> tuple[str, Span, Span | None, bool]:
    text, at = "", 0
    trigger: Span | None = None
    carrier: Span | None = None
    suffered = False
    for match in _MARKUP.finditer(marked_up):
        text += marked_up[at : match.start()]
        words = match[1] or match[3]
        span = Span(len(text), len(text) + len(words))
        if match[1]:
            trigger = span
        else:
            carrier, suffered = span, match[2] == "~"
        text, at = text + words, match.end()
    assert trigger is not None, marked_up
    return text + marked_up[at:], trigger, carrier, suffered
