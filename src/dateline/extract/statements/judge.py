"""Judges choices: the likelihood that a statement stands there with the content and source that were chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from dateline.extract.statements.candidates import JOINED, RAW, TAGGED, log_odds
from dateline.extract.statements.choose import Choice
from dateline.extract.statements.context import Context
from dateline.extract.statements.tagging.hints import Words
from dateline.model.chances import chance
from dateline.model.marks import Quote

_UNPROPOSED = 0.02  # the likelihood taken where no construction was found


class Judge:
    """A logistic regression over features of a choice; ``weights`` by name, as `dateline.learn` fitted them."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def score(self, features: Mapping[str, float]) -> float:
        """The likelihood (0 to 1); features that have no weight count nothing."""
        return chance(features, self._weights)


class Features:
    """Names what is known of a choice, as the judge weighs it."""

    def __init__(self, words: Words, context: Context, quotes: Iterable[Quote]) -> None:
        self._words = words
        self._context = context
        self._quotes = [quote.span for quote in quotes if quote.depth == 0]

    def of(self, choice: Choice) -> dict[str, float]:
        """The features of ``choice`` by name."""
        return {name: value for name, value in self._named(choice) if value}

    def _named(self, choice: Choice) -> Iterator[tuple[str, float]]:
        proposal, case = choice.proposal, choice.case
        cue = self._words.tokens[case.anchor]
        size = math.log(1 + sum(float(self._words.sums[b] - self._words.sums[a]) for a, b in self._ranges(choice)))
        offered = [one.proposal.score for one in case.candidates if one.origin == RAW]
        yield "always", 1.0
        yield "lexicon", log_odds(max(offered, default=_UNPROPOSED))
        yield "lexicon chosen", log_odds(choice.lexicon if choice.lexicon is not None else _UNPROPOSED)
        for origin in (RAW, JOINED, TAGGED):
            yield f"proposed {origin}", float(any(one.origin == origin for one in case.candidates))
            yield f"chosen {origin}", float(origin in choice.origins)
        yield "size", size
        yield "size squared", size * size / 5
        yield "pieces", float(len(proposal.content) > 1)
        yield "no source", float(proposal.source is None)
        quoted = self._context.quoted(cue)
        holds = any(quote.overlaps(span) for quote in self._quotes for span in proposal.content)
        yield "quoted", float(quoted)
        yield "holds quotation", float(holds and not quoted)
        yield f"frame {proposal.frame}", 1.0
        yield f"speech {cue.pos}", 1.0
        for name in dict.fromkeys(self._context.of(proposal)):
            yield name, 1.0
        if case.hint is not None:
            chance = log_odds(case.hint.chance)
            yield "hinted", 1.0
            yield "chance", chance
            yield "content", choice.content.overlap
            yield "content squared", choice.content.overlap**2
            yield "chance and content", chance * choice.content.overlap
            yield "edges", max(choice.content.edges, -4.6)
            yield "source", choice.source
            yield "chance and quotation", chance * (holds and not quoted)

    def _ranges(self, choice: Choice) -> list[tuple[int, int]]:
        return self._words.ranges(choice.proposal.content)
