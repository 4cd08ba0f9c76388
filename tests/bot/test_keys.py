"""A wrong key, and a new one."""

import json
import shutil
from pathlib import Path

import pytest

from storage.crypto import new_key
from tests.bot.commands import plaza


@pytest.mark.parametrize("command", [["chat"], ["match", "IN-1"], ["export", "IN-1"]])
def test_a_wrong_key_is_told_in_one_line(home: Path, command: list[str]) -> None:
    done = plaza(*command, cwd=home, status=1, stdin="", PLAZA_SECRET_KEY=new_key())
    assert done.stdout == ""
    (line,) = [line for line in done.stderr.splitlines() if not line.endswith("…")]
    assert "the secret key does not fit this database" in line
    assert "PLAZA_SECRET_KEY" in line


def test_rotate_seals_anew_so_that_the_old_key_can_be_dropped(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "data", tmp_path / "data")
    key = tmp_path / "data" / "secret.key"
    old, new = key.read_text().strip(), new_key()
    key.unlink()
    done = plaza("rotate", cwd=tmp_path, PLAZA_SECRET_KEY=f"{new},{old}")
    count, words = done.stdout.split(" ", 1)
    assert (int(count) > 1, words) == (True, "texts are sealed with the newest key\n")
    assert json.loads(plaza("export", "IN-1", cwd=tmp_path, PLAZA_SECRET_KEY=new).stdout)["id"] == "IN-1"
    plaza("export", "IN-1", cwd=tmp_path, status=1, PLAZA_SECRET_KEY=old)
