"""Says who the names and pronouns of a report are, and who speaks each statement."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model.links import Resolution
from dateline.model.marks import Amount, Gender, Mark, Marks, Name, Quote, Reference, Sentence, Time, Token
from dateline.model.records import Producer, Record, statements
from dateline.model.text import Document
from dateline.resolve.scene import Scene
from dateline.resolve.writing import Writing
from dateline.vocab.listing import Listing
from dateline.vocab.roles import Roles


class SpeakerResolver:
    """Groups the mentions of one report into entities and gives each statement its speaker.

    "Russian President Vladimir Putin", "Putin", "the Russian president", "he" and "according to him" are one
    entity. A speaker that cannot be told stays unlinked; one without a name is an entity known by its description.
    """

    producer = Producer("speakers", "2")
    needs: frozenset[type[Mark]] = frozenset({Token, Sentence, Quote, Name, Reference, Time, Amount})

    def __init__(self, *, listing: Listing, roles: Roles, given: Mapping[str, Gender | None]) -> None:
        self._listing, self._roles, self._given = listing, roles, given

    def resolve(self, document: Document, marks: Marks, records: tuple[Record, ...], known: Resolution) -> Resolution:
        """The entities, mentions and links of a report beside those ``known``; the same report gives the same."""
        said = statements(records)
        scene = Scene(document, marks, said, listing=self._listing, roles=self._roles, given=self._given)
        found = Writing(document, scene.pointers, scene.speakers).resolution(marks, said)
        return known.plus(found)
