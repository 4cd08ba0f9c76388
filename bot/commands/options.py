"""Arguments and settings that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from bot.config import Settings

Data = Annotated[Path | None, typer.Option(help="Data folder; PLAZA_DATA, else ./data.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
File = Annotated[Path, typer.Argument(help="A file of one JSON object a line.", show_default=False)]
Run = Annotated[Path, typer.Option("--run", help="Where to write the lines.", show_default=False)]
CompanyId = Annotated[str, typer.Argument(show_default=False)]
Language = Literal["en", "zh", "hi"]


def read_settings(data: Path | None) -> "Settings":
    """Read when a command runs, not when its help is shown."""
    from bot import config

    return config.read_settings(data=data)
