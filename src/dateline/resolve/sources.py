"""What the source of a statement comes down to: the one word in it that names or points at the speaker."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.model.words import Stretch
from dateline.resolve.setting import Setting

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_NOTHING = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ", "PART", "ADV", "AUX", "INTJ"})


def head_of(setting: Setting, source: Span) -> Token | None:
    """The head of a source: "Brandt" in "Olga Brandt, a spokeswoman for the ministry,".

    Where the parse leaves several heads, the first that names or points at somebody; where it leaves a
    preposition, what follows it. A title that the parse made the head gives way to the name after it.
    """
    stretch = setting.stretch(source)
    if stretch is None:
        return None
    roots = [_below(setting, token, stretch) for token in _roots(setting, stretch)]
    if not roots:
        return None
    telling = [token for token in roots if token.index in setting.names or token.index in setting.references]
    nouns = [token for token in roots if token.pos in {"NOUN", "PROPN", "PRON"}]
    return _name_after(setting, (telling or nouns or roots)[0], stretch)


def joined(setting: Setting, head: Token, within: Span | None = None) -> list[Token]:
    """``head`` and the names joined to it by "and", in order: those of "Brandt and Orlov"."""
    found = [head]
    for token in found:
        for child in setting.children(token):
            inside = within is None or within.covers(child.span)
            if child.dep == "conj" and child.index > token.index and inside and child.index in setting.names:
                found.append(child)
    return found


def _roots(setting: Setting, stretch: Stretch) -> list[Token]:
    tokens = setting.tokens[stretch.first : stretch.last]
    roots = [token for token in tokens if not stretch.first <= token.head < stretch.last or token.head == token.index]
    return [token for token in roots if token.pos not in _NOTHING] or [token for token in roots if token.pos != "PUNCT"]


def _below(setting: Setting, token: Token, stretch: Stretch) -> Token:
    """What a preposition or a determiner at the head of a source leads to."""
    if token.pos in {"ADP", "VERB", "SCONJ"} and token.index not in setting.names:
        for child in setting.children(token):
            inside = stretch.first <= child.index < stretch.last
            if inside and child.dep in {"pobj", "nsubj", "dobj"}:
                return child
    if token.pos == "DET" and token.index + 1 < stretch.last and token.dep == "det":
        return setting.tokens[token.index + 1]
    return token


def _name_after(setting: Setting, token: Token, stretch: Stretch) -> Token:
    """The person's name right after a title that was parsed as the head: "spokesman" in "campaign spokesman
    Jan Orlov", or after a comma.
    """
    if token.index in setting.names or token.tag not in {"NN", "NNP", "NNS", "NNPS"}:
        return token
    for number in range(token.index + 1, stretch.last):
        name = setting.names.get(number)
        if name is None or name.kind != "person":
            continue
        head = setting.name_head(name)
        before = setting.tokens[number - 1]
        beside = before is token or (before.text == "," and not _belongs_elsewhere(setting, head, token, stretch))
        several = head is not None and len(joined(setting, head)) > 1
        return head if head is not None and beside and several == (token.tag in _PLURAL_TAGS) else token
    return token


def _belongs_elsewhere(setting: Setting, name: Token | None, title: Token, stretch: Stretch) -> bool:
    """Whether the parse puts a name beside another noun of the source: "a spokesman for the minister, Jan Orlov"."""
    governor = setting.governor(name) if name is not None else None
    inside = governor is not None and stretch.first <= governor.index < stretch.last
    return inside and governor is not None and governor.index != title.index
