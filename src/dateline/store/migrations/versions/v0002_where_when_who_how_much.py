"""Columns to list places, times, amounts and actors by, filled from what is stored; decisions about any subject."""

from __future__ import annotations

import json
import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dateline_0002"
down_revision = "dateline_0001"

_BATCH = 1000
_WITHOUT_NEW = sa.text("SELECT document, position, start, entity, basis, wire FROM mentions_0001")
_ENTITIES = sa.text(
    """
    SELECT document, id, position, name, wire,
        (SELECT count(*) FROM mentions AS m WHERE m.document = e.document AND m.entity = e.id) AS mentions,
        (SELECT count(*) FROM records AS r WHERE r.document = e.document AND r.speaker = e.id) AS statements,
        (SELECT count(*) FROM records AS r WHERE r.document = e.document AND r.speaker = e.id)
        + (SELECT count(*) FROM mentions AS m
            WHERE m.document = e.document AND m.entity = e.id AND m.use = 'metonymic') AS acts
    FROM entities_0001 AS e
    """
)


def upgrade() -> None:
    """Makes both tables anew, since SQLite adds no column that must have a value, and moves their rows over."""
    for name in ("mentions", "entities"):
        op.rename_table(name, f"{name}_0001")
    _fill(_mentions(), _WITHOUT_NEW, _mention)
    _fill(_entities(), _ENTITIES, _entity)
    for name in ("mentions", "entities"):
        op.drop_table(f"{name}_0001")
    _indexes()
    op.drop_index("decisions_by_record", "decisions")
    op.execute(sa.text("ALTER TABLE decisions RENAME COLUMN record TO subject"))
    op.create_index("decisions_by_subject", "decisions", ["subject"])


def _mentions() -> sa.Table:
    return op.create_table(
        "mentions",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("use", "entity", "basis", "type", "value", "earliest", "latest")),
        *(sa.Column(name, sa.Text) for name in ("unit", "bound")),
        *(sa.Column(name, sa.Float) for name in ("low", "high")),
        sa.Column("counted", sa.Text),
        sa.Column("wire", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _entities() -> sa.Table:
    return op.create_table(
        "entities",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), primary_key=True, nullable=False),
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "kind", "called", "known")),
        sa.Column("country", sa.Text),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("precision", sa.Text),
        sa.Column("score", sa.Float),
        *(sa.Column(name, sa.Text) for name in ("code", "sector", "same")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("mentions", "statements", "acts")),
        sa.Column("wire", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _indexes() -> None:
    there = "{} IS NOT NULL".format
    for name, table, columns, where in (
        ("mentions_by_entity", "mentions", ["entity", "use"], there("entity")),
        ("mentions_by_date", "mentions", ["earliest", "latest"], there("type")),
        ("mentions_by_unit", "mentions", ["unit", "high"], there("bound")),
        ("entities_by_same", "entities", ["same"], there("same")),
    ):
        op.create_index(name, table, columns, sqlite_where=sa.text(where))
    op.create_index("entities_by_id", "entities", ["id"])


def _fill(table: sa.Table, found: sa.TextClause, columns: Callable[[Any], dict[str, Any]]) -> None:
    connection = op.get_bind()
    for rows in connection.execute(found).partitions(_BATCH):
        connection.execute(sa.insert(table), [{**row._mapping, **columns(json.loads(row.wire))} for row in rows])


def _mention(entry: Any) -> dict[str, Any]:
    timex, date, quantity = entry.get("timex") or {}, entry.get("date"), entry.get("quantity") or {}
    counted = quantity.get("counted")
    return {
        "kind": entry["kind"],
        "use": entry.get("use"),
        "type": timex.get("type"),
        "value": timex.get("value"),
        "earliest": date and _first_day(date["first"]),
        "latest": date and _last_day(date["last"] or date["first"]),
        "unit": quantity.get("unit"),
        "bound": quantity.get("bound"),
        "low": quantity.get("low") and float(quantity["low"]),
        "high": quantity.get("high") and float(quantity["high"]),
        "counted": counted and _folded(counted["text"]),
    }


def _entity(entry: Any) -> dict[str, Any]:
    names = dict.fromkeys(_folded(name) for name in (entry["name"], *entry["names"]))
    plain = ("country", "lat", "lon", "precision", "score", "same")
    return {
        "kind": entry["kind"],
        "called": _folded(entry["name"]),
        "known": "|".join(names),
        **{name: entry.get(name) for name in plain},
        "code": entry["codes"].get("plover"),
        "sector": entry["codes"].get("sector"),
    }


def _first_day(prefix: str) -> str:
    return prefix + "-01-01"[len(prefix) - 4 :]


def _last_day(prefix: str) -> str:
    if len(prefix) == 4:
        return f"{prefix}-12-31"
    if len(prefix) == 7:
        return f"{prefix}-{monthrange(int(prefix[:4]), int(prefix[5:]))[1]:02}"
    return prefix


def _folded(name: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(["", *re.findall(r"\w+", plain.casefold()), ""])
