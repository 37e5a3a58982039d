"""Statements by who said them, when, how and where: the filter, and the query it makes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, select, table

from dateline.errors import unknown
from dateline.model.records import Commitment
from dateline.model.wire import Wire
from dateline.store import asked, rows, words
from dateline.store.schema import documents, entities, records

FORMS = ("direct", "indirect", "mixed")
UNNAMED = "nobody named"
COMMITMENTS: tuple[str, ...] = get_args(Commitment)
_NESTING = 20  # statements looked through from the inside out; more than any report has

_full_text = table("statement_words", column("rowid"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """What statements are wanted; None asks for nothing. ``UsageError`` or ``ValueFault`` for what makes no sense.

    ``speaker``: words of any of the speaker's names, or of the words that name the speaker, without regard to case
    and diacritics: "putin" matches "Vladimir Putin", not "Putinism".
    ``since``, ``until``: 2017, 2017-04 or 2017-04-12; those are meant that may have been said in that time, by their
    own date or else by the date of publication. A statement without either date is in no such time.
    ``says``: every word must begin a word of what was said ("threat" matches "threatened"); "quoted words" must stand
    there as they are.
    ``outlet``: words of the outlet's name, compared as for ``speaker``.
    ``commitment``: whether it was said, one of ``COMMITMENTS``. ``distanced``: only those (or, if False, none of those)
    from which the report keeps its distance. ``min_score``: from 0 to 1, only those with this score or more.
    """

    speaker: str | None = None
    since: str | None = None
    until: str | None = None
    says: str | None = None
    stance: str | None = None
    form: str | None = None
    outlet: str | None = None
    commitment: str | None = None
    distanced: bool | None = None
    min_score: float | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        asked.check_words(speaker=self.speaker, says=self.says, outlet=self.outlet)
        asked.check_choice("form", self.form, FORMS)
        asked.check_choice("commitment", self.commitment, COMMITMENTS)
        asked.check_score(self.min_score)
        asked.check_limit(self.limit)
        asked.check_stretch(self.since, self.until)


def check_stance(connection: Connection, stance: str | None, known: Collection[str]) -> None:
    """Raises ``UsageError`` for a stance that is none of ``known`` or, if they are not given, none of the store's."""
    if stance is None or stance in known:
        return
    if known:
        raise unknown("stance", stance, known)
    if connection.execute(select(records.c.key).where(records.c.stance == stance).limit(1)).scalar() is None:
        present = connection.execute(select(records.c.stance).where(records.c.stance.is_not(None)).distinct())
        raise unknown("stance", stance, present.scalars())


def statements(connection: Connection, wanted: StatementFilter) -> Iterator[Wire]:
    """The wanted statements: newest first, those without a date last, then in order of document and place."""
    for row in connection.execute(_query(wanted)):
        entry = rows.placed(row.wire, row.id)
        yield {
            **entry,
            "speaker_name": row.speaker_name,
            "chain": _chain(connection, row.document, entry["within"]),
            "title": row.title,
            "published": row.published,
        }


def _query(wanted: StatementFilter) -> Select[Any]:
    named = select(entities.c.name).where(entities.c.document == records.c.document, entities.c.id == records.c.speaker)
    return (
        select(
            records.c.wire,
            records.c.document,
            documents.c.id,
            documents.c.title,
            documents.c.published,
            named.order_by(entities.c.position).limit(1).scalar_subquery().label("speaker_name"),
        )
        .join(documents, documents.c.key == records.c.document)
        .where(records.c.kind == "statement", *_conditions(wanted))
        .order_by(records.c.earliest.desc().nulls_last(), documents.c.id, records.c.start, records.c.id)
        .limit(wanted.limit)
    )


def _chain(connection: Connection, document: int, outer: str | None) -> list[str]:
    """Through whom it comes: the sources of the statement ``outer`` and of those that it stands in itself."""
    chain: list[str] = []
    while outer is not None and len(chain) < _NESTING:
        held = select(records.c.wire).where(records.c.document == document, records.c.id == outer)
        found = connection.execute(held.limit(1)).scalar()
        entry = json.loads(found) if found is not None else {"source": None, "within": None}
        chain.append(entry["source"]["text"] if entry["source"] else UNNAMED)
        outer = entry["within"]
    return chain


def _conditions(wanted: StatementFilter) -> Iterator[ColumnElement[bool]]:
    match = _match(wanted)
    if match:
        found = select(_full_text.c.rowid).where(literal_column("statement_words").op("MATCH")(match))
        yield records.c.key.in_(found)
    if wanted.stance is not None:
        yield records.c.stance == wanted.stance
    if wanted.form is not None:
        yield records.c.form == wanted.form
    yield from asked.of_outlet(wanted.outlet)
    if wanted.commitment is not None:
        yield func.json_extract(records.c.wire, "$.commitment") == wanted.commitment
    if wanted.distanced is not None:
        words_of_distance = func.coalesce(func.json_array_length(records.c.wire, "$.distance"), 0)
        yield words_of_distance > 0 if wanted.distanced else words_of_distance == 0
    if wanted.min_score is not None:
        yield func.json_extract(records.c.wire, "$.score") >= wanted.min_score
    yield from asked.in_stretch(records, wanted.since, wanted.until)


def _match(wanted: StatementFilter) -> str:
    parts = []
    if wanted.speaker is not None:
        parts.append(f"voices : {words.literal(wanted.speaker)}")
    if wanted.says is not None:
        parts.append(f"words : ({words.every(words.terms(wanted.says), prefixes=True)})")
    return " AND ".join(parts)
