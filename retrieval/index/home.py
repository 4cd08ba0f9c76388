"""Where the generations of a Chroma index live: a folder (Generations) or a server (ServerGenerations)."""

from collections.abc import Iterable
from typing import Protocol

from retrieval.index.chroma import ChromaIndex
from retrieval.index.port import Batch


class Home(Protocol):
    """Every method but close() raises IndexUnavailableError where it cannot."""

    @property
    def at_once(self) -> int:
        """Facets in one write while serving."""

    @property
    def rest(self) -> float:
        """Pause after a write, in times of its length."""

    def open(self) -> ChromaIndex:
        """Open the current generation; IndexLockedError where another process has it."""

    def build(self, batches: Iterable[Batch]) -> int:
        """Build the next generation beside the current one and return its number; nothing is switched yet."""

    def enter(self, number: int) -> ChromaIndex:
        """Open a generation just built."""

    def switch(self, number: int) -> None:
        """Make a generation the current one."""

    def sweep(self) -> None:
        """Delete the generations left behind."""

    def close(self) -> None: ...
