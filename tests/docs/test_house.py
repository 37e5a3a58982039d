"""House-keeping: what every file of the project keeps to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from docs_pages import ROOT, project_files

FILES = project_files()
PACKAGE = ROOT / "src" / "dateline"
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
_MACHINE = re.compile(r"(?:^|[^\w.:/*])/(?:home|root|mnt|work|Users)/\w", re.MULTILINE)
_REGISTRIES = tuple(f"{host}.{end}" for host, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org")))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def readable(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert [name(path) for path in FILES if _MACHINE.search(readable(path))] == []


def test_no_file_names_a_package_registry() -> None:
    assert [name(path) for path in FILES if any(host in readable(path) for host in _REGISTRIES)] == []


def test_modules_hold_one_idea() -> None:
    long = {name(path): len(readable(path).splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {module: lines for module, lines in long.items() if lines > 350} == {}


def test_import_contract_names_every_room() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = [one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    named = {
        re.sub(r"[()]|^dateline\.", "", part.strip()) for layer in layers["layers"] for part in re.split(r"[|:]", layer)
    }
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} == named


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_pins_and_hashes_everything(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", readable(lock), flags=re.MULTILINE))
    assert [entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_names_no_place_to_fetch_from(lock: Path) -> None:
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links| @ ", readable(lock)) == []


def test_both_locks_pin_the_same_versions() -> None:
    run, dev = (set(re.findall(r"^[a-z0-9._-]+==\S+", readable(lock), flags=re.MULTILINE)) for lock in LOCKS)
    assert run <= dev


def test_locks_hold_every_declared_dependency() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    asked = [
        *settings["project"]["dependencies"],
        *groups["build"],
        *(one for one in groups["dev"] if type(one) is str),
    ]
    names = {re.split(r"[<>=!~\[; ]", one, maxsplit=1)[0].lower() for one in asked}
    assert names <= set(re.findall(r"^([a-z0-9._-]+)==", readable(LOCKS[1]), flags=re.MULTILINE))


def test_every_locked_package_has_its_licence_listed() -> None:
    locked = re.findall(r"^([a-z0-9._-]+)==", readable(LOCKS[1]), flags=re.MULTILINE)
    listed = re.findall(r"^\| (\S+) \|", readable(ROOT / "docs" / "licences.md"), flags=re.MULTILINE)
    assert set(locked) == set(listed) - {"package"}


DATA = sorted(path for path in (PACKAGE / "vocab" / "data").rglob("*") if path.suffix in {".toml", ".csv"})


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_vocabulary_file_begins_with_its_licence(path: Path) -> None:
    assert re.search(r"Apache-2\.0|[Ll]icen[cs]e", header(path))


def test_notice_names_vocabulary_under_another_licence() -> None:
    notice = readable(ROOT / "NOTICE")
    foreign = [path.name for path in DATA if "Apache-2.0" not in header(path)]
    assert [file for file in foreign if file not in notice] == []


def header(path: Path) -> str:
    """The comment at the top of a file."""
    return re.match(r"(?:#.*\n|\n)*", readable(path)).group()
