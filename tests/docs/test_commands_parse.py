"""Every ``dateline`` call in the documentation is one that the command line understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from docs_pages import ROOT, blocks, inline_code, pages

from dateline.cli.main import app

_PROMPT = re.compile(r"^\s*(?:\$ )?(?:\w+=\S+ )?dateline ")
_ENDS = {"|", ">", ">>", "<", "&&", "&", ";"}


def spoken(page: Path) -> Iterator[str]:
    """The calls of a page: lines of code, and code in the running text."""
    for block in blocks(page, "", "text", "console", "sh"):
        for piece in block.replace("\\\n", " ").splitlines():
            yield from (part for part in piece.split(" | ") if _PROMPT.match(part))
    yield from (code for code in inline_code(page) if code.startswith("dateline "))


def words(call: str) -> list[str]:
    """The arguments of a call, without prompt, redirections and what is written beside it."""
    given = shlex.split(re.split(r" {3,}", call.strip().removeprefix("$ "), maxsplit=1)[0], comments=True)
    given = given[given.index("dateline") + 1 :]
    return given[: next((at for at, word in enumerate(given) if word in _ENDS), len(given))]


def understood(arguments: list[str]) -> None:
    """Raises what the command line raises for ``arguments``."""
    command: Any = typer.main.get_command(app)
    name = "dateline"
    while arguments and arguments[0] in getattr(command, "commands", {}):
        name, command, arguments = arguments[0], command.commands[arguments[0]], arguments[1:]
    if not arguments or arguments == ["--help"]:
        return  # the name of a verb, or its help
    assert not hasattr(command, "commands") or arguments[0].startswith("-"), f"no verb '{arguments[0]}' in '{name}'"
    command.make_context(name, list(arguments))


CALLS = sorted(
    {
        (page.name, call.strip())
        for page in pages()
        for call in spoken(page)
        if "VERB" not in call and "Usage:" not in call
    }
)


@pytest.mark.parametrize(("page", "call"), CALLS)
def test_call_in_the_docs_parses(page: str, call: str) -> None:
    understood(words(call))


def test_calls_are_found_in_the_docs() -> None:
    assert {"README.md", "tour.md", "cli.md"} <= {page for page, _ in CALLS}


def test_an_unknown_option_would_be_noticed() -> None:
    with pytest.raises(Exception, match="--colour"):
        understood(words("$ dateline status --colour red"))


def verbs() -> list[str]:
    """The full names of all verbs."""

    def below(command: Any, name: str) -> Iterator[str]:
        yield name
        for inner, member in getattr(command, "commands", {}).items():
            yield from below(member, f"{name} {inner}")

    return list(below(typer.main.get_command(app), "dateline"))


@pytest.mark.parametrize("verb", verbs())
def test_verb_has_its_heading(verb: str) -> None:
    assert f"\n## {verb}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
