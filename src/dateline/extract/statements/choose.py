"""Chooses, for a reporting word, the likeliest content, source and cue of all that is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.extract.statements.candidates import JOINED, RAW, TAGGED, Candidate, Case, log_odds
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.tagging.hints import Likeness, Words
from dateline.model.text import Span

_NEVER = Likeness(0.0, -4.6)
_ORDER = (JOINED, TAGGED, RAW)  # whose construction names a content that several propose


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a case, how well it agrees with the tagger, and who proposed it. ``lexicon`` is the
    rules' own likelihood of the chosen construction, None where the rules did not propose it.
    """

    case: Case
    proposal: Proposal
    content: Likeness
    source: float
    lexicon: float | None
    origins: frozenset[str]


class Chooser:
    """Weighs candidates against each other with the ``weights`` of section [choice] of the tier's weights file."""

    def __init__(self, words: Words, weights: Mapping[str, float]) -> None:
        self._words = words
        self._weights = weights

    def choose(self, case: Case) -> Choice:
        """The best of ``case``; of equals the first proposed."""
        groups: dict[tuple[Span, ...], list[Candidate]] = {}
        for one in case.candidates:
            groups.setdefault(one.proposal.content, []).append(one)
        rated = [(self._content(case, content), content) for content in groups]
        content = max(rated, key=lambda one: one[0])[1]
        chosen = groups[content]
        likeness = self._likeness(case, "content", content)
        leading = min(chosen, key=lambda one: _ORDER.index(one.origin)).proposal
        source, agreed = self._source(case, chosen)
        return Choice(
            case=case,
            proposal=replace(leading, anchor=case.anchor, content=content, source=source, cue=self._cue(case, leading)),
            content=likeness,
            source=agreed,
            lexicon=max((one.proposal.score for one in chosen if one.origin == RAW), default=None),
            origins=frozenset(one.origin for one in chosen),
        )

    def _likeness(self, case: Case, role: str, spans: Iterable[Span]) -> Likeness:
        return case.hint.likeness(role, self._words.ranges(tuple(spans))) if case.hint is not None else _NEVER

    def _content(self, case: Case, content: tuple[Span, ...]) -> float:
        """How likely a content is; where the tagger says nothing, a whole statement of the rules comes first."""
        proposed = [one for one in case.candidates if one.proposal.content == content]
        joined = any(one.origin == JOINED for one in proposed)
        lexicon = max((log_odds(one.proposal.score) for one in proposed if one.origin == RAW), default=-3.0)
        if case.hint is None:
            return 100.0 * joined + lexicon
        likeness = self._likeness(case, "content", content)
        return (
            likeness.overlap
            + self._weights["edges"] * likeness.edges
            + self._weights["joined"] * joined
            + self._weights["lexicon"] * lexicon
        )

    def _source(self, case: Case, chosen: list[Candidate]) -> tuple[Span | None, float]:
        """The likeliest source, and the share of its words that the tagger expects."""
        if case.hint is None:
            joined = [one for one in chosen if one.origin == JOINED] or chosen
            return joined[0].proposal.source, 0.0
        beside = {one.proposal.source for one in chosen}
        trusted = {one.proposal.source for one in case.candidates if one.origin == JOINED}
        sources = list(dict.fromkeys([*(one.proposal.source for one in case.candidates), None]))
        rated = []
        for place, source in enumerate(sources):
            likeness = (
                self._likeness(case, "source", (source,))
                if source is not None
                else Likeness(1 - case.hint.highest("source"), 0.0)
            )
            value = (
                likeness.overlap
                + self._weights["source edges"] * likeness.edges
                + self._weights["source joined"] * (source in trusted)
                + self._weights["source beside"] * (source in beside)
            )
            rated.append((value, -place, likeness.overlap))
        _, place, overlap = max(rated)
        return sources[-place], overlap

    def _cue(self, case: Case, leading: Proposal) -> Span | None:
        """The cue that agrees best with the tagger; that of the leading construction where it says nothing."""
        cues = sorted({one.proposal.cue for one in case.candidates if one.proposal.cue is not None})
        if case.hint is None or leading.cue is None or not cues:
            return leading.cue
        return max(cues, key=lambda cue: (self._likeness(case, "cue", (cue,)).overlap, -len(cue), -cue.start))
