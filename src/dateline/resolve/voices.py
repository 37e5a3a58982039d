"""Whom "I", "we" and "you" mean: who speaks, and who is spoken to."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model.marks import Token
from dateline.model.records import Statement
from dateline.resolve.cast import Figure, Stage
from dateline.resolve.dialogue import Dialogue
from dateline.resolve.setting import Setting, cover
from dateline.resolve.sources import head_of


class Voices:
    """Finds the speaker and the addressee of the quotation or the turn that a word stands in.

    ``speakers`` is looked into as it grows: what it does not hold yet is not known.
    """

    def __init__(
        self,
        setting: Setting,
        stage: Stage,
        *,
        statements: tuple[Statement, ...],
        speakers: Mapping[str, tuple[Figure, str]],
        dialogue: Dialogue,
    ) -> None:
        self._setting, self._stage, self._statements = setting, stage, statements
        self._speakers, self._dialogue = speakers, dialogue

    def first_person(self, token: Token) -> Figure | None:
        """The speaker of the quotation that an "I" or "we" stands in."""
        quoting = self._quoting(token)
        return self._speaker(quoting) if quoting is not None else None

    def second_person(self, token: Token) -> Figure | None:
        """Whom the quotation or the turn that a "you" stands in is addressed to."""
        quoting = self._quoting(token)
        if quoting is None:
            return None
        if quoting in self._dialogue:
            partner = self._dialogue.partner(quoting)
            return self._speaker(partner) if partner is not None else None
        head = head_of(self._setting, quoting.addressee) if quoting.addressee is not None else None
        return self._stage.at(head.index) if head is not None else None

    def barred(self, token: Token) -> list[Figure]:
        """Who speaks at a word, whom no "he" there can mean."""
        quoting = cover(self._statements, token.span) if self._setting.quoted(token) else None
        speaker = self._speaker(quoting) if quoting is not None else None
        return [speaker] if speaker is not None else []

    def _quoting(self, token: Token) -> Statement | None:
        """The statement whose words are spoken at ``token``: the narrowest around it with a speaker, or the one that
        its source stands in.
        """
        if not self._setting.quoted(token):
            return None
        seen: set[str] = set()
        quoting = cover(self._statements, token.span)
        while quoting is not None and quoting.id not in self._speakers and quoting.source is not None:
            if quoting.id in seen:
                return None
            seen.add(quoting.id)
            quoting = cover(self._statements, quoting.source)
        return quoting

    def _speaker(self, statement: Statement) -> Figure | None:
        found = self._speakers.get(statement.id)
        return found[0] if found is not None else None
