"""The trap suite: short texts, each with what must come out of it and what must not. See bench/traps/README.md."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from dateline.engine import Walker
from dateline.errors import InputError
from dateline.evaluate import trap_rules as rules
from dateline.evaluate.trap_rules import Fault, Seen
from dateline.model.links import Reading
from dateline.stages import Capture

HERE = Path(__file__).resolve().parents[3] / "bench" / "traps"
"""Where the cases lie in a checkout."""

Rule = Callable[[Seen, Any], Iterator[Fault]]

_RULES: Mapping[str, Rule] = {
    "places": rules.place,
    "not_places": rules.not_place,
    "times": rules.time,
    "no_times": rules.no_time,
    "no_dates": rules.no_date,
    "not_years": rules.not_year,
    "amounts": rules.amount,
    "no_amounts": rules.no_amount,
    "actors": rules.actor,
    "same": rules.same,
    "differ": rules.differ,
}
_POSITIVE = frozenset({"places", "times", "amounts", "actors", "same"})
_FIELDS: Mapping[str, frozenset[str]] = {
    "places": frozenset({"words", "at", "km", "country", "entity", "use", "kind", "or_open"}),
    "times": frozenset({"words", "type", "value", "first", "last", "undated", "or_open"}),
    "amounts": frozenset({"words", "low", "high", "unit", "bound", "counted", "or_open"}),
    "actors": frozenset({"words", "kind", "code", "country", "or_open"}),
}
_HEAD = ("id", "text", "published", "outlet")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing asked of a text: ``rule`` is its name ("not_places"), ``wants`` what the case gives for it."""

    rule: str
    wants: Any

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text that it speaks of."""
        if isinstance(self.wants, list):
            return tuple(self.wants)
        return (self.wants["words"] if isinstance(self.wants, dict) else self.wants,)


@dataclass(frozen=True, slots=True)
class Case:
    """A short text with its checks; it holds when all of them do."""

    id: str
    theme: str
    text: str
    checks: tuple[Check, ...]
    published: str | None = None
    outlet: str | None = None

    @property
    def control(self) -> bool:
        """Whether something must come out, so that a reader that finds nothing fails."""
        return any(check.rule in _POSITIVE for check in self.checks)


@dataclass(frozen=True, slots=True)
class Result:
    """A case and what was wrong."""

    case: Case
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a suite, in its order."""

    results: tuple[Result, ...]

    @property
    def share(self) -> float:
        """The share of the cases that hold, 0 to 1."""
        return sum(result.holds for result in self.results) / len(self.results)

    @property
    def failed(self) -> tuple[Result, ...]:
        """The cases that do not hold."""
        return tuple(result for result in self.results if not result.holds)

    def themes(self) -> dict[str, tuple[int, int]]:
        """For each theme, how many of its cases hold, and how many it has."""
        held = Counter(result.case.theme for result in self.results if result.holds)
        every = Counter(result.case.theme for result in self.results)
        return {theme: (held[theme], every[theme]) for theme in every}

    def wire(self) -> dict[str, Any]:
        """How many hold, by theme and in all, and what was wrong with the others."""
        failed = [
            {"id": one.case.id, "text": one.case.text, "faults": [asdict(fault) for fault in one.faults]}
            for one in self.failed
        ]
        themes = {theme: {"holds": held, "cases": every} for theme, (held, every) in self.themes().items()}
        return {"cases": len(self.results), "share": round(100 * self.share, 1), "themes": themes, "failed": failed}

    def lines(self) -> Iterator[str]:
        """The failed cases for a person to read, a line for each fault."""
        for result in self.failed:
            yield f"{result.case.theme} / {result.case.id}: {result.case.text}"
            yield from (f"    {fault.layer}: wanted {fault.wanted}, got {fault.got}" for fault in result.faults)


def measure(walker: Walker, folder: Path) -> Report:
    """Runs all cases of ``folder`` through a pipeline. Raises ``InputError`` for a case that cannot be read."""
    return judged(cases(folder), walker)


def judged(suite: Iterable[Case], walker: Walker) -> Report:
    """Runs the cases through a pipeline, one after the other."""
    return Report(tuple(Result(case, tuple(_faults(case, _reading(case, walker)))) for case in suite))


def cases(folder: Path) -> tuple[Case, ...]:
    """The cases of all ``*.toml`` files of a folder, in order of file and place.

    Raises ``InputError`` for an id used twice, a key that is not known, words that the text does not have.
    """
    found = [case for path in sorted(folder.glob("*.toml")) for case in _in_file(path)]
    if not found:
        raise InputError(f"no trap cases in {folder}")
    twice = [key for key, count in Counter(case.id for case in found).items() if count > 1]
    if twice:
        raise InputError(f"trap ids used twice: {', '.join(twice)}")
    return tuple(found)


def _in_file(path: Path) -> Iterator[Case]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for entry in content["case"]:
            yield _case(content["theme"], entry)
    except (tomllib.TOMLDecodeError, KeyError, InputError) as fault:
        raise InputError(f"{path.name}: {fault}") from fault


def _case(theme: str, entry: dict[str, Any]) -> Case:
    case = Case(
        id=entry["id"],
        theme=theme,
        text=entry["text"],
        published=entry.get("published"),
        outlet=entry.get("outlet"),
        checks=tuple(_checks(entry)),
    )
    if not case.checks:
        raise InputError(f"case {case.id} asks for nothing")
    for check in case.checks:
        for words in check.words:
            rules.locate(case.text, words)
    return case


def _checks(entry: dict[str, Any]) -> Iterator[Check]:
    for name, wanted in entry.items():
        if name in _HEAD:
            continue
        if name not in _RULES:
            raise InputError(f"case {entry['id']}: no rule {name!r}. Rules: {', '.join(_RULES)}")
        for wants in wanted:
            strange = set(wants) - _FIELDS[name] if name in _FIELDS else set()
            if strange:
                raise InputError(f"case {entry['id']}: {name} has no field {', '.join(sorted(strange))}")
            yield Check(name, wants)


def _reading(case: Case, walker: Walker) -> Reading:
    given = {"id": case.id, "text": case.text, "language": "en", "published": case.published, "outlet": case.outlet}
    line = json.dumps({name: value for name, value in given.items() if value is not None})
    document = walker.read(Capture(case.id, "jsonl", line.encode()))
    return walker.walk(document, lambda _: nullcontext())


def _faults(case: Case, reading: Reading) -> Iterator[Fault]:
    seen = Seen(reading)
    asked = (seen.find(c.wants["words"], frozenset({"amount"})) for c in case.checks if c.rule == "amounts")
    seen = replace(seen, spared=frozenset(mention.span for mention in asked if mention is not None))
    for check in case.checks:
        yield from _RULES[check.rule](seen, check.wants)
