"""The closed sets of labels that the tagger's tables count by. Their order is part of the trained weights."""

from __future__ import annotations

ROLES = ("source", "source starts", "source ends", "cue", "content", "content starts", "content ends")
"""What a word may be to a cue, in the order of the network's outputs."""

DEPENDENCIES = (
    "ROOT",
    "acl",
    "acomp",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "attr",
    "aux",
    "auxpass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "csubjpass",
    "dative",
    "dep",
    "det",
    "dobj",
    "expl",
    "intj",
    "mark",
    "meta",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "nummod",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "preconj",
    "predet",
    "prep",
    "prt",
    "punct",
    "quantmod",
    "relcl",
    "xcomp",
)
"""ClearNLP dependencies as the English spaCy models give them."""

PARTS_OF_SPEECH = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SPACE",
    "SYM",
    "VERB",
    "X",
)
"""Universal parts of speech."""

SELF, UNRELATED, UNKNOWN = 0, 1, 2
"""Pair labels before the dependencies: a word and itself; words of which neither governs the other; an unknown one."""

PAIR_LABELS = 3 + 2 * len(DEPENDENCIES)
"""Word j below word i by a dependency of i; word i below word j by a dependency of j; and the three above."""
