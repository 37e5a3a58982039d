"""Typing: the frame's type stands unless both pair models speak against an unsure frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from dateline import registry
from dateline.config import settings
from dateline.extract.events.candidate import Candidate
from dateline.extract.events.coder.modes import Modes
from dateline.extract.events.coder.pairs import ROOTS, Pair
from dateline.extract.events.parties import Arguments
from dateline.extract.events.typing import Coders, Typing
from dateline.extract.grammar import Grammar
from dateline.model.text import Document, Span
from dateline.pipeline import Pipeline
from dateline.vocab.frames import Sense
from dateline.vocab.plover import Plover

TEXT = "The rebels raided a farm near Oria. The militia freed the prisoners."
SENSE = Sense("raid", "ASSAULT", None, None, ("subj",), ("obj",), 0.6, (), "raid obj")
PARTIES = Arguments((Span(4, 10),), (Span(20, 24),))


@dataclass(slots=True)
class Fixed:
    """Says the same of every pair, and remembers which it was asked about."""

    root: str
    chance: float
    asked: list[Pair] = field(default_factory=list)

    def code(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        self.asked += pairs
        rest = (1 - self.chance) / (len(ROOTS) - 1)
        return [{root: self.chance if root == self.root else rest for root in ROOTS} for _ in pairs]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


@pytest.fixture(scope="module")
def grammar(pipeline: Pipeline) -> Grammar:
    return Grammar(pipeline.marks(Document("report", TEXT, language="en")))


def candidate(grammar: Grammar, *, weight: float = 0.6, light: float = 0.0) -> Candidate:
    head = next(one for one in grammar.tokens if one.text == "raided")
    return Candidate(head, head, head.span, (replace(SENSE, weight=weight),), weight=light)


def typed(
    grammar: Grammar, given: Candidate, quick: Fixed | None, slow: Fixed, parties: Arguments = PARTIES
) -> tuple[str, str | None]:
    coders = None if quick is None else Coders(quick, slow, Modes.load())
    typing = Typing(Document("report", TEXT, language="en"), grammar, plover=Plover.load(), coders=coders)
    found = typing.of(given, "ASSAULT", parties)
    return found.type, found.mode


def test_both_models_against_an_unsure_frame(grammar: Grammar) -> None:
    quick, slow = Fixed("PROTEST", 0.6), Fixed("PROTEST", 0.9)
    assert typed(grammar, candidate(grammar), quick, slow)[0] == "PROTEST"
    (pair,) = slow.asked
    assert [pair.text[span.start : span.end] for span, _ in pair.spans()] == ["rebels", "farm", "raided"]


@pytest.mark.parametrize(
    ("quick", "slow"),
    [
        (Fixed("PROTEST", 0.6), Fixed("PROTEST", 0.7)),  # not clear enough
        (Fixed("PROTEST", 0.6), Fixed("ASSAULT", 0.9)),  # they differ
    ],
)
def test_the_frame_stands(grammar: Grammar, quick: Fixed, slow: Fixed) -> None:
    assert typed(grammar, candidate(grammar), quick, slow)[0] == "ASSAULT"


def test_the_slow_model_is_asked_only_where_the_quick_one_differs(grammar: Grammar) -> None:
    for quick in (Fixed("ASSAULT", 0.9), Fixed("PROTEST", 0.2)):
        slow = Fixed("PROTEST", 0.9)
        assert typed(grammar, candidate(grammar), quick, slow)[0] == "ASSAULT"
        assert slow.asked == []


@pytest.mark.parametrize(("weight", "light"), [(0.85, 0.0), (0.6, 0.9)])
def test_a_sure_frame_asks_nobody(grammar: Grammar, weight: float, light: float) -> None:
    quick = Fixed("PROTEST", 0.9)
    assert typed(grammar, candidate(grammar, weight=weight, light=light), quick, quick)[0] == "ASSAULT"
    assert quick.asked == []


@pytest.mark.parametrize("parties", [Arguments((Span(4, 10),)), Arguments((Span(4, 10),), (Span(54, 67),))])
def test_a_pair_stands_in_one_sentence(grammar: Grammar, parties: Arguments) -> None:
    quick = Fixed("PROTEST", 0.9)
    assert typed(grammar, candidate(grammar), quick, quick, parties)[0] == "ASSAULT"
    assert quick.asked == []


def test_without_models_frames_alone(grammar: Grammar) -> None:
    assert typed(grammar, candidate(grammar), None, Fixed("PROTEST", 0.9))[0] == "ASSAULT"
