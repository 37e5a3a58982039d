"""Finds the reports that paths stand for: files, folders, globs and standard input, one capture a report."""

from __future__ import annotations

import codecs
import glob
import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from dateline.errors import UsageError, ValueFault
from dateline.model.values import PartialDate
from dateline.stages import Capture

MEDIA = {".txt": "plain", ".md": "plain", ".html": "html", ".htm": "html", ".jsonl": "jsonl"}
STDIN = "-"

_CHUNK = 1 << 20
_BLANK = b" \t\r\n\x0b\x0c"
_PAGE = (b"<!doctype html", b"<html")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A report that could not be taken in, and why."""

    locator: str
    reason: str


def captures(
    paths: Sequence[str], *, limit_bytes: int, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | Refusal]:
    """The reports that ``paths`` stand for, one by one, each read only when it is asked for.

    A folder gives its files with a known suffix, and those of the folders in it, in sorted order, hidden ones left
    out. A glob gives what it matches, in the same way; "-" is standard input. A ``.jsonl`` file gives a capture a
    line, with the locator ``path#LINE``. What is reached twice is read once.

    What cannot be read, is larger than ``limit_bytes`` or has an unknown suffix is a ``Refusal``. Raises
    ``UsageError`` at once for a path that is not there, a folder or glob without reports, and a ``published``
    that is no date.
    """
    if published is not None:
        try:
            PartialDate(published, basis="published")
        except ValueFault as fault:
            raise UsageError(f"the date of publication cannot be {published!r}: {fault}") from fault
    found = [(path, _roots(path)) for path in paths]
    return _Intake(limit=limit_bytes, published=published, stdin=stdin).every(found)


def _roots(path: str) -> tuple[str, ...] | None:
    """The files and folders to look through for a folder or glob; None for a file or standard input, named outright."""
    if os.path.isdir(path):
        roots: tuple[str, ...] = (path,)
    elif path == STDIN or os.path.lexists(path):
        return None
    elif glob.has_magic(path):
        roots = tuple(sorted(glob.glob(path, recursive=True)))
    else:
        raise UsageError(f"no file or folder '{_locator(path)}'")
    if not any(True for root in roots for _ in _reports(root)):
        what = "folder" if roots == (path,) else "glob"
        known = ", ".join(MEDIA)
        raise UsageError(f"the {what} '{_locator(path)}' holds no reports. Reports are files that end in {known}")
    return roots


def _reports(root: str) -> Iterator[str | Refusal]:
    """The files with a known suffix in and below ``root``, in order. A folder that cannot be listed is a refusal.

    A link to a folder is followed unless it leads to where the walk comes by anyway, so that loops end.
    """
    top = os.path.realpath(root)
    linked: set[str] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            if _media(path) is not None:
                yield path
            continue
        if path != root and os.path.islink(path):
            target = os.path.realpath(path)
            if target in linked or os.path.commonpath((target, top)) in (target, top):
                continue
            linked.add(target)
        try:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except OSError as fault:
            yield Refusal(_locator(path), f"cannot be listed: {fault.strerror}")
            continue
        waiting.extend(os.path.join(path, name) for name in reversed(names))


class _Intake:
    """Takes in one list of paths; remembers what it took in already."""

    def __init__(self, *, limit: int, published: str | None, stdin: BinaryIO | None) -> None:
        self._limit = limit
        self._published = published
        self._stdin = stdin
        self._taken: set[str] = set()

    def every(self, found: Sequence[tuple[str, tuple[str, ...] | None]]) -> Iterator[Capture | Refusal]:
        for path, roots in found:
            if roots is None:
                yield from self._standard_input() if path == STDIN else self._file(path)
                continue
            for root in roots:
                for report in _reports(root):
                    if isinstance(report, Refusal):
                        yield report
                    else:
                        yield from self._file(report)

    def _file(self, path: str) -> Iterator[Capture | Refusal]:
        folder, name = os.path.split(path)
        if self._again(os.path.join(os.path.realpath(folder), name)):
            return
        locator, media = _locator(path), _media(path)
        if media is None:
            known = ", ".join(MEDIA)
            yield Refusal(locator, f"no reader for '{PurePath(locator).suffix or locator}'. Known are {known}")
            return
        try:
            state = os.stat(path)
            if not stat.S_ISREG(state.st_mode):
                yield Refusal(locator, "not a file: a device, a pipe or a socket")
            elif media != "jsonl" and state.st_size > self._limit:
                yield self._too_large(locator)
            else:
                with open(path, "rb") as stream:
                    yield from self._stream(locator, media, stream)
        except OSError as fault:
            yield Refusal(locator, f"cannot be read: {fault.strerror}")

    def _stream(self, locator: str, media: str, stream: BinaryIO) -> Iterator[Capture | Refusal]:
        if media == "jsonl":
            yield from self._lines(locator, stream)
        else:
            yield self._whole(locator, media, stream.read(self._limit + 1))

    def _standard_input(self) -> Iterator[Capture | Refusal]:
        """Lines of JSON when the first line is a JSON object, a page when it begins like one, else plain text."""
        if self._again(STDIN):
            return
        stream = self._stdin or sys.stdin.buffer
        head = [stream.readline(self._limit + 1)]
        while head[-1] and not head[-1].strip(_BLANK) and sum(map(len, head)) <= self._limit:
            head.append(stream.readline(self._limit + 1))
        if _is_object(head[-1]):
            yield self._line(STDIN, len(head), head[-1])
            yield from self._lines(STDIN, stream, start=len(head) + 1)
            return
        begun = b"".join(head)
        media = "html" if begun.lstrip(_BLANK)[:20].lower().startswith(_PAGE) else "plain"
        yield self._whole(STDIN, media, begun + stream.read(max(0, self._limit + 1 - len(begun))))

    def _whole(self, locator: str, media: str, raw: bytes) -> Capture | Refusal:
        if len(raw) > self._limit:
            return self._too_large(locator)
        return Capture(locator, media, raw, self._published)

    def _lines(self, locator: str, stream: BinaryIO, start: int = 1) -> Iterator[Capture | Refusal]:
        """A capture a line; blank lines count but give none."""
        empty = start == 1
        for number, line in enumerate(_bounded(stream, self._limit), start):
            if number == 1 and line is not None and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                yield Refusal(locator, "UTF-16 or UTF-32; JSON Lines are always UTF-8")
                return
            if line is None:
                yield self._too_large(f"{locator}#{number}")
            elif line.strip(_BLANK).strip(codecs.BOM_UTF8):
                yield self._line(locator, number, line)
            else:
                continue
            empty = False
        if empty:
            yield Refusal(locator, "holds no report: there is no line with anything in it")

    def _line(self, locator: str, number: int, line: bytes) -> Capture:
        return Capture(f"{locator}#{number}", "jsonl", line.rstrip(b"\r\n"), self._published)

    def _again(self, what: str) -> bool:
        seen = what in self._taken
        self._taken.add(what)
        return seen

    def _too_large(self, locator: str) -> Refusal:
        return Refusal(locator, f"larger than {self._limit:,} bytes, which is the limit (setting input_megabytes)")


def _bounded(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one of more than ``limit`` bytes, which is passed over bit by bit."""
    while line := stream.readline(limit + 2):
        ended = line.endswith(b"\n") or len(line) <= limit
        yield line if ended and len(line.rstrip(b"\r\n")) <= limit else None
        while not ended:
            rest = stream.readline(_CHUNK)
            ended = not rest or rest.endswith(b"\n")


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole JSON object."""
    if not line.lstrip(codecs.BOM_UTF8 + _BLANK).startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _media(path: str) -> str | None:
    return MEDIA.get(PurePath(path).suffix.lower())


def _locator(path: str) -> str:
    """The path as given, with forward slashes; what is not UTF-8 in it is written as ``\\xNN``."""
    tidy = PurePath(path).as_posix() if path else path
    return os.fsencode(tidy).decode("utf-8", "backslashreplace")
