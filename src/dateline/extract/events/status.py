"""Whether an event happened: read off its words, then set against the report's own time and the statement it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dateline.extract.events.belonging import Belonging
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.chains import Chains
from dateline.extract.events.history import History
from dateline.extract.events.status_claims import ClaimStatus
from dateline.extract.events.status_nouns import NounStatus
from dateline.extract.events.status_verbs import VerbStatus
from dateline.extract.events.told import Told
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Part, Time, Token
from dateline.model.records import Statement, Status
from dateline.model.text import Document
from dateline.model.values import PartialDate
from dateline.vocab.status import StatusWords

_VERBS = frozenset({"VERB", "AUX"})


class Statuses:
    """Gives events their status, seen from the word that names them.

    "threatened to attack" has two events: the threatening happened, the attack is threatened. The status comes from the
    verb's form and negation, the words above it ("denied attacking"), for nouns those beside them ("the planned visit")
    and above them ("called for talks"). Then three things may change it.

    * Time. The report's own time is its date of publication, or the latest date it names. What ended more than a year
      before it is ``historical``; so is what the text puts years ago, into an era that is over, or under an
      anniversary. What has a date after publication did not happen yet: it is ``planned``.
    * Negation. What did not happen is ``denied`` and negated; "denied that it attacked" is denied and not negated.
    * The statement. The clause that a denial holds is denied. Otherwise what is said to have happened has happened:
      who says so is the statement's matter.
    """

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, words: StatusWords) -> None:
        self._grammar, self._marks = grammar, marks
        self._words = words
        self._published = document.source.published
        self._headlines = [part.span for part in marks.every(Part) if part.kind in ("headline", "heading")]
        self._belonging = Belonging(marks, grammar, words)
        self._history = History(marks, grammar, words.history)
        chains = Chains(grammar, words.negation)
        claims = ClaimStatus(grammar, words, chains)
        self._verbs = VerbStatus(grammar, words, chains=chains, claims=claims, plain=self._plain)
        self._nouns = NounStatus(grammar, words, chains=chains, claims=claims, verbs=self._verbs)
        self._now = self._published or max(
            (one.date for one in marks.every(Time) if one.date is not None), key=lambda one: one.latest, default=None
        )

    def of(
        self, candidate: Candidate, *, date: PartialDate | None = None, statement: Statement | None = None
    ) -> tuple[Status, bool, str]:
        """The status of ``candidate``, whether words negate it, and the rule that decided.

        ``date`` is its own date, ``statement`` the innermost one that tells it.
        """
        told = self._placed(candidate, self._stated(candidate, self._read(candidate), statement), date)
        return told.status, told.negated, told.why

    def _read(self, candidate: Candidate) -> Told:
        type_ = candidate.senses[0].type if candidate.senses else None
        words = self._words.promising
        telling = type_ in self._words.telling or (type_ is None and candidate.head.lemma.lower() in self._words.spoken)
        harm = True if type_ in words.harmful else False if type_ in words.friendly else None
        if type_ is None and candidate.head.lemma.lower() in words.harms:
            harm = True
        if candidate.head.pos in _VERBS:
            return self._verbs.of(candidate.head, harm=harm, telling=telling)
        carrier = candidate.predicate if candidate.light else None
        if carrier is not None and type_ in self._words.enacted and carrier.lemma.lower() in self._words.enacting:
            return self._verbs.of(carrier, harm=harm, telling=True)  # "announced sanctions"
        return self._nouns.of(candidate.head, carrier=carrier, harm=harm)

    def _stated(self, candidate: Candidate, told: Told, statement: Statement | None) -> Told:
        """What a denial holds as its own clause is denied; what hangs deeper in it, it takes for granted."""
        if statement is None or statement.stance != "denies" or told.status not in ("happened", "ongoing"):
            return told
        at = candidate.predicate
        while at.dep == "conj":
            at = self._grammar.head(at)
        inner = at.pos in _VERBS and at.head != at.index and self._within(self._grammar.head(at), statement)
        if at.pos not in _VERBS or inner:
            return told
        return replace(told, status="denied", why=f"{told.why}, in a denial")

    def _within(self, token: Token, statement: Statement) -> bool:
        return any(span.covers(token.span) for span in statement.content)

    def _placed(self, candidate: Candidate, told: Told, date: PartialDate | None) -> Told:
        """The status as the event's time has it."""
        if told.status not in ("happened", "ongoing", "planned"):
            return told
        if date is not None and self._published is not None and date.earliest > self._published.latest:
            return replace(told, status="planned", why=f"{told.why}, dated after publication")
        why = self._history.of(candidate, self._belonging.of(candidate)) or self._bygone(candidate, date)
        why = why or self._before(candidate)
        if why is not None:
            return replace(told, status="historical", why=f"{told.why}, {why}")
        if date is not None and self._now is not None:
            old = date.latest < self._now.earliest - timedelta(days=self._words.history.age)
            return replace(told, status="historical", why=f"{told.why}, long before the report") if old else told
        return told

    def _bygone(self, candidate: Candidate, date: PartialDate | None) -> str | None:
        """ "The museum tells of the siege of the town in 1641": a date that the verb, which is of now, cannot have."""
        verb, noun = self._grammar.head(candidate.head), candidate.head
        while verb.pos not in _VERBS and verb.head != verb.index:
            verb = self._grammar.head(verb)
        if date is not None or self._now is None or noun.pos in _VERBS or verb.tag not in ("VBZ", "VBP"):
            return None
        end = next((one.index for one in self._grammar.tokens[noun.index :] if one.pos in _VERBS), None)
        stop = self._grammar.sentence(noun).span.end if end is None else self._grammar.tokens[end].span.start
        age = timedelta(days=self._words.history.age)
        times = [one for one in self._marks.every(Time) if noun.span.end <= one.span.start < stop]
        old = any(one.date is not None and one.date.latest < self._now.earliest - age for one in times)
        return "tells of long ago" if old else None

    def _before(self, candidate: Candidate) -> str | None:
        """ "Oria, which ruled the islands until 1945": what was over by a time long gone."""
        verb = candidate.predicate
        if self._now is None or verb.pos not in _VERBS:
            return None
        age = timedelta(days=self._words.history.age)
        for word in (verb, *(one for one in self._grammar.children[verb.index] if one.dep == "conj")):
            for one in self._grammar.children[word.index]:
                if one.dep == "prep" and one.text.lower() in self._words.until_then:
                    first, last = self._grammar.edges(one)
                    inside = self._marks.within(Time, self._grammar.span(first, last))
                    if any(time.date is not None and time.date.latest < self._now.earliest - age for time in inside):
                        return "over long ago"
        return None

    def _plain(self, verb: Token, telling: bool) -> Status:
        """A plain present tells the news ("Gunmen kill a driver"), unless it comes again and again or is a state."""
        children = {one.text.lower() for one in self._grammar.children[verb.index]}
        again = bool(children & self._words.still) or any(
            one.type == "SET" for one in self._marks.within(Time, self._grammar.sentence(verb).span)
        )
        state = verb.lemma.lower() in self._words.states and not telling
        headline = any(one.overlaps(verb.span) for one in self._headlines)
        return "ongoing" if (again or state) and not headline else "happened"
