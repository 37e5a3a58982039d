"""What is in the text: tokens, sentences, parts, quotations, names, times, amounts, references."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, cast

from dateline.model.text import Span
from dateline.model.values import PartialDate, Quantity

PartKind = Literal["headline", "dateline", "byline", "heading", "paragraph"]
NameKind = Literal["person", "organisation", "group", "country", "region", "place", "installation"]
Use = Literal["literal", "metonymic", "modifier", "demonym"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal["START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"]
ReferenceForm = Literal["pronoun", "possessive", "nominal"]
Gender = Literal["male", "female", "neuter"]
Number = Literal["singular", "plural"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a place in the text."""

    span: Span


@dataclass(frozen=True, slots=True)
class Part(Mark):
    """A block of the report. Parts do not overlap and come in order; between them is white space only.

    ``paragraph`` is running text; a ``dateline`` ("DUSHANBE, April 12 --") stands before its paragraph.
    """

    kind: PartKind


@dataclass(frozen=True, slots=True)
class Token(Mark):
    """A word with its analysis. ``index`` counts from 0 over the report; ``head`` is the index of its
    governor, its own index for the root of a sentence. Labels are those of the English spaCy models:
    ``pos`` universal, ``tag`` Penn Treebank, ``dep`` ClearNLP dependencies. ``text`` are the words at ``span``.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence(Mark):
    """A sentence: the tokens ``first`` up to, not including, ``last`` (token indices). Never crosses a part."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Labelled(Mark):
    """What the linguistic model takes for a named entity, with its OntoNotes label (PERSON, ORG, GPE, NORP ...)."""

    label: str


@dataclass(frozen=True, slots=True)
class Quote(Mark):
    """A quotation with its marks: ``span`` from the opening to the closing mark, ``inner`` what stands between.

    ``depth`` is 0 for an outermost quotation. ``chain`` is the same number for the pieces of one quotation
    that runs over paragraphs with a re-opened mark. ``closed`` is False when the paragraph ends first.
    """

    inner: Span
    depth: int
    chain: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Name(Mark):
    """A proper name without its titles. ``use`` and ``code`` (ISO 3166-1 alpha-2) are set for toponyms and demonyms."""

    kind: NameKind
    use: Use | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Toponym(Mark):
    """Words that may name a place, also inside a longer name ("Kunduz" of "Kunduz University").

    ``score`` is the chance that they do; ``use`` is how the place is used where they do. Which place it is, is left to
    the resolver.
    """

    use: Use
    score: float


@dataclass(frozen=True, slots=True)
class Time(Mark):
    """A time expression with its TIMEX3 type, value and modifier ("early 2004" is 2004 with START).

    ``date`` is None when it cannot be pinned to the calendar.
    """

    type: TimexType
    value: str
    date: PartialDate | None = None
    mod: TimexMod | None = None


@dataclass(frozen=True, slots=True)
class Doubt(Mark):
    """What a marker saw and did not take as it stands, such as a date that the calendar does not have: ``about``
    says what is wrong with the words ("impossible date"). The pipeline adds doubts to the issues of the document.
    """

    about: str


@dataclass(frozen=True, slots=True)
class Amount(Mark):
    """A quantity. ``counted`` is the span of what is counted ("Russian troops"), or of the whole of a share."""

    quantity: Quantity
    counted: Span | None = None


@dataclass(frozen=True, slots=True)
class Reference(Mark):
    """A word or phrase that points at something named elsewhere: "he", "his", "the Russian president"."""

    form: ReferenceForm
    number: Number | None = None
    gender: Gender | None = None
    person: int = 3


M = TypeVar("M", bound=Mark)


class Marks:
    """All marks of a report, grouped by class and ordered by place; never changed once built."""

    def __init__(self, groups: Mapping[type[Mark], tuple[Mark, ...]] | None = None) -> None:
        """Takes groups that are in order already; ``Marks.of`` takes any marks."""
        self._groups = dict(groups or {})
        self._starts = {kind: [mark.span.start for mark in group] for kind, group in self._groups.items()}

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Marks:
        """The collection of the given marks, whatever their order."""
        return cls().plus(marks)

    def plus(self, marks: Iterable[Mark]) -> Marks:
        """A new collection that also holds ``marks``."""
        fresh: dict[type[Mark], list[Mark]] = {}
        for mark in marks:
            fresh.setdefault(type(mark), []).append(mark)
        grown = {
            kind: tuple(sorted([*self._groups.get(kind, ()), *group], key=_place)) for kind, group in fresh.items()
        }
        return Marks({**self._groups, **grown})

    def every(self, kind: type[M]) -> tuple[M, ...]:
        """All marks of ``kind``, in order of place (start, then longest first)."""
        return cast("tuple[M, ...]", self._groups.get(kind, ()))

    def within(self, kind: type[M], span: Span) -> tuple[M, ...]:
        """The marks of ``kind`` that lie wholly in ``span``."""
        group, starts = self.every(kind), self._starts.get(kind, [])
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return tuple(mark for mark in group[low:high] if mark.span.end <= span.end)

    def __iter__(self) -> Iterator[Mark]:
        for group in self._groups.values():
            yield from group

    def __len__(self) -> int:
        return sum(len(group) for group in self._groups.values())


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
