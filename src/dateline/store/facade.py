"""The store as the other rooms see it: one object, opened on a file, that keeps readings and finds them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from dateline.model.links import Reading
from dateline.stages import Capture
from dateline.store import audits, decisions, merging, rows, runs, writer
from dateline.store.audits import Audit
from dateline.store.looking import Looking
from dateline.store.opening import open_database
from dateline.store.writer import Outcome


class Store(Looking):
    """A store file. Every method raises ``StoreError`` when the file cannot be used, and says why.

    What is written is on the disk when the method returns. What iterates sees the store as it was when it began,
    and may go on while reports are kept.
    """

    @classmethod
    def open(cls, path: Path, *, create: bool = True, wait_seconds: float = 10.0) -> Store:
        """The store at ``path``, brought up to date; with ``create``, made when it (or its folder) is not there.

        ``wait_seconds`` is how long a write waits for another process that is writing.
        """
        return cls(open_database(path, create=create, wait_seconds=wait_seconds))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    @property
    def path(self) -> Path:
        """Where the store is."""
        return self._database.path

    def begin_run(self, *, command: str, settings: Mapping[str, object], producers: Mapping[str, str]) -> int:
        """Records that a run begins, with its settings and the versions of all that produces; gives its id."""
        with self._database.writing() as connection:
            return runs.begin(connection, command, settings, producers)

    def finish_run(self, run: int, state: str) -> None:
        """Records how a run ended. ``UsageError`` when there is no such run."""
        with self._database.writing() as connection:
            runs.finish(connection, run, state)

    def keep(self, capture: Capture, reading: Reading, run: int, *, seconds: float | None = None) -> None:
        """Stores a capture and its reading in one transaction; the same again changes nothing.

        The report at the capture's locator is done, or kept when there is no extractor for its language. What these
        very bytes were read as before is replaced. Other bytes at the locator leave the earlier document as it is.
        Of two captures of one document with different metadata, the one whose wire form sorts first is shown.
        Raises ``InputError`` for a text that cannot be stored.
        """
        reason = rows.unsupported(reading.document)
        outcome = Outcome("done" if reason is None else "kept", reason, run, seconds)
        with self._database.writing() as connection:
            writer.keep(connection, capture, reading, outcome)

    def refuse(
        self, locator: str, reason: str, run: int, capture: Capture | None = None, *, seconds: float | None = None
    ) -> None:
        """Stores that the report at ``locator`` failed and why, with its bytes where there are any."""
        with self._database.writing() as connection:
            writer.refuse(connection, locator, Outcome("failed", reason, run, seconds), capture)

    def forget(self, locator: str) -> None:
        """Takes a failed report off the list that has no bytes, as for a file that could not be opened and turned out
        to hold many. Anything else stays.
        """
        with self._database.writing() as connection:
            writer.forget(connection, locator)

    def decide(self, *, who: str, what: str, subject: str, payload: Mapping[str, Any]) -> int:
        """Adds a decision about a record or entity; gives its id. ``UsageError`` for one that is not in the store."""
        with self._database.writing() as connection:
            return decisions.decide(connection, who=who, what=what, subject=subject, payload=payload)

    def merge(self, one: str, other: str, *, who: str, because: str) -> int:
        """Decides that two are the same, each given by an id, the start of one, or a name; see ``merging``."""
        with self._database.writing() as connection:
            return merging.merge(connection, one, other, who=who, because=because)

    def split(self, entity: str, *, who: str, because: str, report: str | None = None) -> int:
        """Decides that an entity of one report is not what it was found to be the same as; see ``merging``."""
        with self._database.writing() as connection:
            return merging.split(connection, entity, who=who, because=because, report=report)

    def withdraw(self, decision: int) -> None:
        """Takes a decision back: it stays in the log, with the time. ``UsageError`` when that was done before."""
        with self._database.writing() as connection:
            decisions.withdraw(connection, decision)

    def audit(self, given: Sequence[Audit]) -> None:
        """Adds judgements of events, all or none. ``UsageError`` for one that makes no sense."""
        with self._database.writing() as connection:
            audits.add(connection, given)
