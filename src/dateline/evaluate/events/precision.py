"""Precision by field from judgements, with Wilson's intervals (E. B. Wilson, JASA 22, 1927)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.evaluate.events.judgements import FIELDS, Judged

TARGETS = {"real and type": 80, "actor": 85, "recipient": 80, "place": 85, "date": 90, "status": 85}
"""What is wanted at least, in per cent."""

_Z = 1.959964  # 95 %


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The interval, from 0 to 1, that holds the share with a chance of 95 %; all of it where nothing was judged."""
    if not judged:
        return 0.0, 1.0
    share, square = right / judged, _Z**2
    middle = (share + square / (2 * judged)) / (1 + square / judged)
    half = _Z * (share * (1 - share) / judged + square / (4 * judged**2)) ** 0.5 / (1 + square / judged)
    return max(0.0, middle - half), min(1.0, middle + half)


def precision(judged: Sequence[Judged]) -> dict[str, Any]:
    """The figures as plain values; shares are in per cent.

    "real and type": of the events judged, those that are real and of the right type. The other fields are of real
    events only; ``given`` counts those that have a value there at all. Where "unsure" is the verdict, nothing counts.
    """
    types = sorted({_type(one) for one in judged} - {None}, key=str)
    return {
        "events": len(judged),
        "complete": sum(one.whole for one in judged),
        "fields": {
            "real and type": {**_counted(map(_real_and_type, judged))},
            **{n: _field(judged, n) for n in FIELDS},
        },
        "types": {name: _counted(_real_and_type(one) for one in judged if _type(one) == name) for name in types},
        "targets": TARGETS,
    }


def _field(judged: Iterable[Judged], name: str) -> dict[str, Any]:
    audits = [one.fields[name] for one in judged if name in one.fields and (name == "real" or _is_real(one))]
    given = (one.verdict for one in audits if any(value not in (None, []) for value in one.value.values()))
    return {**_counted(one.verdict for one in audits), "given": _counted(given)}


def _is_real(one: Judged) -> bool:
    return "real" not in one.fields or one.fields["real"].verdict != "wrong"


def _real_and_type(one: Judged) -> str | None:
    """The verdict on both together; None where one is missing that would decide."""
    verdicts = [one.fields[name].verdict if name in one.fields else None for name in ("real", "type")]
    if "wrong" in verdicts:
        return "wrong"
    return None if None in verdicts else "unsure" if "unsure" in verdicts else "right"


def _type(one: Judged) -> str | None:
    audit = one.fields.get("type")
    return None if audit is None else str(audit.value.get("type"))


def _counted(verdicts: Iterable[str | None]) -> dict[str, Any]:
    tally = Counter(verdicts)
    right, judged = tally["right"], tally["right"] + tally["wrong"]
    low, high = wilson(right, judged)
    return {
        "judged": judged,
        "right": right,
        "wrong": tally["wrong"],
        "unsure": tally["unsure"],
        "precision": round(100 * right / judged, 1) if judged else None,
        "low": round(100 * low, 1),
        "high": round(100 * high, 1),
    }
