"""Named entities by spaCy's own model, decoded here.

spaCy 3.8 walks through a text one transition at a time and asks for every one of its 74 moves whether it is allowed; in
the released build each question takes and drops the interpreter's lock, which costs more than all the arithmetic. Most
words stand outside any name, where a word's scores depend on nothing but the word: they are computed for all words
at once, and only within a name is anything walked. Model, weights and result are spaCy's: tests/mark compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENT = "ner"
_FEATURES = 3  # the word, the first word of the open name, the word before

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens ``start`` up to, not including, ``end``, and its label."""

    start: int
    end: int
    label: str


class Entities:
    """Finds the named entities that the model's entity recogniser would find."""

    def __init__(self, nlp: Language) -> None:
        """Reads the recogniser of ``nlp``; where it is not built as expected its own walk is used."""
        component: Any = nlp.get_pipe(COMPONENT)
        model = component.model
        self._component = component
        self._words = model.get_ref("tok2vec")
        self._lower = model.get_ref("lower")
        moves = component.moves
        self._moves: list[str] = [moves.get_class_name(at) for at in range(moves.n_moves)]
        self._known = (
            model.attrs.get("has_upper", False)
            and self._lower.get_dim("nF") == _FEATURES
            and self._lower.get_dim("nP") > 1
            and not model.attrs.get("unseen_classes")
            and COMPONENT in nlp.pipe_names
        )
        if self._known:
            upper = model.get_ref("upper")
            self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        self._begins = np.array([move.startswith("B-") for move in self._moves])
        self._units = np.array([move.startswith("U-") and move != "U-" for move in self._moves])
        self._never = ~(self._begins | self._units | np.array([move == "O" for move in self._moves]))
        self._inner = {
            move[2:]: (self._moves.index(f"I-{move[2:]}"), self._moves.index(f"L-{move[2:]}"))
            for move in self._moves
            if move.startswith("B-")
        }

    def of(self, docs: Sequence[Doc]) -> list[list[Entity]]:
        """The entities of each of ``docs``, which have their sentences already."""
        filled = [doc for doc in docs if len(doc)]
        if not self._known or not filled:
            return [self._walked(doc) for doc in docs]
        hidden = self._lower.predict(self._words.predict(filled))  # a row of padding, then a row a word
        best = self._best_outside(hidden, filled)
        found, first = [], 0
        for doc in docs:
            last = first + len(doc)
            found.append(self._decoded(hidden[first:], best[first:last], sentence_starts(doc)) if len(doc) else [])
            first = last
        return found

    def _best_outside(self, hidden: Floats, docs: Sequence[Doc]) -> list[int]:
        """For each word the best move when no name is open."""
        padding, words = hidden[0], hidden[1:]
        scores = self._scores(words[:, 0] + padding[1] + padding[2])
        spaces = np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        ends = np.concatenate([[*sentence_starts(doc)[1:], True] for doc in docs])
        scores[:, self._never] = -np.inf
        scores[np.ix_(spaces, self._begins | self._units)] = -np.inf
        scores[np.ix_(ends, self._begins)] = -np.inf
        return scores.argmax(axis=1).tolist()  # type: ignore[no-any-return]

    def _scores(self, sums: Floats) -> Floats:
        pieces = sums + self._lower.get_param("b")
        scores: Floats = pieces.max(axis=-1) @ self._weights.T + self._bias
        return scores

    def _decoded(self, hidden: Floats, best: list[int], starts: npt.NDArray[np.bool_]) -> list[Entity]:
        """The entities of one text; ``hidden[at + 1]`` is the row of its word ``at``."""
        found: list[Entity] = []
        at = 0
        while at < len(best):
            move = self._moves[best[at]]
            begun, label = at, move[2:]
            at += 1
            if move.startswith("B-"):
                while self._goes_on(hidden, at, begun, label) and at + 1 < len(best) and not starts[at + 1]:
                    at += 1
                at += 1
            if move != "O":
                found.append(Entity(begun, at, label))
        return found

    def _goes_on(self, hidden: Floats, at: int, begun: int, label: str) -> bool:
        """Whether the word ``at`` is inside rather than last in the name that was begun."""
        inside, last = self._inner[label]
        scores = self._scores(hidden[at + 1, 0] + hidden[begun + 1, 1] + hidden[at, 2])
        return bool(scores[inside] >= scores[last]) if inside < last else bool(scores[inside] > scores[last])

    def _walked(self, doc: Doc) -> list[Entity]:
        copy = self._component(doc.copy())
        return [Entity(one.start, one.end, one.label_) for one in copy.ents]


def sentence_starts(doc: Doc) -> npt.NDArray[np.bool_]:
    """Which tokens begin a sentence."""
    starts = doc.to_array("SENT_START")
    return np.asarray(starts == 1)
