"""In which statement an event is told: the innermost one whose content holds its trigger."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.records import Statement
from dateline.model.text import Span


class Attribution:
    """The statements of one report, to be asked by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._contents = sorted(
            ((span, one) for one in statements for span in one.content), key=lambda pair: (len(pair[0]), pair[1].id)
        )

    def of(self, trigger: Span) -> Statement | None:
        """The statement that tells what ``trigger`` names; None where the report tells it in its own voice.

        A cue is told by the report, not by the statement it opens: "condemned" of "condemned the attack".
        """
        return next((one for span, one in self._contents if span.covers(trigger) and one.cue != trigger), None)
