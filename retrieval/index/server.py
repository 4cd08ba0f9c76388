"""Generations on a Chroma server (`chroma run`): the same steps as in a folder, with names in place of folders."""

import hashlib
from collections.abc import Iterable
from typing import Any

from retrieval.index.check import Check
from retrieval.index.chroma import ChromaIndex, served, shut, translated
from retrieval.index.port import Batch, IndexMissingError

READY = "ready"


class ServerGenerations:
    """Collections `p<fingerprint>.<N>.<country>-<side>`; `p<fingerprint>.<N>.ready` is made last and says it is whole.

    Several processes may read; one of them writes and rebuilds.
    """

    at_once = 500
    rest = 0.0

    def __init__(self, url: str, fingerprint: str) -> None:
        self.url = url
        self._client: Any = None
        self._family = f"p{hashlib.sha256(fingerprint.encode()).hexdigest()[:12]}."

    def open(self) -> ChromaIndex:
        ready = self._numbers(READY)
        if not ready:
            raise IndexMissingError("no index has been built yet")
        return self.enter(max(ready))

    def build(self, batches: Iterable[Batch]) -> int:
        number = max(self._numbers(), default=0) + 1
        index, check = self.enter(number), Check()
        for batch in batches:
            index.upsert(*batch)
            check.see(batch)
        check.compare(index)
        return number

    def enter(self, number: int) -> ChromaIndex:
        return ChromaIndex(self._reached(), f"{self._family}{number}.", lent=True)

    def switch(self, number: int) -> None:
        client = self._reached()
        with translated():
            client.get_or_create_collection(f"{self._family}{number}.{READY}", embedding_function=None)

    def sweep(self) -> None:
        """Delete what is older than the current generation, and every other fingerprint's."""
        client = self._reached()
        keep = f"{self._family}{max(self._numbers(READY))}."
        with translated():
            for collection in client.list_collections():
                if not collection.name.startswith(keep):
                    client.delete_collection(collection.name)

    def close(self) -> None:
        if self._client is not None:
            shut(self._client)
            self._client = None

    def _reached(self) -> Any:
        if self._client is None:
            self._client = served(self.url)
        return self._client

    def _numbers(self, ending: str = "") -> list[int]:
        client = self._reached()
        with translated():
            names = [collection.name for collection in client.list_collections()]
        parts = [name.removeprefix(self._family).split(".") for name in names if name.startswith(self._family)]
        return [int(part[0]) for part in parts if part[0].isdecimal() and part[-1].endswith(ending)]
