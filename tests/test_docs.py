"""What can drift: every setting and every command stands in README, every setting in .env.example."""

from pathlib import Path

import pytest
import typer

from bot.cli import app
from bot.config import Settings, setting

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text("utf-8")
EXAMPLE = (HOME / ".env.example").read_text("utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)


@pytest.mark.parametrize("field", sorted(Settings.model_fields))
def test_a_setting_is_told(field: str) -> None:
    assert f"`{setting(field)}`" in README
    assert f"\n{setting(field)}=" in EXAMPLE


def test_the_example_holds_no_other_settings() -> None:
    named = {line.partition("=")[0] for line in EXAMPLE.splitlines() if line and not line.startswith("#")}
    assert named == {setting(field) for field in Settings.model_fields}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_told(command: str) -> None:
    assert f"`plaza {command}" in README
