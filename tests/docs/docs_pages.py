"""What the tests of docs and house-keeping share: the project's files, and the pages' text, code and headings."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_TOP_PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")


def pages() -> list[Path]:
    """Every page of the documentation and the pages at the top of the project."""
    return [*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in _TOP_PAGES)]


def blocks(page: Path, *languages: str) -> list[str]:
    """The fenced code of a page in one of ``languages`` ("" for none named)."""
    return [code for language, code in _FENCE.findall(page.read_text(encoding="utf-8")) if language in languages]


def inline_code(page: Path) -> list[str]:
    """What stands between single backticks in the running text of a page."""
    return _INLINE.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))


def without_code(page: Path) -> str:
    """The text of a page without its code."""
    return _INLINE.sub("", _FENCE.sub("", page.read_text(encoding="utf-8")))


def headings(page: Path) -> dict[str, str]:
    """The headings of a page by anchor, as the documentation builder makes anchors."""
    titles = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), flags=re.MULTILINE)
    plain = [re.sub(r"[`*]", "", title).strip() for title in titles]
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower()): title for title in plain}


def table(page: Path, heading: str) -> list[str]:
    """The first cells, without backticks, of the tables under ``heading``."""
    section = re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (wanted,) = [part for part in section if part.startswith(heading + "\n")]
    return re.findall(r"^\| `([^`]+)` \|", wanted, flags=re.MULTILINE)


def project_files() -> list[Path]:
    """The text files of the project that are, or would be, under version control."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
        found = [ROOT / name for name in listed if name]
    else:
        found = [path for path in ROOT.rglob("*") if not _hidden(path)]
    return [path for path in found if path.is_file() and b"\0" not in path.read_bytes()]


def _hidden(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return parts[0] == "site" or "__pycache__" in parts or any(part[0] == "." for part in parts if part != ".ci")
