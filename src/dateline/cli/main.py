"""The ``dateline`` command: its verbs, and what it ends with when something is wrong."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from dateline.cli import audit, bench, check, code, events, gazetteer, judge, look, out, read, where
from dateline.cli.options import INTERRUPTED, examples
from dateline.cli.screen import complain
from dateline.cli.verbs import Verbs
from dateline.errors import DatelineError


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


app = typer.Typer(
    cls=Verbs,
    name="dateline",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "dateline read reports/                     read a folder into the store",
        "dateline statements --speaker Ivanova      who said what",
        "dateline events --type ASSAULT             what happened, and who reports it",
        'dateline find "gas pipeline"               search reports and statements',
        "dateline show reports/a.txt                one report with its statements marked",
        "dateline scan a.txt --json                 read without a store, print JSON",
        closing="Exit codes: 0 done, 1 done in part, 2 usage, 3 the store cannot be used.",
    ),
)


@app.callback()
def _dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads news reports and keeps who said what and what happened, each entry tied to the words it came from."""


for _room in (read, look, where, events, judge, audit, out, check, gazetteer, code, bench):
    _room.add_to(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb and says what the process is to end with. Errors go to standard error, one message each."""
    _streams()
    try:
        code = app(args=arguments, prog_name="dateline", standalone_mode=False)
    except DatelineError as fault:
        complain(f"error: {fault}")
        return fault.exit_code
    except typer.TyperException as fault:
        return _misused(fault)
    except SystemExit as end:  # the verb has said all there is to say
        return end.code if isinstance(end.code, int) else 1
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except OSError as fault:
        complain(f"error: {fault.strerror or fault}" + (f": {fault.filename}" if fault.filename else ""))
        return 1
    if code == INTERRUPTED:
        complain("stopped.")
    return code if isinstance(code, int) else 0


def run() -> None:
    """The entry of the ``dateline`` command."""
    code = main()
    sys.exit(_flushed(code))


def _misused(fault: typer.TyperException) -> int:
    message = fault.format_message()
    if message.startswith("Usage:"):  # no verb was given: the help is the message
        complain(message)
        return fault.exit_code
    hint = getattr(getattr(fault, "ctx", None), "command_path", "dateline")
    complain(f"error: {message[:1].lower()}{message[1:]}\nTry '{hint} --help'.")
    return fault.exit_code


def _streams() -> None:
    """Makes standard output accept any text, also where it is closed or in a narrow encoding."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _flushed(code: int) -> int:
    """``code``, or 1 when what was printed cannot be written; a reader that went away is no error worth a word."""
    try:
        sys.stdout.flush()
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if fault.errno != errno.EPIPE:
            complain(f"error: cannot write the output: {fault.strerror}")
        return code or 1
    return code
