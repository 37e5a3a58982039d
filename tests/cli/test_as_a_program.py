"""The command as a program: streams, signals, limits and terminals, with real worker processes."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = [sys.executable, str(Path(__file__).with_name("small_dateline.py"))]
REPORT = (
    "Invented report number {}.\n\nAda Quill said it rains in the town of Marrowgate. Nobody in the council denied "
    "that this was so, and the people who live by the river have been told that they should stay in their houses for "
    "the rest of the week. "
    "The ferry will not run until the water is lower, which may be on Sunday or later than that.\n"
)  # long enough to be known for English by its words alone, so that no worker loads a model


def call(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=120, check=False, **options)


def written(count: int, words: str = "") -> None:
    Path("in").mkdir(exist_ok=True)
    for number in range(count):
        Path(f"in/{number:03}.txt").write_text(REPORT.format(number) + words, encoding="utf-8")


def on_a_terminal(*arguments: str, **variables: str) -> str:
    """What the program sends to a terminal, from both its streams."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", **variables}
    with subprocess.Popen([*PROGRAM, *arguments], stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        sent = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            sent += piece
        process.wait(60)
    os.close(ours)
    return sent.decode("utf-8")


def test_any_number_of_workers_gives_the_same_bytes() -> None:
    written(20)
    one, two = (call("scan", "in", "--json", "--workers", workers) for workers in ("1", "2"))
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 20
    assert (one.returncode, one.stderr) == (0, "")


def test_the_first_record_comes_before_the_last_report_is_read() -> None:
    written(60, "SLOW")
    with subprocess.Popen([*PROGRAM, "scan", "in", "--json"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        still_reading = process.poll() is None
        process.stdout.read()
    assert json.loads(first)["document"]["text"].startswith("Invented report number 0.")
    assert still_reading


def test_a_reader_that_goes_away_is_no_error_worth_a_word() -> None:
    written(40, "The road over the hill is open again, and the ferry goes on Sundays too. " * 60)
    call("read", "in")
    for arguments in (("scan", "in", "--json"), ("show", "in/001.txt"), ("export", "--format", "jsonl")):
        with subprocess.Popen(
            [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == ""


def test_output_that_cannot_be_written_is_an_error() -> None:
    written(1)
    with open("/dev/full", "w", encoding="utf-8") as full:
        said = subprocess.run(
            [*PROGRAM, "scan", "in", "--json"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert said.returncode == 1
    assert said.stderr.startswith("error: ")
    assert "No space left on device" in said.stderr
    assert "Traceback" not in said.stderr


def interrupted(sign: signal.Signals) -> subprocess.CompletedProcess[str]:
    """Starts a read, sends the whole process group ``sign`` after two reports, and waits for the end."""
    with subprocess.Popen(
        [*PROGRAM, "read", "in"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        told = "".join(process.stderr.readline() for _ in range(2))
        os.killpg(process.pid, sign)
        out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess([], process.returncode, out, told + err)


def test_ctrl_c_ends_with_one_message_that_says_how_to_go_on() -> None:
    written(12, "SLOW")
    said = interrupted(signal.SIGINT)
    assert said.returncode == 130
    assert "Traceback" not in said.stderr
    last = said.stderr.splitlines()[-1]
    done = re.fullmatch(
        r"stopped\. read (\d+) reports?: \d+ done\. What was read is in the store; the same call .*", last
    )
    assert done is not None, said.stderr
    before = int(done[1])
    assert 2 <= before < 12
    assert call("read", "in").stdout == f"read {12 - before} reports: {12 - before} done; {before} known already\n"


def test_nothing_is_lost_or_doubled_when_it_is_killed() -> None:
    written(12, "SLOW")
    assert interrupted(signal.SIGKILL).returncode == -signal.SIGKILL
    assert call("read", "in").returncode == 0
    assert call("read", "in", "--store", "whole.db").returncode == 0
    exports = [call("export", "--format", "jsonl", *store).stdout for store in ((), ("--store", "whole.db"))]
    assert exports[0] == exports[1]
    assert exports[0].count('"kind": "document"') == 12


def test_a_report_that_hangs_is_stopped_and_the_others_are_done() -> None:
    written(3)
    Path("in/001.txt").write_text(REPORT + "HANG", encoding="utf-8")
    said = call("read", "in", env={**os.environ, "DATELINE_REPORT_SECONDS": "3"})
    assert said.returncode == 1
    assert said.stdout == "read 3 reports: 2 done, 1 failed\n"
    assert "in/001.txt: took longer than 3 s and was stopped" in said.stderr


def test_a_disk_that_fills_up_ends_with_one_message_and_keeps_what_was_read() -> None:
    noise = [random.Random(number).randbytes(6000).hex() for number in range(60)]  # does not pack well
    lines = [
        json.dumps({"id": str(number), "text": REPORT.format(number), "noise": noise[number]}) for number in range(60)
    ]
    Path("in.jsonl").write_text("\n".join(lines), encoding="utf-8")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    said = call("read", "in.jsonl", "--workers", "1", preexec_fn=small_disk)
    assert said.returncode == 3
    assert said.stderr.count("error:") == 1
    assert "Traceback" not in said.stderr
    assert "disk is full" in said.stderr
    told = re.search(r"stays in the store \(read (\d+) reports?: \d+ done\)", said.stderr)
    assert told is not None
    kept = int(told[1])
    assert kept > 0
    assert call("read", "in.jsonl").stdout == f"read {60 - kept} reports: {60 - kept} done; {kept} known already\n"


@pytest.fixture
def nasty() -> str:
    """A report that would like to steer the terminal."""
    text = (
        "Invented \x1b[31mreport\x1b[0m \x1b]0;title\x07 \x9b2J \u202eodd [bold red]words[/].\n\n"
        "Ada Quill said it \x1b[2J rains in the town of Marrowgate \x1b]52;c;aGk=\x07 tonight.\n"
    )
    Path("nasty.txt").write_text(text, encoding="utf-8")
    return "nasty.txt"


SENT = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?25[lh]|\x1b\[2K|\x1b\[1A")  # colours; the progress bar's cursor and lines


def test_a_terminal_gets_colours_and_nothing_from_the_text(nasty: str) -> None:
    sent = on_a_terminal("show", nasty)
    assert "\x1b[1;36m" in sent
    rest = SENT.sub("", sent).replace("\r\n", "")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)
    assert "[bold red]words[/]" in rest


@pytest.mark.parametrize("arguments", [("scan",), ("scan", "--json"), ("show", "--json")])
def test_no_other_way_to_the_terminal_lets_the_text_through(arguments: tuple[str, ...], nasty: str) -> None:
    rest = SENT.sub("", on_a_terminal(*arguments, nasty)).replace("\r\n", "")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)


def test_no_color_means_no_escape_at_all(nasty: str) -> None:
    sent = on_a_terminal("show", nasty, NO_COLOR="1")
    assert "\x1b" not in sent
    assert "{1 Ada Quill} <1 said> [1 it" in sent


def test_a_terminal_gets_a_progress_bar() -> None:
    written(6, "SLOW")
    sent = on_a_terminal("read", "in")
    assert "reading" in sent
    assert "/6" in sent
    assert SENT.sub("", sent).replace("\r", "").strip().endswith("read 6 reports: 6 done")


def test_a_closed_output_is_no_disaster() -> None:
    written(1)
    said = subprocess.run(
        ["sh", "-c", '"$0" "$@" >&-', *PROGRAM, "scan", "in", "--json"],
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in said.stderr


def test_json_is_utf_8_in_any_locale() -> None:
    written(1, "Здесь “кавычки”.")
    said = subprocess.run(
        [*PROGRAM, "scan", "in", "--json"],
        env={**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert json.loads(said.stdout.decode("utf-8"))["document"]["text"].endswith("“кавычки”.")


def test_words_that_the_terminal_cannot_show_do_not_stop_it() -> None:
    written(1, "Здесь “кавычки”.")
    said = subprocess.run(
        [*PROGRAM, "show", "in/000.txt"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"Ada Quill" in said.stdout
