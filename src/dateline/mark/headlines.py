"""Reads sentences of headline style again whose verb the model took for a noun: "Court sentences banker to ...".

The model knows the past tense better. Where a sentence has no verb of its own and a word that may be one, the word is
put into the past, the passage parsed once more, and the new parse kept if the word is a verb in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OBJECTS = frozenset({"DT", "PRP", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "IN", "RP", "TO", "VBG", "VBN", "$"})
_LONGEST = 60  # words of a sentence that is read again
_VOWELS = "aeiou"


class Headlines:
    """Repairs parses. ``verbs`` are lemmas of verbs that headlines use, ``past`` irregular past forms by lemma."""

    def __init__(
        self, nlp: Language, *, verbs: Collection[str], past: Mapping[str, str], without: Iterable[str]
    ) -> None:
        self._nlp = nlp
        self._verbs = verbs
        self._past = past
        self._without = list(without)

    def read(self, docs: list[Doc]) -> list[Doc]:
        """The parses, those with a headline's verb read as a noun put right; words and their number stay."""
        doubted = [(number, self._doubted(doc)) for number, doc in enumerate(docs)]
        doubted = [(number, found) for number, found in doubted if found]
        if not doubted:
            return docs
        again = [self._in_past(docs[number], found) for number, found in doubted]
        read = list(self._nlp.pipe(again, disable=self._without))
        repaired = list(docs)
        for (number, found), parsed in zip(doubted, read, strict=True):
            kept = [place for place in found if parsed[place].tag_ == "VBD" and _governs(parsed[place])]
            if len(kept) == len(found):
                repaired[number] = self._with(docs[number], parsed, kept)
        return repaired

    def _doubted(self, doc: Doc) -> dict[int, str]:
        """The places of words that may be the verbs of sentences without one, with their past forms."""
        found: dict[int, str] = {}
        for sentence in doc.sents:
            if len(sentence) <= _LONGEST:
                alone = sentence.root.tag_ in _NOMINAL and not _finite(sentence)
                word = next((one for one in sentence if self._may_be_verb(one, sentence, alone=alone)), None)
                if word is not None:
                    found[word.i] = self._past_of(self._lemma(word))
        return found

    def _may_be_verb(self, word: Token, sentence: Span, *, alone: bool) -> bool:
        """Whether a word in the singular of a verb stands between what may be its subject and what may follow it: its
        object, where the sentence is ``alone`` without a verb, or a verb that it is joined to ("stabs and injures"). In
        "Security forces fire gas" it is the next word.
        """
        if word.tag_ not in _NOMINAL or word.i == sentence.start or word.i + 1 >= sentence.end:
            return False
        before, after = word.nbor(-1), word.nbor(1)
        if after.tag_ == "NN" and after.lower_ in self._verbs:
            return False
        joined = after.tag_ == "CC" and word.i + 2 < sentence.end and word.nbor(2).tag_ == "VBZ"
        if before.tag_ not in (*_NOMINAL, "-RRB-", "''", "CD") or not (joined or (alone and after.tag_ in _OBJECTS)):
            return False
        return word.text[0].islower() and word.lower_.endswith("s") and self._lemma(word) in self._verbs

    def _lemma(self, word: Token) -> str:
        """The verb whose third person a word may be; empty for none."""
        small = word.lower_
        stems = (small[:-1], small[:-2], small[:-3] + "y")
        return next((stem for stem in stems if stem in self._verbs), "")

    def _past_of(self, verb: str) -> str:
        if verb in self._past:
            return self._past[verb]
        if verb.endswith("e"):
            return verb + "d"
        if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
            return verb[:-1] + "ied"
        return verb + "ed"

    def _in_past(self, doc: Doc, found: Mapping[int, str]) -> Doc:
        from spacy.tokens import Doc

        words = [found.get(token.i, token.text) for token in doc]
        return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])

    @staticmethod
    def _with(doc: Doc, parsed: Doc, present: Iterable[int]) -> Doc:
        """The words of ``doc`` with the analysis of ``parsed``, its verbs in the present again."""
        from spacy.tokens import Doc

        tags = [token.tag_ for token in parsed]
        for place in present:
            tags[place] = "VBZ"
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=tags,
            deps=[token.dep_ for token in parsed],
            heads=[token.head.i for token in parsed],
        )


def past_forms(nlp: Language) -> Mapping[str, str]:
    """The irregular past forms of verbs by lemma, from the language model's lemmatizer."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    irregular = lemmatizer.lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    for form, lemmas in irregular.items():
        if not form.endswith(("ing", "s", "n")):
            for lemma in lemmas:
                found.setdefault(lemma, form)
    return found


def _finite(sentence: Span) -> bool:
    return any(token.tag_ in _FINITE for token in sentence)


def _governs(verb: Token) -> bool:
    """Whether a verb has a subject, or is what its sentence is about."""
    return verb.dep_ == "ROOT" and any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
