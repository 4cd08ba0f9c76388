"""Work on Chroma's files that may end a process, or would hold up all its threads: done in a child process."""

import multiprocessing
import os
from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from retrieval.index.check import Check
from retrieval.index.chroma import ChromaIndex, embedded
from retrieval.index.manifest import Manifest
from retrieval.index.port import Batch, IndexUnavailableError

PROBE_SECONDS = 120
SPAWN = multiprocessing.get_context("spawn")


def probe(folder: Path, dimensions: int) -> None:
    """Open and walk an index in a child; raises IndexUnavailableError where that fails, hangs or dies of a signal."""
    hear, tell = SPAWN.Pipe(duplex=False)
    child = SPAWN.Process(target=_walk, args=(folder, dimensions, tell), daemon=True)
    child.start()
    tell.close()
    _verdict(child, hear, PROBE_SECONDS)


def build(folder: Path, fingerprint: str, dimensions: int, batches: Iterable[Batch]) -> None:
    """Fill a new folder from the batches, reopen it, check it against the exact answers, write its manifest."""
    hear, tell = SPAWN.Pipe(duplex=False)
    inlet, outlet = SPAWN.Pipe(duplex=False)
    child = SPAWN.Process(target=_fill, args=(folder, fingerprint, dimensions, inlet, tell), daemon=True)
    child.start()
    inlet.close()
    tell.close()
    try:
        with suppress(BrokenPipeError, ConnectionResetError):  # the verdict tells why the child has gone
            for batch in batches:
                outlet.send(batch)
            outlet.send(None)
        _verdict(child, hear, None)
    finally:
        child.kill()  # nothing, where it has ended by itself
        child.join()
        outlet.close()


def _verdict(child: multiprocessing.process.BaseProcess, hear: Connection, seconds: float | None) -> None:
    said = "it hangs"
    if hear.poll(seconds):
        try:
            said = hear.recv()
        except EOFError:
            said = "it ended"
    else:
        child.kill()
    child.join()
    hear.close()
    if said or child.exitcode:
        raise IndexUnavailableError(f"{said or 'it ended'} (exit code {child.exitcode})")


def _walk(folder: Path, dimensions: int, tell: Connection) -> None:
    try:
        index = ChromaIndex(embedded(folder))
        anywhere = np.random.default_rng(0).standard_normal((8, dimensions)).astype(np.float32)
        for space in index.spaces():
            index.search(space, anywhere, min(50, max(1, index.count(space))))
        index.close()
    except IndexUnavailableError as error:
        tell.send(str(error))
    else:
        tell.send("")


def _fill(folder: Path, fingerprint: str, dimensions: int, inlet: Connection, tell: Connection) -> None:
    os.nice(5)  # those who are served go first
    try:
        index, check = ChromaIndex(embedded(folder)), Check()
        while (batch := inlet.recv()) is not None:
            index.add(*batch)
            check.see(batch)
        index.close()
        index = ChromaIndex(embedded(folder))
        check.compare(index)
        index.close()
        counts = {f"{country}-{side}": count for (country, side), count in check.counts.items()}
        Manifest(fingerprint, dimensions, counts).write(folder)
    except EOFError:
        tell.send("its source ended early")
    except IndexUnavailableError as error:
        tell.send(str(error))
    else:
        tell.send("")
