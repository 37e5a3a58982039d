"""What is no text: binary files by their first bytes, NUL, lone surrogates, control characters, nothing at all."""

from __future__ import annotations

import codecs
import re

from dateline.errors import InputError

_KINDS = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"%PDF-", "a PDF file"),
    (b"%!PS-Adobe", "a PostScript file"),
    (b"{\\rtf1", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 0.1
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def check_bytes(raw: bytes) -> None:
    """Raises ``InputError`` for bytes that are no text: it says what they are where their beginning tells."""
    for beginning, kind in _KINDS:
        if raw.startswith(beginning):
            raise InputError(f"not text: {kind}")
    if raw.startswith(_WIDE):
        return
    at = raw.find(b"\x00")
    if at < 0:
        return
    if raw.count(b"\x00", 0, 1000) >= 0.3 * len(raw[:1000]):
        raise InputError(f"not text: NUL at byte {at}. UTF-16 or UTF-32 without a byte order mark? Save it as UTF-8")
    raise InputError(f"not text: binary, with NUL at byte {at}")


def check_text(text: str) -> None:
    """Raises ``InputError`` for a text that is empty or white space only, or too full of control characters."""
    if not text.strip().strip(_INVISIBLE).strip():
        raise InputError("no text: empty, or white space only")
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROLS * len(text):
        raise InputError(f"not text: {controls} of {len(text)} characters are control characters")


def check_string(text: str, place: str) -> None:
    """Raises ``InputError`` for NUL and for a lone surrogate, which no text can hold; it names the ``place``."""
    found = _SURROGATE.search(text)
    if found is not None:
        raise InputError(f"{place} holds a lone surrogate, U+{ord(found[0]):04X}, at character {found.start()}")
    at = text.find("\x00")
    if at >= 0:
        raise InputError(f"{place} holds NUL at character {at}")
