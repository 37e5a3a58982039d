"""What an event was done with, where the text says so: "with a drone", "using knives", "a car bomb attack"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.clauses import Clauses
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span
from dateline.vocab.instruments import InstrumentWords

_VERBS = frozenset({"VERB", "AUX"})
_WITH = frozenset({"with", "by", "using", "via"})
_FROM = frozenset({"from"})
_IN = frozenset({"in", "by", "during"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})


class Instruments:
    """Finds the instruments of one report's events; most events tell none."""

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, words: InstrumentWords) -> None:
        self._document, self._grammar, self._words = document, grammar, words
        self._clauses = Clauses(grammar)

    def of(self, candidate: Candidate, type_: str | None) -> Span | None:
        """The words for the instrument of a candidate of an event type, without an article."""
        if type_ not in self._words.types:
            return None
        found = next(self._found(candidate), None)
        return None if found is None else self._span(found)

    def _found(self, candidate: Candidate) -> Iterator[Token]:
        """The heads of instruments, those named most plainly first."""
        head, verb = candidate.head, candidate.predicate
        for one in (head, verb) if candidate.light else (head,):
            yield from self._means(self._after(one, _WITH))
            yield from (
                one for one in self._means(self._after(one, _FROM)) if one.lemma.lower() not in self._words.plain
            )
            yield from self._used(one)
        if head.pos not in _VERBS:
            yield from self._of_deed(head)
        if verb.pos in _VERBS and not (head.pos not in _VERBS and not candidate.light):
            yield from self._by_verb(verb)

    def _by_verb(self, verb: Token) -> Iterator[Token]:
        """What the verb has: an object ("fired rockets"), a subject ("a bomb killed"), a deed ("in a drone strike")."""
        if verb.lemma.lower() in self._words.firing:
            yield from self._means(self._clauses.sufferers(verb))
        for doer in self._clauses.doers(verb):
            if doer.lemma.lower() not in self._words.plain:
                yield from self._means([doer])
            yield from self._of_deed(doer)
        for noun in self._after(verb, _IN):
            yield from self._of_deed(noun)

    def _of_deed(self, noun: Token) -> Iterator[Token]:
        """ "Car bomb attack", "rocket fire"; a trigger that is the weapon itself: "a roadside bomb"."""
        lemma = noun.lemma.lower()
        if lemma not in self._words.deeds:
            if lemma in self._words.means - self._words.plain and noun.pos == "NOUN":
                yield noun
            return
        for one in reversed(self._grammar.children[noun.index]):
            small = one.lemma.lower()
            if one.dep in _MODIFIERS and one.index < noun.index and small in self._words.means - self._words.targets:
                yield noun if lemma == "fire" else one

    def _used(self, token: Token) -> Iterator[Token]:
        """ "..., using knives"."""
        for one in self._grammar.children[token.index]:
            if one.dep in ("advcl", "acl", "prep") and one.lemma.lower() in self._words.using and one.tag == "VBG":
                yield from self._means(
                    child for child in self._grammar.children[one.index] if child.dep in ("dobj", "pobj")
                )

    def _after(self, token: Token, words: frozenset[str]) -> list[Token]:
        """What stands after a preposition of a word, or of its object: "attacked the camp with mortars"."""
        heads = [token, *(one for one in self._grammar.children[token.index] if one.dep == "dobj")]
        found = [one for head in heads for one in self._grammar.children[head.index] if one.dep in ("prep", "agent")]
        named = [one for one in found if one.text.lower() in words]
        return [child for one in named for child in self._grammar.children[one.index] if child.dep == "pobj"]

    def _means(self, tokens: Iterable[Token]) -> Iterator[Token]:
        for one in tokens:
            if one.lemma.lower() in self._words.means and one.pos in ("NOUN", "PROPN"):
                yield one

    def _span(self, token: Token) -> Span:
        """A weapon with the words before it that say which: "Russian-made rockets", "roadside bomb"."""
        first = token.index
        while first > 0 and self._leads(self._grammar.tokens[first - 1], token):
            first -= 1
        return self._grammar.span(first, token.index)

    def _leads(self, before: Token, noun: Token) -> bool:
        up = before
        while up.head != noun.index:
            if up.dep not in (*_MODIFIERS, "punct", "npadvmod", "advmod") or not before.index <= up.head < noun.index:
                return False
            up = self._grammar.head(up)
        wanted = ("compound", "nmod") if noun.dep in _MODIFIERS else (*_MODIFIERS, "punct")
        return up.dep in wanted and before.text not in ',;:"“”()'
