"""``dateline merge``, ``split``, ``decisions`` and ``undo``: what people decide, and take back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.report import hanging, indented, joined
from dateline.cli.screen import Screen

if TYPE_CHECKING:
    from dateline.store import Decision

Because = Annotated[str, typer.Option("--because", metavar="WHY", help="The reason; it is kept.")]
Who = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides. [default: your user name]", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(
        epilog=options.examples(
            'dateline merge "Marta Kolven" "M. Kolven" --because "same office, same week"',
            'dateline merge 3f2a9c actor:csto --because "the alliance under its old name"',
        )
    )(merge)
    app.command(
        epilog=options.examples(
            'dateline split 3f2a9c --because "the mayor, not the minister"',
            'dateline split "Marta Kolven" --report reports/a.txt --because "another person of that name"',
        )
    )(split)
    app.command(epilog=options.examples("dateline decisions", "dateline decisions --json"))(decisions)
    app.command(epilog=options.examples("dateline undo 3"))(undo)


def merge(
    one: Annotated[str, typer.Argument(metavar="ENTITY|NAME", help="An id, the start of one, or a name.")],
    other: Annotated[str, typer.Argument(metavar="ENTITY|NAME", help="The one that it is the same as.")],
    because: Because,
    who: Who = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Put together what is one: two actors or places that the reports name differently.

    They are listed as one from then on, also in what is read later. 'dateline undo' takes it back.
    """
    from dateline.config import settings
    from dateline.store import Store

    with Store.open(settings(store=store).store, create=False) as opened:
        number = opened.merge(one, other, who=named_or_user(who), because=because)
        _told(_decision(opened, number), Screen(as_json=as_json))


def split(
    entity: Annotated[str, typer.Argument(metavar="ENTITY|NAME", help="An id, the start of one, or a name.")],
    because: Because,
    report: Annotated[
        str | None, typer.Option("--report", metavar="ID|PATH", help="The report whose entity is meant.")
    ] = None,
    who: Who = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Take the entity of one report out of what it was put together with.

    It is listed apart from then on, also when the report is read anew. 'dateline undo' takes it back.
    """
    from dateline.config import settings
    from dateline.store import Store

    with Store.open(settings(store=store).store, create=False) as opened:
        number = opened.split(entity, who=named_or_user(who), because=because, report=report)
        _told(_decision(opened, number), Screen(as_json=as_json))


def decisions(store: options.Store = None, as_json: options.Json = False) -> None:
    """List what was decided, in order, and what of it was taken back."""
    from dateline.config import settings
    from dateline.store import Store

    screen = Screen(as_json=as_json)
    found = 0
    with Store.open(settings(store=store).store, create=False) as opened:
        for one in opened.decisions():
            found += 1
            _told(one, screen)
    if not found and not as_json:
        screen.show("no decisions")


def undo(
    decision: Annotated[int, typer.Argument(metavar="N", help="The number that 'dateline decisions' shows.")],
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Take a decision back. It stays in the list, with the time."""
    from dateline.config import settings
    from dateline.store import Store

    with Store.open(settings(store=store).store, create=False) as opened:
        opened.withdraw(decision)
        _told(_decision(opened, decision), Screen(as_json=as_json))


def _decision(opened: object, number: int) -> Decision:
    from dateline.store import Store

    assert isinstance(opened, Store)
    return next(one for one in opened.decisions() if one.id == number)


def _told(one: Decision, screen: Screen) -> None:
    if screen.as_json:
        screen.json({"kind": "decision", **asdict(one)})
        return
    names = " and ".join(one.payload.get("names", ())) or one.subject
    taken_back = f"taken back {one.withdrawn}" if one.withdrawn else None
    screen.show(hanging((f"{one.id:>3}  {one.what}", "bold"), f"  {joined(names, taken_back)}", by=5))
    ids = joined(one.subject, one.payload.get("with"), one.payload.get("from"))
    because = one.payload.get("because")
    screen.show(indented(joined(f"because: {because}" if because else None, one.who, one.decided), by=5))
    screen.show(indented(ids, by=5, style="dim"))


def named_or_user(given: str | None) -> str:
    """The name given with --by, else that of the user; ``UsageError`` where there is neither."""
    from getpass import getuser

    from dateline.errors import UsageError

    if given is not None:
        return given
    try:
        return getuser()
    except (KeyError, OSError) as fault:
        raise UsageError("it cannot be told who decides: give a name with --by") from fault
