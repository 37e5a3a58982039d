"""Whether the words around a verb or a noun negate it: "did not", "neither ... nor", "nobody", "no attack"."""

from __future__ import annotations

from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.vocab.saying import Negation


class Negating:
    """Reads negation off a parse."""

    def __init__(self, grammar: Grammar, words: Negation) -> None:
        self._grammar = grammar
        self._words = words

    def of(self, verb: Token, *, shared: bool = True) -> bool:
        """Whether a verb is negated by a word of its own or by its subject; "not only" does not count.

        ``shared``: the subject may be that of the verb it hangs on.
        """
        words, children = self._words, self._grammar.children[verb.index]
        if any(self._negates(child) for child in children):
            return True
        if any(child.text.lower() in words.pairs and child.index < verb.index for child in children):
            return True
        if verb.dep == "conj" and any(
            child.text.lower() in words.pairs and child.index < verb.index
            for child in self._grammar.children[verb.head]
        ):
            return True
        if any(self._never(child, verb) for child in children):
            return True
        subject = self._grammar.subject(verb) if shared else self._grammar.child(verb, "nsubj", "nsubjpass", "expl")
        return subject is not None and (subject.text.lower() in words.subjects or self.lacking(subject))

    def _never(self, child: Token, verb: Token) -> bool:
        """ "At no point did they fire"."""
        if child.dep != "prep" or child.index > verb.index or self._grammar.child(verb, "aux") is None:
            return False
        aux, subject = self._grammar.child(verb, "aux"), self._grammar.child(verb, "nsubj")
        inverted = aux is not None and subject is not None and aux.index < subject.index
        return inverted and any(self.lacking(one) for one in self._grammar.children[child.index])

    def lacking(self, noun: Token) -> bool:
        """Whether a noun is there to be said not to be: "no attack", "neither side"."""
        before = self._grammar.tokens[max(noun.index - 3, 0) : noun.index]
        words = [one.text.lower() for one in before]
        single = words == ["not", "a", "single"] or words[-2:] == ["not", "one"]
        return single or any(self._determined(child) for child in self._grammar.children[noun.index])

    def _negates(self, child: Token) -> bool:
        words = self._words
        if child.dep == "neg":
            following = self._grammar.tokens[child.index + 1 : child.index + 2]
            return not any(token.text.lower() in words.undone_by for token in following)
        if child.dep not in ("advmod", "preconj") or child.text.lower() in words.undone_by:
            return False
        negated = any(one.dep == "neg" for one in self._grammar.children[child.index])  # "no longer", "not once"
        return negated or child.lemma.lower() in words.adverbs

    def _determined(self, child: Token) -> bool:
        return child.dep in ("det", "neg") and child.text.lower() in self._words.determiners
