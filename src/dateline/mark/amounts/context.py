"""What the sentence says about a figure that names no noun: whose age it is, that it counts people, or the same as the
amount before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.mark.amounts.figure import Figure
from dateline.mark.analysis import Analysis
from dateline.mark.items import Items
from dateline.model.marks import Token
from dateline.vocab.units import Units

_PERSON, _YEAR = "person", "year"
_OLDEST = 120
_REACH = 25  # tokens between a verb and its subject
_OF_VERB = frozenset({"nsubj", "nsubjpass", "dobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AGED = frozenset({"he", "she", "who"})
_CHANGES = frozenset({"to", "from", "including", "with"})
_NOT_PASSED_ON = frozenset({"ratio", "time"})
_PLACED = frozenset({"in", "at", "near", "from", "on", "more"})


@dataclass(frozen=True, slots=True)
class Before:
    """The amount before, in the same sentence: its unit and whether that stands for a kind of thing."""

    unit: str | None
    named: bool


class Context:
    """Says the unit of a figure without a unit or a noun of its own, where the sentence tells it."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._classes = frozenset(units.nouns.values())

    def unit(
        self, items: Items, figure: Figure, *, start: int, last: int, analysis: Analysis, before: Before | None
    ) -> str | None:
        """The unit of the bare figure whose amount runs from item ``start`` up to ``last``, or None."""
        if items.word(last) in self._units.states:
            return _PERSON
        if self.is_age(items, figure, start=start, last=last, analysis=analysis):
            return _YEAR
        token = analysis.token(items.starts[figure.last - 1])
        if token is not None and self._counts_people(token, analysis):
            return _PERSON
        return None if before is None else self._passed_on(items, start, last, before)

    def of_others(self, before: Before | None) -> str | None:
        """The unit of "22 others": what was counted before, else people."""
        return _PERSON if before is None else before.unit if before.unit in self._classes else None

    def is_age(self, items: Items, figure: Figure, *, start: int, last: int, analysis: Analysis) -> bool:
        """Whether it is an age: "aged 18 to 34", "at the age of ten", "Ana Brandt, 45, left", "she was 10"."""
        if not 0 < figure.high <= _OLDEST or figure.sign is not None or figure.high != figure.high.to_integral_value():
            return False
        before = items.word(start - 1)
        if before in ("aged", "age", "ages") or (before == "of" and items.word(start - 2) in ("age", "ages")):
            return True
        if figure.is_range:
            return False
        return self._stands_beside(items, figure, last, analysis) or self._is_predicate(items, figure, analysis)

    @staticmethod
    def _stands_beside(items: Items, figure: Figure, last: int, analysis: Analysis) -> bool:
        """Whether it stands between commas after a name: "Ana Brandt, 45, left"."""
        place = figure.first - 1
        if items.word(place) != "," or items.word(last) != "," or not items.word(figure.first).isdecimal():
            return False
        token = analysis.token(items.starts[place - 1]) if place > 0 else None
        return token is not None and token.tag == "NNP" and len(token.text) > 1 and figure.high > 1

    @staticmethod
    def _is_predicate(items: Items, figure: Figure, analysis: Analysis) -> bool:
        token = analysis.token(items.starts[figure.first])
        if token is None or token.dep not in ("attr", "acomp"):
            return False
        verb = analysis.head(token)
        if verb.lemma.lower() not in ("be", "turn"):
            return False
        return any(one.text.lower() in _AGED for one in _around(verb, analysis, _SUBJECTS))

    def _counts_people(self, token: Token, analysis: Analysis) -> bool:
        """Whether the verb or noun over it says that people are counted: "injures 17", "the toll rose to 16"."""
        head, units = analysis.head(token), self._units
        if token.dep in _OF_VERB and head.lemma.lower() in units.harms:
            return True
        if token.dep in _SUBJECTS and head.lemma.lower() in units.crowds:
            return True
        if token.dep == "pobj":
            above = analysis.head(head)
            if head.lemma == "of":
                return above.lemma.lower() in units.tolls
            head = above
        elif token.dep not in _OF_VERB and token.dep != "attr":
            return False
        return any(self._is_toll(one, analysis) for one in _around(head, analysis, _OF_VERB))

    def _is_toll(self, token: Token, analysis: Analysis) -> bool:
        """Whether a noun counts people: "toll", "the number of people killed"."""
        if token.lemma.lower() in self._units.tolls:
            return True
        if token.lemma.lower() != "number":
            return False
        after = analysis.tokens[token.index + 1 : token.index + 6]
        return any(self._units.nouns.get(one.lemma.lower()) == _PERSON for one in after)

    def _passed_on(self, items: Items, start: int, last: int, before: Before) -> str | None:
        """The unit of the amount before, where the figure goes on with it: "rose 64 points to 4,577"."""
        word = items.word(start - 1)
        if before.unit is None:
            return None
        if before.unit in self._classes:
            goes_on = word in _CHANGES or (word in ("and", ",") and items.word(last) in _PLACED)
            return before.unit if goes_on else None
        kept = before.named and self._units.dimensions.get(before.unit) not in _NOT_PASSED_ON
        return before.unit if word == "to" and (kept or before.unit == "point") else None


def _around(verb: Token, analysis: Analysis, deps: frozenset[str]) -> Iterator[Token]:
    """The words under ``verb`` in one of these relations, within reach."""
    tokens = analysis.tokens
    for token in tokens[max(0, verb.index - _REACH) : verb.index + _REACH]:
        if token.head == verb.index and token.dep in deps:
            yield token
