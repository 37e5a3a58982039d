"""``dateline code``: the PLOVER type of given actor pairs, a line in, a line out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from dateline.cli import options
from dateline.cli.progress import plural
from dateline.cli.screen import Screen, complain
from dateline.errors import UsageError
from dateline.model.text import Span

if TYPE_CHECKING:
    from dateline.extract.events.coder.pairs import Pair

FIELDS = ("id", "text", "actor", "recipient")
"""What a line must have; ``recipient`` may be null. ``trigger`` may be there, other fields are passed over."""

_AT_ONCE = 256  # pairs coded before they are printed
_TOLD = 10_000  # pairs between two words on progress


@dataclass(frozen=True, slots=True)
class Line:
    """A pair as it was given, with its ``id`` unchanged."""

    id: str | int
    pair: Pair


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this file."""
    app.command(
        epilog=options.examples(
            "dateline code pairs.jsonl", "dateline code pairs.jsonl --tier fast", "cat pairs.jsonl | dateline code -"
        )
    )(code)


def code(
    pairs: Annotated[
        Path, typer.Argument(metavar="PAIRS.jsonl", help="The pairs, one a line; - reads standard input.")
    ],
    tier: options.Tier = None,
) -> None:
    """Say what an actor does to a recipient, in PLOVER's types.

    A line {"id", "text", "actor": [start, end], "recipient": [start, end]} gives a line
    {"id", "type", "mode", "quad", "cameo", "status", "score"}. Spans count characters of the text, which is one
    sentence; "trigger": [start, end] may name the words of the event. The recipient may be null.
    A line that is wrong ends the run with 2; what stands before it is coded and printed.
    """
    from dateline.config import settings
    from dateline.extract.events.coder.answers import Answers
    from dateline.weights.events import pair_coder

    chosen = settings(tier=tier).tier
    coder = pair_coder(chosen, threads=2) or pair_coder("fast")
    assert coder is not None  # the fast tier has weights
    answers, screen, done = Answers.load(coder), Screen(as_json=True), 0
    source = _Source(pairs)
    with source.opened() as opened:
        lines = _lines(opened, source.name)
        while True:
            batch, fault = _batch(lines)
            for line, answer in zip(batch, answers.of([line.pair for line in batch]), strict=True):
                screen.json({"id": line.id, **answer})
            if fault is not None:
                raise fault
            if not batch:
                return
            if (done + len(batch)) // _TOLD > done // _TOLD:
                complain(f"{plural(done + len(batch), 'pair')} coded")
            done += len(batch)


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path

    @property
    def name(self) -> str:
        return "standard input" if str(self.path) == "-" else str(self.path)

    def opened(self) -> BinaryIO:
        if str(self.path) == "-":
            return sys.stdin.buffer
        if not self.path.is_file():
            raise UsageError(f"no file '{self.path}'. Give a file of JSON Lines, or - for standard input")
        return self.path.open("rb")


def _batch(lines: Iterator[Line]) -> tuple[list[Line], UsageError | None]:
    """The next lines, up to one that is wrong, and what is wrong with it."""
    batch: list[Line] = []
    try:
        for line in islice(lines, _AT_ONCE):
            batch.append(line)
    except UsageError as fault:
        return batch, fault
    return batch, None


def _lines(source: Iterable[bytes], name: str) -> Iterator[Line]:
    for number, raw in enumerate(source, 1):
        if not raw.strip():
            continue
        try:
            yield line_of(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw)
        except UsageError as fault:
            raise UsageError(f"{name}, line {number}: {fault}") from fault


def line_of(raw: bytes) -> Line:
    """The pair of a line. Raises ``UsageError`` that says what is wrong, and what may stand there."""
    from dateline.extract.events.coder.pairs import Pair

    value = _object(raw)
    missing = [field for field in FIELDS if field not in value]
    if missing:
        raise UsageError(f"no field '{missing[0]}'. Needed: {', '.join(FIELDS)} (recipient may be null)")
    text = value["text"]
    if not isinstance(text, str) or not text:
        raise UsageError(f"'text' is {_told(text)}; it must be a sentence")
    if not isinstance(value["id"], str | int) or isinstance(value["id"], bool):
        raise UsageError(f"'id' is {_told(value['id'])}; it must be a string or a whole number")
    actor = _span("actor", value["actor"], len(text))
    recipient, trigger = (
        None if value.get(field) is None else _span(field, value[field], len(text))
        for field in ("recipient", "trigger")
    )
    return Line(value["id"], Pair(text, actor, recipient, trigger))


def _object(raw: bytes) -> dict[str, Any]:
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise UsageError(f"not UTF-8 at byte {fault.start}; JSON Lines are always UTF-8") from fault
    except json.JSONDecodeError as fault:
        raise UsageError(f"not JSON: {fault.msg} at character {fault.pos}") from fault
    except RecursionError as fault:
        raise UsageError("not readable: JSON nested too deep") from fault
    if not isinstance(value, dict):
        raise UsageError(f"not a pair: {_told(value)}. A line must be a JSON object with {', '.join(FIELDS)}")
    return value


def _span(field: str, value: object, size: int) -> Span:
    allowed = f"it must be [start, end] with 0 <= start < end <= {size}, the length of the text"
    whole = isinstance(value, list) and len(value) == 2 and all(type(edge) is int for edge in value)
    if not whole:
        raise UsageError(f"'{field}' is {_told(value)}; {allowed}")
    assert isinstance(value, list)
    start, end = value
    if not 0 <= start < end <= size:
        raise UsageError(f"'{field}' is {_told(value)}; {allowed}")
    return Span(start, end)


def _told(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."
