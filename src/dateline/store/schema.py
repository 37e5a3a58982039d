"""The tables of a store. They are made and changed by ``migrations/`` only; a test holds the two together.

Keys (``captures.id``, ``documents.key``, ``records.key``) count in order of arrival and never leave the store:
what is exported is ordered by content. The full-text tables ``report_words`` (over ``documents``) and
``statement_words`` (over ``records``) hold no text of their own and are kept in step by triggers.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy import column as _column
from sqlalchemy import table as _table

VERSION = "dateline_0003"
"""The newest migration: the version a store must have to be used."""

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("state", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("producers", Text, nullable=False),
)

captures = Table(
    "captures",  # what came in, sealed: no row ever changes or goes
    metadata,
    Column("id", Integer, primary_key=True),
    Column("locator", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("published", Text),
    Column("sha256", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Index("captures_by_sha256", "sha256"),
)

documents = Table(
    "documents",  # sealed texts; ``origin``: the capture whose reading is shown, NULL when none is read as it any more
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("origin", Integer, ForeignKey("captures.id")),
    Column("title", Text),
    Column("published", Text),
    Column("language", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("events", Integer, nullable=False, server_default="0"),
)

readings = Table(
    "readings",  # what each capture was last read as, with the document's wire form (its text left out)
    metadata,
    Column("capture", Integer, ForeignKey("captures.id"), primary_key=True),
    Column("document", Integer, ForeignKey("documents.key"), nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("wire", Text, nullable=False),
    Index("readings_by_document", "document"),
)

reports = Table(
    "reports",  # one row a locator: what became of what was last found there
    metadata,
    Column("locator", Text, primary_key=True),
    Column("capture", Integer, ForeignKey("captures.id")),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("seconds", Float),
)

records = Table(
    "records",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("form", Text),
    Column("stance", Text),
    Column("speaker", Text),
    Column("basis", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("words", Text, nullable=False),
    Column("voices", Text, nullable=False),
    Column("wire", Text, nullable=False),
    Index("records_by_document", "document", "position"),
    Index("records_by_id", "id"),
    Index("records_by_date", "earliest"),
)

mentions = Table(
    "mentions",  # type to latest are of times, unit to counted of amounts; low and high only to filter by
    metadata,
    Column("document", Integer, ForeignKey("documents.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("use", Text),
    Column("entity", Text),
    Column("basis", Text),
    Column("type", Text),
    Column("value", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("unit", Text),
    Column("bound", Text),
    Column("low", Float),
    Column("high", Float),
    Column("counted", Text),
    Column("wire", Text, nullable=False),
    Index("mentions_by_entity", "entity", "use", sqlite_where=_column("entity").is_not(None)),
    Index("mentions_by_date", "earliest", "latest", sqlite_where=_column("type").is_not(None)),
    Index("mentions_by_unit", "unit", "high", sqlite_where=_column("bound").is_not(None)),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",  # as each document has them: one document's replacement touches no other
    metadata,
    Column("document", Integer, ForeignKey("documents.key"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("called", Text, nullable=False),  # the name, folded
    Column("known", Text, nullable=False),  # all names, folded
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Text),
    Column("score", Float),
    Column("code", Text),
    Column("sector", Text),
    Column("same", Text),
    Column("mentions", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("acts", Integer, nullable=False),  # statements, deeds, and mentions as one who acts ("Moscow said")
    Column("wire", Text, nullable=False),
    Column("events", Integer, nullable=False, server_default="0"),  # those it is a party of
    Index("entities_by_id", "id"),
    Index("entities_by_same", "same", sqlite_where=_column("same").is_not(None)),
    sqlite_with_rowid=False,
)

events = Table(
    "events",  # beside their rows in ``records``, which have the same position; located, voices: folded names
    metadata,
    Column("document", Integer, ForeignKey("documents.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("quad", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("place", Text),
    Column("located", Text),
    Column("statement", Text),
    Column("voices", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("score", Float, nullable=False),
    Index("events_by_type", "type", "earliest"),
    Index("events_by_date", "earliest"),
    Index("events_by_place", "place", sqlite_where=_column("place").is_not(None)),
    sqlite_with_rowid=False,
)

parties = Table(
    "parties",  # who did it, and to whom; ``called``: the words and all names, folded
    metadata,
    Column("document", Integer, ForeignKey("documents.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("entity", Text),
    Column("code", Text),
    Column("sector", Text),
    Column("basis", Text),
    Column("called", Text, nullable=False),
    Index("parties_by_entity", "entity", sqlite_where=_column("entity").is_not(None)),
    Index("parties_by_code", "code", sqlite_where=_column("code").is_not(None)),
    sqlite_with_rowid=False,
)

audits = Table(
    "audits",  # append-only: what a person judged of an event, a field a row; the newest row of a field counts
    metadata,
    Column("id", Integer, primary_key=True),
    Column("judged", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("field", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("audits_by_document", "document"),
)

decisions = Table(
    "decisions",  # append-only: a row is added, and withdrawn once, never changed otherwise
    metadata,
    Column("id", Integer, primary_key=True),
    Column("decided", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("withdrawn", Text),
    Index("decisions_by_subject", "subject"),
)

versions = _table("alembic_version", _column("version_num"))
