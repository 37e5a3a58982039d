"""Folds what a report tells twice: one event with the triggers of all its tellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extract.events.draft import Draft
from dateline.extract.grammar import Grammar
from dateline.model.marks import Token
from dateline.model.text import Document, Span
from dateline.vocab.folding_words import FoldingWords

_STEPS = 4  # dependencies between two words that tell one happening: "killed in an attack on a convoy"
_OUTCOME_STEPS = 6  # and between a deed and what came of it


class Folding:
    """Compares the events of one report, each with those told before it."""

    def __init__(self, document: Document, grammar: Grammar, words: FoldingWords) -> None:
        self._document = document
        self._grammar = grammar
        self._words = words

    def folded(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The events, each told once, in order of their first telling."""
        kept: list[Draft] = []
        for draft in drafts:
            earlier = next((n for n in range(len(kept) - 1, -1, -1) if self._same(kept[n], draft)), None)
            if earlier is None:
                kept.append(draft)
            else:
                kept[earlier] = self._joined(kept[earlier], draft)
        return sorted(kept, key=lambda one: (one.trigger.start, one.trigger.end))

    def _same(self, first: Draft, second: Draft) -> bool:
        if first.type != second.type or not _agreeing(first.mode, second.mode) or not self._alike(first, second):
            return False
        one, other = first.candidate.head, second.candidate.head
        if self._grammar.sentence(one) == self._grammar.sentence(other):
            if self._outcome(first) or self._outcome(second) or self._steps(one, other) == 1:
                steps = _OUTCOME_STEPS
                return self._compatible(first, second, outcome=True) and self._tied(
                    one, other, steps=steps, apart=False
                )
            return self._compatible(first, second) and self._tied(one, other, steps=_STEPS, apart=True)
        return self._compatible(first, second) and self._again(first, second)

    def _alike(self, first: Draft, second: Draft) -> bool:
        return first.status == second.status or {first.status, second.status} <= self._words.alike

    def _outcome(self, draft: Draft) -> bool:
        """Whether it tells what came of a deed."""
        return draft.candidate.head.lemma.lower() in self._words.outcomes

    def _compatible(self, first: Draft, second: Draft, *, outcome: bool = False) -> bool:
        """Whether nothing that both tell differs. Of an ``outcome``, other recipients are no difference: a post was
        stormed, soldiers were killed.
        """
        return (
            self._overlapping(first.actors, second.actors)
            and (outcome or self._overlapping(first.recipients, second.recipients))
            and self._overlapping(_some(first.place), _some(second.place))
            and _meeting(first, second)
            and not self._other_figures(first, second)
        )

    def _overlapping(self, first: Sequence[Span], second: Sequence[Span]) -> bool:
        """Whether one of them is empty or they share a party by a word that names it."""
        if not first or not second:
            return True
        return bool(self._heads(first) & self._heads(second))

    def _heads(self, spans: Iterable[Span]) -> set[str]:
        words: set[str] = set()
        for span in spans:
            tokens = self._grammar.between(span)
            words |= {one.lemma.lower() for one in tokens if one.pos == "PROPN"} or {
                one.lemma.lower() for one in tokens[-1:]
            }
        return words

    def _tied(self, one: Token, other: Token, *, steps: int, apart: bool) -> bool:
        """Whether few dependencies lead from one word to the other; ``apart``: without "and" with another subject."""
        count = self._steps(one, other)
        if count is None or count > steps:
            return False
        path = self._path(other)
        meeting = next(index for index in path if index in self._path(one))
        return not apart or not any(self._own_subject(index) for index in path[: path.index(meeting)])

    def _steps(self, one: Token, other: Token) -> int | None:
        """How many dependencies lead from one word to the other; None where none do."""
        first, second = self._path(one), self._path(other)
        meeting = next((index for index in first if index in second), None)
        return None if meeting is None else first.index(meeting) + second.index(meeting)

    def _own_subject(self, index: int) -> bool:
        token = self._grammar.tokens[index]
        return token.dep == "conj" and self._grammar.child(token, "nsubj", "nsubjpass") is not None

    def _path(self, token: Token) -> list[int]:
        return [token.index, *(one.index for one in self._grammar.ancestors(token))]

    def _again(self, first: Draft, second: Draft) -> bool:
        """Whether the second telling takes up the first: "the attack", or the same parties by the same word."""
        head = second.candidate.head
        if head.pos in ("NOUN", "PROPN"):
            determiner = self._grammar.child(head, "det")
            if determiner is not None and determiner.text.lower() in self._words.taking_up:
                return True
            if not second.candidate.light:
                return False
        same_word = head.lemma == first.candidate.head.lemma or first.sense.cameo == second.sense.cameo is not None
        shared = (first.actors and second.actors) and (first.recipients and second.recipients)
        one_sided = not (first.recipients or second.recipients) and first.actors and second.actors
        return bool(same_word and (shared or one_sided))

    def _other_figures(self, first: Draft, second: Draft) -> bool:
        told = {one.name: one.quantity for one in first.figures}
        return any(one.name in told and told[one.name] != one.quantity for one in second.figures)

    def _joined(self, first: Draft, second: Draft) -> Draft:
        """The fuller of the two in front, with what only the other tells."""
        names = {one.name for one in first.figures}
        dated = next((one for one in (first, second) if one.date_span), first if first.date else second)
        better = first if self._fullness(first) >= self._fullness(second) else second
        other = second if better is first else first
        one_sentence = self._grammar.sentence(first.candidate.head) == self._grammar.sentence(second.candidate.head)
        return replace(
            better,
            mode=better.mode or other.mode,
            actors=better.actors or other.actors,
            recipients=self._all(better.recipients, other.recipients)
            if one_sentence
            else better.recipients or other.recipients,
            place=better.place or other.place,
            date=dated.date,
            date_span=dated.date_span,
            figures=tuple(
                sorted(
                    (*first.figures, *(one for one in second.figures if one.name not in names)),
                    key=lambda one: one.span.start,
                )
            ),
            instrument=better.instrument or other.instrument,
            certainty=max(first.certainty, second.certainty),
            others=tuple(
                sorted({*first.others, *second.others, other.trigger} - {better.trigger}, key=lambda one: one.start)
            ),
        )

    def _fullness(self, draft: Draft) -> int:
        """How much a telling tells; a mode counts, since it says how it was done. A deed goes before its outcome."""
        told = (draft.actors, draft.recipients, draft.place, draft.date_span, draft.figures, draft.mode)
        return sum(bool(one) for one in told) + 3 * (not self._outcome(draft))

    def _all(self, first: Sequence[Span], second: Sequence[Span]) -> tuple[Span, ...]:
        """Both lists of parties as one, in order; of those that share a word that names them, the first."""
        more = [one for one in second if not self._heads([one]) & self._heads(first)]
        return tuple(sorted({*first, *more}))


def _agreeing(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _some(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _meeting(first: Draft, second: Draft) -> bool:
    """Whether their dates can be of one happening; one that the words do not give is no difference."""
    one, other = first.date, second.date
    if one is None or other is None or first.date_span is None or second.date_span is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest
