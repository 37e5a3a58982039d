"""Parts of speech and lemmas, remembered: the model derives them by rule from a word, its tag and its dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("attribute_ruler", "lemmatizer")
_ROOM = 300_000  # words kept; a report with more is derived anew each time

Key = tuple[int, int, int]


class Lemmas:
    """Gives each token of a parsed text its part of speech and lemma, as the model's own components do.

    Both follow from the word, its tag and its dependency alone, but for the few rules over two words ("let's"), which
    are looked for where a word that may begin one stands. What was derived once is kept, so that only words not met
    before need derivation: the same result at a tenth of the time. ``tests/mark/test_linguistic.py`` compares the two.
    """

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._ruler, self._lemmatizer = (cast("Any", nlp.get_pipe(name)) for name in COMPONENTS)
        self._known: dict[Key, tuple[int, int]] = {}
        self._begin: set[Key] = set()  # of the words known, those that may begin a rule over two words
        self._pairs, self._begins = Matcher(nlp.vocab), Matcher(nlp.vocab)
        self._vocab = nlp.vocab
        for number, rule in enumerate(self._ruler.patterns):
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if longer:
                self._pairs.add(str(number), longer)
                self._begins.add(str(number), [pattern[:1] for pattern in longer])

    def of(self, parsed: Doc) -> list[tuple[int, int]]:
        """(part of speech, lemma) of each token, as numbers of the model's string store."""
        keys: list[Key] = [(word, tag, dep) for word, tag, dep in parsed.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        if len(self._known) < _ROOM:
            self._learn(list(dict.fromkeys(key for key in keys if key not in self._known)))
        paired = not self._begin.isdisjoint(keys) and bool(self._pairs(parsed))
        if not paired and all(key in self._known for key in keys):
            return [self._known[key] for key in keys]
        return self._derived(parsed)

    def _learn(self, fresh: list[Key]) -> None:
        """Derives words not met before, in a text of nothing else; not where two of them happen to make a pair."""
        from spacy.tokens import Doc

        if not fresh:
            return
        text = Doc(self._vocab, words=[self._vocab.strings[word] for word, _, _ in fresh])
        given: Any = np.array([key[1:] for key in fresh], dtype=np.uint64)
        text.from_array(["TAG", "DEP"], given)
        if not self._pairs(text):
            self._begin.update(fresh[start] for _, start, _ in self._begins(text))
            self._known.update(zip(fresh, self._derived(text), strict=True))

    def _derived(self, text: Doc) -> list[tuple[int, int]]:
        self._lemmatizer(self._ruler(text))
        return [(pos, lemma) for pos, lemma in text.to_array(["POS", "LEMMA"]).tolist()]
