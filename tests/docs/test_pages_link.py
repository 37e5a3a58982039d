"""Links in the documentation lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs_pages import headings, pages, without_code

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def relative_links() -> list[tuple[Path, str]]:
    return [
        (page, target)
        for page in pages()
        for target in _LINK.findall(without_code(page))
        if not re.match(r"[a-z]+:", target)
    ]


@pytest.mark.parametrize(("page", "target"), relative_links(), ids=lambda value: getattr(value, "name", value))
def test_relative_link_resolves(page: Path, target: str) -> None:
    name, _, anchor = target.partition("#")
    aimed = (page.parent / name).resolve() if name else page
    assert aimed.exists()
    assert not anchor or anchor in headings(aimed)
