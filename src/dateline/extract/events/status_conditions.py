"""What an event depends on: "if it attacks", "should they attack", "Were the rebels to attack, ..."."""

from __future__ import annotations

from itertools import pairwise

from dateline.extract.events.tense import Tense
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.status import StatusWords


class Conditions:
    """Finds conditions around verbs."""

    def __init__(self, grammar: Grammar, words: StatusWords) -> None:
        self._grammar = grammar
        self._words = words
        self._tense = Tense(grammar)

    def on(self, *verbs: Token) -> bool:
        """Whether one of ``verbs`` has a clause beside it that makes it depend on something."""
        clauses = (one for verb in verbs for one in self._grammar.children[verb.index] if one.dep == "advcl")
        if any(self._begins(one) or self.turned(one) for one in clauses):
            return True
        return any(self._provided(one) for one in verbs)

    def until(self, *verbs: Token) -> bool:
        """ "will strike until the rector goes"."""
        clauses = (one for verb in verbs for one in self._grammar.children[verb.index] if one.dep == "advcl")
        return any(
            one.text.lower() in self._words.deadlines
            for clause in clauses
            for one in self._grammar.children[clause.index]
        )

    def _provided(self, verb: Token) -> bool:
        """ "will open a corridor provided that", which parses hang on the nearest noun."""
        following = self._grammar.tokens[verb.index + 1 : self._grammar.sentence(verb).last]
        return any(
            one.text.lower() in self._words.conditions and other.text.lower() == "that" and one.tag in ("VBN", "VBG")
            for one, other in pairwise(following)
        )

    def _begins(self, clause: Token) -> bool:
        return any(
            one.dep in ("mark", "advmod") and one.text.lower() in self._words.conditions
            for one in self._grammar.children[clause.index]
        )

    def turned(self, bearer: Token) -> bool:
        """ "had they fired", "should they fire": the helper stands before the subject."""
        first, subject = next(iter(self._tense.helpers(bearer)), None), self._grammar.child(bearer, "nsubj")
        subject = subject or self._grammar.subject(bearer)
        if first is None or subject is None or first.text.lower() not in self._words.turning:
            return False
        before = self._grammar.tokens[max(first.index - 1, 0)]
        apart = bearer.dep != "ROOT" or (first.tag == "MD" and before.pos in ("NOUN", "PROPN", "ADP", "VERB"))
        return apart and first.index < subject.index

    def opening(self, bearer: Token) -> bool:
        """ "Were the rebels to surrender, ...", "Even should they attack, ...", whatever the parse makes of it."""
        sentence = self._grammar.sentence(bearer)
        tokens = self._grammar.tokens[sentence.first : sentence.last]
        begun = 1 if tokens[0].pos in ("ADV", "CCONJ") else 0
        turning = tokens[begun : begun + 1]
        first = next((begun for one in turning if one.text.lower() in self._words.turning), None)
        if first is None or any(one.text == "?" for one in tokens[-3:]):
            return False
        comma = next((one.index for one in tokens[first:] if one.text == ","), None)
        return comma is not None and tokens[first].index < bearer.index < comma
