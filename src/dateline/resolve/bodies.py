"""Which names of bodies and places are one: acronyms, short forms, countries and their demonyms."""

from __future__ import annotations

from itertools import pairwise

from dateline.model.marks import Name
from dateline.resolve.cast import Figure, Trait
from dateline.resolve.setting import Setting
from dateline.vocab.listing import Listed, Listing

_LINKING = frozenset({"a", "and", "at", "de", "du", "for", "in", "la", "of", "on", "the", "to", "und"})
_SHORTEST = 4  # letters that a short form needs to stand for a longer name

Key = tuple[str, str]


class Bodies:
    """Gives each name that is no person's its figure.

    Countries go by their code, listed names by the usual name, others by their words; an acronym joins the name
    it is defined with or whose initials it spells, a short form the one longer name that begins or ends with it.
    """

    def __init__(self, setting: Setting, *, listing: Listing) -> None:
        self._setting, self._listing = setting, listing
        self._figures: dict[Key, Figure] = {}

    def assign(self, names: list[Name]) -> dict[Name, Figure]:
        """The figure of each name."""
        keys = {name: self._key(name) for name in names}
        joined = self._joined(names, keys)
        found = {}
        for name in names:
            key = keys[name]
            while key in joined:
                key = joined[key]
            found[name] = self._figures.setdefault(key, self._figure(name))
        for name, figure in found.items():
            figure.traits.extend(trait for trait in self._traits(name) if trait not in figure.traits)
        return found

    def _figure(self, name: Name) -> Figure:
        code = name.code if name.kind == "country" else None
        listed = self._listed(name) if name.use is not None or name.kind == "group" else None
        return Figure(
            name.kind,
            description=listed.name if listed is not None else None,
            code=code,
            country=name.code,
            plural=name.kind == "group",
            gender="neuter",
        )

    def _key(self, name: Name) -> Key:
        if name.kind == "country" and name.code is not None:
            return "country", name.code
        listed = self._listed(name)
        text = " ".join(self._words(name))
        return name.kind, listed.name if listed else text.removeprefix("The ").casefold().replace(".", "")

    def _listed(self, name: Name) -> Listed | None:
        text = " ".join(self._words(name))
        return next((one for one in self._listing.get(text) if one.kind == name.kind), None)

    def _joined(self, names: list[Name], keys: dict[Name, Key]) -> dict[Key, Key]:
        """Keys that stand for others: acronyms and short forms for the long names."""
        long = {keys[name]: self._words(name) for name in names if len(self._words(name)) > 1}
        joined = dict(self._defined(names, keys))
        for name in names:
            key, words = keys[name], self._words(name)
            if key in joined or self._listed(name) is not None:
                continue
            whole = {
                other for other, more in long.items() if other[0] == key[0] and other != key and _short(words, more)
            }
            if len(whole) == 1 and not self._leads_back(joined, key, whole):
                joined[key] = whole.pop()
        return joined

    @staticmethod
    def _leads_back(joined: dict[Key, Key], key: Key, whole: set[Key]) -> bool:
        (end,) = whole
        while end in joined:
            end = joined[end]
        return end == key

    def _defined(self, names: list[Name], keys: dict[Name, Key]) -> list[tuple[Key, Key]]:
        """Acronyms with the names they are given for: "Oria Trade Bureau (OTB)"."""
        text = self._setting.document.text
        pairs = []
        for name, following in pairwise(names):
            between = text[name.span.end : following.span.start].strip()
            closed = text[following.span.end : following.span.end + 1] == ")"
            acronym = self._setting.document[following.span].isupper()
            if between == "(" and closed and acronym and keys[name] != keys[following] and name.kind == following.kind:
                pairs.append((keys[following], keys[name]))
        return pairs

    def _words(self, name: Name) -> tuple[str, ...]:
        return tuple(self._setting.document[name.span].split())

    def _traits(self, name: Name) -> list[Trait]:
        """What a body's name says it is: "ministry" of "Ministry of Defence", "agency" of "Oria News Agency"."""
        words = [word.lower() for word in self._words(name)]
        if len(words) == 1:
            return [Trait("country")] if name.kind == "country" else []
        stop = next((number for number, word in enumerate(words) if word in {"of", "for"} and number), len(words))
        return [Trait(words[stop - 1], frozenset(word for word in words if word not in _LINKING) - {words[stop - 1]})]


def _short(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether ``words`` is a short form of the longer name ``whole``."""
    if len(words) >= len(whole):
        return False
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return words[0].replace(".", "") == "".join(word[0] for word in whole if word.lower() not in _LINKING).upper()
    if sum(len(word) for word in words) < _SHORTEST:
        return False
    return whole[: len(words)] == words or whole[-len(words) :] == words
