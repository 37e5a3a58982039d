"""What stands after a verb: its objects, whoever it is done by, and whoever gets something."""

from __future__ import annotations

from dateline.extract.events.voice import VERBS, Voice
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token

_PLACED = frozenset({"where", "when", "why"})


class Objects:
    """The objects of one report's verbs in the active, and the agents of those in the passive."""

    def __init__(self, grammar: Grammar, voice: Voice) -> None:
        self._grammar, self._voice = grammar, voice

    def of(self, verb: Token) -> list[Token]:
        """The heads of the direct objects: its own, raised ones, "the man they shot", and shared ones."""
        own = [one for one in self._grammar.children[verb.index] if one.dep == "dobj"]
        if own:
            return [self._voice.antecedent(one, verb) for one in own]
        raised = self._raised(verb)
        if raised is not None:
            return [raised]
        if verb.dep == "relcl" and self._gap(verb):
            return [self._grammar.head(verb)]
        return self._shared(verb)

    def agents(self, verb: Token) -> list[Token]:
        """Who stands after the "by" of a passive; shared by conjuncts: "arrested and beaten by police"."""
        for at in (verb, *self._voice.following(verb), *self._voice.preceding(verb)):
            for one in self._grammar.children[at.index]:
                if one.dep == "agent" or (one.dep == "prep" and one.text.lower() == "by"):
                    found = self.governed(one)
                    if found:
                        return found
        return []

    def receivers(self, verb: Token) -> list[Token]:
        """The heads of indirect objects: "gave Oria two ships", "gave two ships to Oria"."""
        found: list[Token] = []
        for one in self._grammar.children[verb.index]:
            if one.dep == "dative":
                found += [one] if one.pos in ("NOUN", "PROPN", "PRON") else self.governed(one)
        return found

    def after(self, token: Token, *words: str) -> list[Token]:
        """The heads after one of some prepositions of a word."""
        found: list[Token] = []
        for one in self._grammar.children[token.index]:
            if one.dep in ("prep", "agent", "dative") and one.text.lower() in words:
                found += [self._voice.antecedent(child, one) for child in self.governed(one)]
        return found

    def governed(self, preposition: Token) -> list[Token]:
        """The nouns that a preposition governs, without those joined to them."""
        return [one for one in self._grammar.children[preposition.index] if one.dep == "pobj"]

    def _raised(self, verb: Token) -> Token | None:
        """The X of "urged X to leave", which the parse gives to "leave"."""
        for one in self._grammar.children[verb.index]:
            if one.dep == "ccomp" and self._voice.bare(one) and self._voice.subject(one) is not None:
                return self._voice.subject(one)
        return None

    def _gap(self, verb: Token) -> bool:
        """Whether a relative clause lacks its object: "the man they shot"."""
        own = self._voice.subject(verb)
        if own is None or self._voice.opens(verb):
            return False
        if self._grammar.child(verb, "ccomp", "attr", "acomp") is not None:
            return False
        children = self._grammar.children[verb.index]
        early = [
            one for one in children if one.index < own.index and (one.dep == "prep" or one.text.lower() in _PLACED)
        ]
        return not early

    def _shared(self, verb: Token) -> list[Token]:
        """The object that a verb shares with the one it is joined to: "attacked and killed three soldiers"."""
        if self._grammar.child(verb, "prep", "prt", "xcomp", "ccomp", "acomp") is not None:
            return []
        for one in self._voice.following(verb):
            if self._voice.subject(one) is None and not self._voice.passive(one):
                found = [child for child in self._grammar.children[one.index] if child.dep == "dobj"]
                if found:
                    return found
        return []


def verb_above(grammar: Grammar, token: Token) -> Token | None:
    """The nearest verb that a word hangs on."""
    return next((one for one in grammar.ancestors(token) if one.pos in VERBS), None)
