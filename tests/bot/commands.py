"""Plaza's commands, run as a person would run them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PLAZA = [sys.executable, "-m", "bot"]


def environment(**given: str) -> dict[str, str]:
    """Nothing of the machine's own settings, and the small encoder, for speed."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PLAZA_")}
    return own | {"PLAZA_EMBEDDINGS": "embedded-light", "PYTHONPATH": str(ROOT)} | given


def plaza(
    *arguments: object, cwd: Path, stdin: str | None = None, status: int = 0, **given: str
) -> subprocess.CompletedProcess[str]:
    command = [*PLAZA, *map(str, arguments)]
    done = subprocess.run(
        command,
        input=stdin,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment(**given),
        timeout=120,
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
