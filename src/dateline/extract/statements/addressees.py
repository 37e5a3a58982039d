"""To whom something was said: "told reporters", "said to the council", "called on them to", "in a letter to X"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.grammar import Grammar
from dateline.extract.statements.acts import Act, Acts
from dateline.model.marks import Marks, Time, Token
from dateline.model.text import Span
from dateline.vocab.saying import Occasions

_HEARERS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})


class Addressees:
    """Finds the hearers of acts of saying."""

    def __init__(self, marks: Marks, *, grammar: Grammar, acts: Acts, words: Occasions) -> None:
        self._marks = marks
        self._grammar = grammar
        self._acts = acts
        self._words = words

    def of(self, act: Act) -> Span | None:
        """The words that name the hearer; a gathering ("told a news conference") and a date are none."""
        for hearer in self._hearers(act):
            if hearer is not None and hearer.pos in _HEARERS and not self._hears_not(hearer):
                return self._bare(hearer)
        return None

    def _hears_not(self, noun: Token) -> bool:
        dated = any(time.span.covers(noun.span) for time in self._marks.within(Time, self._grammar.sentence(noun).span))
        return dated or noun.lemma.lower() in self._words.gatherings

    def _hearers(self, act: Act) -> Iterator[Token | None]:
        yield self._object(act)
        for preposition in self._acts.phrases(act):
            noun = self._grammar.child(preposition, "pobj")
            if preposition.text.lower() in self._words.toward:
                verb = self._grammar.head(preposition)
                spoken = verb == act.cue or verb.lemma.lower() in self._words.speaking
                heard = spoken and verb.lemma.lower() not in self._words.unheard
                yield noun if heard and preposition.index > verb.index else None
            elif noun is not None and preposition.text.lower() in self._words.prepositions:
                yield self._within(noun)
        for host in act.hosts[1:]:
            if host.token.lemma.lower() in self._words.hearing:
                yield self._grammar.child(host.token, "dobj")

    def _object(self, act: Act) -> Token | None:
        """The object that hears: of "told", in the passive its subject, of "urged them to" also within the content."""
        cue, grammar = act.cue, self._grammar
        word = cue.lemma.lower()
        if word in self._words.calling:
            return self._called(cue)
        if word not in self._words.addressing or cue.pos not in ("VERB", "AUX"):
            return None
        if grammar.passive(cue):
            return grammar.child(cue, "nsubjpass")
        if cue.dep == "advcl" and cue.tag == "VBN":
            return grammar.child(grammar.head(cue), "nsubj")  # "Asked about it, he ..."
        taken = grammar.child(cue, "dative", "dobj")
        if taken is not None and taken.pos == "ADP":
            taken = grammar.child(taken, "pobj")
        clause = grammar.child(cue, "xcomp", "ccomp")
        commanded = clause is not None and any(one.tag == "TO" for one in grammar.children[clause.index])
        if taken is None and commanded and clause is not None:
            taken = grammar.child(clause, "nsubj")
        if taken is None or taken.index < cue.index or not (commanded or act.outside(self._acts.span(taken))):
            return None
        return taken

    def _called(self, cue: Token) -> Token | None:
        """`called on the council to rebuild`."""
        children = self._grammar.children[cue.index]
        for child in children:
            on = child.dep == "prep" and child.text.lower() in self._words.calling_on
            if on and any(one.dep in _CLAUSES and one.index > child.index for one in children):
                return self._grammar.child(child, "pobj")
        return None

    def _within(self, noun: Token) -> Token | None:
        """The hearer in a setting: `in an interview with X`, `in a letter to X`."""
        for preposition, nouns in (("with", self._words.shared_with), ("to", self._words.sent_to)):
            if noun.lemma.lower() in nouns:
                for child in self._grammar.children[noun.index]:
                    if child.dep == "prep" and child.text.lower() == preposition:
                        return self._grammar.child(child, "pobj")
        return None

    def _bare(self, noun: Token) -> Span:
        """A noun phrase up to its head and an "of" behind it, without clauses and places of saying."""
        children = self._grammar.children[noun.index]
        first = min([noun.index, *(self._grammar.edges(one)[0] for one in children if one.index < noun.index)])
        owner = next((one for one in children if one.index == noun.index + 1 and one.text.lower() == "of"), None)
        last = self._grammar.edges(owner)[1] if owner is not None else noun.index
        return self._grammar.span(first, last)
