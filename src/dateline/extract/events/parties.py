"""Who did it to whom: the actors and recipients of an event, from the slots of its frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.extract.events.beside import Beside
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.phrases import Phrases
from dateline.extract.events.slots import Slots
from dateline.extract.grammar import Grammar
from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span
from dateline.vocab.frames import Sense
from dateline.vocab.parties import PartyWords

_VIOLENT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
_AIMED = frozenset({"ASSAULT", "COERCE"})  # what is done to a town counts as done to those in it
_STRAIGHT = frozenset({"obj", "prep:against"})  # where a town stands for those in it
_VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_SECOND = (
    ("prep:against", _VERBAL | _VIOLENT),
    ("prep:on", frozenset({"ASSAULT"})),
    ("prep:with", frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT"})),
    ("prep:to", frozenset({"AGREE", "AID", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})),
    ("prep:of", frozenset({"CONSULT"})),
    ("xsubj", frozenset({"REQUEST"})),
    ("xobj", frozenset({"REJECT", "THREATEN"})),
)  # slots beside those of the frame, with the types in which they are believed
_PARTNER = ("obj", "prep:with", "lightobj")  # where the other side of a meeting stands
_DEED = ("by", "poss", "mod", "made", "prep:from", "prep:of")
_ABOUT = (
    *("by", "poss", "mod", "made", "prep:of", "prep:on", "prep:against"),
    *("prep:with", "prep:to", "prep:from", "prep:for"),
)
_DEEPER = ("by", "poss", "mod", "made", "prep:of")
_PARTY = frozenset({"who", "place", "force"})
_DEPTH = 3  # nouns looked through: "the possibility of an intervention by rebels"


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who did it, and to whom, in order of place."""

    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()


class Parties:
    """Finds the parties of one report's events.

    Parties are people, bodies, states and forces; things only as targets of force. Where a deed, a weapon or a decision
    stands in a slot, the party is whoever is named beside it: of "condemned Oria's attack" the recipient is Oria, of
    "an air strike by Oria killed 12" the actor. Of "A met B" A is the actor and B the recipient, of "A and B met" both
    are actors. No party is both.
    """

    def __init__(self, document: Document, marks: Marks, grammar: Grammar, *, words: PartyWords) -> None:
        self._document, self._grammar = document, grammar
        clauses = Clauses(grammar, controlling=words.controlling)
        self._phrases = Phrases(marks, grammar, words=words)
        self._kinds = self._phrases.kinds
        self._slots = Slots(grammar, clauses, self._phrases)
        self._beside = Beside(grammar, self._slots, clauses=clauses, phrases=self._phrases, words=words)

    def of(self, candidate: Candidate, sense: Sense) -> Arguments:
        """The parties of a candidate taken in a sense."""
        actors = self._actors(candidate, sense)
        recipients = self._recipients(candidate, sense, actors)
        if candidate.light and "poss" in sense.recipient and recipients and all(self._his(one) for one in recipients):
            actors = ()  # "he began his trial": the subject is the one tried
        return Arguments(actors, recipients)

    def _his(self, span: Span) -> bool:
        return any(one.tag == "PRP$" and one.span == span for one in self._grammar.between(span))

    def _actors(self, candidate: Candidate, sense: Sense) -> tuple[Span, ...]:
        if not sense.actor:
            return ()
        for slot in _own_first(candidate, sense.actor):
            heads = self._slots.heads(candidate, slot)
            if candidate.light and slot == "poss":  # "began his visit": who began it says more than "his"
                heads = [one for one in heads if one.tag != "PRP$"]
            found = self._spans(self._doing(heads), candidate)
            if found:
                return found
        beside = self._beside.doers(candidate, sense.type)
        others = (self._spans(self._doing(heads), candidate) for heads in beside)
        return next((one for one in others if one), ())

    def _recipients(self, candidate: Candidate, sense: Sense, actors: tuple[Span, ...]) -> tuple[Span, ...]:
        """Who stands in its slots and is no actor; the other side of a meeting is one that the frame calls an actor."""
        slots = sense.recipient or tuple(one for one in sense.actor[1:] if one in _PARTNER)
        for heads in self._chances(candidate, sense, slots) if slots else ():
            found = self._spans(heads, candidate)
            apart = tuple(one for one in found if not any(one.overlaps(actor) for actor in actors))
            if apart:
                return apart
        return ()

    def _chances(self, candidate: Candidate, sense: Sense, slots: tuple[str, ...]) -> Iterator[Iterator[Token]]:
        """Who may suffer it in the slots, then what else can name whom it is done to."""
        for slot in slots:
            yield self._suffering(self._slots.heads(candidate, slot), sense, straight=slot in _STRAIGHT)
        for heads in self._beside.sufferers(candidate):
            yield self._suffering(heads, sense)
        yield (token for one in self._beside.things(candidate) for token in self._named_in(one, _ABOUT))
        for slot, types in _SECOND:
            if sense.type in types and slot not in slots:
                yield self._suffering(self._slots.heads(candidate, slot), sense, straight=slot in _STRAIGHT)
        if sense.type == "AID":
            yield self._suffering(self._beside.helped(candidate), sense)

    def _doing(self, heads: Iterable[Token]) -> Iterator[Token]:
        """Who can have done it; for a deed or a weapon, who is named beside it."""
        for one in self._each(heads):
            kind = self._kinds.of(one)
            if kind in ("who", "force", "count") or (
                kind == "place" and self._kinds.acting(one) and not self._topic(one)
            ):
                yield one
            else:
                yield from self._named_in(one, _DEED)

    def _topic(self, token: Token) -> bool:
        """Whether a colon makes a word what the sentence is about: "Oria: A bomb explodes"."""
        return any(one.text == ":" for one in self._grammar.tokens[token.index + 1 : token.index + 2])

    def _suffering(self, heads: Iterable[Token], sense: Sense, *, straight: bool = False) -> Iterator[Token]:
        """Whom it can have been done to: people and bodies; targets where force is used; else whose thing it is."""
        for one in self._each(heads):
            if self._fits(one, sense, straight=straight):
                yield one
            elif self._kinds.of(one) != "place":
                yield from self._named_in(one, _ABOUT)

    def _each(self, heads: Iterable[Token]) -> Iterator[Token]:
        for head in heads:
            yield from self._phrases.conjuncts(self._phrases.named(head))

    def _fits(self, token: Token, sense: Sense, *, straight: bool) -> bool:
        kind = self._kinds.of(token)
        if kind == "place":  # troops that are sent to a state are not sent against it
            return sense.type in _AIMED or straight or (sense.type != "MOBILIZE" and self._kinds.state(token))
        forced = sense.type in _VIOLENT and sense.type != "MOBILIZE"
        return kind in ("who", "count") or (kind in ("force", "site") and forced)

    def _named_in(self, noun: Token, slots: tuple[str, ...], depth: int = _DEPTH) -> Iterator[Token]:
        """Who is named in the phrase of a noun that is no party, through the nouns it hangs on."""
        act = self._kinds.of(noun) == "act"  # "the bombing of the academy" says who suffered it
        for slot in slots if noun.pos != "NUM" else ():
            if slots is _DEED and act and slot == "prep:of":
                continue
            named = (one for one in self._phrases.doers(noun, slot) if one.tag != "PRP$" or (act and slots is _DEED))
            found = [one for head in named for one in self._phrases.conjuncts(head)]
            parties = [one for one in found if self._kinds.of(one) in _PARTY and one.pos != "NUM"]
            if not parties and depth > 1:
                deeper = slots if slots is _DEED else _DEEPER
                parties = [one for thing in found for one in self._named_in(thing, deeper, depth - 1)]
            if parties:
                yield from parties
                return

    def _spans(self, heads: Iterable[Token], candidate: Candidate) -> tuple[Span, ...]:
        """The spans of parties in order; one inside another is left out, and so is the trigger itself."""
        trigger = {candidate.head.index, candidate.predicate.index}
        found = {self._phrases.extents.span(one) for one in heads if one.index not in trigger}
        kept = sorted(one for one in found if not any(other != one and other.covers(one) for other in found))
        joined: list[Span] = []
        for one in kept:
            if joined and self._document.text[joined[-1].end : one.start] == " ":  # "cleric" and "Ana Brandt"
                joined[-1] = Span(joined[-1].start, one.end)
            else:
                joined.append(one)
        return tuple(one for one in joined if one != candidate.span)


def _own_first(candidate: Candidate, slots: tuple[str, ...]) -> tuple[str, ...]:
    """The subject of a light verb before a modifier: in "attended a cabinet meeting" it is who attended."""
    if not candidate.light or "mod" not in slots or "light" not in slots:
        return slots
    return (*(one for one in slots if one != "mod"), "mod")
