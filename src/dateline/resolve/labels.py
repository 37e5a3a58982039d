"""Whom the label of a turn names: "MS. BRANDT", "GOVERNOR BRANDT", "Press Secretary Brandt"."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.resolve.cast import Figure, Pointer
from dateline.resolve.dialogue import Turn
from dateline.resolve.people import People
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles


class Labels:
    """Gives the labels of turns their figures: the person whom the report names so, else one of the label's own."""

    def __init__(self, setting: Setting, *, roles: Roles, people: People) -> None:
        self._setting, self._roles, self._people = setting, roles, people
        self._own: dict[str, Figure] = {}

    def figure(self, turn: Turn) -> tuple[Figure, list[tuple[Token, Pointer]]]:
        """The figure that a label names and the mention in it, with its last word; no mention for a label without a
        title before a name.
        """
        words = self._words(turn.label)
        title = max((place for place, word in enumerate(words) if self._is_title(word)), default=-1)
        name = [word for word in words[title + 1 :] if word.text[0].isalpha()]
        if title < 0 or not name:
            return Figure("person"), []
        span = Span(name[0].span.start, name[-1].span.end)
        figure = self._people.called(tuple(word.text for word in name)) or self._labelled(span, words[title])
        text = " ".join(self._setting.document[span].split())
        if text not in figure.names:
            figure.names.append(text)
        return figure, [(name[-1], Pointer(span, "person", figure, "name"))]

    def _labelled(self, span: Span, title: Token) -> Figure:
        key = self._setting.document[span].split()[-1].casefold()
        gender = self._roles.gender(title.text.lower()) or self._roles.gender(f"{title.text.lower()}.")
        return self._own.setdefault(key, Figure("person", gender=gender))

    def _is_title(self, word: Token) -> bool:
        plain = word.text.lower().rstrip(".")
        return self._roles.title(plain) or f"{plain}." in self._roles.titles

    def _words(self, label: Span) -> list[Token]:
        stretch = self._setting.stretch(label)
        return list(self._setting.tokens[stretch.first : stretch.last]) if stretch else []
