"""When an event took place, or is to: the date that the report gives it, with its words."""

from __future__ import annotations

from datetime import timedelta

from dateline.extract.events.belonging import Belonging
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.governing import Governing, lemmas
from dateline.extract.events.tense import Tense
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Part, Time, Token
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate
from dateline.vocab.status import StatusWords

_VERBS = frozenset({"VERB", "AUX"})
_RECENT = 7  # days before publication from which news is told on
_STALE = 30  # days before publication beyond which a time makes its sentence background
_SEVERAL = 3  # paragraphs of a report that tells news further down
_NEWS = 3  # sentences, from the first of the running text, that tell the news itself


class Dates:
    """Dates the events of one report.

    An event has the date of the time expression that hangs on its own word, or on the verb whose clause tells it; the
    time of a saying verb is not that of what was said. Where the report gives none and the event is the news itself
    (a main clause of the headline or the lead, in the past or perfect, or in the present of a headline), it has the
    date of publication with the basis "published"; in reports of several paragraphs also news further down. What goes
    on telling what a sentence before it in the paragraph dated within a week has that date. What happened has no date
    after publication.
    """

    def __init__(self, document: Document, marks: Marks, grammar: Grammar, words: StatusWords | None = None) -> None:
        self._published = document.source.published
        self._grammar = grammar
        self._words = words or StatusWords.load()
        self._belonging = Belonging(marks, grammar, self._words)
        self._tense = Tense(grammar)
        self._governing = Governing(grammar)
        self._headlines = [part.span for part in marks.every(Part) if part.kind in ("headline", "heading")]
        self._paragraphs = running = [part.span for part in marks.every(Part) if part.kind == "paragraph"]
        self._times = [one for one in marks.every(Time) if one.type in ("DATE", "TIME") and one.date is not None]
        starts = [
            one.span.start for one in grammar.sentences if not running or any(p.covers(one.span) for p in running)
        ]
        self._news = frozenset(starts[:_NEWS])

    def of(self, candidate: Candidate) -> tuple[PartialDate | None, Span | None]:
        """The date of ``candidate`` and the words that give it; none of both where nothing does."""
        time = self._belonging.of(candidate)
        if time is not None:
            if time.date is None or self._impossible(candidate, time.date):
                return None, None
            return time.date, time.span
        if self._published is not None and self._is_news(candidate):
            told = self._told_before(candidate)
            if told is not None:
                return told.date, told.span
            return PartialDate(self._published.first, self._published.last, "published"), None
        return None, None

    def _impossible(self, candidate: Candidate, date: PartialDate) -> bool:
        """Whether a verb that is over would lie after publication."""
        if self._published is None or date.earliest <= self._published.latest:
            return False
        verb = self._verb(candidate)
        return verb is not None and self._tense.past(verb)

    def _is_news(self, candidate: Candidate) -> bool:
        """Whether the event shares its time with the main clause of the headline or the lead, told as news."""
        verb = next((one for one in self._belonging.words(candidate) if one.pos in _VERBS and self._main(one)), None)
        if verb is None or self._background(candidate, verb):
            return False
        sentence = self._grammar.sentence(verb)
        headline = any(one.overlaps(sentence.span) for one in self._headlines)
        lead = headline or sentence.span.start in self._news
        if not lead and (len(self._paragraphs) < _SEVERAL or self._old(sentence.span) or self._known(candidate.head)):
            return False
        form = "" if self._tense.modal(verb) is not None else self._tense.of(verb)
        forms = ("past", "perfect", "present") if lead else ("past", "perfect")
        news = form in forms and verb.lemma.lower() not in self._words.states
        return news or (headline and form in ("participle", "going on"))

    def _told_before(self, candidate: Candidate) -> Time | None:
        """The time, of the last week, that a sentence before it in its paragraph gives to what it tells on."""
        start = self._grammar.sentence(candidate.head).span.start
        verb = self._verb(candidate)
        block = next((one for one in self._paragraphs if one.start <= start < one.end), None)
        if verb is None or block is None or self._published is None or self._tense.of(verb) != "past":
            return None
        first = self._published.earliest - timedelta(days=_RECENT)
        recent = [
            one
            for one in self._times
            if one.span.start < start
            and one.date is not None
            and one.date.earliest == one.date.latest
            and first <= one.date.latest <= self._published.latest
            and self._narrates(one)
        ]
        beside = next((one for one in reversed(recent) if one.span.start >= block.start), None)
        return beside or next((one for one in recent if self._leads(one)), None)

    def _leads(self, time: Time) -> bool:
        """Whether a time stands in the first sentences, which tell the news."""
        words = self._grammar.between(time.span)
        return bool(words) and self._grammar.sentence(words[0]).span.start in self._news

    def _narrates(self, time: Time) -> bool:
        """Whether a time is that of a deed in the past, not of somebody's words."""
        words = self._grammar.between(time.span)
        verb = next((one for one in self._grammar.ancestors(words[0]) if one.pos in _VERBS), None) if words else None
        spoken = verb is None or any(one in self._words.telling_news for one in lemmas(verb))
        return not spoken and verb is not None and self._tense.past(verb)

    def _old(self, sentence: Span) -> bool:
        """Whether a sentence has a time of long before publication: it is background."""
        if self._published is None:
            return True
        limit = self._published.earliest - timedelta(days=_STALE)
        return any(
            one.date is not None and one.date.latest < limit for one in self._times if one.span.overlaps(sentence)
        )

    def _background(self, candidate: Candidate, verb: Token) -> bool:
        """ "The sanctions, which ..., prohibit", "were originally imposed": the event is known already."""
        if any(one.text.lower() in self._words.history.past for one in self._grammar.children[verb.index]):
            return True
        if candidate.predicate.dep in ("acl", "relcl"):  # "the base deployed in Tajikistan"
            return True
        if self._to_come(candidate.predicate):
            return True
        return self._known(candidate.head) and candidate.head.dep == "nsubj"

    def _known(self, noun: Token) -> bool:
        """ "The attack": one that has been told of."""
        known = any(one.dep == "det" and one.text.lower() == "the" for one in self._grammar.children[noun.index])
        return known and noun.pos not in _VERBS

    def _to_come(self, verb: Token) -> bool:
        """ "is to resign", "sent troops to fight", but not "began to shell", where the verb above carries it."""
        if verb.pos not in _VERBS or self._tense.of(verb) != "infinitive":
            return False
        above = self._governing.shown(self._grammar.head(verb), self._words.over_verbs)
        return above not in ("carried", "ongoing")

    def _main(self, verb: Token) -> bool:
        """Whether a verb is that of the main clause, or of what somebody is said to say there."""
        while verb.dep == "conj" and self._grammar.head(verb).pos in _VERBS:
            verb = self._grammar.head(verb)
        governor = self._grammar.head(verb)
        between = self._grammar.tokens[verb.index : governor.index]
        if verb.dep == "ROOT" or any(one.text == ";" for one in between):
            return True
        said = verb.dep == "ccomp" and governor.dep == "ROOT" and governor.lemma.lower() in self._words.telling_news
        return said and self._belonging.of(Candidate(governor, governor, governor.span, ())) is None

    def _verb(self, candidate: Candidate) -> Token | None:
        """The verb of the clause that tells the event."""
        at = candidate.predicate
        for _ in range(6):
            if at.pos in _VERBS:
                return at
            if at.head == at.index:
                return None
            at = self._grammar.head(at)
        return None
