"""The one tree of errors. A message names the value, what is allowed and, where known, the likely cause."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class DatelineError(Exception):
    """Anything Dateline says no to. ``exit_code`` is what the command line ends with."""

    exit_code = 2


class UsageError(DatelineError):
    """What was asked cannot be done as asked: an unknown name, a path that is not there."""


class InputError(DatelineError):
    """A report cannot be read: not text, empty, too large, broken. Other reports are not touched by it."""

    exit_code = 1


class AnchorError(DatelineError):
    """A span that does not lie in its text, or words that are not the text's."""

    exit_code = 1


class ValueFault(DatelineError):
    """A date or quantity that cannot be: the 31st of June, a range that runs backwards."""


class StageError(DatelineError):
    """The stages of the pipeline do not fit: one needs what none before it gives."""


class StoreError(DatelineError):
    """The store cannot be used: not a store, of a newer version, locked, full."""

    exit_code = 3


class GazetteerError(DatelineError):
    """A gazetteer cannot be used or compiled: no such file, another format, a source without what it needs."""

    exit_code = 3


class ModelMissing(DatelineError):
    """The language model cannot be loaded."""

    exit_code = 3


def unknown(what: str, value: str, choices: Iterable[str]) -> UsageError:
    """The error for a name that is none of ``choices``; it lists them and the nearest one."""
    known = sorted(choices)
    near = get_close_matches(value, known, n=1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return UsageError(f"no {what} '{value}'. Choices: {', '.join(known)}.{hint}")
