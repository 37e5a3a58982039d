"""Trains the trained tiers of the statement extractor, in three steps:

    python -m dateline.learn.statements teacher --data POLNEAR_TRAIN --encoder MINILM --out TEACHER.pt
    python -m dateline.learn.statements tagger --data POLNEAR_TRAIN --encoder MINILM --teacher TEACHER.pt \
        --texts ARTICLES.jsonl.gz ... --out src/dateline/weights
    python -m dateline.learn.statements judge fast|accurate --data POLNEAR_TRAIN --out src/dateline/weights

DATA holds text/ and attributions/ in brat standoff (docs/evaluation.md), ENCODER a folder with config.json,
model.safetensors and tokenizer.json of all-MiniLM-L6-v2, TEXTS reports without annotation (JSON Lines with "text"),
which the teacher annotates. The first of every five reports is held out of the training of teacher and tagger; on
these the judge of the accurate tier is fitted. Needs the packages of the group "learn" (pyproject.toml).
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterable
from pathlib import Path

from dateline.extract.statements.extractor import StatementExtractor
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.learn.statements.gold import Annotated, Lesson, Reader, lessons
from dateline.vocab.cues import Cues

EVERY = 5
EPOCHS = 4
EACH = 400
KEPT = (0, 2, 5)
"""The layers of the teacher that the tagger starts from."""

_log = logging.getLogger("dateline.learn")


def main() -> None:
    """Reads the data, trains, writes."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    given = _arguments()
    {"teacher": _teacher, "tagger": _tagger, "judge": _judge}[given.what](given)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_subparsers(dest="what", required=True)
    for name in ("teacher", "tagger", "judge"):
        one = what.add_parser(name)
        if name == "judge":
            one.add_argument("tier", choices=("fast", "accurate"))
        else:
            one.add_argument("--encoder", type=Path, required=True)
            one.add_argument("--epochs", type=int, default=EPOCHS)
        one.add_argument("--data", type=Path, required=True, help="annotated reports")
        one.add_argument("--first", type=int, default=None, metavar="N", help="use only the first N reports")
        one.add_argument("--out", type=Path, required=True)
        if name == "tagger":
            one.add_argument("--teacher", type=Path, required=True)
            one.add_argument("--texts", type=Path, nargs="*", default=[])
            one.add_argument("--each", type=int, default=EACH, help="reports taken of each file of texts")
    return parser.parse_args()


def _reports(given: argparse.Namespace, *, held: bool) -> list[Annotated]:
    """The reports that are held out of the tagger's training, or the others."""
    last = given.first if given.first is not None else sys.maxsize
    found = list(Reader().annotated(given.data, lambda number: number < last and (number % EVERY == 0) == held))
    _log.info("%d reports", len(found))
    return found


def _lessons(reports: Iterable[Annotated], encoder: Path) -> list[Lesson]:
    from dateline.learn.statements.export import vocabulary

    pieces = WordPieces(vocabulary(encoder))
    return [lesson for report in reports for lesson in lessons(report, pieces)]


def _teacher(given: argparse.Namespace) -> None:
    import torch

    from dateline.learn.statements.net import Net
    from dateline.learn.statements.train import train

    net = Net(given.encoder)
    train(net, _lessons(_reports(given, held=False), given.encoder), epochs=given.epochs, tell=_log.info)
    torch.save(net.state_dict(), given.out)


def _tagger(given: argparse.Namespace) -> None:
    import torch

    from dateline.learn.statements.distil import softened
    from dateline.learn.statements.export import export, vocabulary
    from dateline.learn.statements.net import Net
    from dateline.learn.statements.train import train

    teacher = Net(given.encoder)
    teacher.load_state_dict(torch.load(given.teacher, weights_only=True))
    taught = _lessons(_reports(given, held=False), given.encoder)
    taught = softened(taught, teacher=teacher, annotated=True, tell=_log.info)
    reader = Reader()
    more = _lessons((one for path in given.texts for one in reader.plain(path, given.each)), given.encoder)
    taught += softened(more, teacher=teacher, annotated=False, tell=_log.info)
    _log.info("%d windows, %d of them annotated by the teacher alone", len(taught), len(more))
    net = Net(given.encoder, layers=KEPT)
    net.take(teacher, KEPT)
    train(net, taught, epochs=given.epochs, tell=_log.info)
    export(net, given.out / "statements-tagger.onnx")
    (given.out / "statements-tagger.vocab.txt").write_text(
        "\n".join(vocabulary(given.encoder)) + "\n", encoding="utf-8"
    )


def _judge(given: argparse.Namespace) -> None:
    from dateline.learn.statements.judge import examples, fit, write
    from dateline.weights import weighing

    weighs = weighing(given.tier, given.out)
    assert weighs is not None  # neither tier is that of rules
    extractor = StatementExtractor(Cues.load())
    reports = _reports(given, held=True) if given.tier == "accurate" else list(Reader().annotated(given.data))
    found = list(examples(reports, extractor=extractor, weighing=weighs))
    _log.info("%d choices in %d reports, %d of them right", len(found), len(reports), sum(one.right for one in found))
    write(given.out, given.tier, fit(found))


if __name__ == "__main__":
    main()
