"""Everything that can be chosen by name has its heading in the docs."""

from __future__ import annotations

import pkgutil
import re

import pytest
from docs_pages import ROOT, headings

import dateline.extract
from dateline.export import FORMATS

DOCS = ROOT / "docs"
FOLDERS = [module.name for module in pkgutil.iter_modules(dateline.extract.__path__) if module.ispkg]


@pytest.mark.parametrize("extractor", FOLDERS)
def test_extractor_has_its_heading(extractor: str) -> None:
    found = {title for page in DOCS.glob("*.md") for title in headings(page).values()}
    assert f"Extractor: {extractor}" in found


@pytest.mark.parametrize("name", FORMATS)
def test_export_format_has_its_heading(name: str) -> None:
    assert name in headings(DOCS / "architecture.md").values()


def test_stages_of_the_registry_stand_in_the_architecture() -> None:
    code = (ROOT / "src" / "dateline" / "registry.py").read_text(encoding="utf-8")
    stages = re.findall(r"import (\w+(?:Marker|Extractor|Resolver))\b", code)
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert stages
    assert [stage for stage in stages if f"| `{stage}` |" not in page] == []


def test_rooms_stand_in_the_architecture() -> None:
    rooms = [path for path in (ROOT / "src" / "dateline").iterdir() if path.is_dir() or path.suffix == ".py"]
    names = [f"{room.name}/" if room.is_dir() else room.name for room in rooms if not room.name.startswith("__")]
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in page] == []
