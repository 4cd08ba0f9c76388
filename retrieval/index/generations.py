"""Where embedded Chroma lives: numbered folders, built beside the one in use and switched to by one rename."""

import fcntl
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from retrieval.index import child
from retrieval.index.chroma import ChromaIndex, embedded
from retrieval.index.manifest import Manifest, write_whole
from retrieval.index.port import Batch, IndexLockedError, IndexMissingError, IndexUnavailableError

SWOLLEN = 10
"""Chroma's links grown to this many times its vectors are a sign of damage."""


class Generations:
    """`gen-N/` folders, `current` (the name of the one in use) and `lock` (one process alone)."""

    at_once = 10
    rest = 3.0
    """A write stops all threads of the process: few facets in a call, then this many times as long nothing."""

    def __init__(self, folder: Path, fingerprint: str, dimensions: int) -> None:
        self.folder = folder
        self.fingerprint = fingerprint
        self.dimensions = dimensions
        self._lock: IO[str] | None = None

    def lock(self) -> None:
        """Take the folder for this process until close(); raises IndexLockedError where another has it."""
        if self._lock is not None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = (self.folder / "lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            raise IndexLockedError(f"another process uses {self.folder}") from error
        self._lock = lock

    def open(self) -> ChromaIndex:
        """Open the current generation, after a child has walked it alive."""
        self.lock()
        folder = self._current()
        manifest = Manifest.read(folder)
        if (manifest.fingerprint, manifest.dimensions) != (self.fingerprint, self.dimensions):
            raise IndexUnavailableError(f"made for the embeddings {manifest.fingerprint}, not {self.fingerprint}")
        if any(link.stat().st_size > SWOLLEN * data_size(link) for link in folder.glob("*/link_lists.bin")):
            raise IndexUnavailableError("its links have swollen")
        child.probe(folder, self.dimensions)
        return ChromaIndex(embedded(folder))

    def build(self, batches: Iterable[Batch]) -> int:
        """Build the next generation beside the current one and return its number; nothing is switched yet."""
        self.lock()
        number = max(self._numbers(), default=0) + 1
        folder = self._folder(number)
        folder.mkdir()
        try:
            child.build(folder, self.fingerprint, self.dimensions, batches)
        except IndexUnavailableError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return number

    def enter(self, number: int) -> ChromaIndex:
        """Open a generation just built."""
        return ChromaIndex(embedded(self._folder(number)))

    def switch(self, number: int) -> None:
        """Make a generation the current one."""
        write_whole(self.folder / "current", self._folder(number).name)

    def sweep(self) -> None:
        """Delete all generations but the current one."""
        current = self._current()
        for number in self._numbers():
            if self._folder(number) != current:
                shutil.rmtree(self._folder(number), ignore_errors=True)

    def close(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _folder(self, number: int) -> Path:
        return self.folder / f"gen-{number}"

    def _numbers(self) -> list[int]:
        names = [folder.name.removeprefix("gen-") for folder in self.folder.glob("gen-*")]
        return sorted(int(name) for name in names if name.isdecimal())

    def _current(self) -> Path:
        try:
            name = (self.folder / "current").read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise IndexMissingError("no index has been built yet") from error
        if not name.removeprefix("gen-").isdecimal():
            raise IndexUnavailableError("the file `current` names no generation")
        return self.folder / name


def data_size(link: Path) -> int:
    data = link.with_name("data_level0.bin")
    return max(data.stat().st_size if data.exists() else 0, 1)
