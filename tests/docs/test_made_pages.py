"""Pages that tools write are current."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from docs_pages import ROOT


def tool(name: str) -> ModuleType:
    """A script of ``tools/`` as a module."""
    found = importlib.util.spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_commands_page_is_what_the_command_line_says() -> None:
    made = tool("cli_reference").page()
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == made, "run tools/cli_reference.py"
