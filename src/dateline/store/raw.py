"""Captured bytes: packed for the store, and checked against their hash when they are taken out."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from sqlalchemy import Row

from dateline.errors import StoreError
from dateline.stages import Capture


def sha256(raw: bytes) -> str:
    """The hash that a capture's bytes are known by, in hex digits."""
    return hashlib.sha256(raw).hexdigest()


def packed(raw: bytes) -> bytes:
    """The bytes as they are stored."""
    return zlib.compress(raw)


def capture(row: Row[Any]) -> Capture:
    """The capture in a row of ``captures``; ``StoreError`` when its bytes are not those that came in."""
    try:
        raw = zlib.decompress(row.packed)
    except zlib.error as fault:
        raise _damaged(row, str(fault)) from fault
    if sha256(raw) != row.sha256:
        raise _damaged(row, "its hash is another")
    return Capture(locator=row.locator, media=row.media, raw=raw, published=row.published)


def _damaged(row: Row[Any], why: str) -> StoreError:
    return StoreError(
        f"the bytes captured from '{row.locator}' are damaged in the store ({why}). Restore it from a copy"
    )
