"""Arguments that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Data = Annotated[Path | None, typer.Option(help="Data folder; PLAZA_DATA, else ./data.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
File = Annotated[Path, typer.Argument(help="A file of one JSON object a line.", show_default=False)]
Run = Annotated[Path, typer.Option("--run", help="Where to write the lines.", show_default=False)]
CompanyId = Annotated[str, typer.Argument(show_default=False)]
Language = Literal["en", "zh", "hi"]
