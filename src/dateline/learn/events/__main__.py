"""Trains what codes actor pairs, in three steps that can be run alone:

    python -m dateline.learn.events school --encoder MINILM --others AW_TRAIN --out SCHOOL.pt
    python -m dateline.learn.events network --encoder MINILM --school SCHOOL.pt --plv PLV_TRAIN \\
        --out src/dateline/weights
    python -m dateline.learn.events linear --plv PLV_TRAIN --others AW_TRAIN --out src/dateline/weights

and says what they are worth in 5-fold cross-validation:

    python -m dateline.learn.events cross linear --plv PLV_TRAIN --others AW_TRAIN
    python -m dateline.learn.events cross blended --encoder MINILM --school SCHOOL.pt --plv PLV_TRAIN --others AW_TRAIN

The school teaches what we wrote ourselves (lessons/) and pairs of other projects; it sees nothing of PLV, so that every
fold may start from it. MINILM is a folder with config.json, model.safetensors and tokenizer.json of all-MiniLM-L6-v2,
PLV_TRAIN and AW_TRAIN are the tables PLV_train.tsv and AW_train.tsv. Needs the packages of the group "learn".
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from dateline.extract.events.coder.blended import Blended
from dateline.extract.events.coder.linear import Linear
from dateline.extract.events.coder.pairs import RootCoder
from dateline.learn.events.cross import fold_scores, folds
from dateline.learn.events.frames import Filler, frames
from dateline.learn.events.lessons import Lesson, filled, founding, others, plv

SEED = 13
_OTHERS = 80  # pairs of other projects of one root
_LINEAR_TIMES, _LINEAR_PLV = 3, 2

_log = logging.getLogger("dateline.learn")


def main() -> None:
    """Reads the data, trains, writes or tells."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    given = _arguments()
    steps = {"school": _school, "network": _network, "linear": _linear, "cross": _cross}
    steps[given.what](given)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_subparsers(dest="what", required=True)
    for name in ("school", "network", "linear", "cross"):
        one = what.add_parser(name)
        if name == "cross":
            one.add_argument("which", choices=("network", "linear", "blended"))
            one.add_argument("--grouped", action="store_true", help="keep all pairs of a sentence in one fold")
        else:
            one.add_argument("--out", type=Path, required=True)
        one.add_argument("--encoder", type=Path)
        one.add_argument("--school", type=Path)
        one.add_argument("--plv", type=Path)
        one.add_argument("--others", type=Path)
    return parser.parse_args()


def _school(given: argparse.Namespace) -> None:
    import torch

    from dateline.learn.events.schooling import school

    torch.save(school(given.encoder, others(given.others, most=_OTHERS), tell=_log.info).state_dict(), given.out)


def _network(given: argparse.Namespace) -> None:
    from dateline.learn.events.export import export
    from dateline.learn.events.schooling import finished

    net = finished(given.encoder, given.school, plv(given.plv), seed=SEED, tell=_log.info)
    export(net, given.out / "events-pairs.onnx")


def _linear(given: argparse.Namespace) -> None:
    from dateline.learn.events.linear import fit, write

    write(fit(plv(given.plv) * _LINEAR_PLV + _own(given), seed=SEED), given.out / "events-pairs.npz")


def _cross(given: argparse.Namespace) -> None:
    lessons = plv(given.plv)
    makes = {"linear": _linear_coder, "network": _network_coder, "blended": _blended_coder}[given.which]

    def coded(taught: list[Lesson], asked: list[Lesson], fold: int) -> list[str]:
        found = makes(given, taught, fold).code([one.pair for one in asked])
        return [max(chances, key=lambda root: chances[root]) for chances in found]

    _log.info("%s", fold_scores(lessons, folds(lessons, grouped=given.grouped), coded).wire())


def _linear_coder(given: argparse.Namespace, taught: list[Lesson], fold: int) -> RootCoder:
    from dateline.learn.events.linear import fit

    return Linear(fit(taught * _LINEAR_PLV + _own(given), seed=SEED + fold))


def _network_coder(given: argparse.Namespace, taught: list[Lesson], fold: int) -> RootCoder:
    from dateline.learn.events.schooling import Taught, finished, inputs

    net = finished(given.encoder, given.school, taught, seed=SEED + fold, tell=_log.info)
    return Taught(net, inputs(given.encoder))


def _blended_coder(given: argparse.Namespace, taught: list[Lesson], fold: int) -> RootCoder:
    return Blended(_network_coder(given, taught, fold), _linear_coder(given, taught, fold))


def _own(given: argparse.Namespace) -> list[Lesson]:
    own = filled(frames(), filler=Filler(SEED), times=_LINEAR_TIMES) + founding()
    return own + others(given.others, most=_OTHERS)


if __name__ == "__main__":
    main()
