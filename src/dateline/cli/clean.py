"""Makes words from outside safe to show: nothing in them can steer the terminal or turn the line around."""

from __future__ import annotations

from collections.abc import Iterator

_SHOWN = "\N{REPLACEMENT CHARACTER}"
_OVERRIDES = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # marks that change the direction of what follows


def _replacements() -> Iterator[tuple[int, str]]:
    for code in range(0x20):
        yield code, chr(0x2400 + code)  # the picture of the control character: ESC becomes ␛
    yield 0x7F, "\N{SYMBOL FOR DELETE}"
    for code in (*range(0x80, 0xA0), *_OVERRIDES, *range(0xD800, 0xE000)):
        yield code, _SHOWN
    yield from ((ord("\n"), "\n"), (ord("\t"), " "), (0x2028, " "), (0x2029, " "))


_TABLE = dict(_replacements())
_LINE = {**_TABLE, ord("\n"): " "}
_JSON = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *_OVERRIDES)}


def block(text: str) -> str:
    """``text`` with its lines kept and every character that a terminal would act on made visible."""
    return text.replace("\r\n", "\n").translate(_TABLE)


def line(text: str) -> str:
    """``text`` as ``block`` makes it, on one line."""
    return text.replace("\r\n", " ").translate(_LINE)


def json_line(text: str) -> str:
    """JSON ``text``, the same value, with the characters escaped that JSON leaves and a terminal would act on."""
    return text.translate(_JSON)


def short(text: str, size: int) -> str:
    """``text`` on one line without runs of white space, cut after ``size`` characters."""
    words = " ".join(line(text).split())
    return words if len(words) <= size else words[: size - 1].rstrip() + "…"
