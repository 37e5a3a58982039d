"""Gathers what rules and tagger propose for each reporting word, so that the best of it can be chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.tagging.hints import Hint, Words

RAW, JOINED, TAGGED = "raw", "joined", "tagged"
"""Where a candidate comes from: a construction by itself, the rules' whole statement, the tagger."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposal and where it comes from."""

    origin: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Case:
    """A reporting word with all that is proposed for it, and what the tagger says of it, if anything."""

    anchor: int
    candidates: tuple[Candidate, ...]
    hint: Hint | None


def cases(raw: Iterable[Proposal], joined: Iterable[Proposal], *, hints: Sequence[Hint], words: Words) -> list[Case]:
    """A case for each reporting word that anything is proposed for, in order of place.

    Proposals whose cue shares a word with the cue of a hint belong to that hint's case.
    """
    by_anchor = {hint.anchor: hint for hint in hints}
    tagged = {hint.anchor: one for hint in hints if (one := _tagged(hint, words)) is not None}
    owner: dict[int, int] = {}
    for anchor, proposal in tagged.items():
        for at in range(*words.range(proposal.cue)) if proposal.cue else ():
            owner.setdefault(at, anchor)
    found: dict[int, list[Candidate]] = {}
    for origin, proposals in ((RAW, raw), (JOINED, joined), (TAGGED, tagged.values())):
        for proposal in proposals:
            anchor = _anchor(proposal, owner, words) if proposal.anchor not in tagged else proposal.anchor
            found.setdefault(anchor, []).append(Candidate(origin, proposal))
    return [Case(anchor, tuple(found[anchor]), by_anchor.get(anchor)) for anchor in sorted(found)]


def _anchor(proposal: Proposal, owner: dict[int, int], words: Words) -> int:
    if proposal.cue is None:
        return proposal.anchor
    return next((owner[at] for at in range(*words.range(proposal.cue)) if at in owner), proposal.anchor)


def _tagged(hint: Hint, words: Words) -> Proposal | None:
    """What the tagger proposes, None when it expects no content."""
    content = hint.ranges("content")
    if not content:
        return None
    sources = hint.ranges("source")
    source = max(sources, key=lambda one: hint.weight("source", one)) if sources else None
    cue = next((one for one in hint.ranges("cue") if one[0] <= hint.anchor < one[1]), None)
    token = words.tokens[hint.anchor]
    return Proposal(
        anchor=hint.anchor,
        lemma=token.lemma.lower(),
        frame="tagged",
        cue=words.span(cue) if cue is not None else token.span,
        source=words.span(source) if source is not None else None,
        content=tuple(words.span(one) for one in content),
        score=hint.chance,
    )


def log_odds(chance: float) -> float:
    """The log-odds of a likelihood, within bounds."""
    kept = min(max(chance, 0.003), 0.997)
    return math.log(kept / (1 - kept))
