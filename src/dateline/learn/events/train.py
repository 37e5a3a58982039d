"""Trains the pair coder's network."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from dateline.extract.events.coder.inputs import Inputs
from dateline.extract.events.coder.pairs import ROOTS
from dateline.learn.events.lessons import Lesson
from dateline.learn.events.net import Net

_JITTER = 8  # pieces by which lengths are blurred, so that batches differ
_SMOOTH = 0.1  # of the target, spread over all roots
_BALANCE = 0.2  # how much more a rare root counts
_UNTOLD, _ALONE = 0.5, 0.05  # how often the trigger, and the recipient, is left unmarked
_WARMUP = 0.1  # the share of steps in which the rate rises
_TOLD = 50  # steps between two words on progress


@dataclass(frozen=True, slots=True)
class Course:
    """How the network is taught. ``still`` layers from the bottom, and the embeddings, stay as they are."""

    rate: float
    size: int
    seed: int
    head_rate: float = 1e-3
    still: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ``pieces`` and ``roles`` of the lessons ``which``."""

    which: tuple[int, ...]
    pieces: Tensor
    roles: Tensor
    mask: Tensor


def train(net: Net, lessons: Sequence[Lesson], *, inputs: Inputs, course: Course, tell: Callable[[str], None]) -> None:
    """Teaches ``net`` every one of ``lessons`` once: with the same result on the same machine and versions."""
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)
    groups = list(batches([_varied(one, chance) for one in lessons], inputs, course.size, chance))
    optimiser = _optimiser(net, course)
    total = len(groups)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (_WARMUP * total)) * max(0.0, 1 - step / total)
    )
    weights, targets = _weights(lessons), _targets(lessons)
    net.train()
    net.encoder.embeddings.train(not course.still)
    for layer in net.encoder.encoder.layer[: course.still]:
        layer.eval()
    for step, batch in enumerate(groups, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = net(batch.pieces, batch.roles, batch.mask)
        which = list(batch.which)
        missed = -(targets[which] * functional.log_softmax(scores.float(), dim=-1)).sum(-1)
        loss = (missed * weights[which]).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % _TOLD == 0:
            tell(f"{step} of {total} batches: loss {loss.item():.3f}")
    net.eval()


@torch.no_grad()
def likelihoods(net: Net, lessons: Sequence[Lesson], *, inputs: Inputs) -> Tensor:
    """What ``net`` gives every root: lessons by roots."""
    net.eval()
    found = torch.zeros(len(lessons), len(ROOTS))
    for batch in batches(lessons, inputs, 48):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = net(batch.pieces, batch.roles, batch.mask)
        found[list(batch.which)] = functional.softmax(scores.float(), dim=-1)
    return found


def batches(
    lessons: Sequence[Lesson], inputs: Inputs, size: int, chance: random.Random | None = None
) -> Iterator[Batch]:
    """Batches of ``size`` lessons of like length; with ``chance`` in random order."""
    shown = [inputs.shown(lesson.pair) for lesson in lessons]
    keys = [len(one.pieces) + (chance.uniform(-_JITTER, _JITTER) if chance else 0.0) for one in shown]
    order = sorted(range(len(shown)), key=lambda at: (keys[at], at))
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    if chance is not None:
        chance.shuffle(groups)
    for group in groups:
        longest = max(len(shown[at].pieces) for at in group)
        tables = [torch.zeros(len(group), longest, dtype=torch.long) for _ in range(3)]
        for row, at in enumerate(group):
            length = len(shown[at].pieces)
            tables[0][row, :length] = torch.from_numpy(shown[at].pieces)
            tables[1][row, :length] = torch.from_numpy(shown[at].roles)
            tables[2][row, :length] = 1
        yield Batch(tuple(group), *tables)


def _varied(lesson: Lesson, chance: random.Random) -> Lesson:
    """The lesson, at times without its trigger's or recipient's marks, as readers may leave them out."""
    trigger = None if chance.random() < _UNTOLD else lesson.pair.trigger
    recipient = None if chance.random() < _ALONE else lesson.pair.recipient
    return replace(lesson, pair=replace(lesson.pair, trigger=trigger, recipient=recipient))


def _optimiser(net: Net, course: Course) -> torch.optim.Optimizer:
    net.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    if course.still:
        net.encoder.embeddings.requires_grad_(False)
        net.roles.requires_grad_(False)
    for layer in net.encoder.encoder.layer[: course.still]:
        layer.requires_grad_(False)
    body = [one for one in net.encoder.parameters() if one.requires_grad]
    new = [one for name, one in net.named_parameters() if not name.startswith("encoder.") and one.requires_grad]
    groups = [{"params": body, "lr": course.rate}, {"params": new, "lr": course.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _weights(lessons: Sequence[Lesson]) -> Tensor:
    counts: Counter[str] = Counter()
    for one in lessons:
        counts[one.root] += one.weight  # type: ignore[assignment]
    mean = sum(counts.values()) / len(ROOTS)
    return torch.tensor([one.weight * (mean / counts[one.root]) ** _BALANCE for one in lessons])


def _targets(lessons: Sequence[Lesson]) -> Tensor:
    targets = torch.full((len(lessons), len(ROOTS)), _SMOOTH / len(ROOTS))
    for row, one in enumerate(lessons):
        targets[row, ROOTS.index(one.root)] += 1 - _SMOOTH
    return targets
