"""Sources that are no name, pronoun or known role: "many voters", "a passer-by", a name the model overlooked."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.resolve.cast import Figure
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles

_ONE = frozenset({"another", "anyone", "anybody", "everybody", "everyone", "nobody", "one", "somebody", "someone"})
_STOPS = frozenset({".", "!", "?", "“", '"', ":"})
_EDGES = " \t\r\n,;:.–—-\"'“”‘’()[]"


class Strangers:
    """Makes figures for sources that only their own words describe; the same words mean the same figure."""

    def __init__(self, setting: Setting, *, roles: Roles) -> None:
        self._setting, self._roles = setting, roles
        self._figures: dict[str, Figure] = {}

    def figure(self, token: Token, source: Span) -> Figure | None:
        """The figure of a source with the head ``token``; None for what is neither people nor a body."""
        span = self.span(token, source)
        named = span != source and token.text[0].isupper()
        text = " ".join(self._setting.document[span].split()) if named else self.description(source)
        if text in self._figures:
            return self._figures[text]
        figure = Figure("person", names=[text]) if named else self._unnamed(token, text)
        if figure is not None:
            self._figures[text] = figure
        return figure

    def description(self, source: Span) -> str:
        """The words of a source with single spaces, without what does not belong at its ends."""
        return " ".join(self._setting.document[source].split()).strip(_EDGES) or self._setting.document[source].strip()

    def span(self, token: Token, source: Span) -> Span:
        """The words that make the mention: a run of capitals around a name that was overlooked, else the source."""
        if not self._looks_like_a_name(token):
            return source
        first = last = token.index
        while first > 0 and self._belongs(first - 1, source):
            first -= 1
        while last + 1 < len(self._setting.tokens) and self._belongs(last + 1, source):
            last += 1
        return Span(self._setting.tokens[first].span.start, self._setting.tokens[last].span.end)

    def _looks_like_a_name(self, token: Token) -> bool:
        first = token.index == 0 or self._setting.tokens[token.index - 1].text in _STOPS
        proper = token.text[0].isupper() and (token.tag in {"NNP", "NNPS"} or (token.pos == "NOUN" and not first))
        return proper and token.lemma.lower() not in self._roles.kinds

    def _belongs(self, number: int, source: Span) -> bool:
        token = self._setting.tokens[number]
        return source.covers(token.span) and self._looks_like_a_name(token) and number not in self._setting.names

    def _unnamed(self, token: Token, text: str) -> Figure | None:
        word = token.text.lower()
        if word in _ONE:
            return Figure("person", description=text)
        kind = self._roles.kinds.get(token.lemma.lower())
        plural = token.tag in {"NNS", "NNPS"} or kind == "group"
        if word in self._roles.quantifiers or plural or token.lemma in {"percent", "%"}:
            return Figure("group", description=text, plural=True)
        if kind == "person":
            return Figure("person", description=text, gender=self._roles.gender(token.lemma.lower()))
        return Figure("organisation", description=text, gender="neuter") if kind is not None else None
