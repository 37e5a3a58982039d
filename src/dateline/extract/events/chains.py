"""Verbs that share their helpers or what stands above them, and whether words negate them."""

from __future__ import annotations

from dateline.extract.grammar import Grammar
from dateline.extract.negation import Negating
from dateline.model.marks import Token
from dateline.vocab.saying import Negation

VERBS = frozenset({"VERB", "AUX"})
_BARE = frozenset({"VB", "VBN", "VBG"})


class Chains:
    """Looks along verbs that are joined: "may attack or besiege", "denied that it attacked and looted"."""

    def __init__(self, grammar: Grammar, words: Negation) -> None:
        self._grammar = grammar
        self._words = words
        self._negating = Negating(grammar, words)

    def bearer(self, verb: Token) -> Token:
        """The verb whose helpers count: the first of "may attack or besiege"."""
        while verb.dep == "conj" and verb.tag in _BARE and self._grammar.head(verb).tag == verb.tag:
            if self._grammar.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
                break
            verb = self._grammar.head(verb)
        return verb

    def top(self, verb: Token) -> Token:
        """The first of verbs joined by "and": what stands above it stands above all."""
        while verb.dep == "conj" and self._grammar.head(verb).pos in VERBS:
            verb = self._grammar.head(verb)
        return verb

    def negated(self, verb: Token, bearer: Token | None = None) -> bool:
        """Whether words negate ``verb``."""
        bearer = bearer or self.bearer(verb)
        own = self._negating.of(verb, shared=verb.dep == "conj")
        return own or (bearer.index != verb.index and self._negating.of(bearer, shared=bearer.dep == "conj"))

    def under_not(self, governor: Token) -> bool:
        if governor.pos in VERBS:
            return self.negated(governor)
        if self._negating.lacking(governor):
            return True
        if any(one.dep == "neg" for one in self._grammar.children[governor.index]):
            return True  # "not guilty of"
        carrier = self._grammar.head(governor)
        return governor.dep in ("dobj", "attr", "acomp") and carrier.pos in VERBS and self.negated(carrier)

    def awaited(self, governor: Token) -> bool:
        """ "has yet to meet"."""
        words = self._words.awaiting
        return any(child.text.lower() in words for child in self._grammar.children[governor.index])
