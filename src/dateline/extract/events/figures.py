"""The numbers an event goes with: killed, wounded, detained, displaced, protesters, troops, weapons, money, terms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.clauses import Clauses
from dateline.extract.grammar import Grammar
from dateline.model.marks import Amount, Marks, Token
from dateline.model.records import Figure
from dateline.model.text import Document, Span
from dateline.model.values import Quantity
from dateline.vocab.figures import FigureWords

_VERBS = frozenset({"VERB", "AUX"})
_PARTS = frozenset({"including", "among", "between", "like"})
_NEAR = 4  # steps from a number up to the verb or noun that says of what it is
_CLIMB = 12
_TERM = frozenset({"year", "month", "day", "week"})
_HUMAN = frozenset({"person", "household"})
_SENTENCE = "sentence"


class Figures:
    """Finds the figures of one report's events: the amounts of the clause that tells an event, and of those it goes
    on into ("..., killing at least 12 people and wounding 30"). A number that is only part of another ("including
    three children") is left out. "A policeman was killed" is one killed.
    """

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, words: FigureWords) -> None:
        self._document, self._grammar, self._words = document, grammar, words
        self._clauses = Clauses(grammar)
        self._amounts: dict[int, list[tuple[Amount, Token]]] = {}
        for amount in marks.every(Amount):
            head = self._head(amount)
            if head is not None and not self._part(head):
                self._amounts.setdefault(grammar.sentence(head).first, []).append((amount, head))

    def of(self, candidate: Candidate, type_: str | None) -> tuple[Figure, ...]:
        """The figures of a candidate of an event type, by place."""
        allowed = self._words.allowed(type_)
        if not allowed:
            return ()
        top = self._top(self._told(candidate))
        found: dict[Span, Figure] = {}
        for amount, head in self._amounts.get(self._grammar.sentence(candidate.head).first, ()):
            name = next((one for one in self._names(amount, head) if one in allowed), None)
            again = name == _SENTENCE and any(one.name == name for one in found.values())  # "188 months (15 years ...)"
            if name is not None and not again and self._of_it(head, candidate, top):
                found[amount.span] = Figure(name, amount.quantity, amount.span, amount.counted)
        names = {one.name for one in found.values()}
        found.update((one.span, one) for one in self._singles(candidate) if one.name in allowed - names)
        return tuple(found[span] for span in sorted(found))

    # -- what a number is of ----------------------------------------------------------------------------------------

    def _names(self, amount: Amount, head: Token) -> Iterator[str]:
        """What an amount can be a number of, the likeliest first."""
        words, unit = self._words, amount.quantity.unit
        if unit in _TERM:
            yield from [_SENTENCE] if self._is_term(head) else []
            return
        yield from words.of_unit(unit)
        yield from words.nouns.get(head.lemma.lower(), ())
        if unit in _HUMAN or (unit is None and amount.counted is None):  # "12 died", not "300,000 pigs died"
            yield from self._by_state(amount, head)
            yield from self._by_governor(head)
        counted = self._grammar.between(amount.counted)[-1:] if amount.counted is not None else [head]
        for one in counted:
            yield from words.counted.get(one.lemma.lower(), ())

    def _by_state(self, amount: Amount, head: Token) -> Iterator[str]:
        """ "12 dead", "12 people dead", "30 others injured", "leaving 12 homeless"."""
        tokens, last = self._grammar.tokens, self._grammar.between(amount.span)[-1].index
        inside = [one.text.lower() for one in self._grammar.between(amount.span)]
        beside = [one.text.lower() for one in tokens[last + 1 : last + 2]]
        beside += [
            one.text.lower() for one in self._grammar.children[head.index] if one.dep in ("acl", "relcl", "amod")
        ]
        if head.dep in ("dobj", "nsubj", "nsubjpass"):
            governor = self._grammar.head(head)
            told = ("oprd", "acomp", "xcomp")
            beside += [one.text.lower() for one in self._grammar.children[governor.index] if one.dep in told]
        for word in (*inside, *beside):
            yield from self._words.states.get(word, ())

    def _by_governor(self, head: Token) -> Iterator[str]:
        """The verb that it is object or subject of, or the noun with "of": "the deaths of 12"."""
        at = head
        for _ in range(_NEAR):
            if at.head == at.index:
                return
            up = self._grammar.head(at)
            if up.pos in _VERBS:
                yield from self._by_verb(at, up)
                return
            if up.pos in ("NOUN", "PROPN") and at.dep == "prep":
                yield from self._words.nouns.get(up.lemma.lower(), ())
                return
            at = up

    def _by_verb(self, at: Token, verb: Token) -> Iterator[str]:
        words, lemma = self._words, verb.lemma.lower()
        passive = self._clauses.voice.passive(verb)
        if at.dep in ("dobj", "nsubjpass", "conj") or (at.dep == "nsubj" and passive):
            yield from words.objects.get(lemma, ())
            for other in self._clauses.voice.following(verb) if passive else ():  # "were shot and killed"
                yield from words.objects.get(other.lemma.lower(), ()) if self._own(other) is None else ()
        if at.dep == "nsubj" and not passive:
            told = words.subjects.get(lemma, ())
            yield from (one for one in told if one != "displaced" or at.lemma.lower() in words.fleeing)
        if at.dep == "prep" and at.text.lower() in ("to", "at", "by"):  # "the death toll rose to 30"
            subject = self._grammar.child(verb, "nsubj", "nsubjpass")
            if subject is not None and subject.lemma.lower() == "toll":
                yield "killed"

    def _own(self, verb: Token) -> Token | None:
        return self._clauses.voice.subject(verb)

    def _is_term(self, head: Token) -> bool:
        """Whether a time is a term of punishment: "sentenced to three years", "a three-year jail term"."""
        chain = [head, *self._grammar.ancestors(head)][:_NEAR]
        words = {one.lemma.lower() for one in chain}
        words |= {one.lemma.lower() for at in chain[:2] for one in self._grammar.children[at.index]}
        return bool(words & self._words.sentencing) and not words & {"after", "ago", "since"}

    # -- whose number it is -----------------------------------------------------------------------------------------

    def _of_it(self, head: Token, candidate: Candidate, top: int) -> bool:
        """Whether an amount stands in the phrase of the candidate or in what its clause tells."""
        chain = [head.index, *(one.index for one in self._grammar.ancestors(head))]
        if candidate.head.index in chain[:_NEAR] and candidate.head.pos not in _VERBS:
            return True
        return self._top(self._verb(head)) == top

    def _told(self, candidate: Candidate) -> Token:
        """The verb that tells of a candidate."""
        return candidate.predicate if candidate.predicate.pos in _VERBS else self._verb(candidate.head)

    def _verb(self, token: Token) -> Token:
        """The verb that a noun hangs on; itself where there is none."""
        return next((one for one in self._grammar.ancestors(token) if one.pos in _VERBS), token)

    def _top(self, verb: Token) -> int:
        """The first verb of a chain of clauses that tell one thing: conjuncts, participles, "that killed 12"."""
        at = verb
        for _ in range(_CLIMB):
            following = self._goes_on(at)
            if following is None:
                break
            at = following
        return at.index

    def _goes_on(self, verb: Token) -> Token | None:
        head = self._grammar.head(verb)
        match verb.dep:
            case "conj" if not self._apart(verb):
                return head if head.pos in _VERBS else None
            case "xcomp" | "pcomp" | "prep":
                return head if head.pos in _VERBS else self._verb(head)
            case "advcl" if self._grammar.child(verb, "mark", "advmod") is None:
                return head if head.pos in _VERBS else None
            case "acl" | "relcl":
                return self._verb(head) if head.pos not in _VERBS else head
        return None

    def _apart(self, verb: Token) -> bool:
        """Whether a conjunct has a subject of its own that is no number: another event."""
        own = self._own(verb)
        if own is None:
            return False
        return not any(head.index == own.index for _, head in self._amounts.get(self._grammar.sentence(verb).first, ()))

    def _singles(self, candidate: Candidate) -> Iterator[Figure]:
        """ "A policeman was killed": one, told by its article."""
        verb = candidate.predicate
        names = self._words.objects.get(verb.lemma.lower(), ())
        if verb.pos != "VERB" or not names:
            return
        for token in self._clauses.sufferers(verb):
            determiner = self._grammar.child(token, "det")
            if any(one.text.lower() == "of" for one in self._grammar.children[token.index]):  # "a pair of tourists"
                continue
            if token.tag == "NN" and determiner is not None and determiner.text.lower() in ("a", "an"):
                span = self._grammar.span(determiner.index, token.index)
                counted = Span(self._grammar.tokens[determiner.index + 1].span.start, token.span.end)
                yield Figure(names[0], Quantity(Decimal(1), Decimal(1), "person"), span, counted)

    # -- amounts ----------------------------------------------------------------------------------------------------

    def _head(self, amount: Amount) -> Token | None:
        """The word of an amount that hangs on something outside it."""
        tokens = self._grammar.between(amount.span)
        inside = {one.index for one in tokens}
        return next((one for one in tokens if one.head not in inside or one.head == one.index), None)

    def _part(self, head: Token) -> bool:
        """Whether an amount is only part of another: "including three children", "two of whom died"."""
        if any(
            one.text.lower() in ("whom", "them", "these", "those")
            for one in self._grammar.tokens[head.index + 1 : head.index + 3]
        ):
            return True
        preposition = self._grammar.head(head)
        return preposition.dep in ("prep", "mark") and preposition.text.lower() in _PARTS
