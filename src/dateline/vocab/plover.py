"""The PLOVER ontology: types, modes, contexts, scores, and CAMEO both ways. docs/events.md explains it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.errors import UsageError
from dateline.vocab.load import rows, table

YIELD = "YIELD"
"""The one root that CONCEDE and RETREAT are where verbal and material concessions are not told apart."""

_YIELDING = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Quad:
    """A quad class, with its sign ("M-") and its number in PLOVER records."""

    name: str
    short: str
    number: int


@dataclass(frozen=True, slots=True)
class Mode:
    """How something is done. ``intensity`` runs from -10 (conflict) to 10, None where the manual has none.
    ``page`` is the printed page of the manual. ``contexts`` are those it always brings.
    """

    name: str
    definition: str
    page: int
    cameo: str
    intensity: float | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """What is done. ``cameo`` is the code it is written as, ``cameo_roots`` are all roots that are read as this type.
    ``fields`` are what may be told beside the parties.
    """

    name: str
    definition: str
    page: int
    quad: str
    intensity: float
    cameo: str
    cameo_roots: tuple[str, ...]
    recipient_required: bool
    fields: tuple[str, ...]
    modes: Mapping[str, Mode] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about. ``page`` is that of the table, ``details`` that of its section."""

    name: str
    definition: str
    page: int
    details: int


@dataclass(frozen=True, slots=True)
class Note:
    """A place where PLOVER's sources disagree (``says``), and what Dateline does there (``decided``)."""

    name: str
    about: str
    pages: tuple[int, ...]
    says: str
    decided: str


@dataclass(frozen=True, slots=True)
class Converted:
    """What a CAMEO code is in PLOVER. ``table`` is the type and mode in the published table, ``notes`` say why not."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    table: tuple[str, str | None]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plover:
    """The ontology, to be asked by type and mode."""

    types: Mapping[str, EventType] = field(repr=False)
    contexts: Mapping[str, Context] = field(repr=False)
    quads: Mapping[str, Quad] = field(repr=False)
    notes: Mapping[str, Note] = field(repr=False)
    cameo: Mapping[str, Converted] = field(repr=False)

    @classmethod
    def load(cls) -> Plover:
        """The ontology as Dateline has it."""
        data = table("plover")
        return cls(
            types={name: _type(name, block) for name, block in data["types"].items()},
            contexts={name: Context(name, **block) for name, block in table("plover_contexts").items()},
            quads={name: Quad(name, block["short"], block["number"]) for name, block in data["quads"].items()},
            notes={name: _note(name, block) for name, block in table("plover_notes").items()},
            cameo={one.code: one for one in _converted()},
        )

    @property
    def roots(self) -> tuple[str, ...]:
        """The 15 roots, in PLOVER's order: the types, CONCEDE and RETREAT being one."""
        return tuple(dict.fromkeys(self.root(name) for name in self.types))

    def type(self, name: str) -> EventType:
        """The type ``name``. Raises ``UsageError`` if there is none."""
        if name not in self.types:
            raise UsageError(f"no event type '{name}'. Types: {', '.join(self.types)}")
        return self.types[name]

    def mode(self, type_: str, name: str | None) -> Mode | None:
        """The mode of a type; None for none. Raises ``UsageError`` for one that the type does not have."""
        if name is None:
            return None
        modes = self.type(type_).modes
        if name not in modes:
            raise UsageError(f"no mode '{name}' of {type_}. Modes: {', '.join(modes) or 'none'}")
        return modes[name]

    def root(self, type_: str) -> str:
        """The root a type has among the 15."""
        return YIELD if self.type(type_).name in _YIELDING else type_

    def quad(self, type_: str) -> str:
        """The quad class of a type: "material-conflict"."""
        return self.type(type_).quad

    def short_quad(self, type_: str) -> str:
        """The sign of the quad class of a type: "M-"."""
        return self.quads[self.quad(type_)].short

    def intensity(self, type_: str, mode: str | None = None) -> float:
        """The conflict-cooperation score of a mode, that of its type where it has none of its own."""
        found = self.mode(type_, mode)
        return self.type(type_).intensity if found is None or found.intensity is None else found.intensity

    def cameo_code(self, type_: str, mode: str | None = None) -> str:
        """The CAMEO code that a type and mode are written as: "194"."""
        found = self.mode(type_, mode)
        return self.type(type_).cameo if found is None else found.cameo

    def cameo_root(self, type_: str, mode: str | None = None) -> str:
        """The two-digit root that a type and mode are written as: "19"."""
        return self.cameo_code(type_, mode)[:2]

    def converted(self, code: str) -> Converted | None:
        """What a CAMEO code is, or the longest known code it begins with. None: PLOVER has dropped it."""
        shorter = (code[:length] for length in range(len(code), 1, -1))
        return next((self.cameo[one] for one in shorter if one in self.cameo), None)


def _type(name: str, block: Mapping[str, Any]) -> EventType:
    return EventType(
        name=name,
        definition=block["definition"],
        page=block["page"],
        quad=block["quad"],
        intensity=float(block["intensity"]),
        cameo=block["cameo"],
        cameo_roots=tuple(block["cameo_roots"]),
        recipient_required=block["recipient"] == "required",
        fields=tuple(block.get("fields", ())),
        modes={mode: _mode(mode, one) for mode, one in block.get("modes", {}).items()},
    )


def _mode(name: str, block: Mapping[str, Any]) -> Mode:
    intensity = block.get("intensity")
    return Mode(
        name=name,
        definition=block["definition"],
        page=block["page"],
        cameo=block["cameo"],
        intensity=None if intensity is None else float(intensity),
        contexts=tuple(block.get("contexts", ())),
    )


def _note(name: str, block: Mapping[str, Any]) -> Note:
    return Note(name, block["about"], tuple(block["pages"]), block["says"], block["decided"])


def _converted() -> Iterator[Converted]:
    for row in rows("cameo"):
        yield Converted(
            code=row["code"],
            type=row["type"],
            mode=row["mode"] or None,
            contexts=tuple(row["contexts"].split()),
            table=(row["table_type"], row["table_mode"] or None),
            notes=tuple(row["notes"].split()),
        )
