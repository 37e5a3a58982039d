"""The actor base: states and their bodies, international bodies, armed groups, media, office holders, with validity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dateline.vocab.actor_dates import Period
from dateline.vocab.folding import folded, words
from dateline.vocab.load import rows

K = TypeVar("K")

_FILES = ("bodies", "institutions", "groups", "parties", "media", "companies")


@dataclass(frozen=True, slots=True)
class Term:
    """A time in an office of a state (ISO 3166-1 alpha-2) or a body (its id)."""

    at: str
    office: str
    period: Period


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody that the base knows. ``plover`` is the code in the place of the country, ``sectors`` those of the
    PLOVER manual, the first foremost; ``country`` is ISO 3166-1 alpha-2. A person has ``terms`` and a ``surname``.
    """

    id: str
    name: str
    plover: str | None = None
    sectors: tuple[str, ...] = ()
    country: str | None = None
    period: Period = field(default_factory=Period)
    surname: str | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form can stand for; a ``weak`` form counts only with other evidence."""

    actor: Actor
    weak: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's time in a body, as member, observer, associate ..."""

    body: str
    country: str
    status: str
    period: Period


class Actors:
    """Looks actors up by name. Names fold case, diacritics, full stops, hyphens and spaces."""

    def __init__(
        self,
        *,
        forms: Iterable[tuple[str, Sense]],
        people: Iterable[tuple[Actor, tuple[str, ...]]],
        memberships: Iterable[Membership] = (),
        codes: Mapping[str, str] | None = None,
        countries: Mapping[str, str] | None = None,
    ) -> None:
        self._codes, self._countries = dict(codes or {}), dict(countries or {})
        self._forms: dict[str, tuple[Sense, ...]] = {}
        for form, sense in forms:
            key = _key(form)
            before = self._forms.get(key, ())
            if all(one.actor.id != sense.actor.id for one in before):
                self._forms[key] = (*before, sense)
        self._ids = {sense.actor.id: sense.actor for some in self._forms.values() for sense in some}
        self._people: dict[str, tuple[Actor, ...]] = {}
        self._surnames: dict[str, tuple[Actor, ...]] = {}
        self._holders: dict[tuple[str, str], tuple[Actor, ...]] = {}
        self._offices: dict[str, tuple[Actor, ...]] = {}
        for person, names in people:
            self._know(person, names)
        self._bodies: dict[str, tuple[Membership, ...]] = {}
        for one in memberships:
            self._bodies[one.body] = (*self._bodies.get(one.body, ()), one)

    def _know(self, person: Actor, names: tuple[str, ...]) -> None:
        for key in dict.fromkeys(folded(name) for name in names):
            _add(self._people, key, person)
        _add(self._surnames, folded(person.surname or ""), person)
        for held in dict.fromkeys((term.at, term.office) for term in person.terms):
            _add(self._holders, held, person)
        for office in dict.fromkeys(term.office for term in person.terms):
            _add(self._offices, office, person)

    def named(self, form: str) -> tuple[Sense, ...]:
        """What a name of a body or a group can stand for."""
        found = self._forms.get(_key(form), ())
        return found if found or form[:4].lower() != "the " else self._forms.get(_key(form[4:]), ())

    def people(self, name: str) -> tuple[Actor, ...]:
        """The persons of a full name."""
        return self._people.get(folded(name), ())

    def surnamed(self, name: str) -> tuple[Actor, ...]:
        """The persons of a surname."""
        return self._surnames.get(folded(name), ())

    def holders(self, at: str, office: str, on: str) -> tuple[Actor, ...]:
        """Who may have held an office on a date (ISO 8601, a day, month or year). More than one: it cannot be told."""
        some = self._holders.get((at, office), ())
        return tuple(
            one
            for one in some
            if any((term.at, term.office) == (at, office) and term.period.may_hold(on) for term in one.terms)
        )

    def ever(self, office: str, at: str | None = None) -> tuple[Actor, ...]:
        """Everybody who is known to have held an office."""
        return self._offices.get(office, ()) if at is None else self._holders.get((at, office), ())

    def code(self, country: str | None) -> str | None:
        """The PLOVER code of a country."""
        return self._codes.get(country or "")

    def country(self, words: str) -> str | None:
        """The country that a name or a demonym stands for: "Tajik", "Tajikistan", "the United States"."""
        return self._countries.get(folded(words))

    def by_id(self, body: str) -> Actor | None:
        """The body or group of an id."""
        return self._ids.get(body)

    def memberships(self, body: str) -> tuple[Membership, ...]:
        """All that is known of who is in a body."""
        return self._bodies.get(body, ())

    def members(self, body: str, on: str) -> frozenset[str]:
        """The countries that may have been members of a body on a date."""
        some = self._bodies.get(body, ())
        return frozenset(one.country for one in some if one.status == "member" and one.period.may_hold(on))

    def every(self) -> tuple[Actor, ...]:
        """All actors of the base, bodies first, in order of id."""
        bodies = {sense.actor.id: sense.actor for some in self._forms.values() for sense in some}
        people = {one.id: one for some in self._people.values() for one in some}
        return tuple(bodies[one] for one in sorted(bodies)) + tuple(people[one] for one in sorted(people))


def _key(form: str) -> str:
    """A name as it is compared; "OPEC+" is not OPEC."""
    return folded(form.replace("+", " plus"))


def _add(table: dict[K, tuple[Actor, ...]], key: K, actor: Actor) -> None:
    table[key] = (*table.get(key, ()), actor)


def actors() -> Actors:
    """The actor base that ships with Dateline."""
    codes = {row["iso"]: row["plover"] for row in rows("actors/codes")}
    bodies = [(row, _body(row, codes)) for name in _FILES for row in rows(f"actors/{name}")]
    return Actors(
        forms=[pair for row, actor in bodies for pair in _forms(row, actor)],
        people=_people(codes, {actor.id: actor for _, actor in bodies}),
        memberships=[
            Membership(row["body"], row["country"], row["status"], Period(row["from"], row["until"]))
            for row in rows("actors/memberships")
        ],
        codes=codes,
        countries=_countries(),
    )


def _body(row: Mapping[str, str], codes: Mapping[str, str]) -> Actor:
    country = row["country"] or None
    return Actor(
        id=row["id"],
        name=row["name"],
        plover=row["plover"] or codes.get(row["country"]),
        sectors=tuple(row["sectors"].split()),
        country=country,
        period=Period(row["from"], row["until"]),
    )


def _forms(row: Mapping[str, str], actor: Actor) -> list[tuple[str, Sense]]:
    forms = [row["name"], *(form for form in row["forms"].split("|") if form)]
    weak = {form.removesuffix("?") for form in forms if form.endswith("?")}
    return [(form, Sense(actor, form in weak)) for form in dict.fromkeys(form.removesuffix("?") for form in forms)]


def _people(codes: Mapping[str, str], bodies: Mapping[str, Actor]) -> list[tuple[Actor, tuple[str, ...]]]:
    spelt = {row["person"]: row for row in rows("actors/people")}
    terms: dict[str, list[Term]] = {}
    for row in rows("actors/holders"):
        terms.setdefault(row["person"], []).append(Term(row["at"], row["office"], Period(row["from"], row["until"])))
    found = []
    for name, held in terms.items():
        more = spelt.get(name, {})
        country = next((term.at for term in held if term.at in codes), None)
        body = bodies.get(held[0].at)
        person = Actor(
            id="-".join(words(name)),
            name=name,
            plover=codes.get(country or "") or (body.plover if body else None),
            country=country or (body.country if body else None),
            surname=more.get("surname") or name.split()[-1],
            terms=tuple(held),
        )
        found.append((person, (name, *(form for form in more.get("forms", "").split("|") if form))))
    return found


def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("countries"):
        for form in (row["name"], *row["forms"].split("|"), *row["demonyms"].split("|")):
            found.setdefault(folded(form), row["code"])
    found.pop("", None)
    for form in ("Kosovo", "Kosovar", "Kosovan"):
        found.setdefault(folded(form), "XK")
    return found
