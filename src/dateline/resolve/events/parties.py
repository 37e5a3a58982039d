"""Codes one party of an event: by its entity, by its words, by where it is, by where the event is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model.links import Entity, Resolution
from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span
from dateline.model.words import Words
from dateline.resolve.actors.said import Sayings
from dateline.vocab.actors import Actors

_DOMESTIC = frozenset({"AGR", "COP", "CVL", "EDU", "JUD", "LAB", "LEG", "MED", "OPP", "REL"})
_OWN = frozenset({"army", "military", "government", "authorities", "officials", "cabinet", "opposition"})
_IN = frozenset({"in", "of", "from", "at", "inside", "across"})
_RELATED = frozenset(
    {"ally", "counterpart", "enemy", "friend", "neighbor", "neighbour", "opponent", "partner", "rival"}
)
_PARTS = frozenset(
    {"dozens", "hundreds", "thousands", "scores", "tens", "number", "group", "groups", "crowd", "members", "member"}
    | {
        "majority",
        "couple",
        "handful",
        "pair",
        "rest",
        "half",
        "some",
        "many",
        "most",
        "both",
        "none",
        "several",
        "all",
    }
)  # who they are stands after "of"
_AREAS = frozenset({"place", "region", "country", "installation"})


@dataclass(frozen=True, slots=True)
class Coded:
    """Who a party is, as far as it is known; ``basis`` says from what."""

    entity: Entity | None = None
    code: str | None = None
    sector: str | None = None
    basis: str = "unknown"


class Parties:
    """The parties of one report's events."""

    def __init__(
        self, document: Document, marks: Marks, known: Resolution, *, actors: Actors, sayings: Sayings
    ) -> None:
        self._document, self._actors, self._sayings = document, actors, sayings
        self._words = Words(document, marks)
        entities = {one.id: one for one in known.entities}
        subjects = {link.subject: link for link in known.links if link.role == "mention"}
        self._mentioned: list[tuple[Span, Entity, str]] = [
            (mention.span, entities[subjects[mention.id].entity], subjects[mention.id].basis)
            for mention in known.mentions
            if mention.id in subjects and subjects[mention.id].entity in entities
        ]

    def coded(self, span: Span, *, home: str | None) -> Coded:
        """Who the party at ``span`` is; ``home`` is the country (ISO) that the event is in."""
        head = self._head(span)
        if head is None:
            return Coded()
        entity, basis = self._entity(span, head)
        found = self._as_entity(entity, basis) if entity is not None else Coded()
        if entity is not None and entity.kind in _AREAS:
            return found
        if found.code is None or found.sector is None:
            found = self._completed(found, span, head)
        return self._at_home(found, head, home)

    def place(self, span: Span | None) -> Entity | None:
        """The entity of a place."""
        if span is None:
            return None
        found = [
            (len(one), entity) for one, entity, _ in self._mentioned if one.overlaps(span) and entity.kind in _AREAS
        ]
        same = [entity for one, entity, _ in self._mentioned if one == span and entity.kind in _AREAS]
        return same[0] if same else max(found, key=lambda pair: pair[0])[1] if found else None

    # -- who --------------------------------------------------------------------------------------------------------

    def _head(self, span: Span) -> Token | None:
        """The head of a party's words; of "dozens of protesters" that of whom there are dozens."""
        stretch = self._words.stretch(span)
        if stretch is None:
            return None
        head = self._words.head(stretch)
        if head.text.lower() not in _PARTS and head.pos != "NUM":
            return head
        governed = [
            child
            for one in self._words.children(head)
            if one.text.lower() == "of"
            for child in self._words.children(one)
        ]
        return next((one for one in governed if one.dep == "pobj"), head)

    def _entity(self, span: Span, head: Token) -> tuple[Entity | None, str]:
        """The entity whose mention is the party or its head: the widest that does not run beyond it."""
        fitting = [
            (one == span, len(one), entity, basis)
            for one, entity, basis in self._mentioned
            if one.covers(head.span) and one.end <= max(span.end, head.span.end)
        ]
        if not fitting:
            return None, ""
        _, _, entity, basis = max(fitting, key=lambda one: (one[0], one[1]))
        return entity, basis

    def _as_entity(self, entity: Entity, basis: str) -> Coded:
        codes = dict(entity.codes)
        code = codes.get("plover") or self._actors.code(entity.country)
        return Coded(entity, code, codes.get("sector"), basis or "name")

    def _completed(self, found: Coded, span: Span, head: Token) -> Coded:
        """What the words of a party tell, and those right after it: "rebels in Oria"."""
        said = self._sayings.described(self._document, span)
        at, sector = self._state(said.at), next(iter(said.sectors), None)
        code, basis = self._actors.code(at), "words"
        if code is None and found.code is None:
            code, basis = next(self._beside(head), (None, basis))
        told = code is not None or sector is not None
        if not told or (
            found.entity is not None and found.entity.kind == "person" and found.code is not None and sector is None
        ):
            return found
        return replace(
            found,
            code=found.code or code,
            sector=found.sector or sector,
            basis=found.basis if found.entity is not None else basis,
        )

    def _state(self, at: str | None) -> str | None:
        """The country of a state or body that words name."""
        body = self._actors.by_id(at) if at is not None else None
        return at if body is None else body.country

    def _beside(self, head: Token) -> Iterator[tuple[str, str]]:
        """The country of a place, or of a people's name, that hangs on the head."""
        for one in self._words.children(head):
            others = one.dep == "poss" and head.lemma.lower() in _RELATED  # its allies are others
            if one.dep in ("amod", "compound", "nmod", "poss") and not others:
                yield from self._of_place(one, "words")
            elif one.dep == "prep" and one.text.lower() in _IN:
                for child in self._words.children(one):
                    yield from self._of_place(child, "where they are")

    def _of_place(self, token: Token, basis: str) -> Iterator[tuple[str, str]]:
        for span, entity, _ in self._mentioned:
            if span.covers(token.span):
                code = dict(entity.codes).get("plover") or self._actors.code(entity.country)
                if code is not None:
                    yield code, basis

    def _at_home(self, found: Coded, head: Token, home: str | None) -> Coded:
        """Police and protesters are those of the country that the event is in, where nothing else is said."""
        domestic = found.sector in _DOMESTIC or head.lemma.lower() in _OWN or head.text.lower() in _OWN
        code = self._actors.code(home)
        if found.code is not None or not domestic or code is None:
            return found
        if found.entity is not None and found.basis == "name":
            return found
        return replace(found, code=code, basis="country of the place")
