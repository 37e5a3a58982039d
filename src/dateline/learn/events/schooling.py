"""The two stages of the network's training: what we wrote, then what others annotated."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from dateline.extract.events.coder.inputs import Inputs
from dateline.extract.events.coder.pairs import ROOTS, Pair
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.learn.events.frames import Filler, frames
from dateline.learn.events.lessons import Lesson, filled, founding
from dateline.learn.events.net import Net
from dateline.learn.events.train import Course, likelihoods, train
from dateline.learn.statements.export import vocabulary

SCHOOL = Course(rate=2e-4, size=24, seed=13)
FINISH = Course(rate=2e-4, size=16, seed=13, head_rate=5e-4, still=4)
_PASSES = 8  # through the frames, each time filled anew
_FINISHING = 2  # passes through the annotated pairs
_SHARE = 0.75  # of the finished network in what is given back, the rest is of the schooled one
_RECALLED, _WEIGHT = 300, 0.6  # filled frames among them in each pass, and what one counts


def school(encoder: Path, others: Sequence[Lesson], *, tell: Callable[[str], None]) -> Net:
    """A network that has seen the frames and written sentences in every pass, ``others`` in every other one."""
    filler, given, lessons = Filler(SCHOOL.seed), frames(), []
    for number in range(_PASSES):
        lessons += filled(given, filler=filler, times=1) + founding()
        lessons += others if number % 2 == 0 else []
    net = Net(encoder)
    train(net, lessons, inputs=inputs(encoder), course=SCHOOL, tell=tell)
    return net


def finished(encoder: Path, start: Path, taught: Sequence[Lesson], *, seed: int, tell: Callable[[str], None]) -> Net:
    """The schooled network in ``start``, its upper layers taught the pairs ``taught`` with some frames among them.

    What is given back lies between the weights before and after (Wortsman et al. 2022): it keeps what the school
    taught about sentences that are unlike ``taught``.
    """
    net, schooled = Net(encoder), torch.load(start, weights_only=True)
    net.load_state_dict(schooled)
    filler, chance, given = Filler(1000 + seed), random.Random(seed), frames()
    lessons: list[Lesson] = []
    for _ in range(_FINISHING):
        recalled = chance.sample(filled(given, filler=filler, times=1) + founding(), _RECALLED)
        lessons += [*taught, *(replace(one, weight=_WEIGHT) for one in recalled)]
    train(net, lessons, inputs=inputs(encoder), course=replace(FINISH, seed=seed), tell=tell)
    net.load_state_dict({name: torch.lerp(schooled[name], one, _SHARE) for name, one in net.state_dict().items()})
    return net


@dataclass(frozen=True, slots=True)
class Taught:
    """A trained network as a coder of pairs, before it is quantised."""

    net: Net
    inputs: Inputs

    def code(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """For each pair the likelihood of every root."""
        found = likelihoods(self.net, [Lesson(one, ROOTS[0]) for one in pairs], inputs=self.inputs)
        return [dict(zip(ROOTS, row, strict=True)) for row in found.tolist()]


def inputs(encoder: Path) -> Inputs:
    """What cuts sentences for the encoder in a folder."""
    return Inputs(WordPieces(vocabulary(encoder)))
