"""All the words the event extractor goes by."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.vocab.figures import FigureWords
from dateline.vocab.folding_words import FoldingWords
from dateline.vocab.frames import Frames
from dateline.vocab.instruments import InstrumentWords
from dateline.vocab.light import Light
from dateline.vocab.parties import PartyWords
from dateline.vocab.plover import Plover
from dateline.vocab.status import StatusWords
from dateline.vocab.topics import Topics


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tables of ``vocab/data`` that tell events, loaded once."""

    plover: Plover = field(repr=False)
    frames: Frames = field(repr=False)
    light: Light = field(repr=False)
    parties: PartyWords = field(repr=False)
    figures: FigureWords = field(repr=False)
    instruments: InstrumentWords = field(repr=False)
    status: StatusWords = field(repr=False)
    topics: Topics = field(repr=False)
    folding: FoldingWords = field(repr=False)

    @classmethod
    def load(cls) -> Vocabulary:
        """The vocabulary that ships with Dateline."""
        frames = Frames.load()
        return cls(
            plover=Plover.load(),
            frames=frames,
            light=Light.load(frames.nouns),
            parties=PartyWords.load(),
            figures=FigureWords.load(),
            instruments=InstrumentWords.load(),
            status=StatusWords.load(),
            topics=Topics.load(),
            folding=FoldingWords.load(),
        )
