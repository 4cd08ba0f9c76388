"""A chat in a terminal and through pipes; a second Plaza beside it."""

import os
import pty
import select
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.bot.commands import PLAZA, environment, plaza


def test_a_chat_through_pipes_keeps_everything(home: Path) -> None:
    first = plaza("chat", "--user", "asha", "--country", "IN", cwd=home, stdin="Marigold Looms, Karur, 85 people\n1\n")
    assert "85" in first.stdout
    assert " chat --user asha" in first.stderr
    again = plaza("chat", "--user", "asha", cwd=home, stdin="how many are we? /summary\n/summary\n")
    assert "Marigold Looms" in again.stdout


def test_ctrl_c_keeps_everything_and_tells_how_to_come_back(home: Path) -> None:
    primary, secondary = pty.openpty()
    chat = subprocess.Popen(
        [*PLAZA, "chat", "--user", "ravi"],
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        cwd=home,
        env=environment(TERM="xterm"),
        start_new_session=True,
    )
    os.close(secondary)
    screen = until(primary, "Yes, keep them")
    os.write(primary, b"Ravi Pumps, Rajkot, 40 people\r")
    screen = until(primary, "40 people ·" if "·" in screen else "Rajkot")
    time.sleep(1)
    os.write(primary, b"\x03")
    screen = until(primary, " chat --user ravi")
    assert chat.wait(20) == 0
    os.close(primary)
    assert "Traceback" not in screen
    assert "Rajkot" in plaza("chat", "--user", "ravi", cwd=home, stdin="").stdout


def until(terminal: int, text: str, seconds: float = 60) -> str:
    """Read a terminal until it shows the text."""
    seen, end = b"", time.monotonic() + seconds
    while text.encode() not in seen:
        assert time.monotonic() < end, seen.decode(errors="replace")
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                pytest.fail(f"ended without {text!r}: {seen.decode(errors='replace')}")
    return seen.decode(errors="replace")


def test_a_second_plaza_on_the_same_folder_sees_what_the_first_does(home: Path, tmp_path: Path) -> None:
    """The first holds the index; the second searches exactly, and asks the first to rebuild."""
    first = subprocess.Popen(
        [*PLAZA, "chat", "--user", "one"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=home,
        env=environment(),
        text=True,
    )
    assert first.stdin
    assert first.stdout
    assert any("Yes, keep them" in line for line in iter(first.stdout.readline, ""))
    assert plaza("chat", "--user", "two", cwd=home, stdin="hello\n").stdout
    assert plaza("reindex", cwd=home).stdout == "the running Plaza rebuilds its index\n"
    first.send_signal(signal.SIGINT)
    first.stdin.close()
    assert first.wait(60) == 0
    first.stdout.close()
