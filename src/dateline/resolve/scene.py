"""Resolves one report: names to figures, then references and sources in order of place."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model.marks import Gender, Marks, Name, NameKind, Reference, Token
from dateline.model.records import Statement
from dateline.model.text import Document, Span, hull
from dateline.resolve.antecedents import Antecedents
from dateline.resolve.askers import Askers
from dateline.resolve.bodies import Bodies
from dateline.resolve.cast import Figure, Pointer, Spot, Stage
from dateline.resolve.dialogue import Dialogue, Turn
from dateline.resolve.labels import Labels
from dateline.resolve.nominals import Nominals
from dateline.resolve.people import People
from dateline.resolve.relatives import Relatives
from dateline.resolve.setting import Setting
from dateline.resolve.sources import head_of, joined
from dateline.resolve.strangers import Strangers
from dateline.resolve.traits import Traits
from dateline.resolve.voices import Voices
from dateline.vocab.listing import Listing
from dateline.vocab.roles import Roles

_OWN = frozenset({"my", "our", "your"})
_KIND_OF: dict[tuple[str | None, str | None], NameKind] = {
    ("singular", "male"): "person",
    ("singular", "female"): "person",
    ("plural", None): "group",
}


class Scene:
    """Who comes up in a report and who says what; built for one report and read once.

    The narration is resolved first, from top to bottom; then what stands inside quotations, whose "I" is the
    speaker and whose "he" is somebody else.
    """

    def __init__(
        self,
        document: Document,
        marks: Marks,
        statements: tuple[Statement, ...],
        *,
        listing: Listing,
        roles: Roles,
        given: Mapping[str, Gender | None],
    ) -> None:
        self.setting = Setting(document, marks, statements)
        self.stage = Stage()
        self.pointers: list[Pointer] = []
        self.speakers: dict[str, tuple[Figure, str]] = {}
        self._statements = statements
        self._traits = Traits(self.setting, self.stage, roles=roles)
        self._antecedents = Antecedents(self.setting, self.stage)
        self._nominals = Nominals(
            self.setting, self.stage, roles=roles, traits=self._traits, antecedents=self._antecedents
        )
        self._relatives = Relatives(self.setting, self.stage, traits=self._traits, nominals=self._nominals)
        self._strangers = Strangers(self.setting, roles=roles)
        self._dialogue = Dialogue(self.setting, statements, roles=roles, given=given)
        self._askers = Askers(self.setting, self.stage, self._dialogue)
        self._voices = Voices(
            self.setting, self.stage, statements=statements, speakers=self.speakers, dialogue=self._dialogue
        )
        self._sources: dict[int, list[Statement]] = {}
        self._groups: dict[int, Figure] = {}
        self._listing = listing
        self._names(marks.every(Name), listing=listing, roles=roles, given=given)
        self._play()

    def _names(
        self, names: tuple[Name, ...], *, listing: Listing, roles: Roles, given: Mapping[str, Gender | None]
    ) -> None:
        people = [name for name in names if name.kind == "person"]
        others = [name for name in names if name.kind != "person"]
        found = People(self.setting, roles=roles, given=given)
        figures = found.assign(people)
        self._labels = Labels(self.setting, roles=roles, people=found)
        figures.update(Bodies(self.setting, listing=listing).assign(others))
        for name in names:
            figure, head = figures[name], self.setting.name_head(name)
            text = " ".join(self.setting.document[name.span].split())
            if text not in figure.names:
                figure.names.append(text)
            self.pointers.append(Pointer(name.span, name.kind, figure, "name"))
            if head is not None:
                self._enter(head, figure)
        for name in names:
            if name.kind in {"person", "organisation"}:
                self._traits.collect(name, figures[name])
        for figure in dict.fromkeys(figures[name] for name in names):
            self._nominals.know(figure)

    def _play(self) -> None:
        for statement in self._statements:
            head = head_of(self.setting, statement.source) if statement.source is not None else None
            if head is not None:
                self._sources.setdefault(head.index, []).append(statement)
        places = sorted({*self.setting.references, *self._sources})
        tokens = [self.setting.tokens[place] for place in places]
        for token in tokens:
            if not self.setting.quoted(token):
                self._at(token)
        self._continue()
        for token in tokens:
            if self.setting.quoted(token):
                self._at(token)
        self._continue()

    def _continue(self) -> None:
        """Gives a quotation that goes on the speaker of the statement it continues."""
        for statement in self._statements:
            before = self.speakers.get(statement.continues or "")
            if before is not None and statement.id not in self.speakers:
                self.speakers[statement.id] = before[0], "continues"

    def _at(self, token: Token) -> None:
        """Resolves what stands at a word, and the statements whose source it heads."""
        statements = self._sources.get(token.index, [])
        figure, basis = self._figure(token, statements)
        if figure is None:
            return
        for statement in statements:
            self.speakers[statement.id] = figure, basis
        if statements and not self.setting.quoted(token):
            self._antecedents.spoke(token.index, figure)

    def _figure(self, token: Token, statements: list[Statement]) -> tuple[Figure | None, str]:
        source = statements[0].source if statements else None
        name, reference = self.setting.names.get(token.index), self.setting.references.get(token.index)
        turn = self._dialogue.turn(statements)
        labelled = self._labelled(token, turn) if turn is not None else None
        if labelled is not None:
            return labelled
        if name is not None:
            again = self._individual(token, name) if source is not None else None
            return (again, "epithet") if again is not None else (self._named(token, source), "name")
        if reference is None and source is not None and Relatives.is_one(token):
            return self._relatives.figure(token), "relative clause"
        if reference is None or (reference.form == "pronoun" and reference.number is None and not statements):
            return (self._stranger(token, source) if source is not None else None), "description"
        if not statements and self._predicative(reference, token):
            return None, "predicate"
        figure, basis = self._referred(reference, token, statements)
        kind = figure.kind if figure is not None else _KIND_OF.get((reference.number, reference.gender), "organisation")
        if figure is not None or statements:
            self.pointers.append(Pointer(reference.span, kind, figure, basis if figure is not None else "unresolved"))
        if figure is not None:
            self._enter(token, figure)
            if basis == "description" and source is not None and figure.description is not None:
                figure.description = self._strangers.description(source)
            elif basis == "role noun":
                figure.describe(" ".join(self.setting.document[reference.span].split()))
        return figure, basis

    def _labelled(self, token: Token, turn: Turn) -> tuple[Figure, str] | None:
        """Who speaks a turn, by its label; None for a label that is no question's and has no title before a name."""
        if turn.asking:
            figure, met = self._askers.figure(turn)
            met.append((token, Pointer(turn.label, "person", figure, "question")))
        else:
            figure, met = self._labels.figure(turn)
        for word, pointer in met:
            self.pointers.append(pointer)
            self._enter(word, figure)
        return (figure, met[-1][1].basis) if met else None

    def _individual(self, token: Token, name: Name) -> Figure | None:
        """The person just named whom "the Democrat" or "the Orian" speaks of again: a people's name in the singular."""
        before = [child.text.lower() for child in self.setting.children(token)]
        if name.kind not in {"group", "country", "region"} or token.tag in {"NNS", "NNPS"} or "the" not in before:
            return None
        if not self._listing.get(self.setting.document[name.span] + "s"):
            return None
        return self._antecedents.most_in_mind(token, lambda one: one.kind == "person" and bool(one.names))

    def _predicative(self, reference: Reference, token: Token) -> bool:
        """Whether a role noun only says what somebody is ("as the leader", "is the minister"), or is the speaker's own
        ("our country").
        """
        if reference.form != "nominal" or token.index in self._traits.heads:
            return False
        if any(child.text.lower() in _OWN for child in self.setting.children(token)):
            return True
        governor = self._setting_governor(token)
        return token.dep in {"attr", "oprd"} or (token.dep == "pobj" and governor == "as")

    def _setting_governor(self, token: Token) -> str:
        governor = self.setting.governor(token)
        return governor.text.lower() if governor is not None else ""

    def _named(self, token: Token, source: Span | None) -> Figure | None:
        """The figure of a name, or of the names joined to it in a source."""
        together = joined(self.setting, token, source)
        if source is None or len(together) == 1:
            return self.stage.at(token.index)
        group = self._groups.get(token.index)
        if group is None:
            span = hull(self.setting.names[one.index].span for one in together)
            members = [self.stage.at(one.index) for one in together]
            names = [max(one.names, key=len) for one in members if one is not None]
            group = Figure("group", description=" and ".join(names), plural=True)
            self._groups[token.index] = group
            self.pointers.append(Pointer(span, "group", group, "names joined"))
            self._enter(together[-1], group)
        return group

    def _stranger(self, token: Token, source: Span) -> Figure | None:
        figure = self._strangers.figure(token, source)
        if figure is not None:
            self.pointers.append(Pointer(self._strangers.span(token, source), figure.kind, figure, "description"))
            self._enter(token, figure)
        return figure

    def _referred(self, reference: Reference, token: Token, statements: list[Statement]) -> tuple[Figure | None, str]:
        if reference.form == "nominal":
            return self._nominals.resolve(reference, token, speaking=bool(statements)) or (None, "unresolved")
        if reference.person == 1:
            return self._voices.first_person(token), "first person"
        if reference.person == 2:
            return self._voices.second_person(token), "second person"
        if Relatives.is_one(token):
            return self._relatives.figure(token), "relative clause"
        quoted = self.setting.quoted(token)
        if quoted and not statements and reference.gender not in {"male", "female"}:
            return None, "unresolved"
        barred = self._voices.barred(token)
        skipped = self._contents(statements)
        figure = self._antecedents.resolve(reference, token, barred=barred, skipped=skipped, speaking=bool(statements))
        if figure is not None and figure.kind == "person" and figure.gender is None:
            figure.gender = reference.gender
        return figure, "pronoun"

    def _contents(self, statements: list[Statement]) -> set[int]:
        """The numbers of the words that the statements of a source are made of, without the sources of others."""
        stretches = (self.setting.stretch(span) for statement in statements for span in statement.content)
        numbers = {number for stretch in stretches if stretch for number in range(stretch.first, stretch.last)}
        return {one for one in numbers if one not in self._sources or self.setting.quoted(self.setting.tokens[one])}

    def _enter(self, token: Token, figure: Figure) -> None:
        quoted = self.setting.quoted(token)
        spot = Spot(token.index, self.setting.sentence(token), self.setting.weight(token), quoted, figure)
        self.stage.enter(spot)
