"""Benchmarks of what bot/ adds, beside their bare peers in the same run; those of the index stand with the index."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.app import App
from bot.build import build, open_store, throwaway
from bot.config import Settings
from bot.files import read_companies
from handlers.message import Inbound
from retrieval.index.bench import Row, bench_match, bench_reindex
from storage.companies import load
from storage.lanes import next_events

CHATS, STARTS = 12, 7
TURNS = (
    "hello",
    "Marigold Looms, Karur, 85 people. We weave cotton terry towels, 6 hotel chains buy from us. We need a loom agent.",
    "yes",
    "yes",
    "is it free?",
    "make that 95 people, not 85",
    "OEKO-TEX we have, GOTS is applied for",
    "they pay us",
    "20-30k usd",
    "after Diwali",
    "no data involved",
    "supply",
    "summary",
    "yes",
    "more",
)


def bench_turn(settings: Settings) -> list[Row]:
    """A turn from the stored message to the committed answer, over the sample companies; the first is left out."""
    with throwaway(settings) as fresh, as_file(files("bot") / "samples" / "companies.jsonl") as samples:
        with closing(open_store(fresh)) as db:
            db.do(load, read_companies(samples))
        with closing(build(fresh, indexed=False)) as app:
            app.market.fill()
            took = asyncio.run(timed_turns(app))
        commits = list(timed_commits(len(took)))
    return [spread("bare SQLite commit", commits, commits), spread("turn", took, commits)]


async def timed_turns(app: App) -> list[float]:
    took = []
    for chat in range(CHATS):
        for number, text in enumerate(TURNS):
            await app.receive(Inbound("telegram", str(chat), str(number), text, country="IN"))
            works = await app.db.run(next_events, f"telegram:{chat}", app.owner, 1)
            begun = perf_counter()
            await app.turn(works)
            took.append(perf_counter() - begun)
    return took[1:]


def timed_commits(count: int) -> Iterator[float]:
    """One row in one transaction, with the pragmas of storage."""
    with TemporaryDirectory(prefix="plaza-") as folder, closing(sqlite3.connect(f"{folder}/bare.db")) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE row (text)")
        for number in range(count):
            begun = perf_counter()
            bare.execute("INSERT INTO row VALUES (?)", (f"{number} {TURNS[1]}",))
            bare.commit()
            yield perf_counter() - begun


def spread(name: str, took: list[float], base: list[float]) -> Row:
    p99 = quantiles(took, n=100)[98]
    return {"name": name, "p50_ms": 1e3 * median(took), "p99_ms": 1e3 * p99, "ratio": median(took) / median(base)}


def bench_help(_settings: Settings) -> list[Row]:
    """How long `plaza --help` takes, beside a Python that only imports typer."""
    commands = {"python -c 'import typer'": ["-c", "import typer"], "plaza --help": ["-m", "bot", "--help"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            begun = perf_counter()
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603
            times[name].append(perf_counter() - begun)
    base = median(next(iter(times.values())))
    return [{"name": name, "seconds": median(took), "ratio": median(took) / base} for name, took in times.items()]


ROOT = Path(__file__).parent.parent
BENCHES: dict[str, Callable[[Settings], list[Row]]] = {
    "turn": bench_turn,
    "help": bench_help,
    "reindex": lambda _settings: bench_reindex(),
    "match": lambda _settings: bench_match(),
}
