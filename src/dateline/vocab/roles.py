"""Nouns that can name a speaker, titles, and given names with their gender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from dateline.model.marks import Gender, NameKind
from dateline.vocab.load import rows, table

RoleKind = Literal["person", "group", "organisation", "document"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Role nouns by lemma, titles and name heads by lower-case word. See ``vocab/data/roles.toml``."""

    kinds: Mapping[str, RoleKind]
    genders: Mapping[str, Gender]
    quantifiers: frozenset[str]
    epithets: frozenset[str]
    offices: frozenset[str]
    asking: frozenset[str]
    floor: frozenset[str]
    strangers: frozenset[str]
    titles: Mapping[str, Gender | None]
    short: Mapping[str, str]
    wider: Mapping[str, frozenset[str]]
    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    region_heads: frozenset[str]
    installation_heads: frozenset[str]
    numbered: Mapping[str, NameKind]

    def title(self, word: str) -> bool:
        """Whether ``word`` (lower case) can stand before a person's name as a title."""
        return word in self.titles or self.kinds.get(word) == "person"

    def gender(self, word: str) -> Gender | None:
        """The gender that a title or role noun (lower case) fixes."""
        return self.genders.get(word) or self.titles.get(word)


def roles() -> Roles:
    """The role nouns that ship with Dateline."""
    data = table("roles")
    return Roles(
        kinds=_kinds(data),
        genders={word: gender for gender in _GENDERS for word in data["person"][gender].split()},
        quantifiers=frozenset(data["group"]["quantifiers"].split()),
        epithets=frozenset(data["again"]["epithets"].split()),
        offices=frozenset(data["again"]["offices"].split()),
        asking=frozenset(data["dialogue"]["asking"].split()),
        floor=frozenset(data["dialogue"]["floor"].split()),
        strangers=frozenset(data["dialogue"]["strangers"].split()),
        titles={word: cast("Gender | None", gender or None) for word, gender in data["titles"].items()},
        short=dict(data["short"]),
        wider={word: frozenset(narrow.split()) for word, narrow in data["wider"].items()},
        organisation_heads=frozenset(data["heads"]["organisation"].split()),
        place_heads=frozenset(data["heads"]["place"].split()),
        region_heads=frozenset(data["heads"]["region"].split()),
        installation_heads=frozenset(data["heads"]["installation"].split()),
        numbered={word: cast(NameKind, kind) for kind, words in data["numbered"].items() for word in words.split()},
    )


_GENDERS: tuple[Gender, ...] = ("male", "female")


def _kinds(data: Mapping[str, Any]) -> dict[str, RoleKind]:
    """A noun in several lists has the kind of the first: person, then group, organisation, document."""
    lists: tuple[tuple[RoleKind, str], ...] = (
        ("person", " ".join(data["person"].values())),
        ("group", data["group"]["nouns"]),
        ("organisation", data["organisation"]["nouns"]),
        ("document", data["document"]["nouns"]),
    )
    kinds: dict[str, RoleKind] = {}
    for kind, words in lists:
        for word in words.split():
            kinds.setdefault(word, kind)
    return kinds


def given_names() -> Mapping[str, Gender | None]:
    """Given names with the gender they are commonly given to, None for either."""
    return {row["name"]: cast("Gender | None", row["gender"] or None) for row in rows("first_names")}
