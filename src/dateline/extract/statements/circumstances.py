"""What stands beside a cue: to whom, on what occasion, where and when something was said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.grammar import Grammar
from dateline.extract.statements.acts import Acts
from dateline.extract.statements.addressees import Addressees
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.settings import Settings
from dateline.model.marks import Marks
from dateline.model.text import Span
from dateline.model.values import PartialDate
from dateline.vocab.saying import Saying


@dataclass(frozen=True, slots=True)
class Around:
    """The circumstances of one statement; what the text does not say is None."""

    addressee: Span | None = None
    setting: Span | None = None
    place: Span | None = None
    date: PartialDate | None = None
    date_span: Span | None = None


class Circumstances:
    """Reads the circumstances of statements off the parse around their cues."""

    def __init__(self, marks: Marks, *, grammar: Grammar, saying: Saying) -> None:
        self._acts = Acts(grammar, saying.occasion)
        self._addressees = Addressees(marks, grammar=grammar, acts=self._acts, words=saying.occasion)
        self._settings = Settings(marks, grammar=grammar, acts=self._acts, words=saying.occasion)

    def of(self, proposal: Proposal) -> Around:
        """The addressee, setting, place and time of ``proposal``; empty for one without a cue."""
        if proposal.cue is None:
            return Around()
        act = self._acts.of(proposal)
        time = self._settings.time(act)
        said = not act.according  # "according to X" has a date at most
        return Around(
            addressee=self._addressees.of(act) if said else None,
            setting=self._settings.setting(act) if said else None,
            place=self._settings.place(act) if said else None,
            date=time.date if time is not None else None,
            date_span=time.span if time is not None else None,
        )
