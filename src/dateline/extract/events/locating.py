"""Where an event took place: the place its own words name, then that of its clause and its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.toponymy import Toponymy
from dateline.extract.events.voice import VERBS
from dateline.extract.events.whereabouts import AT, Whereabouts
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Part, Sentence, Token
from dateline.model.text import Document, Span

_TO = frozenset({"to", "into", "toward", "towards", "onto", "for"})
_FROM = frozenset({"from", "out"})
_GOING = frozenset({"MOBILIZE", "CONSULT", "AID", "PROTEST"})  # what they go to is where they are
_LEAVING = frozenset({"RETREAT"})
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "SANCTION"})  # said here, about there
_AIMED = frozenset({"ASSAULT"})
_THERE = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # the sentence goes on about what was told before it
_THE = frozenset({"the", "this", "that", "these", "those", "both"})
_CLIMB = 6


class Locating:
    """Finds the places of one report's events.

    The place of a visit or a deployment is where it goes; a place that is attacked is that of the attack. No place is
    better than a wrong one: what was only said has a place only beside its own words, and the dateline is never taken.
    """

    def __init__(self, document: Document, marks: Marks, grammar: Grammar) -> None:
        self._document, self._grammar = document, grammar
        self._places = Toponymy(marks, grammar)
        self._where = Whereabouts(document, grammar, self._places)
        self._parts = [part for part in marks.every(Part) if part.kind == "paragraph"]

    def of(self, candidate: Candidate, type_: str | None, recipients: tuple[Span, ...] = ()) -> Span | None:
        """The place of a candidate of an event type, whose ``recipients`` may be or name a place."""
        return next(self._found(candidate, type_ or "", recipients), None)

    def _found(self, candidate: Candidate, type_: str, recipients: tuple[Span, ...]) -> Iterator[Span]:
        """Places in the order in which they are believed."""
        words = AT | (_TO if type_ in _GOING else frozenset())
        heads = [candidate.head, candidate.predicate] if candidate.light else [candidate.head]
        for one in heads:
            yield from self._where.after(one, words)
            yield from self._where.straight(one, _FROM) if type_ in _LEAVING else ()
        if candidate.head.pos not in VERBS:
            yield from self._where.before(candidate.head)
        if type_ in _SAID or (type_ in _GOING and self._goes(heads)):
            return
        for one in heads:
            yield from self._at_objects(one, type_)
        if type_ in _AIMED:
            yield from self._aimed_at(recipients)
        yield from self._around(candidate)
        yield from self._scene(candidate)
        if type_ in _THERE:
            yield from self._earlier(candidate)

    def _goes(self, heads: Iterable[Token]) -> bool:
        """Whether it is told where they go, by no name: "his visit to the country"."""
        return any(
            one.text.lower() == "to"
            for head in heads
            for one in self._grammar.children[head.index]
            if one.dep == "prep"
        )

    def _at_objects(self, token: Token, type_: str) -> Iterator[Span]:
        """Where those are whom it is done to: "bombed a hospital in Oria"; a place that is gone to: "visited Oria"."""
        for one in self._where.targets(token):
            place = self._places.anyhow(one) if type_ in _AIMED | _GOING else self._places.place(one)
            if type_ == "CONSULT" and one.pos == "PROPN":
                place = self._places.perhaps(one)
            if place is not None:
                yield place
            if type_ != "CONSULT":  # whom one meets is where he is, not where he is from
                yield from self._where.nested(one)

    def _aimed_at(self, recipients: Iterable[Span]) -> Iterator[Span]:
        """A place that is the target, or that the words for the target name."""
        for span in recipients:
            tokens = self._grammar.between(span)
            heads = [one for one in tokens if not span.covers(self._grammar.head(one).span) or one.dep == "ROOT"]
            for head in heads[:1]:
                place = self._places.anyhow(head)
                if place is not None:
                    yield place
            for one in tokens:
                yield from self._where.nested(one)

    def _around(self, candidate: Candidate) -> Iterator[Span]:
        """The verbs of the clause that tells it, and what they hang on: "exploded in Oria, killing 12"."""
        for at in self._clause(candidate.predicate):
            joined = [one for one in self._grammar.children[at.index] if one.dep == "conj" and one.pos in VERBS]
            for verb in (at, *joined):
                yield from self._where.after(verb, AT)
                yield from self._where.parties(verb)
            yield from self._where.below(at)

    def _clause(self, verb: Token) -> Iterator[Token]:
        """A verb and those above it in one clause."""
        for at in [verb, *self._grammar.ancestors(verb)][: _CLIMB + 1]:
            yield at
            begun = at.dep == "advcl" and self._grammar.child(at, "mark") is not None
            if at.dep in ("ccomp", "relcl", "acl", "ROOT", "parataxis") or begun:
                return

    def _scene(self, candidate: Candidate) -> Iterator[Span]:
        """What the sentence begins with: "In Oria, ..."; else the only place it has."""
        sentence = self._grammar.sentence(candidate.head)
        for token in self._grammar.tokens[sentence.first : candidate.head.index]:
            if token.dep == "ROOT":
                break
            if self._grammar.head(token).dep == "ROOT" and token.dep == "prep":
                yield from (
                    span for span in self._where.after(self._grammar.head(token), AT) if span.start > token.span.start
                )
        yield from self._only(sentence)

    def _only(self, sentence: Sentence) -> Iterator[Span]:
        """The place of a sentence that names one, after a preposition."""
        tokens = self._grammar.tokens[sentence.first : sentence.last]
        found = dict.fromkeys(place for place in map(self._places.place, tokens) if place is not None)
        told = [span for span in found if self._told(span)]
        if len({self._document[span] for span in found}) == 1 and told:
            yield told[0]

    def _told(self, span: Span) -> bool:
        """Whether a place stands after a preposition of place, of a verb or of what is in it: not "the war in Oria"."""
        last = self._grammar.between(span)[-1]
        preposition = self._grammar.head(last)
        if last.dep != "pobj" or preposition.text.lower() not in AT:
            return False
        noun = self._grammar.head(preposition)
        return noun.pos in VERBS or noun.dep in ("nsubj", "nsubjpass", "dobj", "ROOT")

    def _earlier(self, candidate: Candidate) -> Iterator[Span]:
        """The only place of the sentence before, in the same paragraph, where its own sentence names none."""
        own = self._grammar.sentence(candidate.head)
        determiner = self._grammar.child(candidate.head, "det")
        known = determiner is not None and determiner.text.lower() in _THE
        if candidate.head.pos not in VERBS and not known:
            return
        if any(self._places.anyhow(one) is not None for one in self._grammar.tokens[own.first : own.last]):
            return
        before = self._grammar.sentence(self._grammar.tokens[own.first - 1]) if own.first else None
        if before is not None and any(
            one.span.covers(before.span) and one.span.covers(own.span) for one in self._parts
        ):
            yield from self._only(before)
