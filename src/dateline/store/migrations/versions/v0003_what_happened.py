"""Columns to list events by, with their parties; what people judged of them; how many events there are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "dateline_0003"
down_revision = "dateline_0002"

_SEALS = (
    "CREATE TRIGGER audits_sealed BEFORE UPDATE ON audits BEGIN SELECT RAISE(ABORT, 'audits never change'); END",
    "CREATE TRIGGER audits_stay BEFORE DELETE ON audits BEGIN SELECT RAISE(ABORT, 'audits never go'); END",
)


def upgrade() -> None:
    """Makes the tables. An older store holds no events: they come with the next reading of its reports."""
    for name in ("documents", "entities"):
        op.add_column(name, sa.Column("events", sa.Integer, nullable=False, server_default="0"))
    _events()
    _parties()
    _audits()
    for statement in _SEALS:
        op.execute(sa.text(statement))


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "type")),
        sa.Column("mode", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("quad", "status")),
        *(sa.Column(name, sa.Text) for name in ("place", "located", "statement", "voices", "earliest", "latest")),
        sa.Column("score", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("events_by_type", "events", ["type", "earliest"])
    op.create_index("events_by_date", "events", ["earliest"])
    op.create_index("events_by_place", "events", ["place"], sqlite_where=sa.text("place IS NOT NULL"))


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        sa.Column("role", sa.Text, primary_key=True, nullable=False),
        sa.Column("number", sa.Integer, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("entity", "code", "sector", "basis")),
        sa.Column("called", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("parties_by_entity", "parties", ["entity"], sqlite_where=sa.text("entity IS NOT NULL"))
    op.create_index("parties_by_code", "parties", ["code"], sqlite_where=sa.text("code IS NOT NULL"))


def _audits() -> None:
    op.create_table(
        "audits",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("judged", "who", "document", "record")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("field", "verdict", "value")),
    )
    op.create_index("audits_by_document", "audits", ["document"])
