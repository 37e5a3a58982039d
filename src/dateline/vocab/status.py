"""What the words around an event say about whether it happened, as ``data/events/status.toml`` has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from dateline.errors import UsageError
from dateline.model.records import Status
from dateline.vocab.load import table
from dateline.vocab.saying import Negation, Saying

Words = frozenset[str]

_PLAIN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "conditions": ("marks", "conditions"),
        "until_then": ("marks", "until_then"),
        "deadlines": ("marks", "deadlines"),
        "meanwhile": ("marks", "meanwhile"),
        "turning": ("marks", "turning"),
        "ordinals": ("passing", "ordinals"),
        "obliging": ("obliging", "words"),
        "unclear": ("obliging", "unclear"),
        "small": ("obliging", "small"),
        "listing": ("obliging", "listing"),
        "telling": ("telling", "types"),
        "apart": ("telling", "apart"),
        "telling_news": ("telling", "news"),
        "claims": ("telling", "claims"),
        "proposing": ("telling", "proposing"),
        "proofs": ("telling", "proofs"),
        "spoken": ("telling", "spoken"),
        "sharing": ("telling", "sharing"),
        "rising": ("passing", "rising"),
        "spending": ("passing", "spending"),
        "kept": ("passing", "kept"),
        "seeming": ("passing", "seeming"),
        "nearing": ("passing", "nearing"),
        "unfinished": ("passing", "unfinished"),
        "uncovering": ("passing", "uncovering"),
        "truths": ("telling", "truths"),
        "schemes": ("telling", "schemes"),
        "wishes": ("telling", "wishes"),
        "enacting": ("telling", "enacting"),
        "enacted": ("telling", "enacted"),
        "still": ("passing", "still"),
        "lasting": ("passing", "lasting"),
        "periods": ("passing", "periods"),
        "occurring": ("passing", "occurring"),
        "states": ("passing", "states"),
        "underway": ("passing", "underway"),
    }
)
"""Where the table has the sets of words that are taken over as they stand."""

Shown = Literal[
    "happened",
    "ongoing",
    "planned",
    "threatened",
    "called_for",
    "denied",
    "undone",
    "hypothetical",
    "historical",
    "carried",
    "ending",
]
"""A status, or what is made one in its place: docs/events.md, "Status"."""


@dataclass(frozen=True, slots=True)
class Promising:
    """Words of promise and of threat, and the types of events that do harm or are friendly."""

    threats: Words
    promises: Words
    harmful: Words
    friendly: Words
    own: Words
    mine: Words
    forces: Words
    facing: Words
    harms: Words
    first: Words
    peaceful: Words
    whoever: Words


@dataclass(frozen=True, slots=True)
class History:
    """What puts an event well back: an ``age`` in days, words of ``long`` stretches and ``ages``, times with a name."""

    age: int
    long: Words
    ages: Words
    ago: Words
    past: Words
    once: Words
    instances: Words
    eras: Words
    during: Words
    youth: Words
    after: Words
    late: Words


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words that show a status: standing over verbs or nouns, beside nouns, before them, or beside verbs.

    ``negated`` is what a negated word above makes of what it shows. Raises ``UsageError`` for a word with two meanings.
    """

    definitions: Mapping[Status, str]
    over_verbs: Mapping[str, Shown] = field(repr=False)
    over_nouns: Mapping[str, Shown] = field(repr=False)
    modifiers: Mapping[str, Shown] = field(repr=False)
    prepositions: Mapping[str, Shown] = field(repr=False)
    negated: Mapping[Shown, Shown]
    modals: Mapping[str, str]
    conditions: Words
    until_then: Words
    deadlines: Words
    meanwhile: Words
    turning: Words
    ordinals: Words
    promising: Promising
    obliging: Words
    small: Words
    listing: Words
    states: Words
    unclear: Words
    telling: Words
    telling_news: Words
    claims: Words
    proposing: Words
    proofs: Words
    spoken: Words
    sharing: Words
    rising: Words
    spending: Words
    kept: Words
    seeming: Words
    nearing: Words
    unfinished: Words
    uncovering: Words
    truths: Words
    schemes: Words
    wishes: Words
    enacting: Words
    enacted: Words
    apart: Words
    still: Words
    lasting: Words
    underway: Words
    periods: Words
    occurring: Words
    history: History
    negation: Negation = field(repr=False)

    @classmethod
    def load(cls) -> StatusWords:
        """The words that ship with Dateline; what negates is that of statements."""
        return cls.of(table("events/status"), Saying.load().negation)

    @classmethod
    def of(cls, settings: Mapping[str, Any], negation: Negation) -> StatusWords:
        """The words as ``settings`` has them."""
        shown, history = settings["status"], settings["history"]
        plain = {name: frozenset(settings[table][key]) for name, (table, key) in _PLAIN.items()}
        return cls(
            definitions={name: shown[name]["definition"] for name in statuses()},
            over_verbs=_shown(shown, "over", "over_verbs"),
            over_nouns=_shown(shown, "over", "over_nouns"),
            modifiers=_shown(shown, "modifiers"),
            prepositions=_shown(shown, "prepositions"),
            negated={cast("Shown", one): cast("Shown", other) for one, other in settings["negated"].items()},
            modals={word: kind for kind, words in settings["modals"].items() for word in words},
            promising=Promising(**{name: frozenset(words) for name, words in settings["promising"].items()}),
            history=History(
                age=int(history["age"]),
                **{name: frozenset(words) for name, words in history.items() if name != "age"},
            ),
            negation=negation,
            **plain,
        )


def statuses() -> tuple[Status, ...]:
    """Every status, in order."""
    return cast("tuple[Status, ...]", get_args(Status))


def _shown(entries: Mapping[str, Mapping[str, Any]], *places: str) -> dict[str, Shown]:
    """The words that show something at one of ``places``, each with what it shows."""
    found: dict[str, Shown] = {}
    for name, entry in entries.items():
        for word in (word for place in places for word in entry.get(place, ())):
            if found.setdefault(word, cast("Shown", name)) != name:
                raise UsageError(f"'{word}' shows both {found[word]} and {name} ({', '.join(places)})")
    return found
