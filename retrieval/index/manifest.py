"""What a finished index says of itself; written last, so that a folder without it was never finished."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from retrieval.index.port import IndexUnavailableError

NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    fingerprint: str  # of the embeddings
    dimensions: int
    counts: dict[str, int]  # "CN-offer": facets when it was built

    def write(self, folder: Path) -> None:
        write_whole(folder / NAME, json.dumps(asdict(self), indent=1))

    @classmethod
    def read(cls, folder: Path) -> Self:
        try:
            return cls(**json.loads((folder / NAME).read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise IndexUnavailableError(f"no manifest in {folder.name}: {error}") from error


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is seen whole or not at all, also after a power cut."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
