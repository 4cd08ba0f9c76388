"""Benchmarks of what bot/ adds, beside their bare peers in the same run; those of the index stand with the index."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.app import App
from bot.build import build
from bot.channels.wechat.bench import bench_wechat
from bot.config import Settings
from bot.files import sample_companies
from bot.store import throwaway
from handlers.message import Inbound
from retrieval.index.bench import Row, bench_match, bench_reindex
from storage.companies import CompanyRecord, load
from storage.lanes import next_events

CHATS, STARTS = 16, 7
TURNS = (
    "hello",
    "{name}, {city}, {headcount} people. We offer {offer}. We need {need}",
    "yes",
    "yes",
    "is it free?",
    "make that 95 people",
    "ISO 9001 we have, ISO 14001 is applied for",
    "they pay us",
    "20-30k usd",
    "January",
    "no data involved",
    "supply",
    "summary",
    "yes",
    "more",
)


def bench_turn(settings: Settings) -> list[Row]:
    """A turn from the stored message to the committed answer, over the sample companies; the first is left out."""
    companies = sample_companies()
    with throwaway(settings) as fresh, closing(build(fresh, indexed=False)) as app:
        app.db.do(load, companies)
        app.follower.fill()
        app.follower.read_ahead()
        took = asyncio.run(timed_turns(app, companies[:: len(companies) // CHATS]))
    commits = list(timed_commits(len(took)))
    return [spread("bare SQLite commit", commits, commits), spread("turn", took, commits)]


async def timed_turns(app: App, writers: Sequence[CompanyRecord]) -> list[float]:
    """Each writes other texts, as people do; between turns the market follows, as it does when nobody waits."""
    took = []
    for writer in writers:
        known = {"offer": writer.offers[0].text, "need": writer.needs[0].text, **asdict(writer)}
        for number, text in enumerate(TURNS):
            await app.receive(
                Inbound("telegram", writer.id, str(number), text.format_map(known), country=writer.country)
            )
            works = await app.db.run(next_events, f"telegram:{writer.id}", app.owner, 1)
            begun = perf_counter()
            await app.turn(works)
            took.append(perf_counter() - begun)
            app.follower.catch_up()
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
    "wechat": bench_wechat,
}
