"""Reads generated inputs, thousands for each reader, and reports every crash and every input that takes too long.

    python bench/fuzz_readers.py --count 10000 --seed 1

Each input follows from the seed, the reader and its number, so that a finding can be read again with ``--only``.
Ends with 1 when anything was found.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import string
import sys
import time
import tomllib
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import InputError
from dateline.read.all import readers
from dateline.stages import Capture, Reader

LIMIT = 2.0  # seconds of processor time an input may take
STOP = 30  # seconds on the clock after which it is given up
PARAGRAPHS = Path(__file__).parents[1] / "tests/read/paragraphs.toml"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "cp1251", "koi8_r", "gb18030", "cp932",
             "euc_kr", "cp1256", "utf-7", "cp037", "iso2022_jp", "big5", "mac_roman", "cp437")  # fmt: skip
TAGS = ("p", "div", "b", "i", "a", "table", "tr", "td", "ul", "li", "article", "script", "style", "span", "h1", "time",
        "blockquote", "br", "meta", "title", "svg", "form", "pre", "font", "center", "iframe", "noscript")  # fmt: skip


class GivenUp(BaseException):
    """An input took so long that it was stopped; no reader catches this."""


@dataclass
class Tally:
    """What came of one reader's inputs."""

    reader: str
    inputs: int = 0
    documents: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_input: int = -1
    faults: list[str] = field(default_factory=list)


def generated(media: str, seed: int, number: int) -> bytes:
    """Input ``number`` for a reader."""
    source = random.Random(f"{seed}:{media}:{number}")
    way = source.choice(WAYS)
    if media == "jsonl" and source.random() < 0.5:
        return json.dumps({"id": "1", "text": way(source, "plain").decode("utf-8", "surrogateescape")}).encode()
    return way(source, media)


def noise(source: random.Random, media: str) -> bytes:
    return source.randbytes(source.choice((0, 1, 2, 7, 50, 400, 5_000, 40_000)))


def printable(source: random.Random, media: str) -> bytes:
    return "".join(source.choices(string.printable, k=source.choice((1, 20, 300, 5_000)))).encode()


def any_unicode(source: random.Random, media: str) -> bytes:
    points = (
        source.choice((source.randrange(0x250), source.randrange(0x3000), source.randrange(0x110000)))
        for _ in range(300)
    )
    return "".join(map(chr, points)).encode("utf-8", "surrogatepass")


def valid(source: random.Random, media: str) -> bytes:
    text = source.choice(TEXTS)
    if media == "plain":
        return "\n\n".join(source.choices(TEXTS, k=source.randint(1, 4))).encode()
    if media == "jsonl":
        known = {
            name: source.choice((None, text[:40], "2017-04-12")) for name in ("title", "published", "outlet", "url")
        }
        extra = {
            name: _value(source, 0) for name in source.sample(("title", "published", "outlet", "url", "x", "y"), k=3)
        }
        return json.dumps(
            {"id": str(source.randrange(99)), "text": text, **known, **extra}, ensure_ascii=source.random() < 0.5
        ).encode()
    return _page(source, text).encode()


def mutated(source: random.Random, media: str) -> bytes:
    raw = bytearray(valid(source, media))
    for _ in range(source.choice((1, 3, 30))):
        at = source.randrange(len(raw) + 1)
        raw[at : at + source.choice((0, 1, 5))] = source.randbytes(source.choice((0, 1, 4)))
    return bytes(raw)


def truncated(source: random.Random, media: str) -> bytes:
    raw = valid(source, media)
    return raw[source.randrange(len(raw)) :] if source.random() < 0.3 else raw[: source.randrange(len(raw))]


def spliced(source: random.Random, media: str) -> bytes:
    first, second = valid(source, media), valid(source, source.choice(("plain", "html", "jsonl")))
    return first[: source.randrange(len(first))] + second[source.randrange(len(second)) :]


def odd_encoding(source: random.Random, media: str) -> bytes:
    text = valid(source, media).decode()
    if media == "html" and source.random() < 0.5:
        text = f'<meta charset="{source.choice((*ENCODINGS, "nonsense", "unicode_escape", "rot13"))}">' + text
    return text.encode(source.choice(ENCODINGS), "ignore")


def nested(source: random.Random, media: str) -> bytes:
    depth, tag = source.choice((10, 300, 3_000, 30_000)), source.choice(TAGS)
    if media == "jsonl":
        opening, closing = source.choice((("[", "]"), ('{"a":', "}")))
        return (
            f'{{"id":"1","text":"He said yes.","x":{opening * depth}1{closing * source.choice((depth, 0))}}}'.encode()
        )
    tail = f"</{tag}>" * depth if source.random() < 0.5 else ""
    return f"<html><body>{f'<{tag}>' * depth}{source.choice(TEXTS)}{tail}".encode()


def huge(source: random.Random, media: str) -> bytes:
    """A long run of one thing: a line, a tag, an entity, a digit, a bracket. Rarely of a megabyte."""
    unit = source.choice((*UNITS, source.choice(TEXTS)))
    size = source.choice((2_000, 20_000, 200_000)) if source.random() < 0.95 else 1_000_000
    run = unit * (size // len(unit))
    if media == "jsonl":
        return json.dumps({"id": "1", "text": run, source.choice("xy"): run[:1_000]}).encode()
    return run.encode() if media == "plain" or source.random() < 0.4 else _page(source, run).encode()


def tag_soup(source: random.Random, media: str) -> bytes:
    parts = []
    for _ in range(source.choice((10, 200, 2_000))):
        tag = source.choice(TAGS)
        attribute = source.choice(
            ("", " class=date", ' id="published"', ' datetime="2017-04-12"', ' content="2017"', " x='")
        )
        parts.append(
            source.choice((f"<{tag}{attribute}>", f"</{tag}>", f"<{tag}", "&nbsp;", "he said ", "12/04/2017 ", "\x0b"))
        )
    return "".join(parts).encode()


def _value(source: random.Random, depth: int) -> object:
    kind = source.randrange(8 if depth < 3 else 6)
    if kind < 6:
        return (None, True, source.randrange(-5, 10**9), 1e300, source.choice(TEXTS), "2017-04-12")[kind]
    inner = [_value(source, depth + 1) for _ in range(3)]
    return inner if kind == 6 else {f"k{number}": one for number, one in enumerate(inner)}


def _page(source: random.Random, text: str) -> str:
    day = source.choice(("2017-04-12", "12 April 2017", "04/05/2017", "2017-04", "yesterday", ""))
    body = source.choice(
        (f"<p>{text}</p>" * 3, f"<table><tr><td>{text}<br><br>{text}</td></tr></table>", f"<div>{text}</div>")
    )
    head = (
        f'<title>Report</title><meta name="date" content="{day}"><script type="application/ld+json">{{"a":1}}</script>'
    )
    return f"<!doctype html><html lang=en><head>{head}</head><body><span class=date>{day}</span>{body}</body></html>"


UNITS = ("a", "9", " ", "<", ">", "&amp;", "&#x41;", '"', "\\", "{", "<p>", "<!--", "]]>", "\u200d", "\U0001f600",
         "<a href=x>y</a>", "<td>12 April 2017</td>", "\r", "=", "<br>", "<span class=date>2", "\u0301")  # fmt: skip
TEXTS: tuple[str, ...] = tuple(tomllib.loads(PARAGRAPHS.read_text(encoding="utf-8")).values())
WAYS: tuple[Callable[[random.Random, str], bytes], ...] = (
    noise, printable, any_unicode, valid, mutated, mutated, truncated, spliced, odd_encoding, nested, huge, tag_soup,
)  # fmt: skip


def fuzz(reader: Reader, *, count: int, seed: int, first: int = 0) -> Tally:
    """Reads ``count`` inputs and says what came of them."""
    tally = Tally(reader.media)
    _tried(reader, valid(random.Random(seed), reader.media), Tally(reader.media))  # loads what is loaded but once
    for number in range(first, first + count):
        raw = generated(reader.media, seed, number)
        began = time.process_time()
        fault = _tried(reader, raw, tally)
        took = time.process_time() - began
        tally.inputs += 1
        tally.seconds += took
        if took > tally.slowest:
            tally.slowest, tally.slowest_input = took, number
        if took > LIMIT:
            fault = fault or f"took {took:.1f} s for {len(raw)} bytes"
        if fault:
            tally.faults.append(f"{reader.media} input {number}: {fault}")
    return tally


def _tried(reader: Reader, raw: bytes, tally: Tally) -> str | None:
    """Reads one input; a fault is anything but a sound document or an ``InputError``."""
    capture = Capture("input", reader.media, raw)
    try:
        with _alarm():
            document = reader.read(capture)
            document.text.encode("utf-8")
        tally.documents += 1
        return None if document.text.strip() else "a document without text"
    except InputError:
        tally.refused += 1
        return None
    except GivenUp:
        return f"given up after {STOP} s"
    except Exception:  # noqa: BLE001 - finding these is what it is for
        return traceback.format_exc(limit=-3)


@contextmanager
def _alarm() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise GivenUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(STOP)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--count", type=int, default=1_000, help="inputs a reader")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--reader", help="only this reader: plain, html or jsonl")
    options.add_argument("--only", type=int, help="only the input of this number")
    given = options.parse_args()
    found = 0
    for reader in readers():
        if given.reader not in (None, reader.media):
            continue
        alone = given.only is not None
        tally = fuzz(reader, count=1 if alone else given.count, seed=given.seed, first=given.only or 0)
        found += len(tally.faults)
        sys.stdout.write(
            f"{tally.reader}: {tally.inputs} inputs, {tally.documents} documents, {tally.refused} refused, "
            f"{len(tally.faults)} faults, {tally.seconds:.1f} s, "
            f"slowest {tally.slowest:.3f} s (input {tally.slowest_input})\n"
        )
        sys.stdout.writelines(f"  {fault}\n" for fault in tally.faults)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
