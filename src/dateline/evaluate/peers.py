"""The scores of others on the attribution benchmark: rows that are known, and textacy run where it is installed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from importlib import import_module, metadata
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from dateline.evaluate.attribution import Tally
from dateline.evaluate.standoff import Gold, reports
from dateline.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


class _Words(Protocol):
    """A token or a span of spaCy's, as far as it is looked at here."""

    idx: int

    def __len__(self) -> int: ...


def peers(bench: str = "attribution") -> list[dict[str, Any]]:
    """The rows of others on a bench: name, the figures that are known, and whether the protocol is the same."""
    text = files("dateline.evaluate").joinpath("peers.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[bench]
    return rows


def peers_here(data: Path) -> list[dict[str, Any]]:
    """``peers()`` with textacy's row measured on the reports of ``data`` where it is installed.

    Raises ``UsageError`` when ``data`` holds no annotated reports.
    """
    if find_spec("textacy") is None:
        return peers()
    measured = {**_measured(data), "name": f"textacy {metadata.version('textacy')}, run here", "same": True}
    return [measured if row.get("package") == "textacy" else row for row in peers()]


def _measured(data: Path) -> dict[str, Any]:
    from dateline.mark.linguistic import load_model

    nlp, tally = load_model(), Tally()
    for _, text, gold in reports(data):
        found = [one for start, line in _lines(text) for one in quotations(nlp(line), start)]
        tally.add_found(text, gold, found)
    figures = tally.score().wire()
    return {name: figures[name] for name in ("content", "content_source", "exact", "recall")}


def quotations(parsed: Doc, offset: int) -> Iterator[Gold]:
    """What textacy finds in a paragraph that begins at ``offset``: nothing where it says that it gives up."""
    extract = import_module("textacy.extract.triples").direct_quotations
    try:
        for speaker, cue, content in extract(parsed):
            said = Span(offset + content.start_char, offset + content.end_char)
            yield Gold((_hull(speaker, offset),), (_hull(cue, offset),), (said,))
    except ValueError:  # an odd number of marks
        return


def _hull(words: Sequence[_Words], offset: int) -> Span:
    return Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1]))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, line
        start += len(line)
