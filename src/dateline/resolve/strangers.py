"""Sources that are no name, pronoun or known role: "many voters", "a passer-by", a name the model overlooked."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.resolve.cast import Figure
from dateline.resolve.setting import Setting
from dateline.vocab.roles import Roles

_TITLED = 5  # words that a name after a title may have
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
        token = self._past_title(token, source)
        span = self.span(token, source)
        named = self._looks_like_a_name(token, source)
        text = " ".join(self._setting.document[span].split()) if named else self.description(source)
        known = self._figures.get(text) or (self._figures.get(text.split()[-1]) if named else None)
        figure = known or (Figure("person", names=[text]) if named else self._unnamed(token, text))
        if figure is not None:
            self._figures[text] = figure
        if figure is not None and named:
            self._figures.setdefault(text.split()[-1], figure)
            figure.names.extend(name for name in (text,) if name not in figure.names)
        return figure

    def _past_title(self, token: Token, source: Span) -> Token:
        """The last word of a source whose head is a bare title: "CARNEY" of "MR. CARNEY"."""
        if token.text.lower().rstrip(".") not in self._roles.titles:
            return token
        after = [one for one in self._setting.tokens[token.index + 1 :][:_TITLED] if source.covers(one.span)]
        return next((one for one in reversed(after) if one.text[0].isalpha()), token)

    def description(self, source: Span) -> str:
        """The words of a source with single spaces, without what does not belong at its ends."""
        return " ".join(self._setting.document[source].split()).strip(_EDGES) or self._setting.document[source].strip()

    def span(self, token: Token, source: Span) -> Span:
        """The words that make the mention: a run of capitals around a name that was overlooked, else the source."""
        if not self._looks_like_a_name(token, source):
            return source
        first = last = token.index
        while first > 0 and self._belongs(first - 1, source):
            first -= 1
        while last + 1 < len(self._setting.tokens) and self._belongs(last + 1, source):
            last += 1
        return Span(self._setting.tokens[first].span.start, self._setting.tokens[last].span.end)

    def _looks_like_a_name(self, token: Token, source: Span) -> bool:
        """Whether a word is a name that the markers overlooked: a capital that no sentence's beginning explains."""
        word = token.lemma.lower()
        if (
            not token.text[0].isupper()
            or len(token.text) == 1
            or token.text.lower().rstrip(".") in self._roles.titles
            or {word, word.removesuffix("s")} & self._roles.kinds.keys()
        ):
            return False
        first = token.index == 0 or self._setting.tokens[token.index - 1].text in _STOPS
        whole = source == token.span
        return token.tag in {"NNP", "NNPS"} or ((whole or token.pos == "NOUN") and not first)

    def _belongs(self, number: int, source: Span) -> bool:
        token = self._setting.tokens[number]
        return (
            source.covers(token.span) and self._looks_like_a_name(token, source) and number not in self._setting.names
        )

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
