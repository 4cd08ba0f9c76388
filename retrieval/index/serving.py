"""The index that the app holds: Chroma while it is well, the exact searcher whenever it is not."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from threading import RLock, Thread
from time import monotonic, sleep

import numpy as np
from numpy.typing import NDArray

from retrieval.index.backlog import Backlog, equal
from retrieval.index.chroma import BULK, ChromaIndex
from retrieval.index.exact import ExactIndex
from retrieval.index.home import Home
from retrieval.index.port import Batch, Ids, IndexLockedError, IndexUnavailableError, Similarities, Space

EXACT_BELOW = 20_000
"""A space this small is searched exactly: measured as fast as Chroma, and nothing is missed."""

FEW = 500
"""So many differences are mended facet by facet; more, and the index is rebuilt."""

TOMBSTONES = 0.2
"""Share of deleted facets at which Chroma slows down so much that it is rebuilt."""


class ServingIndex:
    """Holds all facets twice, exactly and in Chroma. `exact` is filled before start() and is what Chroma must equal.

    Writes change `exact` first and make Chroma follow; what Chroma missed is made up when it is back.
    `trouble` tells in plain words why Chroma does not serve; None while it does.
    """

    def __init__(self, exact: ExactIndex, home: Home, exact_below: int = EXACT_BELOW) -> None:
        self.exact = exact
        self.trouble: str | None = "not opened yet"
        self._home = home
        self._exact_below = exact_below
        self._chroma: ChromaIndex | None = None
        self._lock = RLock()
        self._missed = Backlog()
        self._building = False
        self._closing = False
        self._deleted = 0
        self._background: Thread | None = None

    def start(self) -> None:
        """Open Chroma in the background, rebuild it where it cannot be used. Also mends later trouble."""
        self._run(self._open)

    def rebuild(self) -> None:
        """Build a new generation in the background and switch over to it."""
        self._run(self._build)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until nothing is being opened or built."""
        if self._background is not None:
            self._background.join(seconds)

    def upsert(self, space: Space, ids: Sequence[int] | Ids, vectors: NDArray[np.floating]) -> None:
        self.exact.upsert(space, ids, vectors)
        self._follow(space, ids)

    def delete(self, space: Space, ids: Sequence[int] | Ids) -> None:
        self.exact.delete(space, ids)
        self._deleted += len(ids)
        self._follow(space, ids)
        if self._deleted > max(FEW, TOMBSTONES * sum(map(self.count, self.exact.spaces()))):
            self.rebuild()

    def search(self, space: Space, vectors: NDArray[np.floating], k: int) -> tuple[Ids, Similarities]:
        chroma = self._chroma
        if chroma is None or self.count(space) < self._exact_below:
            return self.exact.search(space, vectors, k)
        try:
            ids, similarities = chroma.search(space, vectors, k)
        except IndexUnavailableError as error:
            self._lose(chroma, error)
            return self.exact.search(space, vectors, k)
        return self._standing(space, ids, similarities)

    def count(self, space: Space) -> int:
        return self.exact.count(space)

    def close(self) -> None:
        self._closing = True
        self.wait()
        with self._lock:
            if self._chroma is not None:
                self._chroma.close()
            self._chroma, self.trouble = None, "closed"
            self._home.close()

    def _standing(self, space: Space, ids: Ids, similarities: Similarities) -> tuple[Ids, Similarities]:
        """Take out what has just been deleted or moved and Chroma has not followed yet."""
        lost = ~self.exact.stand(space, ids)
        if lost.any():
            ids, similarities = np.where(lost, -1, ids), np.where(lost, -np.inf, similarities).astype(np.float32)
            order = np.argsort(lost, axis=1, kind="stable")
            return np.take_along_axis(ids, order, 1), np.take_along_axis(similarities, order, 1)
        return ids, similarities

    def _follow(self, space: Space, ids: Sequence[int] | Ids) -> None:
        if len(ids) > FEW and self._home.rest > 0:
            self._missed.note(space, ids)
            self.rebuild()
            return
        for start in range(0, len(ids), self._home.at_once):
            part = ids[start : start + self._home.at_once]
            begun = monotonic()
            with self._lock:
                chroma = self._chroma
                if chroma is None or self._building:
                    self._missed.note(space, part)
                if chroma is not None:
                    self._write(chroma, space, part)
            if chroma is not None:
                sleep(self._home.rest * (monotonic() - begun))

    def _write(self, chroma: ChromaIndex, space: Space, ids: Sequence[int] | Ids) -> None:
        try:
            equal(chroma, self.exact, space, ids)
        except IndexUnavailableError as error:
            self._missed.note(space, ids)
            self._lose(chroma, error)

    def _lose(self, chroma: ChromaIndex, error: IndexUnavailableError) -> None:
        """Stop using a Chroma that failed, unless it only was closed for its successor, and mend it."""
        with self._lock:
            if self._chroma is not chroma or self._closing:
                return
            self._chroma, self.trouble = None, str(error)
            with suppress(IndexUnavailableError):
                chroma.close()
        self.start()

    def _run(self, work: Callable[[], None]) -> None:
        """Do it in the background, unless something is being opened or built already."""
        with self._lock:
            if not self._closing and (self._background is None or not self._background.is_alive()):
                self._background = Thread(target=work, name="index", daemon=True)
                self._background.start()

    def _open(self) -> None:
        try:
            chroma = self._home.open()
            for space in {*chroma.spaces(), *self.exact.spaces()}:
                self._missed.note(space, np.setxor1d(chroma.ids_of(space), self.exact.ids_of(space)))
            if len(self._missed) <= FEW:
                self._adopt(chroma, None)
            else:
                self.trouble = f"{len(self._missed)} facets differ from SQL"
                chroma.close()
                self._build()
        except IndexLockedError as error:
            self.trouble = str(error)
        except IndexUnavailableError as error:
            self.trouble = str(error)
            self._build()

    def _build(self) -> None:
        with self._lock:
            self._building = True
            before = self._missed.take()
        try:
            number = self._home.build(self._everything())
            self._adopt(self._home.enter(number), number)
        except IndexUnavailableError as error:
            self.trouble = self.trouble and f"{self.trouble}; rebuilding it failed: {error}"
            for space, ids in before.items():
                self._missed.note(space, ids)
        finally:
            self._building = False

    def _everything(self) -> Iterator[Batch]:
        for batch in self.exact.batches(BULK):
            if self._closing:
                raise IndexUnavailableError("closing")
            yield batch

    def _adopt(self, chroma: ChromaIndex, number: int | None) -> None:
        """Let this Chroma make up what it missed, then serve from it."""
        while len(self._missed) > FEW:
            self._missed.make_up(chroma, self.exact)
        with self._lock:
            self._missed.make_up(chroma, self.exact)
            if number is not None:
                self._home.switch(number)
            former, self._chroma, self._building = self._chroma, chroma, False
            self.trouble, self._deleted = None, 0
        if former is not None:
            former.close()
        if number is not None:
            self._home.sweep()
