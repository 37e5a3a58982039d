"""What the text puts well back without a date: "several years ago", "during the civil war", "the late president"."""

from __future__ import annotations

from itertools import pairwise

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.tense import Tense
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Time, Token
from dateline.vocab.status import History as Words

_SPAN = 6  # words of the name of an era


class History:
    """Reads marks of the past around events."""

    def __init__(self, marks: Marks, grammar: Grammar, words: Words) -> None:
        self._marks = marks
        self._grammar = grammar
        self._words = words
        self._tense = Tense(grammar)

    def of(self, candidate: Candidate, time: Time | None) -> str | None:
        """What puts ``candidate`` well back; ``time`` is the time expression that belongs to it."""
        if (time is not None and self._vague(time)) or self._unmarked(candidate):
            return "years ago"
        if time is not None and time.date is not None:
            return None
        if self._after(candidate.head) or self._modified(candidate.head) or self._once(candidate):
            return "long past"
        if self._instance(candidate):
            return "a case of the past"
        sentence, verb = self._grammar.sentence(candidate.head), self._clause(candidate.head)
        tokens = self._grammar.tokens[sentence.first : sentence.last]
        past = self._tense.of(verb) in ("past", "past perfect", "participle")
        if past and any(self._young(one) and self._clause(one).index == verb.index for one in tokens):
            return "in somebody's youth"
        if past and any(self._era(one) and self._clause(one).index == verb.index for one in tokens):
            return "in an era that is over"
        if verb.dep == "relcl" and self._late(self._grammar.head(verb)):
            return "of one who is dead"
        return None

    def _vague(self, time: Time) -> bool:
        """ "several years ago", "decades earlier": long, and not pinned to the calendar."""
        words = [one.text.lower() for one in self._grammar.between(time.span)]
        if not self._words.ago & set(words):
            return False
        return bool(self._words.ages & set(words)) or (time.date is None and bool(self._words.long & set(words)))

    def _unmarked(self, candidate: Candidate) -> bool:
        """ "A generation earlier", which is no time expression that can be placed."""
        verb = self._clause(candidate.head)
        sentence = self._grammar.sentence(candidate.head)
        tokens = self._grammar.tokens[sentence.first : sentence.last]
        return any(
            one.text.lower() in self._words.ages
            and other.text.lower() in self._words.ago
            and self._clause(other).index == verb.index
            for one, other in pairwise(tokens)
        )

    def _clause(self, token: Token) -> Token:
        """The verb of the clause a word stands in."""
        while token.pos not in ("VERB", "AUX") and token.head != token.index:
            token = self._grammar.head(token)
        return token

    def _era(self, preposition: Token) -> bool:
        if preposition.dep != "prep" or preposition.text.lower() not in self._words.during:
            return False
        first, last = self._grammar.edges(preposition)
        words = [one.lemma.lower() for one in self._grammar.tokens[first + 1 : min(last + 1, first + 1 + _SPAN)]]
        said = f" {' '.join(words)} "
        return any(f" {era} " in said for era in self._words.eras)

    def _instance(self, candidate: Candidate) -> bool:
        """ "There was a case in Oria, when they came", and what the next sentence says of it: "groups entering"."""
        sentence, at = self._grammar.sentence(candidate.head), candidate.predicate
        for one in (at, *self._grammar.ancestors(at)):
            if self._case(one):
                return True
        explained = at.tag == "VBG" and at.dep == "acl" and self._tense.of(at) == "participle"
        if not explained or not sentence.first:
            return False
        before = self._grammar.sentence(self._grammar.tokens[sentence.first - 1])
        return any(self._case(one) for one in self._grammar.tokens[before.first : before.last])

    def _case(self, verb: Token) -> bool:
        """Whether a verb of the past begins with "when" behind "a case", "an example", without a date near it."""
        when = next((one for one in self._grammar.children[verb.index] if one.text.lower() == "when"), None)
        if when is None or verb.tag != "VBD" or when.index > verb.index:
            return False
        sentence = self._grammar.sentence(verb)
        words = {one.lemma.lower() for one in self._grammar.tokens[sentence.first : when.index]}
        dated = any(one.date is not None for one in self._marks.within(Time, sentence.span))
        return bool(words & self._words.instances) and not dated

    def _young(self, word: Token) -> bool:
        """ "As a young lieutenant he took part in"."""
        if word.dep != "prep" or word.text.lower() != "as":
            return False
        first, last = self._grammar.edges(word)
        return any(one.text.lower() in self._words.youth for one in self._grammar.tokens[first : last + 1])

    def _once(self, candidate: Candidate) -> bool:
        """ "The poet, once jailed for"."""
        verb = candidate.predicate
        past = self._tense.of(verb) in ("past", "past perfect", "participle") and verb.dep != "advcl"
        return past and any(
            one.dep == "advmod" and one.text.lower() in self._words.once and one.index < verb.index
            for one in self._grammar.children[verb.index]
        )

    def _after(self, word: Token) -> bool:
        """ "Twenty years after the two agreed", "decades since the massacre"."""
        for one in (word, *self._grammar.ancestors(word)):
            for mark in (*self._grammar.children[one.index], one):
                if mark.text.lower() in self._words.after and mark.index < word.index and mark.dep in ("mark", "prep"):
                    before = self._grammar.tokens[max(mark.index - 1, 0)]
                    if before.text.lower() in self._words.long and before.tag == "NNS" and self._holds(mark, word):
                        return True
            if one.pos in ("VERB", "AUX"):
                return False
        return False

    def _holds(self, mark: Token, word: Token) -> bool:
        """Whether ``word`` stands in the phrase or clause that ``mark`` begins."""
        if mark.dep == "mark":
            return True
        first, last = self._grammar.edges(mark)
        return first <= word.index <= last

    def _modified(self, noun: Token) -> bool:
        """ "The Cold War standoff"."""
        for one in self._grammar.children[noun.index]:
            if one.dep in ("compound", "amod", "nmod", "poss") and one.index < noun.index:
                first, last = self._grammar.edges(one)
                if " ".join(word.lemma.lower() for word in self._grammar.tokens[first : last + 1]) in self._words.eras:
                    return True
        return False

    def _late(self, noun: Token) -> bool:
        return any(
            one.dep == "amod" and one.text.lower() in self._words.late for one in self._grammar.children[noun.index]
        )
