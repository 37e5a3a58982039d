"""A report with its statements marked: who said it, by which words, and what was said.

With colours each role has a style of its own; without, brackets stand around the words:
``{1 The minister} <1 denied> [1 that {2 her office} <2 had promised> [2 any money]]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dateline.cli import clean

if TYPE_CHECKING:
    from rich.text import Text

Role = Literal["source", "cue", "content"]

STYLES: Mapping[Role, str] = {"source": "bold cyan", "cue": "bold yellow", "content": "green"}
BRACKETS: Mapping[Role, tuple[str, str]] = {"source": ("{", "}"), "cue": ("<", ">"), "content": ("[", "]")}
_LEGEND: Mapping[Role, str] = {"source": "who", "cue": "says", "content": "what"}
_NESTED = "underline"
_TAG = "dim"
_RANK: Mapping[Role, int] = {"content": 0, "source": 1, "cue": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text in one role, for the statements with these numbers."""

    start: int
    end: int
    role: Role
    numbers: tuple[int, ...]

    @property
    def label(self) -> str:
        """The numbers as they are shown: "1" or "1,2"."""
        return ",".join(map(str, self.numbers))


def numbered(records: Iterable[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    """The statements among ``records`` with numbers from 1, in the order in which what was said begins."""
    found = [record for record in records if record["kind"] == "statement"]
    found.sort(key=lambda record: (record["content"][0]["start"], -record["content"][-1]["end"]))
    return list(enumerate(found, start=1))


def places(statements: Iterable[tuple[int, Mapping[str, Any]]]) -> list[Place]:
    """Where which role stands; statements that share a source or a cue share its place. Longest first."""
    numbers: dict[tuple[int, int, Role], list[int]] = {}
    for number, record in statements:
        for span in _spans(record):
            numbers.setdefault(span, []).append(number)
    found = [Place(start, end, role, tuple(given)) for (start, end, role), given in numbers.items()]
    return sorted(found, key=lambda place: (place.start, -place.end, _RANK[place.role], place.numbers))


def marked(text: str, statements: Iterable[tuple[int, Mapping[str, Any]]], *, coloured: bool) -> Text:
    """``text`` with its statements marked, safe to show."""
    from rich.text import Text

    found = places(statements)
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


def legend(*, coloured: bool) -> Text:
    """One line that says how the roles are shown."""
    from rich.text import Text

    made = Text()
    for role, name in _LEGEND.items():
        before, after = BRACKETS[role]
        made.append("  " if made else "")
        made.append(name if coloured else f"{before}1 {name}{after}", style=STYLES[role] if coloured else "")
    return made


def _opening(place: Place, *, coloured: bool) -> tuple[str, str]:
    if coloured:
        return (f"[{place.label}]", _TAG) if place.role == "content" else ("", "")
    return f"{BRACKETS[place.role][0]}{place.label} ", ""


def _style(active: Sequence[Place]) -> str:
    """The innermost place gives the colour; content within content is underlined."""
    if not active:
        return ""
    depth = sum(place.role == "content" for place in active)
    return STYLES[active[-1].role] + (f" {_NESTED}" if depth > 1 else "")


def _spans(record: Mapping[str, Any]) -> Iterator[tuple[int, int, Role]]:
    roles: Mapping[Role, Sequence[Mapping[str, Any] | None]] = {
        "source": (record["source"],),
        "cue": (record["cue"],),
        "content": record["content"],
    }
    for role, spans in roles.items():
        yield from ((span["start"], span["end"], role) for span in spans if span is not None)
