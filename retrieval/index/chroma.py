"""Chroma behind the port, embedded in this process or by its address: vectors and ids go in, no metadata, no filter."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from retrieval.index.port import Ids, IndexUnavailableError, Similarities, Space, nothing

HNSW = {"space": "cosine", "ef_search": 200, "ef_construction": 100, "max_neighbors": 16}
"""At equal width Chroma's recall is below hnswlib's, hence 200."""

SERVER_SECONDS = 30

BULK = 2_000
"""Facets in one call where nobody waits; Chroma takes 5,461 at most."""


def embedded(folder: Path) -> Any:
    """Open Chroma's own files. One process alone may do so; damaged files can end the process (see probe)."""
    import chromadb
    from chromadb.config import Settings

    with translated():
        return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def served(url: str) -> Any:
    """Speak to `chroma run`."""
    import chromadb
    from chromadb.config import Settings

    address = urlsplit(url)
    secure = address.scheme == "https"
    with translated():
        client = chromadb.HttpClient(
            address.hostname or "127.0.0.1",
            address.port or (443 if secure else 8000),
            ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )
    for session in sessions(client):
        session.timeout = SERVER_SECONDS  # Chroma would wait for ever
    return client


def sessions(client: Any) -> list[Any]:
    """List the HTTP sessions of a client: its own and its administrator's; an embedded one has none."""
    parts = client._server, client._admin_client._server  # noqa: SLF001  # Chroma itself never closes them
    return [part._session for part in parts if hasattr(part, "_session")]  # noqa: SLF001


def shut(client: Any) -> None:
    """Close a client with its connections."""
    open_sessions = sessions(client)
    client.close()
    for session in open_sessions:
        session.close()


@contextmanager
def translated() -> Iterator[None]:
    """Every way in which Chroma says that it cannot, as one error."""
    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, httpx.HTTPError, OSError, RuntimeError, ValueError) as error:
        raise IndexUnavailableError(f"{type(error).__name__}: {error}") from error


class ChromaIndex:
    """One collection a space, named `{prefix}{country}-{side}`; a facet's Chroma id is its id in decimal."""

    def __init__(self, client: Any, prefix: str = "", *, lent: bool = False) -> None:
        self._client = client
        self._lent = lent  # the client is closed by whom it belongs to
        self._prefix = prefix
        self._collections: dict[Space, Any] = {}
        with translated():
            for collection in client.list_collections():
                country, dash, side = collection.name.removeprefix(prefix).partition("-")
                if collection.name.startswith(prefix) and dash:
                    self._collections[country, side] = client.get_collection(collection.name, embedding_function=None)

    def upsert(self, space: Space, ids: Sequence[int] | Ids, vectors: NDArray[np.floating]) -> None:
        self._write(space, "upsert", ids, vectors)

    def add(self, space: Space, ids: Sequence[int] | Ids, vectors: NDArray[np.floating]) -> None:
        """Put facets that are surely new: an id that stands already would silently keep its old vector."""
        self._write(space, "add", ids, vectors)

    def delete(self, space: Space, ids: Sequence[int] | Ids) -> None:
        collection = self._collections.get(space)
        if collection is not None and len(ids):
            with translated():
                collection.delete(ids=[str(facet_id) for facet_id in ids])

    def search(self, space: Space, vectors: NDArray[np.floating], k: int) -> tuple[Ids, Similarities]:
        ids, similarities = nothing(len(vectors), k)
        collection = self._collections.get(space)
        if collection is None or len(vectors) == 0 or k < 1:
            return ids, similarities
        with translated():
            found = collection.query(query_embeddings=singles(vectors), n_results=k, include=["distances"])
        for row, (names, distances) in enumerate(zip(found["ids"], found["distances"], strict=True)):
            ids[row, : len(names)] = np.array(names, np.int64) if names else ()
            similarities[row, : len(names)] = 1 - np.array(distances, np.float32)
        return ids, similarities

    def count(self, space: Space) -> int:
        collection = self._collections.get(space)
        with translated():
            return 0 if collection is None else int(collection.count())

    def spaces(self) -> list[Space]:
        return list(self._collections)

    def ids_of(self, space: Space) -> Ids:
        """All ids of a space, sorted."""
        collection = self._collections.get(space)
        if collection is None:
            return np.empty(0, np.int64)
        with translated():
            return np.sort(np.array(collection.get(include=[])["ids"], np.int64))

    def close(self) -> None:
        if not self._lent:
            shut(self._client)

    def _write(self, space: Space, verb: str, ids: Sequence[int] | Ids, vectors: NDArray[np.floating]) -> None:
        with translated():
            write: Callable[..., None] = getattr(self._collection(space), verb)
            for start in range(0, len(ids), BULK):
                part = slice(start, start + BULK)
                write(ids=[str(facet_id) for facet_id in ids[part]], embeddings=singles(vectors[part]))

    def _collection(self, space: Space) -> Any:
        if space not in self._collections:
            self._collections[space] = self._client.get_or_create_collection(
                f"{self._prefix}{space[0]}-{space[1]}", embedding_function=None, configuration={"hnsw": HNSW}
            )
        return self._collections[space]


def singles(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    return np.ascontiguousarray(vectors, np.float32)
