"""How sure it is that a candidate is an event of its type."""

from __future__ import annotations

from dateline.extract.events.candidate import Candidate
from dateline.extract.events.parties import Arguments

_NOBODY = 0.55  # what is left of it where nobody did it and nobody suffered it
_NO_ACTOR = 0.85
_NO_RECIPIENT = 0.8  # where the type asks for one


def certainty(candidate: Candidate, parties: Arguments, *, required: bool) -> float:
    """The weight of frame and light verb, less where parties lack; from 0 to 1.

    ``required``: the type asks for a recipient.
    """
    found = max(candidate.sense.weight, candidate.weight)
    if not parties.actors and not parties.recipients:
        return found * _NOBODY
    if not parties.actors:
        found *= _NO_ACTOR
    return found * _NO_RECIPIENT if required and not parties.recipients else found
