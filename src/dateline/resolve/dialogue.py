"""Transcripts: who puts a question that is only labelled "Q", and whom "you" addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.marks import Gender, Token
from dateline.model.records import Statement
from dateline.model.text import Span
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles

_LONGEST = 3  # words of a name that somebody is called by
_OPENING = 40  # words of an answer in which it may address the one who asked
_END = frozenset({".", "!", "?", "…"})
_BREAKS = _END | {",", "--", "—", "–", ";"}
_LABELLED = re.compile(r"[\s“\"«„(\[]*")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a transcript until the next label. ``asking``: the label only says that it is a
    question.
    """

    statement: Statement
    label: Span
    asking: bool

    @property
    def said(self) -> tuple[Span, ...]:
        """Its paragraphs."""
        return self.statement.content


class Dialogue:
    """The turns of a transcript in order: a label at the start of a line, then what is said, without quotation
    marks.
    """

    def __init__(
        self, setting: Setting, statements: tuple[Statement, ...], *, roles: Roles, given: Mapping[str, Gender | None]
    ) -> None:
        self._setting, self._roles, self._given = setting, roles, given
        self.turns = sorted(filter(None, map(self._turn, statements)), key=lambda turn: turn.label)
        self._number = {turn.statement.id: number for number, turn in enumerate(self.turns)}

    def __contains__(self, statement: Statement) -> bool:
        return statement.id in self._number

    def turn(self, statements: list[Statement]) -> Turn | None:
        """The turn that one of ``statements`` is."""
        return next((self.turns[self._number[one.id]] for one in statements if one in self), None)

    def before(self, turn: Turn) -> Turn | None:
        """The turn before."""
        number = self._number[turn.statement.id]
        return self.turns[number - 1] if number else None

    def partner(self, statement: Statement) -> Statement | None:
        """The turn whose speaker the turn ``statement`` addresses: the one before; for the first, the one after."""
        number = self._number[statement.id]
        others = [*reversed(self.turns[:number]), *self.turns[number + 1 :]]
        own = self.turns[number]
        telling = (one for one in others if not (one.asking and own.asking))
        return next((one.statement for one in telling if self._label(one) != self._label(own)), None)

    def called(self, turn: Turn) -> list[Token]:
        """The words of the name by which the turn before gives somebody the floor: "Yes, Brandt." at its end."""
        before = self.before(turn)
        said = self._last_sentence(before.said[-1]) if before is not None else []
        bare = self._bare(said)
        return bare if before is not None and len(before.said) > 1 and self._alone(bare) else self._name(bare)

    def calls(self, turn: Turn) -> bool:
        """Whether the turn before gives the floor to somebody it does not name: "Yes, sir.", or "Yes." on a line of its
        own after an answer.
        """
        before = self.before(turn)
        said = self._last_sentence(before.said[-1]) if before is not None else []
        if before is None or not said or self._bare(said):
            return False
        own_line = len(before.said) > 1 and said == self._words(before.said[-1])[:-1]
        return own_line or any(word.text.lower() in self._roles.strangers for word in said)

    def answered(self, turn: Turn) -> list[Token]:
        """The words of the name by which the next turn addresses the one who asks: "Well, Brandt, that is so"."""
        number = self._number[turn.statement.id] + 1
        if number == len(self.turns) or self.turns[number].asking:
            return []
        pieces: list[list[Token]] = [[]]
        for word in self._words(self.turns[number].said[0])[:_OPENING]:
            if word.text in _BREAKS:
                pieces.append([])
            else:
                pieces[-1].append(word)
        return next(filter(None, map(self._name, pieces[:-1])), [])

    def _last_sentence(self, span: Span) -> list[Token]:
        """The words of what is said last in ``span``, without the stop; nothing where it has none."""
        words = self._words(span)
        if not words or words[-1].text not in _END:
            return []
        start = max((place for place, word in enumerate(words[:-1]) if word.text in _END), default=-1) + 1
        return words[start:-1]

    def _bare(self, words: list[Token]) -> list[Token]:
        """``words`` without what goes with giving the floor: "Yes, ", "Go ahead, ", " please"."""
        small = self._roles.floor | self._roles.strangers
        while words and (not words[0].text[0].isalpha() or words[0].text.lower() in small):
            words = words[1:]
        while words and (not words[-1].text[0].isalpha() or words[-1].text.lower() in small):
            words = words[:-1]
        return words

    def _alone(self, words: list[Token]) -> bool:
        """Whether words on a line of their own, and nothing else on it, can be a name that is not known as one."""
        proper = all(word.tag == "NNP" and word.text[0].isupper() for word in words)
        return 0 < len(words) <= _LONGEST and proper and self._first_on_line(words[0])

    def _first_on_line(self, word: Token) -> bool:
        text = self._setting.document.text
        return not text[text.rfind("\n", 0, word.span.start) + 1 : word.span.start].strip()

    def _name(self, words: list[Token]) -> list[Token]:
        """``words`` if they are a person's name and nothing else, else nothing."""
        bare = [word for word in words if word.text.lower() not in self._roles.titles and word.text != "."]
        proper = all(word.text[0].isupper() and word.text.isalpha() for word in bare)
        known = any(word.text in self._given or self._person(word) for word in bare)
        titled = len(bare) < len(words) and words[0].text.lower().rstrip(".") in self._roles.titles
        return bare if 0 < len(bare) <= _LONGEST and proper and (known or titled) else []

    def _person(self, word: Token) -> bool:
        name = self._setting.names.get(word.index)
        return name is not None and name.kind == "person"

    def _turn(self, statement: Statement) -> Turn | None:
        """The turn that a statement is, if it is one."""
        text, label = self._setting.document.text, statement.source
        if label is None or statement.form != "direct" or statement.content[0].start < label.end:
            return None
        line = text.rfind("\n", 0, label.start) + 1
        opens = _LABELLED.fullmatch(text, line, label.start) is not None
        between = text[label.end : statement.content[0].start]
        if not opens or any(sign.isalpha() or sign in '“"«„' for sign in between):
            return None
        word = text[label.start : label.end].lower().strip(" .:")
        return Turn(statement, label, word in self._roles.asking)

    def _label(self, turn: Turn) -> str:
        return self._setting.document[turn.label].lower()

    def _words(self, span: Span) -> list[Token]:
        stretch = self._setting.stretch(span)
        return list(self._setting.tokens[stretch.first : stretch.last]) if stretch else []
