"""Puts events before a person: the sentence with its neighbours, then a question a field, answered by a key each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.cli import clean
from dateline.cli.happening import day, kind, party, reported_by, where
from dateline.cli.report import indented, joined
from dateline.cli.screen import Screen, phrase
from dateline.evaluate.events.judgements import FIELDS, Judged, trigger_of
from dateline.model.text import Span
from dateline.store import Audit
from dateline.vocab.plover import Plover
from dateline.vocab.sentences import Sentences

if TYPE_CHECKING:
    from rich.text import Text

Entry = Mapping[str, Any]
Marks = list[tuple[int, int, str]]

VERDICTS = {"y": "right", "n": "wrong", "u": "unsure"}
KEYS = "y right · n wrong · u unsure · s skip this event · b back · q quit"

_STYLES = {
    "trigger": "bold red",
    "actor": "bold cyan",
    "recipient": "bold magenta",
    "place": "bold green",
    "date": "bold yellow",
}
_BRACKETS = {"trigger": "**", "actor": "A", "recipient": "R", "place": "P", "date": "D"}
_NOTHING = "none given"


@dataclass(slots=True)
class Session:
    """Asks about ``entries`` by the keys pressed, and hands each judgement to ``keep`` at once."""

    entries: Sequence[Entry]
    texts: Callable[[str], str]
    keep: Callable[[Audit], None]
    who: str
    screen: Screen
    judged: dict[tuple[str, Span], Judged]
    plover: Plover = field(default_factory=Plover.load)
    sentences: Sentences = field(default_factory=Sentences.load)

    def ask(self, keys: Iterator[str]) -> int:
        """Asks until all is judged or there are no more keys; gives how many judgements were made."""
        made, at, back = 0, 0, False
        while at < len(self.entries):
            entry = self.entries[at]
            if back or not self._is_whole(entry):
                self._show(at, entry)
                end, count = self._fields(entry, keys, back=back)
                made += count
                if end == "quit":
                    return made
                back = end == "back"
            at = max(0, at - 1) if back else at + 1
        return made

    def open(self) -> int:
        """How many of the events are not judged wholly."""
        return sum(not self._is_whole(entry) for entry in self.entries)

    def _fields(self, entry: Entry, keys: Iterator[str], *, back: bool) -> tuple[str, int]:
        """Asks for the fields of one event that are not judged, or ``back`` from the last that is.

        Says how that ended (done, skip, back or quit), and how many were judged.
        """
        known = self._known(entry)
        names = [name for name in FIELDS if back or name not in known]
        made, at = 0, max((names.index(name) for name in known if name in names), default=0)
        while at < len(names):
            key = self._key(entry, names[at], keys)
            if key is None or key == "q":
                return "quit", made
            if key == "s":
                return "skip", made
            if key == "b":
                if at == 0:
                    return "back", made
                at -= 1
                continue
            self._judge(entry, names[at], VERDICTS[key])
            made += 1
            if names[at] == "real" and key == "n":
                return "done", made
            at += 1
        return "done", made

    def _key(self, entry: Entry, name: str, keys: Iterator[str]) -> str | None:
        """The answer to one question; other keys are told what there is."""
        if not self.screen.as_json:
            self.screen.console.print(phrase((f"  {name}: ", "bold"), self._value(entry, name), "  ? "), end="")
        for key in keys:
            if key in VERDICTS or key in "sbq":
                self._tell(phrase(VERDICTS.get(key, {"s": "skipped", "b": "back", "q": "quit"}.get(key, ""))))
                return key
            self._tell(phrase(KEYS))
        self._tell(phrase(""))
        return None

    def _judge(self, entry: Entry, name: str, verdict: str) -> None:
        trigger = trigger_of(entry)
        audit = Audit(self.who, entry["document"], entry["id"], trigger, name, verdict, FIELDS[name](entry))
        self.keep(audit)
        key = (entry["document"], trigger)
        self.judged[key] = Judged(*key, fields={**self._known(entry), name: audit})

    def _known(self, entry: Entry) -> Mapping[str, Audit]:
        found = self.judged.get((entry["document"], trigger_of(entry)))
        return {} if found is None else found.fields

    def _is_whole(self, entry: Entry) -> bool:
        found = self.judged.get((entry["document"], trigger_of(entry)))
        return found is not None and found.whole

    def _value(self, entry: Entry, name: str) -> str:
        names = {one["id"]: one["name"] for one in entry["entities"]}
        if name == "real":
            return f"'{entry['trigger']['text']}' tells of an event"
        if name == "type":
            definition = self.plover.types[entry["type"]].definition if entry["type"] in self.plover.types else ""
            return f"{kind(entry)}: {clean.short(definition, 60)}"
        if name in ("actor", "recipient"):
            return "; ".join(party(one, names) for one in entry[f"{name}s"]) or _NOTHING
        if name == "place":
            return where(entry["place"], names) if entry["place"] else _NOTHING
        if name == "date":
            return f"{day(entry)} ({entry['date']['basis']})" if entry["date"] else _NOTHING
        return str(entry["status"]).replace("_", " ")

    def _show(self, at: int, entry: Entry) -> None:
        if self.screen.as_json:
            return
        told = joined(f"{at + 1} of {len(self.entries)}", entry["title"], entry["published"], reported_by(entry))
        text = self.texts(entry["document"])
        shown = _marked(text, _around(text, trigger_of(entry), self.sentences), _marks(entry), self.screen)
        self.screen.show("", phrase((told, "dim")), "", shown, "", indented(KEYS, by=2, style="dim"))

    def _tell(self, text: Text) -> None:
        if not self.screen.as_json:
            self.screen.show(text)


def _around(text: str, trigger: Span, sentences: Sentences) -> Span:
    """The sentence of the trigger with the one before it and the one after it, as far as they are there."""
    here = sentences.around(text, trigger)
    before, after = len(text[: here.start].rstrip()), here.end + len(text[here.end :]) - len(text[here.end :].lstrip())
    first = sentences.around(text, Span(before - 1, before)).start if before else here.start
    last = sentences.around(text, Span(after, after + 1)).end if after < len(text) else here.end
    return Span(first, last)


def _marks(entry: Entry) -> Marks:
    """Where the fields stand, the trigger first, which wins where two overlap."""
    spans = [("trigger", entry["trigger"])]
    spans += [("actor", one["span"]) for one in entry["actors"]]
    spans += [("recipient", one["span"]) for one in entry["recipients"]]
    spans += [("place", entry["place"]["span"])] if entry["place"] else []
    spans += [("date", entry["date"]["span"])] if entry["date"] and entry["date"]["span"] else []
    return [(span["start"], span["end"], role) for role, span in spans]


def _marked(text: str, stretch: Span, marks: Marks, screen: Screen) -> Text:
    """The stretch with the fields marked: by colours, or without them by brackets ("[A the militia]")."""
    from rich.text import Text

    made, at = Text(), stretch.start
    taken: list[tuple[int, int, str]] = []
    for mark in marks:
        if (
            stretch.start <= mark[0]
            and mark[1] <= stretch.end
            and all(mark[1] <= a or b <= mark[0] for a, b, _ in taken)
        ):
            taken.append(mark)
    for start, end, role in sorted(taken):
        words = clean.block(text[start:end])
        made.append(clean.block(text[at:start]))
        if screen.coloured:
            made.append(words, style=_STYLES[role])
        else:
            made.append(f"**{words}**" if role == "trigger" else f"[{_BRACKETS[role]} {words}]")
        at = end
    made.append(clean.block(text[at : stretch.end]))
    return made
