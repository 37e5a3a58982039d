"""Makes the store: runs, captures, documents, readings, reports, records, mentions, entities, decisions, full text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "dateline_0001"
down_revision = None

_FULL_TEXT = (
    """
    CREATE VIRTUAL TABLE report_words USING fts5(
        title, text, content='documents', content_rowid='key', tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE VIRTUAL TABLE statement_words USING fts5(
        words, voices, content='records', content_rowid='key', tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TRIGGER documents_added AFTER INSERT ON documents WHEN new.origin IS NOT NULL BEGIN
        INSERT INTO report_words(rowid, title, text) VALUES (new.key, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER documents_changed AFTER UPDATE OF title, origin ON documents
    WHEN old.title IS NOT new.title OR (old.origin IS NULL) <> (new.origin IS NULL) BEGIN
        INSERT INTO report_words(report_words, rowid, title, text)
            SELECT 'delete', old.key, old.title, old.text WHERE old.origin IS NOT NULL;
        INSERT INTO report_words(rowid, title, text)
            SELECT new.key, new.title, new.text WHERE new.origin IS NOT NULL;
    END
    """,
    """
    CREATE TRIGGER records_added AFTER INSERT ON records WHEN new.kind = 'statement' BEGIN
        INSERT INTO statement_words(rowid, words, voices) VALUES (new.key, new.words, new.voices);
    END
    """,
    """
    CREATE TRIGGER records_removed AFTER DELETE ON records WHEN old.kind = 'statement' BEGIN
        INSERT INTO statement_words(statement_words, rowid, words, voices)
            VALUES ('delete', old.key, old.words, old.voices);
    END
    """,
)

_SEALS = (
    "CREATE TRIGGER captures_sealed BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'captures never change'); END",
    "CREATE TRIGGER captures_stay BEFORE DELETE ON captures BEGIN SELECT RAISE(ABORT, 'captures never go'); END",
    """
    CREATE TRIGGER documents_sealed BEFORE UPDATE OF key, id, text ON documents BEGIN
        SELECT RAISE(ABORT, 'texts never change');
    END
    """,
    "CREATE TRIGGER documents_stay BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'texts never go'); END",
    """
    CREATE TRIGGER records_sealed BEFORE UPDATE ON records BEGIN
        SELECT RAISE(ABORT, 'records are replaced, not changed');
    END
    """,
    """
    CREATE TRIGGER decisions_sealed BEFORE UPDATE ON decisions
    WHEN old.withdrawn IS NOT NULL OR new.withdrawn IS NULL OR old.id <> new.id OR old.decided <> new.decided
        OR old.who <> new.who OR old.what <> new.what OR old.record <> new.record OR old.payload <> new.payload BEGIN
        SELECT RAISE(ABORT, 'decisions are withdrawn once, not changed');
    END
    """,
    "CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions never go'); END",
)


def upgrade() -> None:
    """Makes the tables in the order their references need, then the full-text tables and the seals."""
    _arrivals()
    _contents()
    _decisions()
    for statement in (*_FULL_TEXT, *_SEALS):
        op.execute(sa.text(statement))


def _arrivals() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("finished", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("command", sa.Text, nullable=False),
        sa.Column("settings", sa.Text, nullable=False),
        sa.Column("producers", sa.Text, nullable=False),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("locator", sa.Text, nullable=False),
        sa.Column("media", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )
    op.create_index("captures_by_sha256", "captures", ["sha256"])
    op.create_table(
        "reports",
        sa.Column("locator", sa.Text, primary_key=True, nullable=False),
        sa.Column("capture", sa.Integer, sa.ForeignKey("captures.id")),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("seconds", sa.Float),
    )


def _contents() -> None:
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("origin", sa.Integer, sa.ForeignKey("captures.id")),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("capture", sa.Integer, sa.ForeignKey("captures.id"), primary_key=True, nullable=False),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("wire", sa.Text, nullable=False),
    )
    op.create_index("readings_by_document", "readings", ["document"])
    _records()
    op.create_table(
        "mentions",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("entity", sa.Text),
        sa.Column("basis", sa.Text),
        sa.Column("wire", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), primary_key=True, nullable=False),
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("wire", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("form", sa.Text),
        sa.Column("stance", sa.Text),
        sa.Column("speaker", sa.Text),
        sa.Column("basis", sa.Text),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("voices", sa.Text, nullable=False),
        sa.Column("wire", sa.Text, nullable=False),
    )
    op.create_index("records_by_document", "records", ["document", "position"])
    op.create_index("records_by_id", "records", ["id"])
    op.create_index("records_by_date", "records", ["earliest"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("decided", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("withdrawn", sa.Text),
    )
    op.create_index("decisions_by_record", "decisions", ["record"])
