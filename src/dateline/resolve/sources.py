"""What the source of a statement comes down to: the one word in it that names or points at the speaker."""

from __future__ import annotations

from dateline.model.marks import Token
from dateline.model.text import Span
from dateline.model.words import Stretch
from dateline.resolve.setting import Setting

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_NAMING = frozenset({"call", "identify", "know", "name"})
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
    head = _name_after(setting, (telling or nouns or roots)[0], stretch)
    named = _given_name(setting, head, stretch) or _put_after(setting, head, stretch)
    return named or _shared_noun(setting, head, stretch) or head


def joined(setting: Setting, head: Token, within: Span | None = None) -> list[Token]:
    """``head`` and the names joined to it by "and", in order: those of "Brandt and Orlov"."""
    found = [head]
    for token in found:
        for child in setting.children(token):
            inside = within is None or within.covers(child.span)
            name = setting.names.get(child.index)
            another = name is not None and name is not setting.names.get(token.index)
            if child.dep == "conj" and child.index > token.index and inside and another:
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
    if _is_named(setting, token) or token.tag not in {"NN", "NNP", "NNS", "NNPS"}:
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


def _given_name(setting: Setting, noun: Token, stretch: Stretch) -> Token | None:
    """The name that a noun is said to have: "Brandt" of "a student named Brandt"."""
    if noun.index in setting.names:
        return None
    for clause in setting.children(noun):
        if clause.dep == "acl" and clause.lemma in _NAMING:
            below = [grand for child in setting.children(clause) for grand in (child, *setting.children(child))]
            named = (one for one in below if one.index in setting.names and stretch.first <= one.index < stretch.last)
            return next((one for one in named if one.dep in {"oprd", "dobj", "attr", "pobj"}), None)
    return None


def _shared_noun(setting: Setting, name: Token, stretch: Stretch) -> Token | None:
    """The plural noun that two joined names are before: "officials" of "Oria and Belm officials"."""
    known = setting.names.get(name.index)
    if known is None or known.kind == "person":
        return None
    for child in setting.children(name):
        plural = child.dep == "conj" and child.tag == "NNS" and name.index < child.index < stretch.last
        before = setting.names.get(child.index - 1) if plural else None
        if before is not None and before is not known:
            return child
    return None


def _belongs_elsewhere(setting: Setting, name: Token | None, title: Token, stretch: Stretch) -> bool:
    """Whether the parse puts a name beside another noun of the source: "a spokesman for the minister, Jan Orlov"."""
    governor = setting.governor(name) if name is not None else None
    if governor is None or governor.index == title.index or not stretch.first <= governor.index < stretch.last:
        return False
    known, reference = setting.names.get(governor.index), setting.references.get(governor.index)
    body = reference is not None and reference.gender == "neuter"
    return not body and (known is None or known.kind == "person")


def _is_named(setting: Setting, token: Token) -> bool:
    """Whether a word is of a name; "a Republican" only says what somebody is."""
    name = setting.names.get(token.index)
    return name is not None and not (name.kind == "group" and token.tag == "NNP")


def _put_after(setting: Setting, head: Token, stretch: Stretch) -> Token | None:
    """The person's name put between commas right after a source: "Brandt" of "the Oria mayor, Olga Brandt, said"."""
    first = stretch.last + 1
    comma = first < len(setting.tokens) and setting.tokens[stretch.last].text == ","
    name = setting.names.get(first) if comma and head.tag in {"NN", "NNP"} else None
    if name is None or name.kind != "person" or _is_named(setting, head):
        return None
    whole = setting.stretch(name.span)
    closed = whole is not None and whole.last < len(setting.tokens) and setting.tokens[whole.last].text == ","
    return setting.name_head(name) if closed else None
