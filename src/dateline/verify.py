"""Re-derives what a store holds from the captures it keeps, and says where the two differ.

    read = partial(engine.run, workers=2, limits=limits, build=build)
    result = verify.summed(verify.checks(store, read))

A store passes when every capture has its hash, reads as the document it was kept for, gives the very records,
mentions and entities the store shows, and every span's words are those of the text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from dateline.engine import Outcome
from dateline.errors import AnchorError, DatelineError
from dateline.model import wire
from dateline.model.wire import Wire
from dateline.stages import Capture

Flaw = Literal["capture", "unread", "text", "document", "missing", "added", "changed", "anchor"]
"""What can be wrong: the bytes have another hash · they can no longer be read · they give another text · they give
other metadata · an entry they give is not in the store · one in the store they do not give · one is another · a
span's words are not the text's."""

_Told = tuple[Flaw, str]
_PARTS = (("record", "records"), ("mention", "mentions"), ("entity", "entities"))


class Kept(Protocol):
    """What is needed of a store: ``store.Store`` is one.

    ``origins`` gives each document's id with the capture it was read from, or with the error why the capture's
    bytes are not those that came in. ``reading_of`` gives a document's reading in the wire form.
    """

    def origins(self) -> Iterator[tuple[str, Capture | DatelineError]]: ...

    def reading_of(self, key: str) -> Wire: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, at a report, or at a document whose captured bytes are lost."""

    locator: str
    flaw: Flaw
    detail: str

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields."""
        return {"report": self.locator, "flaw": self.flaw, "detail": self.detail}


@dataclass(frozen=True, slots=True)
class Check:
    """What the check of one document saw: how many records and anchors it has, and what was wrong."""

    locator: str
    records: int = 0
    anchors: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """The sum of all checks. ``reports`` counts the documents checked."""

    reports: int
    records: int
    anchors: int
    findings: tuple[Finding, ...]

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields."""
        found = [finding.wire() for finding in self.findings]
        return {"reports": self.reports, "records": self.records, "anchors": self.anchors, "findings": found}


def checks(store: Kept, read: Callable[[Iterable[Capture]], Iterator[Outcome]]) -> Iterator[Check]:
    """The check of each document in the store, as they are done.

    ``read`` runs captures through the pipeline: ``engine.run`` with all but the captures given.
    """
    lost: list[Check] = []
    documents: dict[int, str] = {}
    for outcome in read(_sound(store, documents, lost)):
        yield _check(store, documents.pop(outcome.index), outcome)
    yield from lost


def summed(checks: Iterable[Check]) -> Verification:
    """All checks as one, the findings ordered by report."""
    given = list(checks)
    findings = [finding for check in given for finding in check.findings]
    return Verification(
        reports=len(given),
        records=sum(check.records for check in given),
        anchors=sum(check.anchors for check in given),
        findings=tuple(sorted(findings, key=lambda finding: (finding.locator, finding.flaw, finding.detail))),
    )


def _sound(store: Kept, documents: dict[int, str], lost: list[Check]) -> Iterator[Capture]:
    """The captures that are as they came in, each with its document noted by its index; the others go to ``lost``."""
    index = 0
    for document, capture in store.origins():
        if isinstance(capture, DatelineError):
            lost.append(Check(document, findings=(Finding(document, "capture", str(capture)),)))
        else:
            documents[index] = document
            index += 1
            yield capture


def _check(store: Kept, document: str, outcome: Outcome) -> Check:
    stored = store.reading_of(document)
    anchors, bad = _anchors(stored)
    told = [*_compared(stored, outcome), *bad]
    locator = outcome.capture.locator
    findings = tuple(Finding(locator, flaw, detail) for flaw, detail in told)
    return Check(locator, len(stored["records"]), anchors, findings)


def _compared(stored: Wire, outcome: Outcome) -> Iterator[_Told]:
    document = stored["document"]["id"]
    if outcome.reading is None:
        yield "unread", f"document {document} can no longer be read from its capture: {outcome.reason}"
        return
    derived: Wire = json.loads(wire.dumps(wire.reading(outcome.reading)))
    before, after = stored["document"], derived["document"]
    if (before["id"], before["text"]) != (after["id"], after["text"]):
        yield (
            "text",
            f"the capture of document {document} now reads as document {after['id']}, with another text or source",
        )
        return
    if before != after:
        yield "document", f"document {document} is stored with another {_unlike(before, after)}"
    for name, part in _PARTS:
        yield from _differences(name, stored[part], derived[part])


def _differences(name: str, stored: list[Wire], derived: list[Wire]) -> Iterator[_Told]:
    before, after = ({entry["id"]: entry for entry in entries} for entries in (stored, derived))
    yield from (("missing", f"{name} {key} is not in the store") for key in after if key not in before)
    yield from (("added", f"{name} {key} is in the store only") for key in before if key not in after)
    for key, entry in before.items():
        if entry != after.get(key, entry):
            yield "changed", f"{name} {key} is stored with another {_unlike(entry, after[key])}"
    if before == after and stored != derived:
        yield "changed", f"the {name} entries are stored in another order or number"


def _unlike(stored: Wire, derived: Wire) -> str:
    """The names of the fields in which the two differ."""
    return ", ".join(field for field in {**derived, **stored} if stored.get(field) != derived.get(field))


def _anchors(stored: Wire) -> tuple[int, list[_Told]]:
    """How many spans hold, and those that do not."""
    count, bad = 0, list[_Told]()
    for name, part in _PARTS:
        for entry in stored[part]:
            try:
                count += wire.check_anchors(entry, stored["document"]["text"])
            except AnchorError as fault:
                bad.append(("anchor", f"{name} {entry['id']}: {fault}"))
    return count, bad
