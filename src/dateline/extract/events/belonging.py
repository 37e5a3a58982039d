"""Which time expression tells when an event took place, not when somebody spoke of it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.governing import lemmas
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Time, Token
from dateline.vocab.status import StatusWords

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_INWARD = frozenset(
    {"in", "at", "on", "during", "near", "outside", "inside", "by", "with", "under", "amid", "through", "from", "to"}
)
_FIXED = frozenset({"poss", "compound", "nmod", "nummod", "amod"})
_ASIDE = frozenset(
    {"before", "after", "until", "till", "for", "about", "over", "than"}
)  # "until Monday" is not on Monday
_APART = frozenset(
    {"for", "of", "about", "after", "before", "since", "over", "against", "until", "despite", "following"}
)
_LOOSE = frozenset({"on", "to", "from", "with"})
_STEPS = 10


class Belonging:
    """Finds the times of events along the parse: the event's own word first, then its clause."""

    def __init__(self, marks: Marks, grammar: Grammar, words: StatusWords) -> None:
        self._marks = marks
        self._grammar = grammar
        self._words = words

    def of(self, candidate: Candidate) -> Time | None:
        """The time that belongs to ``candidate``; None where its sentence has none for it."""
        sentence = self._grammar.sentence(candidate.head)
        times = [one for one in self._marks.within(Time, sentence.span) if self._tells(one)]
        if not times:
            return None
        hosts = {time: self._host(time) for time in times}
        for word in self.words(candidate):
            own = [time for time in times if hosts[time] is not None and self._under(hosts[time], word)]
            if own:
                return min(own, key=lambda time: self._distance(time, word))
        return None

    def _tells(self, time: Time) -> bool:
        """Whether it names a time at which something can have taken place: no length, nothing that comes again."""
        return time.type in ("DATE", "TIME") and time.value != "PRESENT_REF"

    def _host(self, time: Time) -> Token | None:
        """The word of the time that stands over its others."""
        tokens = self._grammar.between(time.span)
        inside = {one.index for one in tokens}
        before = self._grammar.tokens[tokens[0].index - 1] if tokens and tokens[0].index else None
        if before is not None and before.dep == "prep" and not self._grammar.children[before.index]:
            return before  # "In 1995 rebels attacked", read as "1995 rebels"
        return next((one for one in tokens if one.head not in inside or one.head == one.index), None)

    def words(self, candidate: Candidate) -> Iterator[Token]:
        """The event's words, then the verbs of which it is part and whose time is its own."""
        yield candidate.head
        if candidate.predicate.index != candidate.head.index:
            yield candidate.predicate
        yield from self._telling(candidate.head)
        at = candidate.predicate
        for _ in range(_STEPS):
            if at.head == at.index:
                return
            governor = self._grammar.head(at)
            if at.dep == "relcl" and governor.pos in _NOUNS and self._relative(at):
                yield governor
                return
            if not self._shares(at, governor):
                yield from self._before(at, governor)
                return
            if governor.pos in _VERBS or governor.pos in _NOUNS or governor.pos == "NUM":
                yield governor
            at = governor

    def _telling(self, noun: Token) -> Iterator[Token]:
        """The clauses that tell of a noun: "an accord, which was signed in 1993", "talks held on Monday"."""
        if noun.pos in _NOUNS:
            for one in self._grammar.children[noun.index]:
                if one.dep in ("relcl", "acl") and one.lemma.lower() not in self._words.apart:
                    yield one

    def _shares(self, at: Token, governor: Token) -> bool:
        """Whether what ``governor`` tells and what hangs on it as ``at`` take place at one time."""
        if any(one in self._words.apart for one in lemmas(governor)) and governor.pos in (*_VERBS, *_NOUNS):
            return at.dep == "conj" and self._grammar.subject(at) is None and at.pos in _VERBS
        if at.dep == "pcomp" and at.pos in _VERBS and self._begun(at, "when"):
            return True
        if governor.pos == "ADP":
            return governor.text.lower() in _INWARD or governor.text.lower() == "of"
        if at.pos in _VERBS and governor.pos in _VERBS:
            if at.dep == "conj":
                return self._grammar.child(at, "nsubj", "nsubjpass") is None
            if at.dep == "advcl":
                return at.tag in ("VBG", "VBN") or self._begun(at, "when", "as", "while")
            return at.dep == "xcomp"
        if at.pos in _VERBS and (governor.pos in _NOUNS or governor.pos == "NUM"):
            dated = at.dep == "relcl" and (self._begun(at, "when") or governor.lemma.lower() == "time")
            return dated or (at.dep == "acl" and at.tag in ("VBG", "VBN"))
        return at.dep not in ("relcl", "acl", "ccomp", "advcl")

    def _before(self, clause: Token, governor: Token) -> Iterator[Token]:
        """What a "when" goes with that hangs on the saying verb: "It was years ago, when they came," he said."""
        if clause.dep == "advcl" and self._begun(clause, "when") and clause.index < governor.index:
            content = [one for one in self._grammar.children[governor.index] if one.dep == "ccomp"]
            yield from (one for one in content if one.index < clause.index)

    def _relative(self, verb: Token) -> bool:
        """Whether the subject of a relative clause is what it hangs on: "the bombing, which wounded five"."""
        subject = self._grammar.child(verb, "nsubj", "nsubjpass")
        return subject is not None and subject.text.lower() in ("which", "that", "who")

    def _begun(self, verb: Token, *words: str) -> bool:
        return any(one.text.lower() in words for one in self._grammar.children[verb.index])

    def _under(self, host: Token | None, word: Token) -> bool:
        """Whether a time, with its upper word ``host``, hangs on ``word`` by phrases alone.

        A time that stands before a noun ("Monday's attack", "the 2003 invasion") is that noun's; the verb has it too
        where it says what went on in it ("killed in Monday's attack", "Monday's attack killed 12").
        """
        at, fixed, direct = host, host is not None and host.dep in _FIXED, True
        for _ in range(_STEPS):
            if at is None or at.index == word.index:
                return at is not None
            if at.head == at.index or (at.pos in _VERBS and at is not host):
                return False
            if at.pos == "ADP" and at.text.lower() in (_ASIDE if direct else self._barred(fixed)):
                return False
            if at.text.lower() == "since" and word.pos not in _VERBS:
                return False
            if at.pos == "ADP" and not direct and at.text.lower() not in _INWARD and at.head == word.index:
                return False
            if at is not host and at.pos != "ADP":
                if at.dep == "conj" and fixed:
                    return False
                if at.dep in ("dobj", "nsubj", "nsubjpass", "dative") and not self._joint(at, fixed=fixed):
                    return False
                direct = False
            at = self._grammar.head(at)
        return False

    def _barred(self, fixed: bool) -> frozenset[str]:
        return _APART | _LOOSE if fixed else _APART

    def _joint(self, part: Token, *, fixed: bool) -> bool:
        """Whether the time of a verb's subject or object is the verb's."""
        verb = self._grammar.head(part)
        if verb.pos not in _VERBS:
            return True
        apart = any(one in self._words.apart for one in lemmas(verb))
        return not apart and (part.dep != "dobj" or not fixed)

    def _distance(self, time: Time, word: Token) -> tuple[bool, int]:
        return time.date is None, abs(time.span.start - word.span.start)
