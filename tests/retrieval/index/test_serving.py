"""Damage of every kind: it is noticed, the exact searcher serves, the rebuild switches over, nothing is lost."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from retrieval.index import child
from retrieval.index.exact import ExactIndex
from retrieval.index.generations import Generations
from retrieval.index.manifest import NAME
from retrieval.index.port import Batch, IndexLockedError, IndexUnavailableError
from retrieval.index.server import ServerGenerations
from retrieval.index.serving import ServingIndex

DIMENSIONS, OFFERS, NEEDS = 16, ("CN", "offer"), ("CN", "need")


def unit(rows: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((rows, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def full(rows: int = 60) -> ExactIndex:
    exact = ExactIndex(DIMENSIONS)
    exact.upsert(OFFERS, range(rows), unit(rows, 1))
    exact.upsert(NEEDS, range(1000, 1000 + rows), unit(rows, 2))
    return exact


def serving(folder: Path, exact: ExactIndex | None = None, fingerprint: str = "f1") -> ServingIndex:
    index = ServingIndex(exact or full(), Generations(folder, fingerprint, DIMENSIONS), exact_below=0)
    index.start()
    index.wait(60)
    return index


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with a sound first generation."""
    home = Generations(tmp_path / "index", "f1", DIMENSIONS)
    home.switch(home.build(full().batches(50)))
    home.close()
    return home.folder


def assert_whole(index: ServingIndex) -> None:
    """Chroma serves, and holds exactly what `exact` holds."""
    assert index.trouble is None
    assert index._chroma is not None
    for space in index.exact.spaces():
        held = index.exact.ids_of(space)
        assert index._chroma.ids_of(space).tolist() == held.tolist()
        asked = index.exact.part(space, held).vectors[:5].astype(np.float32)
        assert index.search(space, asked, 1)[0][:, 0].tolist() == held[:5].tolist()


def test_a_sound_index_is_opened_as_it_is(built: Path) -> None:
    index = serving(built)
    assert_whole(index)
    index.close()
    assert (built / "current").read_text() == "gen-1"


def garbage(folder: Path, pattern: str) -> None:
    files = list(folder.glob(pattern))
    assert files
    for file in files:
        file.write_bytes(os.urandom(max(64, file.stat().st_size)))


DAMAGES = {
    "no folder": lambda built: (built / "gen-1").rename(built / "elsewhere"),
    "no pointer": lambda built: (built / "current").unlink(),
    "a pointer to anywhere": lambda built: (built / "current").write_text("../../etc"),
    "a pointer of garbage": lambda built: (built / "current").write_bytes(os.urandom(50)),
    "no manifest": lambda built: (built / "gen-1" / NAME).unlink(),
    "a torn manifest": lambda built: (built / "gen-1" / NAME).write_text('{"fingerpr'),
    "garbage for a database": lambda built: garbage(built, "gen-1/chroma.sqlite3"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_at_start_and_mended(built: Path, damage: str) -> None:
    DAMAGES[damage](built)
    home = Generations(built, "f1", DIMENSIONS)
    with pytest.raises(IndexUnavailableError):
        home.open()
    home.close()
    index = serving(built)
    assert_whole(index)
    index.close()


def test_another_fingerprint_is_rebuilt(built: Path) -> None:
    index = serving(built, fingerprint="f2")
    assert_whole(index)
    index.close()
    assert [folder.name for folder in built.glob("gen-*")] == ["gen-2"]


def test_an_hnsw_file_that_crashes_the_probe_costs_no_process_but_the_child(tmp_path: Path) -> None:
    home = Generations(tmp_path, "f1", DIMENSIONS)
    home.switch(home.build(full(1500).batches(500)))  # past the threshold at which Chroma writes its HNSW files
    for file in tmp_path.glob("gen-1/*/*.bin"):
        size = file.stat().st_size
        file.write_bytes(b"\xff" * size)
    with pytest.raises(IndexUnavailableError):
        home.open()
    home.close()
    index = serving(tmp_path, full(1500))
    assert_whole(index)
    index.close()


def die(folder: Path, dimensions: int, tell: object) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def test_a_probe_that_dies_of_a_signal_is_told(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_walk", die)
    with pytest.raises(IndexUnavailableError, match="-11"):
        child.probe(built / "gen-1", DIMENSIONS)


def test_a_locked_folder_is_served_exactly_and_left_alone(built: Path) -> None:
    first = Generations(built, "f1", DIMENSIONS)
    first.lock()
    with pytest.raises(IndexLockedError):
        Generations(built, "f1", DIMENSIONS).lock()
    index = serving(built)
    assert index.trouble is not None
    assert "another process" in index.trouble
    assert index.search(OFFERS, unit(60, 1)[[7]], 1)[0].tolist() == [[7]]
    index.upsert(OFFERS, [70], unit(1, 70))
    assert index.search(OFFERS, unit(1, 70), 1)[0].tolist() == [[70]]
    first.close()
    index.start()
    index.wait(60)
    assert_whole(index)
    index.close()


def test_what_changed_in_sql_while_nobody_ran_is_made_up(built: Path) -> None:
    exact = full()
    exact.delete(OFFERS, [1, 2])
    exact.upsert(NEEDS, [2000], unit(1, 3))
    index = serving(built, exact)
    assert_whole(index)
    index.close()


def test_writes_reach_chroma_and_exact_alike(built: Path) -> None:
    index = serving(built)
    index.upsert(OFFERS, [5, 300], unit(2, 9))
    index.delete(NEEDS, [1003, 4])
    assert index.count(OFFERS) == 61
    assert_whole(index)
    index.close()


def test_a_failure_while_serving_falls_back_and_is_mended(built: Path) -> None:
    index = serving(built)
    assert index._chroma is not None
    index._chroma._client.delete_collection("CN-offer")
    asked = unit(60, 1)[[3]]
    assert index.search(OFFERS, asked, 1)[0].tolist() == [[3]]
    assert index.trouble is not None
    index.wait(60)
    assert_whole(index)
    index.close()


def test_rebuilding_loses_no_write_and_stops_no_search(built: Path) -> None:
    index, stop, wrong = serving(built), threading.Event(), list[object]()
    asked = unit(60, 1)

    def ask() -> None:
        while not stop.is_set():
            ids = index.search(OFFERS, asked[:20], 1)[0][:, 0].tolist()
            if ids != list(range(20)):
                wrong.append(ids)

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    for again in range(2):
        index.rebuild()
        while index._background is not None and index._background.is_alive():
            number = 5000 + 100 * again + int(time.monotonic() * 20) % 100
            index.upsert(OFFERS, [number], unit(1, number))
            index.delete(NEEDS, [1000 + number % 60])
            time.sleep(0.02)
    stop.set()
    for asker in askers:
        asker.join()
    assert wrong == []
    assert_whole(index)
    index.close()


def test_a_batch_that_cannot_be_built_leaves_the_old_generation(built: Path) -> None:
    home = Generations(built, "f1", DIMENSIONS)
    torn = [Batch(OFFERS, np.arange(3), unit(2, 1))]
    with pytest.raises(IndexUnavailableError):
        home.build(torn)
    home.open().close()
    home.close()
    assert [folder.name for folder in built.glob("gen-*")] == ["gen-1"]


def test_where_sql_fails_in_the_middle_of_a_build_no_child_is_left(built: Path) -> None:
    def failing() -> Iterator[Batch]:
        yield Batch(OFFERS, np.arange(2), unit(2, 1))
        raise OSError("the database is away")

    home = Generations(built, "f1", DIMENSIONS)
    with pytest.raises(OSError, match="away"):
        home.build(failing())
    assert multiprocessing.active_children() == []
    home.close()


def write_for_ever(folder: Path, said: object) -> None:
    index = serving(folder)
    for number in range(100_000):
        index.upsert(OFFERS, [3000 + number], unit(1, 90_000 + number))
        said.send(3000 + number)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seconds", [0.2, 0.7])
def test_kill_9_while_writing_loses_nothing(built: Path, seconds: float) -> None:
    hear, tell = multiprocessing.get_context("spawn").Pipe(duplex=False)
    writer = multiprocessing.get_context("spawn").Process(target=write_for_ever, args=(built, tell))
    writer.start()
    tell.close()
    written = [hear.recv()]
    time.sleep(seconds)
    writer.kill()
    writer.join()
    while hear.poll():
        try:
            written.append(hear.recv())
        except EOFError:
            break
    hear.close()
    exact = full()
    for facet_id in written:  # SQL is the truth: it kept what was acknowledged
        exact.upsert(OFFERS, [facet_id], unit(1, 87_000 + facet_id))
    index = serving(built, exact)
    assert_whole(index)
    index.close()


def test_a_server_is_a_home_like_a_folder(chroma_url: str) -> None:
    for again in range(2):
        index = ServingIndex(full(), ServerGenerations(chroma_url, "f1"), exact_below=0)
        index.start()
        index.wait(60)
        assert_whole(index)
        index.upsert(OFFERS, [400], unit(1, 8))
        if again:
            index.rebuild()
            index.wait(60)
        assert_whole(index)
        index.close()


def test_without_its_server_the_exact_searcher_serves() -> None:
    index = ServingIndex(full(), ServerGenerations("http://127.0.0.1:9", "f1"), exact_below=0)
    index.start()
    index.wait(60)
    assert index.trouble is not None
    assert index.search(OFFERS, unit(60, 1)[[7]], 1)[0].tolist() == [[7]]
    index.close()
