from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.intake import Refusal, captures
from dateline.stages import Capture

LIMIT = 1_000


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, content: str | bytes = "He said yes.") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)


def take(*paths: str, limit: int = LIMIT, published: str | None = None, stdin: bytes = b"") -> list[Capture | Refusal]:
    return list(captures(paths, limit_bytes=limit, published=published, stdin=io.BytesIO(stdin)))


def locators(*paths: str) -> list[str]:
    return [one.locator for one in take(*paths)]


def refused(*paths: str, **options: int) -> dict[str, str]:
    return {one.locator: one.reason for one in take(*paths, **options) if isinstance(one, Refusal)}


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.txt", "plain"),
        ("a.md", "plain"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("A.TXT", "plain"),
        ("a.b.Html", "html"),
    ],
)
def test_the_suffix_says_how_a_file_is_read(name: str, media: str) -> None:
    write(name, b"\xef\xbb\xbfHe said\r\nyes.\n\n")
    assert take(name) == [Capture(name, media, b"\xef\xbb\xbfHe said\r\nyes.\n\n")]


def test_a_folder_gives_its_known_files_in_sorted_order() -> None:
    for name in ("r/b.txt", "r/a.md", "r/c/d.html", "r/c/a/z.txt", "r/B.txt", "r/photo.png", "r/notes.json"):
        write(name)
    assert locators("r") == ["r/B.txt", "r/a.md", "r/b.txt", "r/c/a/z.txt", "r/c/d.html"]


def test_hidden_files_and_folders_are_left_out_of_a_folder() -> None:
    for name in ("r/a.txt", "r/.b.txt", "r/.git/c.txt"):
        write(name)
    assert locators("r") == ["r/a.txt"]


def test_a_hidden_file_that_is_named_is_read() -> None:
    write(".b.txt")
    assert locators(".b.txt") == [".b.txt"]


@pytest.mark.parametrize("given_as", ["./r//a.txt", "r/./a.txt", "r/a.txt"])
def test_the_locator_is_the_path_as_given_tidied(given_as: str) -> None:
    write("r/a.txt")
    assert locators(given_as) == ["r/a.txt"]


def test_an_absolute_path_stays_absolute(tmp_path: Path) -> None:
    write("a.txt")
    assert locators(str(tmp_path)) == [f"{tmp_path.as_posix()}/a.txt"]


def test_the_current_folder_gives_plain_names() -> None:
    write("a.txt")
    assert locators(".") == ["a.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write("r/a.txt")
    write("r/b.txt")
    assert locators("r/b.txt", "r", "./r/a.txt", "r/*.txt", str(tmp_path / "r"), "r/../r/a.txt") == [
        "r/b.txt",
        "r/a.txt",
    ]


def test_a_glob_gives_what_it_matches_in_sorted_order() -> None:
    for name in ("r/b.txt", "r/a.txt", "r/c.md", "r/deep/d.txt", "r/.e.txt"):
        write(name)
    assert locators("r/*.txt") == ["r/a.txt", "r/b.txt"]
    assert locators("r/**/*.txt") == ["r/a.txt", "r/b.txt", "r/deep/d.txt"]
    assert locators("*") == ["r/a.txt", "r/b.txt", "r/c.md", "r/deep/d.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file() -> None:
    write("report[1].txt")
    write("report1.txt")
    assert locators("report[1].txt") == ["report[1].txt"]


def test_an_unknown_suffix_that_is_named_is_refused_with_those_known() -> None:
    write("a.pdf")
    assert refused("a.pdf") == {"a.pdf": "no reader for '.pdf'. Known are .txt, .md, .html, .htm, .jsonl"}


def test_a_name_without_a_suffix_is_refused() -> None:
    write("README")
    assert refused("README") == {"README": "no reader for 'README'. Known are .txt, .md, .html, .htm, .jsonl"}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.txt", "no file or folder 'gone.txt'"),
        ("", "no file or folder ''"),
        ("*.txt", r"the glob '\*.txt' holds no reports"),
        ("empty", "the folder 'empty' holds no reports. Reports are files that end in .txt, .md, .html, .htm, .jsonl"),
        ("pictures", "the folder 'pictures' holds no reports"),
        ("pictures/*", r"the glob 'pictures/\*' holds no reports"),
    ],
)
def test_a_path_without_reports_is_a_usage_error_at_once(path: str, message: str) -> None:
    Path("empty").mkdir()
    write("pictures/a.png")
    with pytest.raises(UsageError, match=message):
        captures([path], limit_bytes=LIMIT)


@pytest.mark.parametrize("published", ["yesterday", "2017-02-30", "2017-04-12T10:00", "٢٠١٧", ""])
def test_a_date_of_publication_that_is_none_is_a_usage_error_at_once(published: str) -> None:
    write("a.txt")
    with pytest.raises(UsageError, match=f"the date of publication cannot be '{published}'"):
        captures(["a.txt"], limit_bytes=LIMIT, published=published)


def test_every_capture_carries_the_given_date() -> None:
    write("a.txt")
    write("b.jsonl", '{"id": "1"}\n')
    taken = take("a.txt", "b.jsonl", "-", published="2017-04", stdin=b"x")
    assert [one.published for one in taken if isinstance(one, Capture)] == ["2017-04"] * 3


def test_each_line_of_a_jsonl_file_is_a_capture_and_blank_ones_only_count() -> None:
    write("a.jsonl", '{"id": "1"}\n\n  \r\n{"id": "2"}\r\nnonsense')
    assert take("a.jsonl") == [
        Capture("a.jsonl#1", "jsonl", b'{"id": "1"}'),
        Capture("a.jsonl#4", "jsonl", b'{"id": "2"}'),
        Capture("a.jsonl#5", "jsonl", b"nonsense"),
    ]


@pytest.mark.parametrize("content", ["", "\n\n \n", "\ufeff\n"])
def test_a_jsonl_file_without_lines_is_refused(content: str) -> None:
    write("a.jsonl", content)
    assert refused("a.jsonl") == {"a.jsonl": "holds no report: there is no line with anything in it"}


def test_a_jsonl_file_in_utf_16_is_refused_once() -> None:
    write("a.jsonl", '{"id": "1"}\n{"id": "2"}\n'.encode("utf-16"))
    assert refused("a.jsonl") == {"a.jsonl": "UTF-16 or UTF-32; JSON Lines are always UTF-8"}


def test_a_file_above_the_limit_is_refused() -> None:
    write("a.txt", b"x" * (LIMIT + 1))
    write("b.txt", b"x" * LIMIT)
    assert refused("a.txt", "b.txt") == {
        "a.txt": "larger than 1,000 bytes, which is the limit (setting input_megabytes)"
    }


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_line_of_just_the_limit_is_taken(end: bytes) -> None:
    write("a.jsonl", b"x" * LIMIT + end)
    assert take("a.jsonl") == [Capture("a.jsonl#1", "jsonl", b"x" * LIMIT)]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize("over", [1, 2, 3, 5_000])
def test_a_line_above_the_limit_is_refused_and_the_rest_read(over: int, end: bytes) -> None:
    write("a.jsonl", b'{"id": "1"}\n' + b"x" * (LIMIT + over) + (b'\n{"id": "3"}' if end else b"") + end)
    taken = take("a.jsonl")
    assert [one.locator for one in taken] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"][: 3 if end else 2]
    assert [isinstance(one, Refusal) for one in taken] == [False, True, False][: len(taken)]


class HugeLine(io.BytesIO):
    """A line of fifty megabytes, then a short one; remembers how much was ever asked for at once."""

    left, most = 50_000_000, 0

    def readline(self, size: int | None = -1) -> bytes:
        assert size is not None
        self.most = max(self.most, size if size >= 0 else self.left)
        given = min(size, self.left)
        self.left -= given
        return b"x" * given or super().readline(size)


def test_a_huge_line_is_never_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.jsonl", '{"id": "1"}')
    stream = HugeLine(b'\n{"id": "2"}\n')
    monkeypatch.setattr("builtins.open", lambda *_: stream)
    taken = take("a.jsonl")
    assert [(one.locator, type(one)) for one in taken] == [("a.jsonl#1", Refusal), ("a.jsonl#2", Capture)]
    assert stream.most <= 1 << 20


def test_a_file_above_the_limit_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", b"x" * (LIMIT + 1))
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("it was opened"))
    assert list(refused("a.txt")) == ["a.txt"]


def test_files_are_read_only_when_asked_for() -> None:
    write("a.txt", "first")
    write("b.txt", "second")
    taken = captures(["a.txt", "b.txt"], limit_bytes=LIMIT)
    assert next(taken) == Capture("a.txt", "plain", b"first")
    write("b.txt", "changed")
    assert next(taken) == Capture("b.txt", "plain", b"changed")


def test_a_file_that_vanished_is_refused_and_the_rest_read() -> None:
    write("a.txt")
    write("b.txt")
    taken = captures(["a.txt", "b.txt"], limit_bytes=LIMIT)
    os.remove("a.txt")
    assert [next(taken), next(taken)] == [
        Refusal("a.txt", "cannot be read: No such file or directory"),
        Capture("b.txt", "plain", b"He said yes."),
    ]


def test_a_file_without_permission_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")

    def forbid(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", forbid)
    assert refused("a.txt") == {"a.txt": "cannot be read: Permission denied"}


def test_a_folder_without_permission_is_refused_and_the_rest_read(monkeypatch: pytest.MonkeyPatch) -> None:
    write("r/a/x.txt")
    write("r/b.txt")
    listed: Callable[[str], list[str]] = os.listdir

    def forbid(path: str) -> list[str]:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", forbid)
    assert take("r") == [
        Refusal("r/a", "cannot be listed: Permission denied"),
        Capture("r/b.txt", "plain", b"He said yes."),
    ]


def test_a_pipe_is_refused_and_not_waited_for() -> None:
    os.mkfifo("a.txt")
    assert refused("a.txt") == {"a.txt": "not a file: a device, a pipe or a socket"}


def test_a_link_to_nowhere_is_refused() -> None:
    os.symlink("gone", "a.txt")
    assert refused("a.txt") == {"a.txt": "cannot be read: No such file or directory"}


def test_links_that_lead_round_in_a_circle_end() -> None:
    write("r/a/x.txt")
    os.symlink("..", "r/a/up")
    os.symlink("../..", "r/a/further")
    os.symlink("a", "r/again")
    os.symlink("itself.txt", "r/itself.txt")
    assert [(one.locator, type(one)) for one in take("r")] == [("r/a/x.txt", Capture), ("r/itself.txt", Refusal)]


def test_a_link_to_a_folder_elsewhere_is_followed_once() -> None:
    write("r/a.txt")
    write("elsewhere/b.txt")
    os.symlink("../elsewhere", "elsewhere/round")
    os.symlink("../elsewhere", "r/one")
    os.symlink("../elsewhere", "r/two")
    assert locators("r") == ["r/a.txt", "r/one/b.txt"]


def test_a_name_that_is_not_utf_8_is_shown_escaped() -> None:
    Path("r").mkdir()
    with open(b"r/caf\xe9.txt", "wb") as file:
        file.write(b"He said yes.")
    assert take("r") == [Capture("r/caf\\xe9.txt", "plain", b"He said yes.")]


@pytest.mark.parametrize(
    "content",
    [b"He said yes.\r\n", b"\n\n{ not json }\n", b'{\n "id": "1"\n}\n', b"", b"[1]\n", b'{"a": 1} and more\n'],
)
def test_standard_input_is_plain_text(content: bytes) -> None:
    assert take("-", stdin=content) == [Capture("-", "plain", content)]


def test_standard_input_that_begins_with_an_object_is_jsonl() -> None:
    assert take("-", stdin=b'\n {"id": "1"}\n\n{broken\n') == [
        Capture("-#2", "jsonl", b' {"id": "1"}'),
        Capture("-#4", "jsonl", b"{broken"),
    ]


@pytest.mark.parametrize("content", [b"\n<!DOCTYPE html><html></html>", b"<html lang=en>\n<p>x"])
def test_standard_input_that_begins_like_a_page_is_html(content: bytes) -> None:
    assert take("-", stdin=content) == [Capture("-", "html", content)]


@pytest.mark.parametrize("content", [b"x" * (LIMIT + 1), b"x\n" * LIMIT, b"\n" * (LIMIT + 1)])
def test_standard_input_above_the_limit_is_refused(content: bytes) -> None:
    assert [type(one) for one in take("-", stdin=content)] == [Refusal]


def test_standard_input_is_read_once() -> None:
    assert len(take("-", "-", stdin=b"He said yes.")) == 1


@given(st.lists(st.sampled_from([b"\n", b"\r\n", b" ", b"{}", b"x" * 40, b"\xef\xbb\xbf", b'{"id": 1}']), max_size=12))
def test_no_line_is_lost_or_changed(parts: list[bytes]) -> None:
    content = b'{"id": 0}\n' + b"".join(parts)
    taken = take("-", limit=60, stdin=content)
    lines = [line.rstrip(b"\r") for line in content.split(b"\n")]
    for one in taken:
        line = lines[int(one.locator.partition("#")[2]) - 1]
        assert len(line) > 60 if isinstance(one, Refusal) else line == one.raw
    assert len(taken) == sum(bool(line.strip().strip(b"\xef\xbb\xbf")) for line in lines)


def test_the_lines_are_those_that_json_reads() -> None:
    reports = [{"id": str(number), "text": "He said\u2028yes.\u0085"} for number in range(20)]
    write("a.jsonl", "\n".join(json.dumps(one, ensure_ascii=False) for one in reports))
    assert [json.loads(one.raw) for one in take("a.jsonl", limit=9_999) if isinstance(one, Capture)] == reports
