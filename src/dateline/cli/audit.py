"""``dateline audit events``: a person judges events drawn at random, and what that says of precision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import asking, options
from dateline.cli.events import Outlet, Since, Type
from dateline.cli.judge import Who, named_or_user
from dateline.cli.screen import Screen
from dateline.cli.verbs import Verbs
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.evaluate.events.judgements import Entry, Judged
    from dateline.store import EventFilter, Store

Size = Annotated[int, typer.Option("--sample", metavar="N", min=1, help="How many events to draw.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Another number draws other events.")]
Report = Annotated[bool, typer.Option("--report", help="Ask nothing; tell the precision by what was judged.")]
Rescore = Annotated[
    bool, typer.Option("--rescore", help="Ask nothing; hold what was judged against what is there now.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write all judgements to a file (JSON Lines).")]
Given = Annotated[
    Path | None, typer.Option("--judgements", metavar="FILE", help="Take in judgements that --out wrote.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    verbs = typer.Typer(
        cls=Verbs, rich_markup_mode=None, no_args_is_help=True, help="Have a person judge what was found."
    )
    verbs.command(
        epilog=options.examples(
            "dateline audit events --sample 200",
            "dateline audit events --sample 50 --seed 2 --type ASSAULT --since 2021",
            "dateline audit events --report --json",
            "dateline audit events --rescore",
            "dateline audit events --out audit.jsonl",
        )
    )(events)
    app.add_typer(verbs, name="audit")


def events(
    sample: Size = 200,
    seed: Seed = 0,
    kind: Type = None,
    outlet: Outlet = None,
    since: Since = None,
    report: Report = False,
    rescore: Rescore = False,
    out: Out = None,
    judgements: Given = None,
    who: Who = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Judge events drawn at random, field by field, with one key each.

    Each is shown with its sentence and those before and after it. Asked are: is it an event, its type, actor,
    recipient, place, date and status. y right, n wrong, u unsure, s skip the event, b back, q quit. What was judged is
    kept at once; the same call goes on where it stopped. Without a terminal the keys are read from standard input.
    """
    from dateline.config import settings
    from dateline.store import EventFilter, Store

    if report + rescore + (out is not None) + (judgements is not None) > 1:
        raise UsageError("--report, --rescore, --out and --judgements are for one call each: give one of them")
    wanted = EventFilter(type=asking.event_type(kind, None)[0], outlet=outlet, since=since)
    screen = Screen(as_json=as_json)
    with Store.open(settings(store=store).store, create=False) as opened:
        if out is not None:
            _write(opened, out, who, screen)
        elif judgements is not None:
            _take(opened, judgements, screen)
        elif rescore:
            _rescore(opened, who, screen)
        elif report:
            _report(_of(opened, wanted, who), screen)
        else:
            _ask(opened, wanted, screen, size=sample, seed=seed, who=named_or_user(who))


def _ask(store: Store, wanted: EventFilter, screen: Screen, *, size: int, seed: int, who: str) -> None:
    from dateline.cli.auditing import Session
    from dateline.cli.keys import pressed
    from dateline.cli.progress import plural
    from dateline.evaluate.events.judgements import standing

    entries = list(store.drawn_events(wanted, size=size, seed=seed))
    if not entries:
        raise UsageError("there are no such events in this store")

    def keep(audit: Any) -> None:
        store.audit([audit])
        if screen.as_json:
            from dataclasses import asdict

            screen.json({"kind": "judgement", **asdict(audit)})

    judged = {(one.key, one.trigger): one for one in standing(store.audits(), who=who)}
    session = Session(entries, lambda key: _text(store, key), keep, who, screen, judged)
    with closing(pressed()) as keys:
        made = session.ask(keys) if session.open() else 0
    if not screen.as_json:
        left = session.open()
        screen.show("", f"{plural(made, 'judgement')} kept; {plural(left, 'event')} of {len(entries)} left to judge")


def _of(store: Store, wanted: EventFilter, who: str | None) -> list[Judged]:
    """The judgements that stand on events that the filter finds; on all events where it asks for nothing."""
    from dateline.evaluate.events.judgements import standing, trigger_of
    from dateline.store import EventFilter

    judged = standing(store.audits(), who=who)
    if wanted == EventFilter():
        return judged
    meant = {(entry["document"], trigger_of(entry)) for entry in store.events(wanted)}
    return [one for one in judged if (one.key, one.trigger) in meant]


def _report(judged: list[Judged], screen: Screen) -> None:
    from dateline.cli.event_scores import show_precision
    from dateline.evaluate.events.precision import precision

    found = precision(judged)
    if screen.as_json:
        screen.json({"kind": "audit", **found})
    else:
        show_precision(found, screen)


def _rescore(store: Store, who: str | None, screen: Screen) -> None:
    from dateline.cli.event_scores import show_rescored
    from dateline.evaluate.events.judgements import standing
    from dateline.evaluate.events.rescoring import rescored
    from dateline.store import EventFilter

    judged = standing(store.audits(), who=who)
    now: dict[str, list[Entry]] = {one.key: [] for one in judged if _holds(store, one.key)}
    for entry in store.events(EventFilter(documents=frozenset(now))):
        now[entry["document"]].append(entry)
    found = rescored(judged, now).wire()
    if screen.as_json:
        screen.json({"kind": "audit", **found})
    else:
        show_rescored(found, screen)


def _write(store: Store, path: Path, who: str | None, screen: Screen) -> None:
    from dateline.evaluate.events.judgements import standing
    from dateline.export import files
    from dateline.model import wire

    judged = sorted(standing(store.audits(), who=who), key=lambda one: (one.key, one.trigger))
    with files.whole(path) as out:
        out.writelines(wire.dumps(value) + "\n" for value in _lines(store, judged))
    if screen.as_json:
        screen.json({"kind": "audit export", "output": str(path), "events": len(judged)})
    else:
        screen.show(f"wrote the judgements of {len(judged):,} events to {path}")


def _lines(store: Store, judged: Iterable[Judged]) -> Iterator[dict[str, Any]]:
    from dateline.evaluate.events.judgements import line

    for one in judged:
        if _holds(store, one.key):
            document = store.reading_of(one.key)["document"]
            digest = hashlib.sha256(document["text"].encode("utf-8")).hexdigest()
            yield line(one, report=document["source"]["id"], sha256=digest)
        else:
            yield line(one, report=None, sha256=None)


def _take(store: Store, path: Path, screen: Screen) -> None:
    from dateline.evaluate.events.judgements import read

    known = set(map(_same, store.audits()))
    given = [audit for _, audits in read(path) for audit in audits]
    fresh = [audit for audit in given if _same(audit) not in known and _holds(store, audit.document)]
    store.audit(fresh)
    told = {"kind": "audit import", "judgements": len(given), "taken": len(fresh)}
    if screen.as_json:
        screen.json(told)
    else:
        screen.show(f"took in {len(fresh):,} of {len(given):,} judgements; the others were known, or of other reports")


def _same(audit: Any) -> tuple[object, ...]:
    names = ("who", "judged", "document", "trigger", "field", "verdict")
    return tuple(getattr(audit, name) for name in names)


def _holds(store: Store, document: str) -> bool:
    try:
        return bool(store.reading_of(document)["document"]["id"] == document)
    except UsageError:
        return False


def _text(store: Store, document: str) -> str:
    return str(store.reading_of(document)["document"]["text"])
