"""What a sentence is about: the PLOVER contexts it has, and fields where the words of conflict mean something else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.vocab.described import Described
from dateline.vocab.load import table
from dateline.vocab.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Field:
    """A field such as sport: the types of event told in it all the same, and those of them only with an actor."""

    name: str
    spared: frozenset[str]
    with_actor: frozenset[str]


class Topics:
    """Looks up contexts and fields by words."""

    def __init__(
        self,
        contexts: Mapping[str, Iterable[str]],
        fields: Mapping[str, Mapping[str, list[str]]],
        *,
        enough: int,
        described: Described,
    ) -> None:
        self._contexts = Phrases(contexts)
        self._words = Phrases({name: field["words"] for name, field in fields.items()})
        self._sure = Phrases({name: field["sure"] for name, field in fields.items()})
        self._against = Phrases({name: field["against"] for name, field in fields.items()})
        self._fields = {
            name: Field(name, frozenset(field["spared"]), frozenset(field["with_actor"]))
            for name, field in fields.items()
        }
        self._enough = enough
        self.described = described

    @classmethod
    def load(cls) -> Topics:
        """The topics that ship with Dateline."""
        fields = table("events/domains")
        enough = fields.pop("enough")
        return cls(table("events/contexts"), fields, enough=enough, described=Described.load())

    def contexts(self, words: Sequence[str], lemmas: Sequence[str]) -> tuple[str, ...]:
        """The contexts of a text, in alphabetical order; ``words`` and ``lemmas`` in lower case."""
        return tuple(sorted(self._contexts.found(words, lemmas)))

    def fields(self, words: Sequence[str], lemmas: Sequence[str]) -> tuple[Field, ...]:
        """The fields that a text is of: it has words enough of them and none that speaks against them."""
        shown = self._words.found(words, lemmas)
        names = {name for name, some in shown.items() if len(some) >= self._enough}
        names |= set(self._sure.found(words, lemmas))
        return tuple(self._fields[name] for name in sorted(names - set(self._against.found(words, lemmas))))
