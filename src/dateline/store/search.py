"""Full-text search over reports and statements, ranked by BM25, with the words found marked in a snippet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import Connection, bindparam, text

from dateline.errors import UsageError
from dateline.store import words

Kind = Literal["report", "statement"]

# Noncharacters, three in a row so that no text holds them by chance: they mark what was found, and stay in this file.
_OPEN, _CLOSE = "\ufdd0\ufdd1\ufdd2", "\ufdd3\ufdd4\ufdd5"
_MARKER = re.compile(f"({_OPEN}|{_CLOSE})")
_CUT = "…"
_TOKENS = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A report or statement that holds the words. ``id`` is the document's or the record's, ``rank`` its BM25 score,
    the lower the better. ``marks`` are the places in ``snippet`` where the words stand, as (start, end). The snippet
    is as in the text, line breaks too, with "…" where it was cut.
    """

    kind: Kind
    id: str
    document: str
    title: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    rank: float


class _Index(NamedTuple):
    """A full-text table: what its rows are, its columns' weights, the column to quote from (-1: the best), its ids."""

    kind: Kind
    table: str
    weights: str
    column: int
    ids: str


class _Ranked(NamedTuple):
    """A row found, before its snippet is cut; in order of rank."""

    rank: float
    kind: Kind
    document: str
    id: str
    title: str | None
    key: int


_REPORTS = _Index(
    "report",
    "report_words",
    "4.0, 1.0",
    -1,
    "SELECT key, id, id AS document, title FROM documents",
)
_STATEMENTS = _Index(
    "statement",
    "statement_words",
    "1.0, 0.0",
    0,
    "SELECT r.key, r.id, d.id AS document, d.title FROM records AS r JOIN documents AS d ON d.key = r.document",
)


def check(typed: str, limit: int) -> None:
    """Raises ``UsageError`` when there is no word to look for, or no hit wanted."""
    if not words.terms(typed):
        raise UsageError(f"there is no word to look for in '{typed}'")
    if limit < 1:
        raise UsageError(f"limit must be 1 or more, not {limit}")


def find(connection: Connection, typed: str, limit: int) -> Iterator[Hit]:
    """The best ``limit`` reports and statements that hold all of the words, best first.

    "Quoted words" must stand together; anything else is a word as it is.
    """
    query = words.every(words.terms(typed))
    queries = ((_REPORTS, query), (_STATEMENTS, f"words : ({query})"))
    best = sorted(row for index, match in queries for row in _ranked(connection, index, match, limit=limit))[:limit]
    snippets = {
        (index.kind, key): snippet
        for index, match in queries
        for key, snippet in _snippets(connection, index, match, [row.key for row in best if row.kind == index.kind])
    }
    for row in best:
        snippet, marks = _parted(snippets[row.kind, row.key])
        yield Hit(row.kind, row.id, row.document, row.title, snippet=snippet, marks=marks, rank=row.rank)


def _ranked(connection: Connection, index: _Index, match: str, *, limit: int) -> list[_Ranked]:
    """The best rows. The worst rank that counts is found first, so that equal ranks go by id, not by arrival."""
    matching = f"FROM {index.table} WHERE {index.table} MATCH :match AND rank MATCH 'bm25({index.weights})'"
    worst = connection.execute(
        text(f"SELECT rank {matching} ORDER BY rank LIMIT 1 OFFSET :offset"), {"match": match, "offset": limit - 1}
    ).scalar()
    within = "" if worst is None else "AND rank <= :worst"
    found = connection.execute(
        text(
            f"SELECT f.rank, i.document, i.id, i.title, i.key FROM (SELECT rowid AS key, rank {matching} {within}) "
            f"AS f JOIN ({index.ids}) AS i ON i.key = f.key ORDER BY f.rank, i.document, i.id LIMIT :limit"
        ),
        {"match": match, "limit": limit} | ({} if worst is None else {"worst": worst}),
    )
    return [_Ranked(row.rank, index.kind, row.document, row.id, row.title, row.key) for row in found]


def _snippets(connection: Connection, index: _Index, match: str, keys: list[int]) -> list[tuple[int, str]]:
    wanted = text(
        f"SELECT rowid, snippet({index.table}, {index.column}, :open, :close, :cut, {_TOKENS}) "
        f"FROM {index.table} WHERE {index.table} MATCH :match AND rowid IN :keys"
    ).bindparams(bindparam("keys", expanding=True))
    markers = {"open": _OPEN, "close": _CLOSE, "cut": _CUT}
    return [(key, snippet) for key, snippet in connection.execute(wanted, {"match": match, "keys": keys, **markers})]


def _parted(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet without the markers, and the places that they mark."""
    snippet, opened = "", 0
    marks: list[tuple[int, int]] = []
    for piece in _MARKER.split(marked):
        if piece == _OPEN:
            opened = len(snippet)
        elif piece == _CLOSE:
            marks.append((opened, len(snippet)))
        else:
            snippet += piece
    return snippet, tuple(marks)
