"""A trained tier: gathers candidates, chooses among them, judges the choices and keeps the likely ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.extract.statements.assemble import union
from dateline.extract.statements.candidates import JOINED, Case, cases
from dateline.extract.statements.choose import Choice, Chooser
from dateline.extract.statements.context import Context
from dateline.extract.statements.judge import Features, Judge
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.tagging.hints import Words
from dateline.extract.statements.tagging.tagger import Tagger
from dateline.model.marks import Marks, Part, Quote, Token
from dateline.model.text import Span

_HOPELESS = 0.1  # of 6,152 (fast: 7,199) cases below it in PolNeAR dev none was judged above 0.11 (fast: 0.17)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted for a tier: see the card beside its file in ``weights/``."""

    choice: Mapping[str, float]
    judge: Mapping[str, float]
    threshold: float
    unweighed: frozenset[str]
    """Constructions of typography, whose own score stands: turns, signed quotations."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Weights:
        """The weights written in a file of ``weights/``."""
        return cls(
            choice=dict(settings["choice"]),
            judge=dict(settings["judge"]),
            threshold=float(settings["threshold"]),
            unweighed=frozenset(settings["unweighed"]),
        )


class Weighing:
    """Turns the rules' proposals into judged ones. Without a tagger only what rules propose is weighed."""

    def __init__(self, weights: Weights, tagger: Tagger | None = None) -> None:
        self._weights = weights
        self._tagger = tagger
        self._judge = Judge(weights.judge)

    def judged(
        self, raw: Sequence[Proposal], joined: Sequence[Proposal], *, marks: Marks, context: Context
    ) -> list[Proposal]:
        """The statements of a report in order of place, each with its score. ``raw`` are single constructions with
        the lexicon's score, ``joined`` the rules' whole statements.
        """
        kept: list[Proposal] = [one for one in joined if one.frame in self._weights.unweighed]
        for choice, features in self.choices(raw, joined, marks=marks, context=context, least=_HOPELESS):
            score = self._judge.score(features)
            if score >= self._weights.threshold:
                kept.append(replace(choice.proposal, score=score))
        return sorted(kept, key=lambda one: (one.content[0].start, one.anchor))

    def choices(
        self,
        raw: Sequence[Proposal],
        joined: Sequence[Proposal],
        *,
        marks: Marks,
        context: Context,
        least: float = 0.0,
    ) -> list[tuple[Choice, dict[str, float]]]:
        """Every choice with its features, before it is judged; what `dateline.learn` fits the judge on. A case that
        neither the tagger nor a whole statement of the rules speaks for, nor a construction with likelihood
        ``least``, is left out.
        """
        words = Words(marks.every(Token))
        hints = list(self._tagger.hints(marks, words)) if self._tagger is not None else []
        chooser = Chooser(words, self._weights.choice)
        features = Features(words, context, marks.every(Quote))
        found = cases(raw, joined, hints=hints, words=words)
        found = [one for one in found if not self._settled(one) and _hopeful(one, least)]
        chosen = [self._whole(chooser.choose(one), marks, words) for one in found]
        return [(choice, features.of(choice)) for choice in chosen]

    def _settled(self, case: Case) -> bool:
        return any(one.origin == JOINED and one.proposal.frame in self._weights.unweighed for one in case.candidates)

    def _whole(self, choice: Choice, marks: Marks, words: Words) -> Choice:
        """The choice kept to its paragraphs, without its cue and source in its content, with quotation marks that hug
        that and the rest of a quotation that goes on in further paragraphs taken in.
        """
        quotes = marks.every(Quote)
        parts = marks.every(Part)
        anchor = marks.every(Token)[choice.case.anchor].span
        source, cue = choice.proposal.source, choice.proposal.cue
        own = _without([_within(span, anchor, parts) for span in choice.proposal.content], (source, cue), words)
        content = tuple(_hugged(span, quotes) for span in own)
        proposal = replace(
            choice.proposal,
            content=union([*content, *_carried_on(content, quotes)]),
            source=_within(source, anchor, parts) if source is not None else None,
        )
        return replace(choice, proposal=proposal)


def _within(span: Span, anchor: Span, parts: Sequence[Part]) -> Span:
    """``span`` without what it has of other parts than that of ``anchor``; whole where it has nothing of that part."""
    at = bisect_right(parts, anchor.start, key=lambda part: part.span.start) - 1
    own = parts[at].span if at >= 0 else span
    return Span(max(span.start, own.start), min(span.end, own.end)) if span.overlaps(own) else span


def _without(content: Sequence[Span], others: Iterable[Span | None], words: Words) -> Sequence[Span]:
    """``content`` without the words of ``others``; as it is where nothing would be left."""
    left = list(content)
    for other in others:
        if other is not None:
            cut = [one for one in left if one.overlaps(other)]
            sides = [side for one in cut for side in ((one.start, other.start), (other.end, one.end))]
            left = [one for one in left if one not in cut]
            left += [words.span(found) for found in words.ranges([Span(a, b) for a, b in sides if a < b])]
    return left or content


def _carried_on(content: Sequence[Span], quotes: Iterable[Quote]) -> list[Span]:
    """The pieces in later paragraphs of a quotation that ``content`` ends with and whose paragraph leaves it open."""
    outer = [quote for quote in quotes if quote.depth == 0]
    last = max(content, key=lambda span: span.end)
    open_ended = [quote for quote in outer if last.end == quote.span.end and last.overlaps(quote.span)]
    chains = {quote.chain for quote in open_ended if not quote.closed}
    return [quote.span for quote in outer if quote.chain in chains and quote.span.start > last.start]


def _hopeful(case: Case, least: float) -> bool:
    return case.hint is not None or any(one.origin == JOINED or one.proposal.score >= least for one in case.candidates)


def _hugged(span: Span, quotes: Iterable[Quote]) -> Span:
    """``span`` with the marks of a quotation whose first or last words it shares."""
    start, end = span.start, span.end
    for quote in quotes:
        if quote.depth:
            continue
        if quote.inner.start == start and quote.span.start < start:
            start = quote.span.start
        if quote.span.start < end <= quote.span.end and quote.inner.end - end <= 1:
            end = quote.span.end
    return Span(start, end)
