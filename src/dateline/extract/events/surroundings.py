"""What stands around a word in the parse: its objects, subjects, prepositions, complements and modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.events.clauses import Clauses
from dateline.extract.grammar import Grammar
from dateline.model.marks import Labelled, Marks, Name, Token

_KIND = {
    "person": "@person",
    "group": "@org",
    "organisation": "@org",
    "country": "@country",
    "region": "@place",
    "place": "@place",
    "installation": "@place",
}
_LABEL = {"PERSON": "@person", "ORG": "@org", "NORP": "@person", "GPE": "@place", "LOC": "@place", "MONEY": "@money"}
_WHO = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom", "i", "we", "us", "me"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod", "nummod", "npadvmod", "oprd"})


class Surroundings:
    """A view of one report's parse for the conditions of frames."""

    def __init__(self, marks: Marks, grammar: Grammar) -> None:
        self._grammar = grammar
        self._clauses = Clauses(grammar)
        self._seen: dict[int, set[str]] = {}
        for name in marks.every(Name):
            self._note(name.span.end, _KIND[name.kind])
        for labelled in marks.every(Labelled):
            if labelled.label in _LABEL:
                self._note(labelled.span.end, _LABEL[labelled.label])

    def _note(self, end: int, kind: str) -> None:
        """A name's kind is kept by the end of its last word, its head as a rule."""
        self._seen.setdefault(end, set()).add(kind)

    def kinds(self, token: Token) -> set[str]:
        """What kinds of name a word is the end of."""
        found = self._seen.get(token.span.end, set())
        return found | {"@person"} if token.text.lower() in _WHO else found

    def objects(self, verb: Token) -> list[Token]:
        """The heads of its direct objects, of its subjects in the passive; conjuncts too."""
        return [token for one in self._clauses.sufferers(verb) for token in self._all(one)]

    def subjects(self, verb: Token) -> list[Token]:
        """The heads of its subjects, of "by" in the passive; conjuncts too."""
        return [token for one in self._clauses.doers(verb) for token in self._all(one)]

    def prepositions(self, token: Token, word: str) -> list[Token]:
        """The prepositions ``word`` of a word or, after a verb, of its object: "imposed sanctions on"."""
        own = [one for one in self._grammar.children[token.index] if one.dep in ("prep", "dative", "agent")]
        if token.pos == "VERB":
            for thing in self._grammar.children[token.index]:
                if thing.dep in ("dobj", "prt", "attr", "acomp", "advmod"):
                    own += [one for one in self._grammar.children[thing.index] if one.dep == "prep"]
        return [one for one in own if one.text.lower() == word]

    def governed(self, preposition: Token) -> list[Token]:
        """The heads of what stands after a preposition: nouns and verbs."""
        if preposition.pos in ("NOUN", "PROPN", "PRON"):  # the dative without a preposition
            return self._all(preposition)
        return self._objects_of(preposition)

    def complements(self, token: Token, *deps: str) -> list[Token]:
        """The verbs of its clauses of one of the dependencies; conjuncts too."""
        found = [one for one in self._grammar.children[token.index] if one.dep in deps]
        return [verb for one in found for verb in (one, *self._conjuncts(one))]

    def modifiers(self, token: Token) -> list[Token]:
        """Its adjectives, compounds and adverbs."""
        return [one for one in self._grammar.children[token.index] if one.dep in _MODIFIERS]

    def particles(self, verb: Token) -> list[Token]:
        """Its particles."""
        return [one for one in self._grammar.children[verb.index] if one.dep == "prt"]

    def owners(self, noun: Token) -> list[Token]:
        """Its possessors."""
        return [one for one in self._grammar.children[noun.index] if one.dep == "poss"]

    def governors(self, noun: Token) -> Iterator[Token]:
        """The verbs that a noun is subject or object of, also through a preposition or a conjunct."""
        at = noun
        for _ in range(4):
            if at.head == at.index:
                return
            at = self._grammar.head(at)
            if at.pos in ("VERB", "AUX"):
                yield at
                return

    def _objects_of(self, preposition: Token) -> list[Token]:
        found: list[Token] = []
        for one in self._grammar.children[preposition.index]:
            if one.dep in ("pobj", "pcomp"):
                found += self._all(one)
            elif one.dep == "prep":  # "out of prison"
                found += self._objects_of(one)
        return found

    def _all(self, token: Token) -> list[Token]:
        return [token, *self._conjuncts(token)]

    def _conjuncts(self, token: Token) -> list[Token]:
        found, at = list[Token](), token
        for _ in range(8):
            following = self._grammar.child(at, "conj")
            if following is None:
                return found
            found.append(following)
            at = following
        return found
