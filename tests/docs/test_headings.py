"""Everything that can be chosen by name has its heading in the docs."""

from __future__ import annotations

import pkgutil

import pytest
from docs_pages import ROOT, headings

import dateline.extract
from dateline.export import FORMATS

DOCS = ROOT / "docs"


@pytest.mark.parametrize("extractor", [module.name for module in pkgutil.iter_modules(dateline.extract.__path__)])
def test_extractor_has_its_heading(extractor: str) -> None:
    found = {title for page in DOCS.glob("*.md") for title in headings(page).values()}
    assert f"Extractor: {extractor}" in found


@pytest.mark.parametrize("name", FORMATS)
def test_export_format_has_its_heading(name: str) -> None:
    assert name in headings(DOCS / "architecture.md").values()
