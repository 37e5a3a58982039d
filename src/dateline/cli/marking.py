"""A report with its statements marked: who said it, by which words, what was said; and the words that tell of events.

With colours each role has a style of its own; without, brackets stand around the words:
``{1 The minister} <1 denied> [1 that {2 her office} <2 had promised> [2 any money]]``, ``(e1 shelled)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dateline.cli import clean

if TYPE_CHECKING:
    from rich.text import Text

Role = Literal["source", "cue", "content", "trigger"]

STYLES: Mapping[Role, str] = {"source": "bold cyan", "cue": "bold yellow", "content": "green", "trigger": "bold red"}
BRACKETS: Mapping[Role, tuple[str, str]] = {
    "source": ("{", "}"),
    "cue": ("<", ">"),
    "content": ("[", "]"),
    "trigger": ("(", ")"),
}
_LEGEND: Mapping[Role, str] = {"source": "who", "cue": "says", "content": "what", "trigger": "happens"}
_NESTED = "underline"
_TAG = "dim"
_RANK: Mapping[Role, int] = {"content": 0, "source": 1, "cue": 2, "trigger": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text in one role, for the statements (a trigger: the events) with these numbers."""

    start: int
    end: int
    role: Role
    numbers: tuple[int, ...]

    @property
    def label(self) -> str:
        """The numbers as they are shown: "1" or "1,2", of events "e1"."""
        return ",".join(f"e{number}" if self.role == "trigger" else str(number) for number in self.numbers)


def numbered(records: Iterable[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    """The statements among ``records`` with numbers from 1, in the order in which what was said begins."""
    found = [record for record in records if record["kind"] == "statement"]
    found.sort(key=lambda record: (record["content"][0]["start"], -record["content"][-1]["end"]))
    return list(enumerate(found, start=1))


def numbered_events(records: Iterable[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    """The events among ``records`` with numbers from 1, in the order of their triggers."""
    found = [record for record in records if record["kind"] == "event"]
    found.sort(key=lambda record: (record["trigger"]["start"], record["trigger"]["end"], record["id"]))
    return list(enumerate(found, start=1))


def places(records: Iterable[tuple[int, Mapping[str, Any]]]) -> list[Place]:
    """Where which role stands; records that share a source, a cue or a trigger share its place. Longest first."""
    numbers: dict[tuple[int, int, Role], list[int]] = {}
    for number, record in records:
        for span in _spans(record):
            numbers.setdefault(span, []).append(number)
    found = [Place(start, end, role, tuple(given)) for (start, end, role), given in numbers.items()]
    return sorted(found, key=lambda place: (place.start, -place.end, _RANK[place.role], place.numbers))


def marked(text: str, records: Iterable[tuple[int, Mapping[str, Any]]], *, coloured: bool) -> Text:
    """``text`` with its statements and events marked, safe to show."""
    from rich.text import Text

    found = places(records)
    edges = sorted({0, len(text), *(place.start for place in found), *(place.end for place in found)})
    made = Text()
    active: list[Place] = []
    waiting = iter(found)
    coming = next(waiting, None)
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        closing = [place for place in active if place.end == start]
        active = [place for place in active if place.end > start]
        if not coloured:
            made.append("".join(BRACKETS[place.role][1] for place in reversed(closing)))
        while coming is not None and coming.start == start:
            active.append(coming)
            made.append(*_opening(coming, coloured=coloured))
            coming = next(waiting, None)
        made.append(clean.block(text[start:end]), style=_style(active) if coloured else "")
    return made


def legend(*, coloured: bool, events: bool = False) -> Text:
    """One line that says how the roles are shown, that of triggers where there are ``events``."""
    from rich.text import Text

    made = Text()
    for role, name in _LEGEND.items():
        if role == "trigger" and not events:
            continue
        before, after = BRACKETS[role]
        made.append("  " if made else "")
        number = "e1" if role == "trigger" else "1"
        made.append(name if coloured else f"{before}{number} {name}{after}", style=STYLES[role] if coloured else "")
    return made


def _opening(place: Place, *, coloured: bool) -> tuple[str, str]:
    if coloured:
        return (f"[{place.label}]", _TAG) if place.role in ("content", "trigger") else ("", "")
    return f"{BRACKETS[place.role][0]}{place.label} ", ""


def _style(active: Sequence[Place]) -> str:
    """The innermost place gives the colour; content within content is underlined."""
    if not active:
        return ""
    depth = sum(place.role == "content" for place in active)
    return STYLES[active[-1].role] + (f" {_NESTED}" if depth > 1 else "")


def _spans(record: Mapping[str, Any]) -> Iterator[tuple[int, int, Role]]:
    roles: Mapping[Role, Sequence[Mapping[str, Any] | None]]
    if record["kind"] == "event":
        roles = {"trigger": (record["trigger"],)}
    else:
        roles = {"source": (record["source"],), "cue": (record["cue"],), "content": record["content"]}
    for role, spans in roles.items():
        yield from ((span["start"], span["end"], role) for span in spans if span is not None)
