"""The words of a report that name places, and how sure it is that they stand for the place itself."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.grammar import Grammar
from dateline.model.marks import Labelled, Marks, Name, Token, Toponym
from dateline.model.text import Span

_SURE = 0.5  # of a toponym's score
_BODIES = frozenset({"organisation", "group", "person"})
_AREAS = frozenset({"place", "region", "country", "installation"})


class Toponymy:
    """The places of one report by the words of their names."""

    def __init__(self, marks: Marks, grammar: Grammar) -> None:
        self._places: dict[int, Span] = {}
        self._any: dict[int, Span] = {}
        doubtful = [one.span for one in marks.every(Toponym) if one.use == "literal"]
        self._perhaps = {one.index: span for span in doubtful for one in grammar.between(span)}
        states = (name.span for name in marks.every(Name) if name.kind == "country")
        self._states = {one.index for span in states for one in grammar.between(span)}
        for span, use in _named(marks):
            for token in grammar.between(span):
                if use in (None, "literal", "modifier"):
                    self._places.setdefault(token.index, span)
                if use != "demonym":
                    self._any.setdefault(token.index, span)

    def place(self, token: Token) -> Span | None:
        """The place that a word names or helps to name."""
        return self._places.get(token.index)

    def anyhow(self, token: Token) -> Span | None:
        """The place, even where it stands for its government: what is attacked in "attacked Oria"."""
        return self._any.get(token.index)

    def perhaps(self, token: Token) -> Span | None:
        """The place that a word may name, where nothing but a place is to be expected: "visited Oria"."""
        return self._any.get(token.index) or self._perhaps.get(token.index)

    def state(self, token: Token) -> bool:
        """Whether a word is part of a country's name."""
        return token.index in self._states


def _named(marks: Marks) -> Iterator[tuple[Span, str | None]]:
    """The places of a report with the use they have, the surest reading first."""
    taken, bodies = [], []
    for name in marks.every(Name):
        taken.append(name.span)
        if name.kind in _BODIES:
            bodies.append(name.span)
        if name.kind in _AREAS:
            yield name.span, name.use
    for toponym in marks.every(Toponym):
        owned = any(one.covers(toponym.span) and one.start < toponym.span.start for one in bodies)
        if toponym.score >= _SURE and not owned:  # "the University of Oria" may be anywhere, "Oria University" is there
            taken.append(toponym.span)
            yield toponym.span, toponym.use
    for labelled in marks.every(Labelled):
        if labelled.label in ("GPE", "LOC") and not any(one.overlaps(labelled.span) for one in taken):
            yield labelled.span, "literal"
