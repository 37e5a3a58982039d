"""On what occasion, where and when something was said: "at a rally in Orlau on Monday", "asked about the dam"."""

from __future__ import annotations

from dateline.extract.grammar import Grammar
from dateline.extract.statements.acts import Act, Acts, Host
from dateline.model.marks import Labelled, Marks, Name, Time, Token
from dateline.model.text import Span
from dateline.vocab.saying import Occasions

_PLACES = frozenset({"country", "region", "place", "installation"})
_NOT_THERE = frozenset({"demonym", "modifier"})  # "the Moscow talks" need not be in Moscow
_CLAUSES = frozenset({"acl", "relcl"})


class Settings:
    """Finds the settings, places and times of acts of saying."""

    def __init__(self, marks: Marks, *, grammar: Grammar, acts: Acts, words: Occasions) -> None:
        self._marks = marks
        self._grammar = grammar
        self._acts = acts
        self._words = words

    def setting(self, act: Act) -> Span | None:
        """The phrase of the occasion, without a date that ends it; a question that was asked where there is none."""
        for preposition in self._acts.phrases(act):
            if self._is_setting(preposition, act):
                return self._phrase(preposition)
        told = self._grammar.child(act.cue, "dobj", "dative")
        if told is not None and told.lemma.lower() in self._words.gatherings and act.outside(self._acts.span(told)):
            return self._phrase(told)
        asked = (self._phrase(host.token) for host in act.hosts[1:] if self._asks(host, act))
        return next(asked, None)

    def place(self, act: Act) -> Span | None:
        """The first place that stands behind "in", "at", "from" and belongs to the saying."""
        for name in self._marks.within(Name, self._grammar.sentence(act.cue).span):
            if name.kind in _PLACES and name.use not in _NOT_THERE and act.outside(name.span):
                for token in self._grammar.between(name.span):
                    preposition = self._grammar.head(token)
                    fits = token.dep == "pobj" and preposition.text.lower() in self._words.place_prepositions
                    if fits and self._acts.belongs(preposition, act):
                        return name.span
        return None

    def time(self, act: Act) -> Time | None:
        """The first time expression with a date that belongs to the saying."""
        for time in self._marks.within(Time, self._grammar.sentence(act.cue).span):
            dated = time.type in ("DATE", "TIME") and time.date is not None and act.outside(time.span)
            if dated and any(self._dates(token, act) for token in self._grammar.between(time.span)):
                return time
        return None

    def _dates(self, token: Token, act: Act) -> bool:
        before = self._grammar.head(token)
        if token.dep == "pobj" and before.text.lower() not in self._words.date_prepositions:
            return False
        return self._acts.belongs(token, act)

    def _asks(self, host: Host, act: Act) -> bool:
        return (
            host.token.dep in ("advcl", "dep")
            and host.token.tag in ("VBN", "VBD")
            and act.outside(self._acts.span(host.token))
        )

    def _is_setting(self, preposition: Token, act: Act) -> bool:
        word, inner = preposition.text.lower(), self._grammar.child(preposition, "pobj")
        if inner is None:
            deeper = self._grammar.child(preposition, "prep")  # "ahead of the vote"
            inner = self._grammar.child(deeper, "pobj") if deeper is not None else None
        if inner is None or word not in self._words.prepositions:
            return False
        times = [time.span for time in self._marks.within(Time, self._acts.span(preposition))]
        if inner.lemma.lower() in self._words.nouns:
            return not any(span.covers(inner.span) for span in times)  # "In March, ..."
        called = act.cue.lemma.lower() in self._words.calling and word in self._words.calling_on
        if called or any(span.start == self._after(preposition) for span in times):
            return False  # "called on Harbour Radio to"; "On Friday Harbour Radio said"
        writes = word == "in" and any(host.token.lemma.lower() in self._words.writing for host in act.hosts)
        return (writes or word in self._words.airing) and inner.pos == "PROPN" and self._outlet(inner)

    def _after(self, preposition: Token) -> int:
        return self._grammar.tokens[min(preposition.index + 1, len(self._grammar.tokens) - 1)].span.start

    def _outlet(self, noun: Token) -> bool:
        """Whether a proper noun is an outlet or a programme: an organisation or a work."""
        sentence = self._grammar.sentence(noun).span
        named = [one.span for one in self._marks.within(Name, sentence) if one.kind == "organisation"]
        named += [one.span for one in self._marks.within(Labelled, sentence) if one.label == "WORK_OF_ART"]
        return any(span.covers(noun.span) for span in named)

    def _phrase(self, head: Token) -> Span:
        """A phrase without the date or the comma that ends it: "in a statement" of "in a statement on Friday"."""
        first, last = self._grammar.edges(head)
        for time in self._marks.within(Time, self._grammar.span(first, last)):
            words = self._grammar.between(time.span)
            before = self._grammar.tokens[words[0].index - 1] if words else head
            own = before.dep == "prep" and self._grammar.head(before).dep not in _CLAUSES
            if own and words[-1].index == last and before.index > first + 1:
                last = before.index - 1
        while last > first and self._grammar.tokens[last].pos == "PUNCT":
            last -= 1
        return self._grammar.span(first, last)
