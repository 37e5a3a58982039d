"""Marks the words that may name places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.mark.naming.eponyms import Eponyms
from dateline.mark.naming.page import Page, Stretch
from dateline.mark.naming.toponyms import Uses
from dateline.mark.toponyms.evidence import Evidence
from dateline.mark.toponyms.forms import forms
from dateline.model.chances import chance
from dateline.model.marks import Gender, Labelled, Mark, Marks, Name, Sentence, Token, Toponym, Use
from dateline.model.text import Document
from dateline.vocab.gazetteer import Gazetteer, Sort
from dateline.vocab.roles import Roles

_WORTH = 0.05  # chance below which a form is not worth a mark


class ToponymMarker:
    """Marks words that the gazetteer knows, with the chance that they name a place here: "Kunduz", the "Ohio" of
    "Ohio State Police", "Turkish"; hardly the "Paris" of "Paris Bennett".
    """

    name = "toponyms"
    needs: frozenset[type[Mark]] = frozenset({Token, Sentence, Labelled, Name})
    gives: frozenset[type[Mark]] = frozenset({Toponym})

    def __init__(
        self,
        *,
        gazetteer: Gazetteer,
        roles: Roles,
        given: Mapping[str, Gender | None],
        common: frozenset[str],
        uses: Uses,
        eponyms: Eponyms,
        words: Mapping[str, str],
        weights: Mapping[str, float],
    ) -> None:
        self._gazetteer, self._roles, self._given, self._common = gazetteer, roles, given, common
        self._uses, self._eponyms, self._weights = uses, eponyms, weights
        self._locative, self._inner = frozenset(words["locative"].split()), frozenset(words["inner"].split())

    def mark(self, document: Document, marks: Marks) -> Iterator[Toponym]:
        """The toponyms of a report, in order."""
        page = Page(document, marks)
        names = marks.every(Name)
        whole = {name.span for name in names}
        inside = {number for one in names if (st := page.stretch(one.span)) for number in range(st.first, st.last)}
        for stretch, features in self.examples(page, marks):
            score = chance(features, self._weights)
            if score >= _WORTH:
                span = page.span(stretch)
                nested = span not in whole and bool(inside.intersection(range(stretch.first, stretch.last)))
                yield Toponym(span, self._use(page, stretch, nested=nested), round(score, 3))

    def examples(self, page: Page, marks: Marks) -> Iterator[tuple[Stretch, dict[str, float]]]:
        """Every form that the gazetteer knows with its features: what the weights are fitted on."""
        every = forms(page, marks.every(Sentence), gazetteer=self._gazetteer, inner=self._inner)
        found = [stretch for stretch in every if not self._eponyms.hold(page, stretch)]
        evidence = Evidence(
            page,
            marks,
            gazetteer=self._gazetteer,
            roles=self._roles,
            given=self._given,
            common=self._common,
            locative=self._locative,
        )
        evidence.learn(found)
        for stretch in found:
            yield stretch, evidence.of(stretch)

    def _use(self, page: Page, stretch: Stretch, *, nested: bool) -> Use:
        first = self._gazetteer.candidates(page.document[page.span(stretch)])[0]
        if first.sort == Sort.DEMONYM:
            return "demonym"
        return "modifier" if nested else self._uses.of(page, stretch, demonym=False)
