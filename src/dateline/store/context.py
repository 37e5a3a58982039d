"""Mentions with the words around them, as the listings show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from dateline.model.wire import Wire
from dateline.store import rows
from dateline.store.schema import documents, mentions

CUT = "…"
_AROUND = 90  # characters before and after the words
_FETCHED = 120  # a little more, to see whether the text goes on
_LONGEST = 300  # characters of the words themselves


def mentioned(*others: ColumnElement[Any]) -> Select[Any]:
    """The query for mentions in their documents, to be narrowed and ordered; ``others`` are more columns."""
    before = func.max(mentions.c.start - _FETCHED, 0)
    piece = func.substr(documents.c.text, before + 1, 2 * _FETCHED + _LONGEST)
    told = (documents.c.id, documents.c.title, documents.c.published)
    return select(mentions.c.wire, before.label("before"), piece.label("piece"), *told, *others).join(
        documents, documents.c.key == mentions.c.document
    )


def in_context(connection: Connection, wanted: Select[Any]) -> Iterator[Wire]:
    """The mentions of such a query in the wire form, with title and date of the report and the words around."""
    for row in connection.execute(wanted):
        yield placed(row)


def placed(row: Row[Any]) -> Wire:
    """The mention in a row, with ``document``, ``title``, ``published``, ``snippet`` and ``marks``.

    The snippet is as in the text, with "…" where it was cut; ``marks`` has where the words stand in it.
    """
    entry = rows.placed(row.wire, row.id)
    span = entry["span"]
    snippet, mark = around(row.piece, span["start"] - row.before, span["end"] - row.before)
    return {**entry, "title": row.title, "published": row.published, "snippet": snippet, "marks": [list(mark)]}


def around(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The paragraph around ``start:end`` as far as it is near, cut between words; and where the words are in it."""
    end = min(end, len(text))
    begins = max(start - _AROUND, text.rfind("\n", 0, start) + 1, 0)
    begins_cut = begins > 0 and text[begins - 1] != "\n"
    ends = min(end + _AROUND, len(text), *(at for at in [text.find("\n", end)] if at >= 0))
    ends_cut = ends < len(text) and text[ends] != "\n"
    if begins_cut:
        begins += _to_space(text[begins:start])
    if ends_cut:
        ends -= _to_space(text[end:ends][::-1])
    opening = CUT if begins_cut else ""
    shift = len(opening) - begins
    return opening + text[begins:ends] + (CUT if ends_cut else ""), (start + shift, end + shift)


def _to_space(piece: str) -> int:
    """How many characters at the beginning of ``piece`` to leave out so that no word is cut; none if it is one word."""
    found = re.search(r"\s+", piece)
    return found.end() if found else 0
