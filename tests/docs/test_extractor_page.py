"""The extractor that docs/adding-an-extractor.md builds runs, fits the contract and passes the tests on the page."""

from __future__ import annotations

from typing import Any

from docs_pages import ROOT, blocks

from dateline.pipeline import Language


def page_code() -> dict[str, Any]:
    """What the Python blocks of the page define, run in order as one module."""
    space: dict[str, Any] = {"__name__": "page"}
    for code in blocks(ROOT / "docs" / "adding-an-extractor.md", "python"):
        exec(compile(code, "adding-an-extractor.md", "exec"), space)
    return space


def test_tests_on_the_page_pass() -> None:
    space = page_code()
    tests = [value for name, value in space.items() if name.startswith("test_")]
    assert tests
    for test in tests:
        test()


def test_example_declares_what_it_needs() -> None:
    class Parts:
        name = "parts"
        needs: frozenset[type] = frozenset()
        gives = page_code()["HeadlineColons"].needs

    Language(markers=(Parts(),), extractors=(page_code()["HeadlineColons"](),), resolvers=())
