"""Units, currencies, counted nouns and bounds, read from ``data/units.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from dateline.model.values import Bound
from dateline.vocab.load import rows, table

Phrase = tuple[str, ...]
_SIGN = re.compile(r"[-./°]")


@dataclass(frozen=True, slots=True)
class Units:
    """What may stand around a figure. Phrases are lower-case words; ``symbols`` keep their
    case, those ``apart`` are never written on to the figure.

    ``phrases`` maps a phrase after a figure to a unit code, ``signs`` a sign before one to a currency,
    ``dimensions`` a unit code to its dimension. ``nouns`` maps a counted noun to its unit, "person" for people.
    ``peoples`` are those named by their country or faith ("Tajiks"), ``heads`` the unit words that adjectives may stand
    before, ``leading`` those that stand before a figure. ``harms``, ``crowds`` and ``tolls`` are verbs and nouns that
    count people. ``identifiers`` are words that a number names, ``not_one`` those after which "one" counts nothing.
    """

    phrases: Mapping[Phrase, str]
    symbols: Mapping[str, str]
    apart: frozenset[str]
    signs: Mapping[str, str]
    dimensions: Mapping[str, str]
    nouns: Mapping[str, str]
    peoples: frozenset[str]
    heads: Mapping[str, str]
    leading: Mapping[str, str]
    states: frozenset[str]
    harms: frozenset[str]
    crowds: frozenset[str]
    tolls: frozenset[str]
    identifiers: frozenset[str]
    not_one: frozenset[str]
    before: Mapping[Phrase, Bound]
    after: Mapping[Phrase, Bound]

    @classmethod
    def load(cls) -> Units:
        """The units that come with Dateline."""
        raw = table("units")
        dimensions = {code: name for name, units in raw["measures"].items() for code in units}
        nouns = {word.lower(): "person" for word in raw["people"]["nouns"].split()}
        nouns.update((word, unit) for unit, words in raw["things"].items() for word in words)
        return cls(
            phrases=_phrases([*_units(raw["measures"]), *raw["ambiguous"].items()]),
            symbols=raw["symbols"],
            apart=frozenset(raw["apart"]["symbols"]),
            signs=raw["signs"],
            dimensions={**dimensions, "pound": "mass", "mAh": "electricity"},
            nouns=nouns,
            peoples=frozenset([*raw["people"]["peoples"].split(), *_demonyms()]),
            heads=_heads(raw),
            leading=raw["leading"],
            states=frozenset(raw["states"]["words"].split()),
            harms=frozenset(raw["told"]["harms"].split()),
            crowds=frozenset(raw["told"]["crowds"].split()),
            tolls=frozenset(raw["told"]["tolls"].split()),
            identifiers=frozenset(raw["identifiers"]["words"].split()),
            not_one=frozenset(raw["not_one"]["after"].split()),
            before=cast("Mapping[Phrase, Bound]", _phrases(raw["before"].items())),
            after=cast("Mapping[Phrase, Bound]", _phrases(raw["after"].items())),
        )


def _heads(raw: Mapping[str, Any]) -> dict[str, str]:
    """The words of those dimensions whose units may have an adjective ("three consecutive days")."""
    left_out = set(raw["heads"]["except"].split())
    units = [entry for name in raw["heads"]["dimensions"] for entry in raw["measures"][name].items()]
    return {word: code for code, words in units for word in words if word.isalpha() and word not in left_out}


def _demonyms() -> Iterable[str]:
    """Inhabitants of countries, in the plural: "Afghans", "Chinese"."""
    for row in rows("countries"):
        forms = row["demonyms"].split("|")
        yield from (form for form in forms if form.endswith("s") or f"{form}s" not in forms)


def _units(measures: Mapping[str, Mapping[str, list[str]]]) -> Iterable[tuple[str, list[str]]]:
    return [entry for units in measures.values() for entry in units.items()]


def _phrases(entries: Iterable[tuple[str, list[str]]]) -> dict[Phrase, str]:
    """Each phrase as the words of the lexer, where a sign is a word of its own."""
    return {tuple(_SIGN.sub(r" \g<0> ", phrase).split()): code for code, phrases in entries for phrase in phrases}
