"""Parts of speech and lemmas, remembered: the model derives them by rule from a word, its tag and its dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("attribute_ruler", "lemmatizer")
_ROOM = 300_000  # words kept; a report with more is derived anew each time

Key = tuple[int, int, int]


class Lemmas:
    """Gives each token of a parsed text its part of speech and lemma, as the model's own components do.

    Both follow from the word, its tag and its dependency alone, but for the few rules over two words ("let's"), which
    are looked for first. What was derived once is kept, so that most of a report needs no derivation: the same result
    at a tenth of the time. ``tests/mark/test_linguistic.py`` compares the two.
    """

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._ruler, self._lemmatizer = (cast("Any", nlp.get_pipe(name)) for name in COMPONENTS)
        self._known: dict[Key, tuple[int, int]] = {}
        self._pairs = Matcher(nlp.vocab)
        for number, rule in enumerate(self._ruler.patterns):
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if longer:
                self._pairs.add(str(number), longer)

    def of(self, parsed: Doc) -> list[tuple[int, int]]:
        """(part of speech, lemma) of each token, as numbers of the model's string store."""
        keys: list[Key] = [(word, tag, dep) for word, tag, dep in parsed.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        paired = bool(self._pairs(parsed))
        if not paired and all(key in self._known for key in keys):
            return [self._known[key] for key in keys]
        self._lemmatizer(self._ruler(parsed))
        derived = [(pos, lemma) for pos, lemma in parsed.to_array(["POS", "LEMMA"]).tolist()]
        if not paired and len(self._known) < _ROOM:
            self._known.update(zip(keys, derived, strict=True))
        return derived
