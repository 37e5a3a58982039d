"""Subjects and voice of verbs, and the verbs that are joined to them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.grammar import Grammar
from dateline.model.marks import Token

VERBS = frozenset({"VERB", "AUX"})
"""The parts of speech of verbs."""

_OWN = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLIMB = 8


class Voice:
    """The verbs of one report."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def subject(self, verb: Token) -> Token | None:
        """The subject that a verb has itself."""
        own = [one for one in self._grammar.children[verb.index] if one.dep in _OWN]
        return min(own, key=lambda one: abs(one.index - verb.index)) if own else None

    def passive(self, verb: Token) -> bool:
        """Whether the subject of a verb suffers: "was shot", "the man shot by rebels", "Shot by rebels, he ..."."""
        grammar = self._grammar
        if grammar.passive(verb):
            return True
        if verb.dep == "acl" and verb.tag == "VBD":  # no finite verb stands there: "the player, shot in Oria, ..."
            return True
        if verb.tag != "VBN" or any(one.dep == "aux" for one in grammar.children[verb.index]):
            return False
        if verb.dep == "conj":
            head = grammar.head(verb)
            return head.pos in VERBS and self.passive(head)
        if verb.dep in ("acl", "advcl", "oprd", "ccomp", "xcomp", "amod"):
            return True
        return grammar.child(verb, "agent") is not None

    def antecedent(self, token: Token, verb: Token) -> Token:
        """What "who" stands for in a relative clause; other words stand for themselves."""
        if token.text.lower() not in _RELATIVE or token.tag == "DT":
            return token
        at, steps = verb, 0
        while at.dep != "relcl" and at.head != at.index and steps < _CLIMB:
            at, steps = self._grammar.head(at), steps + 1
        return self._grammar.head(at) if at.dep == "relcl" else token

    def following(self, verb: Token) -> Iterator[Token]:
        """The verbs joined to one that share its subject, or are in the passive like it."""
        at = verb
        for _ in range(_CLIMB):
            children = self._grammar.children[at.index]
            other = next((one for one in children if one.dep == "conj" and one.pos in VERBS), None)
            if other is None or (self.subject(other) is not None and not self.passive(other)):
                return
            yield other
            at = other

    def preceding(self, verb: Token) -> Iterator[Token]:
        """The verbs that one is joined to and shares its subject with."""
        at = verb
        while at.dep == "conj" and self.subject(at) is None and self._grammar.head(at).pos in VERBS:
            at = self._grammar.head(at)
            yield at

    def bare(self, verb: Token) -> bool:
        """Whether a verb is an infinitive or a participle without a conjunction."""
        children = self._grammar.children[verb.index]
        finite = verb.tag in _FINITE or any(one.dep in ("aux", "auxpass") and one.tag != "TO" for one in children)
        return not finite and not any(one.dep == "mark" for one in children)

    def infinitive(self, verb: Token) -> bool:
        """Whether a verb has "to" before it."""
        return any(one.tag == "TO" for one in self._grammar.children[verb.index])

    def opens(self, verb: Token) -> bool:
        """Whether the subject of a verb is the "who" of a relative clause."""
        own = self.subject(verb)
        return own is not None and own.text.lower() in _RELATIVE
