"""Who puts the questions of a transcript that are only labelled "Q"."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.resolve.cast import Figure, Pointer, Stage
from dateline.resolve.dialogue import Dialogue, Turn
from dateline.resolve.setting import Setting


class Askers:
    """Gives each question of a transcript its figure.

    It is whoever was given the floor by name right before ("Brandt."), or whom the answer addresses ("Well, Brandt,
    ..."). A question after an answer that calls nobody is a further one of the same person; one right after another
    question, or after "Yes, sir.", is somebody else's.
    """

    def __init__(self, setting: Setting, stage: Stage, dialogue: Dialogue) -> None:
        self._setting, self._stage, self._dialogue = setting, stage, dialogue
        self._called: dict[str, Figure] = {}
        self._last: Figure | None = None

    def figure(self, turn: Turn) -> tuple[Figure, list[tuple[Token, Pointer]]]:
        """The figure that asks in ``turn``, and the mentions of its name that no marker found.

        To be called in order of place.
        """
        name = self._dialogue.called(turn)
        before = self._dialogue.before(turn)
        fresh = before is None or before.asking or self._dialogue.calls(turn)
        figure = None if name or fresh else self._last
        met: list[tuple[Token, Pointer]] = []
        name = name or self._dialogue.answered(turn)
        if name:
            figure = self._of(name, figure, met)
        if figure is None:
            figure = Figure("person", description=self._setting.document[turn.label], introduced=False)
        self._last = figure
        return figure, met

    def _of(self, name: list[Token], asking: Figure | None, met: list[tuple[Token, Pointer]]) -> Figure:
        """The figure of a name; ``asking`` is one without a name that turns out to be it."""
        figures = (self._stage.at(word.index) for word in reversed(name))
        known = next((one for one in figures if one is not None and one.kind == "person"), None)
        if known is not None:
            return known
        span = Span(name[0].span.start, name[-1].span.end)
        text = " ".join(self._setting.document[span].split())
        nameless = asking if asking is not None and not asking.names else None
        figure = self._called.get(text.casefold()) or nameless or Figure("person")
        self._called[text.casefold()] = figure
        if text not in figure.names:
            figure.names.append(text)
        met.append((name[-1], Pointer(span, "person", figure, "name")))
        return figure
