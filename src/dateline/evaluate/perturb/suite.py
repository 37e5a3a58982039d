"""The perturbations: each a name, what it does, and the edits it makes to a report."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

from dateline.errors import unknown
from dateline.evaluate.perturb import layout, marks
from dateline.evaluate.perturb.edits import Edit, Edits
from dateline.evaluate.perturb.marks import Pair
from dateline.evaluate.perturb.people import NameSwap
from dateline.evaluate.perturb.words import VerbSwap
from dateline.evaluate.standoff import Gold
from dateline.vocab.listing import listing
from dateline.vocab.roles import given_names

Change = Callable[[str, Sequence[Gold], Random], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Perturbation:
    """A meaning-preserving change of a report. ``does`` describes it in a few words."""

    name: str
    does: str
    change: Change

    def edits(self, report: str, text: str, gold: Sequence[Gold]) -> Edits:
        """The edits it makes to the text called ``report``: always the same for the same name, text and annotation."""
        made = self.change(text, gold, Random(f"{self.name}/{report}"))
        return Edits(edit for edit in made if text[edit.start : edit.end] != edit.text)


def perturbations() -> tuple[Perturbation, ...]:
    """All of them, in the order they are shown."""
    data = tomllib.loads(files("dateline.evaluate").joinpath("perturb.toml").read_text(encoding="utf-8"))
    given, places = given_names(), listing()
    names = NameSwap(data, given=given, places=frozenset(name for name in given if places.get(name)))
    return (
        Perturbation("straight quotes", '"..." for “...”', _quotes(marks.STRAIGHT)),
        Perturbation("curly quotes", '“...” for "..."', _quotes(marks.CURLY)),
        Perturbation("single quotes", "‘...’ for double marks", _quotes(marks.SINGLE)),
        Perturbation("straight single quotes", "'...' for double marks", _quotes(marks.SINGLE_STRAIGHT)),
        Perturbation("guillemets", "«...» for double marks", _quotes(marks.GUILLEMETS)),
        Perturbation("low quotes", "„...“ for double marks", _quotes(marks.LOW)),
        Perturbation("straight apostrophes", "it's for it’s", lambda text, *_: marks.apostrophes(text, "'")),
        Perturbation("curly apostrophes", "it’s for it's", lambda text, *_: marks.apostrophes(text, "’")),
        Perturbation("typewriter", "all marks straight", _all_marks(marks.STRAIGHT, "'")),
        Perturbation("typeset", "all marks curly", _all_marks(marks.CURLY, "’")),
        Perturbation("names", "people under invented names of other shapes", names.edits),
        Perturbation("verbs", "rarer reporting verbs of the same stance", VerbSwap(data).edits),
        Perturbation("paragraphs split", "breaks between sentences", layout.split),
        Perturbation("paragraphs merged", "breaks taken out", _merged),
        Perturbation("bylines", "byline and dateline in capitals", _bylined(data["bylines"])),
        Perturbation("no blank lines", "single line breaks", lambda text, *_: layout.tight(text)),
        Perturbation("odd blank lines", "several, some with spaces", _loose),
        Perturbation("Windows lines", "CR LF line ends", lambda text, *_: layout.crlf(text)),
    )


def chosen(names: Collection[str]) -> tuple[Perturbation, ...]:
    """The perturbations of these names, all of them for none; raises ``UsageError`` for a name there is not."""
    every = perturbations()
    for name in names:
        if name not in {one.name for one in every}:
            raise unknown("perturbation", name, [one.name for one in every])
    return tuple(one for one in every if not names or one.name in names)


def _quotes(pair: Pair) -> Change:
    return lambda text, *_: marks.quotes(text, pair)


def _all_marks(pair: Pair, apostrophe: marks.Apostrophe) -> Change:
    def change(text: str, gold: Sequence[Gold], random: Random) -> Iterable[Edit]:
        found = {edit.start: edit for edit in marks.apostrophes(text, apostrophe)}
        return (found | {edit.start: edit for edit in marks.quotes(text, pair)}).values()

    return change


def _merged(text: str, gold: Sequence[Gold], random: Random) -> Iterable[Edit]:
    return layout.merge(text, random)


def _loose(text: str, gold: Sequence[Gold], random: Random) -> Iterable[Edit]:
    return layout.loose(text, random)


def _bylined(data: dict[str, list[str]]) -> Change:
    return lambda text, _, random: layout.bylined(text, random, data=data)
