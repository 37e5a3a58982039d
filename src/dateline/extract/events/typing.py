"""Which type an event is of: that of its frame, unless the pair models speak clearly against an unsure frame.

Frames type better than the models where they are sure, the models where they are not (docs/evaluation.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.coder.modes import Modes
from dateline.extract.events.coder.pairs import Pair, RootCoder
from dateline.extract.events.parties import Arguments
from dateline.extract.grammar import Grammar
from dateline.model.text import Document, Span
from dateline.vocab.plover import Plover

SURE = 0.8
"""The weight of a frame above which nobody else is asked."""

HINT = 0.3
"""The likelihood that the quick model must give another type, for the slow one to be asked."""

CLEAR = 0.75
"""The likelihood from which the model's type goes before the frame's."""


@dataclass(frozen=True, slots=True)
class Coders:
    """What codes pairs: a ``quick`` model is asked first, a ``slow`` one where the quick one differs."""

    quick: RootCoder
    slow: RootCoder
    modes: Modes


@dataclass(frozen=True, slots=True)
class Typed:
    """A type with its mode. ``why`` is set where it is not the frame's."""

    type: str
    mode: str | None
    why: str = ""


class Typing:
    """Types the candidates of one report; without ``coders`` by their frames alone."""

    def __init__(self, document: Document, grammar: Grammar, *, plover: Plover, coders: Coders | None) -> None:
        self._document = document
        self._grammar = grammar
        self._plover = plover
        self._coders = coders

    def of(self, candidate: Candidate, type_: str, parties: Arguments) -> Typed:
        """The type of a candidate whose frame says ``type_``."""
        own = Typed(type_, candidate.sense.mode)
        coders = self._coders
        if coders is None or max(candidate.sense.weight, candidate.weight) > SURE:
            return own
        pair = self._pair(candidate, parties)
        if pair is None:
            return own
        root = self._plover.root(type_)
        other, chance = _best(coders.quick, pair)
        if other == root or chance < HINT:
            return own
        other, chance = _best(coders.slow, pair)
        if other == root or chance < CLEAR:
            return own
        told, mode = coders.modes.told(other, pair)
        return Typed(told, mode, f"pair model {chance:.2f}, not {type_}")

    def _pair(self, candidate: Candidate, parties: Arguments) -> Pair | None:
        """The first actor and recipient with their sentence; None where they do not both stand in it."""
        if not parties.actors or not parties.recipients:
            return None
        sentence = self._grammar.sentence(candidate.head).span
        given = (parties.actors[0], parties.recipients[0], candidate.span)
        if not all(sentence.covers(one) for one in given):
            return None
        actor, recipient, trigger = (Span(one.start - sentence.start, one.end - sentence.start) for one in given)
        return Pair(self._document[sentence], actor, recipient, trigger)


def _best(coder: RootCoder, pair: Pair) -> tuple[str, float]:
    (chances,) = coder.code([pair])
    root = max(chances, key=lambda name: chances[name])
    return root, chances[root]
