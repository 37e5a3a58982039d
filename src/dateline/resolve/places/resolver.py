"""Gives the places of a report their coordinates, and finds those inside longer names."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.links import Resolution
from dateline.model.marks import Mark, Marks, Sentence, Toponym
from dateline.model.records import Producer, Record
from dateline.model.text import Document
from dateline.resolve.places.atlas import Atlas
from dateline.resolve.places.ranker import Ranker
from dateline.resolve.places.rewriting import Placed, Rewriting
from dateline.vocab.gazetteer import Gazetteer

SURE = 0.5
"""The score below which a toponym stays unresolved: a pin that is likelier wrong than right is not set."""


class PlaceResolver:
    """Finds for each toponym the place of the gazetteer that it names, by the company it keeps in the report.

    A name is one place throughout a report. Mentions of places are linked to it; a place inside a longer name
    becomes a mention of its own. What is not sure enough keeps its entity, without coordinates.
    """

    producer = Producer("places", "1")
    needs: frozenset[type[Mark]] = frozenset({Sentence, Toponym})

    def __init__(self, *, gazetteer: Gazetteer, ranker: Ranker) -> None:
        self._gazetteer, self._ranker = gazetteer, ranker
        self._countries = {place.id: place for place in gazetteer.countries()}

    def resolve(self, document: Document, marks: Marks, records: tuple[Record, ...], known: Resolution) -> Resolution:
        """What is known, with the places that were found."""
        placed = list(self.placed(document, marks))
        return Rewriting(document, known, placed, countries=self._countries).resolution()

    def placed(self, document: Document, marks: Marks) -> Iterator[Placed]:
        """The toponyms that are sure enough, with their places."""
        atlas = Atlas(document, marks.every(Toponym), self._gazetteer)
        for ranked in self._ranker.rank(atlas, marks.every(Sentence)):
            for toponym in ranked.form.toponyms:
                score = self._ranker.score(ranked, toponym)
                if score >= SURE:
                    yield Placed(toponym, ranked.place, round(score, 3))
