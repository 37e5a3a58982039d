"""The slots of frames: where in a clause the parties of an event stand."""

from __future__ import annotations

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.phrases import Phrases
from dateline.extract.events.voice import VERBS
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token

_FAR = frozenset({"with", "against", "to"})
_COMPLEMENTS = ("xcomp", "ccomp", "acl", "advcl")
_LEADING = frozenset({"for", "from", "into", "of", "on", "to"})
_ENGAGED = frozenset({"engage", "involve", "lock", "embroil"})
_BESIDE = frozenset({"dobj", "prt", "acomp", "attr", "advmod", "nsubjpass"})
_TOWARDS = ("against", "on", "with", "to", "from", "at")


class Slots:
    """Gives the heads that stand in a slot of a candidate, without those joined to them; none where it is empty."""

    def __init__(self, grammar: Grammar, clauses: Clauses, phrases: Phrases) -> None:
        self._grammar, self._clauses, self._phrases = grammar, clauses, phrases

    def heads(self, candidate: Candidate, slot: str) -> list[Token]:
        """The heads in ``slot``, one of those that docs/events.md explains."""
        head, verb = candidate.head, candidate.predicate
        match slot:
            case "subj":
                return self._clauses.doers(verb)
            case "obj":
                return self._clauses.sufferers(head) if head.pos in VERBS else self._carried(candidate)
            case "iobj":
                return self._clauses.objects.receivers(verb)
            case "by":
                return self._by(candidate)
            case "poss" | "mod":
                return self._phrases.doers(head, slot) or self._phrases.doers(self.whole(head), slot)
            case "light":
                return self._lightly(candidate)
            case "lightobj":
                return self._carried(candidate)
            case "xsubj":
                return self._complement_subjects(head) or self._complement_subjects(verb)
            case "xobj":
                return self._complement_objects(verb)
            case "between":
                return self._between(head)
        return self._prepositional(candidate, slot.removeprefix("prep:"))

    def _lightly(self, candidate: Candidate) -> list[Token]:
        """Who does what a light verb carries; of "was engaged in fighting" the subject."""
        if not candidate.light or candidate.suffered:
            return []
        subject = self._clauses.subject(candidate.predicate)
        engaged = candidate.predicate.lemma in _ENGAGED and candidate.head.dep == "pobj"
        return self._clauses.doers(candidate.predicate) or ([subject] if engaged and subject is not None else [])

    def whole(self, noun: Token) -> Token:
        """The noun that a noun stands before: the "effort" of "a mediation effort"."""
        while noun.dep in ("compound", "nmod") and noun.head > noun.index:
            noun = self._grammar.head(noun)
        return noun

    def _between(self, noun: Token) -> list[Token]:
        """Both sides of "between troops from Oria and rebels", also where the parse joins the rebels to Oria."""
        found = self._clauses.objects.after(noun, "between", "among")
        if len(found) != 1 or self._grammar.child(found[0], "conj") is not None:
            return found
        first, last = self._grammar.edges(found[0])
        after = self._grammar.tokens[max(first, found[0].index + 1) : last + 1]
        return [*found, *(one for one in after if one.dep == "conj" and self._phrases.kinds.of(one) == "who")]

    def _by(self, candidate: Candidate) -> list[Token]:
        if candidate.head.pos in VERBS:
            return self._clauses.objects.agents(candidate.head)
        own = self._clauses.objects.after(candidate.head, "by")
        if own or not candidate.light:
            return own
        if candidate.suffered:
            own = self._clauses.objects.after(candidate.head, "from")
            return own or self._clauses.objects.after(candidate.predicate, "by", "from")
        return self._clauses.objects.agents(candidate.predicate)

    def _carried(self, candidate: Candidate) -> list[Token]:
        """Who stands where a light verb has whom it is done to: "X came under attack", "gave Oria support"."""
        if not candidate.light:
            return []
        head, verb = candidate.head, candidate.predicate
        if candidate.suffered:
            subject = self._clauses.subject(verb)
            return [] if subject is None or subject.index == head.index else [subject]
        receivers = self._clauses.objects.receivers(verb)
        return receivers or [one for one in self._clauses.sufferers(verb) if one.index != head.index]

    def _prepositional(self, candidate: Candidate, word: str) -> list[Token]:
        """After a preposition of the trigger, of its verb, of the verb's object or particle, or further on."""
        heads = [candidate.head, candidate.predicate]
        for verb in heads[:2]:
            if verb.pos in VERBS:
                heads += [one for one in self._grammar.children[verb.index] if one.dep in _BESIDE]
        if candidate.head.pos not in VERBS:  # "a raid by troops on the camp", which the parse hangs on the troops
            heads += self._clauses.objects.after(candidate.head, "by", "of", "in")
        for one in (*heads, self.whole(candidate.head)):
            found = self._clauses.objects.after(one, word)
            if found:
                return found
        return self._within(candidate.predicate, word)

    def _within(self, verb: Token, word: str) -> list[Token]:
        """After a preposition that the parse hangs on a noun: "discussed the crisis in Oria with Vell"."""
        if verb.pos not in VERBS or word not in _FAR:
            return []
        _, last = self._grammar.edges(verb)
        for one in self._grammar.tokens[verb.index + 1 : last + 1]:
            if one.pos in VERBS or one.text in (";", ":"):
                return []
            if one.dep == "prep" and one.text.lower() == word:
                found = self._clauses.objects.governed(one)
                if found and self._phrases.kinds.of(found[0]) in ("who", "place"):
                    return found
        return []

    def _complement_subjects(self, verb: Token) -> list[Token]:
        subjects = (self._clauses.subject(one) for one in self._complements(verb))
        return [one for one in subjects if one is not None][:1]

    def _complement_objects(self, verb: Token) -> list[Token]:
        found: list[Token] = []
        for one in self._complements(verb):
            found += self._clauses.objects.receivers(one)
            found += [token for token in self._clauses.sufferers(one) if not self._made(token)]
            for word in _TOWARDS:
                found += [] if found else self._clauses.objects.after(one, word)
        return found

    def _made(self, token: Token) -> bool:
        """Whether it is only to be: "agreed to set up a joint force"."""
        determiner = self._grammar.child(token, "det")
        new = determiner is not None and determiner.text.lower() in ("a", "an")
        return new and self._phrases.kinds.name(token) is None

    def _complements(self, verb: Token) -> list[Token]:
        """The clauses that say what is promised or demanded, not when or why it is."""
        children = self._grammar.children[verb.index]
        own = [one for dep in _COMPLEMENTS for one in children if one.dep == dep and self._complete(one)]
        leading = [one for one in children if one.dep == "prep" and one.text.lower() in _LEADING]
        inner = [child for one in leading for child in self._grammar.children[one.index]]
        return [*own, *(one for one in inner if one.dep == "pcomp")]

    def _complete(self, verb: Token) -> bool:
        """Whether a clause is no "after ..." or "when ..."."""
        begun = [one for one in self._grammar.children[verb.index] if one.dep == "mark" or one.tag == "WRB"]
        return verb.dep != "advcl" or not any(one.text.lower() != "that" for one in begun)
