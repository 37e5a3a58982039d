"""Tells events from what only sounds like one: sport, film, business, mishaps, names, titles, what is described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.extract.events.candidate import Candidate
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Name, Part, Quote, Sentence, Time, Token
from dateline.model.text import Document
from dateline.vocab.topics import Field, Topics

_WORK = 9  # words of the longest title of a work in quotation marks
_TOPIC = 14  # words of the longest topic before a colon
_SHARE = 3  # one sentence in so many of a field makes the report one of it
_SHORT = 3  # sentences of a report that is all of its first sentence's field
_TALK = 0.7  # weight below which a word of the speaker's own is only talk
_BODIES = frozenset({"organisation", "group", "person", "installation"})


class Excluding:
    """Asks of one report's candidates whether they can be events."""

    def __init__(self, document: Document, marks: Marks, *, grammar: Grammar, topics: Topics) -> None:
        self._document = document
        self._grammar = grammar
        self._topics = topics
        self._named = [name.span for name in marks.every(Name) if name.kind in _BODIES]
        self._works = [quote.span for quote in marks.every(Quote) if self._title(quote)]
        self._apart = [part.span for part in marks.every(Part) if part.kind in ("byline", "dateline")]
        self._times = [time.span for time in marks.every(Time)]
        self._fields = self._by_sentence()

    def rules_out(self, candidate: Candidate) -> bool:
        """Whether its words are part of a name or of the title of a work: "the Peace Talks Committee"."""
        span = candidate.head.span
        inside = any(one.covers(span) for one in (*self._named, *self._works, *self._apart, *self._times))
        return inside or self._label(candidate) or not self._meant(candidate) or self._described(candidate)

    def elsewhere(self, candidate: Candidate, type_: str, *, acted: bool) -> bool:
        """Whether its sentence is of a field where an event of ``type_`` is none; ``acted``: its actor is named."""
        fields = self._fields[self._grammar.sentence(candidate.head)]
        return any(type_ not in one.spared or (type_ in one.with_actor and not acted) for one in fields)

    def words(self, sentence: Sentence) -> tuple[list[str], list[str]]:
        """The words and lemmas of a sentence in lower case."""
        return _words(self._grammar.tokens[sentence.first : sentence.last])

    def _label(self, candidate: Candidate) -> bool:
        """Whether it stands in a topic before a colon, without a verb: "Border conflict: Two soldiers ..."."""
        if candidate.head.pos == "VERB" or candidate.light:
            return False
        sentence = self._grammar.sentence(candidate.head)
        for token in self._grammar.tokens[sentence.first : min(sentence.last, sentence.first + _TOPIC)]:
            if token.pos in ("VERB", "AUX"):
                return False
            if token.text == ":":
                return candidate.head.index < token.index
        return False

    def _meant(self, candidate: Candidate) -> bool:
        """Whether its subject can mean it: not everyone ("if you attack"), no storm, no speaker who only talks."""
        words = self._topics.described
        subject = self._grammar.subject(candidate.predicate) if candidate.predicate.pos in ("VERB", "AUX") else None
        if subject is None:
            return True
        small = subject.text.lower()
        if small in words.speaking and max(candidate.sense.weight, candidate.weight) < _TALK:
            return False
        if self._grammar.passive(candidate.predicate):
            return True
        before = (one for one in self._grammar.children[subject.index] if one.dep == "compound")
        blind = any(one.lemma.lower() in words.hazards for one in (subject, *before))
        return not blind and small not in words.anybody

    def _described(self, candidate: Candidate) -> bool:
        """Whether a work shows it or a law allows it: "the law allows the police to detain suspects"."""
        return self._in_story(candidate.predicate) or any(
            self._in_story(above) or self._showing(candidate, above)
            for above in self._grammar.ancestors(candidate.head)
            if above.pos in ("VERB", "AUX")
        )

    def _showing(self, candidate: Candidate, above: Token) -> bool:
        """Whether a verb above it says that a work shows or a law allows what follows."""
        subject = self._grammar.subject(above)
        if subject is None or candidate.predicate.index == above.index or candidate.head.index == subject.index:
            return False
        return self._topics.described.by(subject.lemma.lower(), above.lemma.lower())

    def _in_story(self, verb: Token) -> bool:
        """Whether a verb tells what happens in a work: "in the novel a general is executed"."""
        inside = (one for one in self._grammar.children[verb.index] if one.text.lower() == "in")
        works = (self._grammar.child(one, "pobj") for one in inside)
        return any(work is not None and work.lemma.lower() in self._topics.described.stories for work in works)

    def _by_sentence(self) -> dict[Sentence, tuple[Field, ...]]:
        """The fields of every sentence: its own and those of the report, against which nothing in it may speak."""
        own = {one: self._topics.fields(*self.words(one)) for one in self._grammar.sentences}
        times = Counter(one for some in own.values() for one in some)
        often = {one for one, count in times.items() if count > 1 and count * _SHARE >= len(own)}
        if own and len(own) <= _SHORT:
            often.update(next(iter(own.values())))
        whole = often.intersection(self._topics.fields(*_words(self._grammar.tokens))) if often else often
        return {sentence: tuple(whole | set(some)) for sentence, some in own.items()}

    def _title(self, quote: Quote) -> bool:
        """Whether a quotation is a title: few words, all long ones with a capital."""
        words = self._document[quote.inner].split()
        long = [word for word in words if len(word) > 3]
        return (
            len(words) <= _WORK
            and bool(long)
            and all(word[0].isupper() for word in long)
            and words[-1][-1] not in ".,!?"
        )


def _words(tokens: Iterable[Token]) -> tuple[list[str], list[str]]:
    some = tuple(tokens)
    return [one.text.lower() for one in some], [one.lemma.lower() for one in some]
