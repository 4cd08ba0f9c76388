"""A Plaza that is killed: it feeds itself what a platform would deliver, and answers by a script. Run by test_crash.

chat FOLDER    takes in feed.jsonl, message by message, each again until it is acknowledged in acked.txt
load FOLDER    loads companies.jsonl
serve FOLDER URL NAME    is one of several replicas over that database
check FOLDER   prints the facets of SQL and of Chroma by space
"""

import asyncio
import json
import os
import random
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np

from bot import app as app_module
from bot import build
from bot.app import App
from bot.commands.store import take_in
from bot.config import Settings
from bot.files import read_companies
from bot.store import open_store
from handlers.core import Core
from handlers.message import Inbound, Outbound, Outcome
from prompts.words import Words
from retrieval.index.generations import Generations
from retrieval.market import Market
from storage.changes import AddFacet, OpenCompany, SetConversation, SetStatus
from storage.conversations import ConversationView
from storage.vectors import live_facets
from tests.fakes import FakeMatcher, ScriptedReader


class Hashes:
    """Embeddings that cost nothing: a vector by the text's checksum."""

    fingerprint, family, dimensions = "hashes", "model", 16

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.stack([np.random.default_rng(zlib.crc32(text.encode())).normal(size=16) for text in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


class Platform:
    """A channel that notes what it was sent."""

    name, serves, moment = "telegram", "telegram:", 0.0

    def __init__(self, folder: Path) -> None:
        self._sent = folder / "sent.txt"

    async def send(self, user: str, batch: Sequence[Outbound]) -> int:
        note(self._sent, *(f"{user} {said.text}" for said in batch))
        return len(batch)


def note(path: Path, *lines: str) -> None:
    """Written by one call of the system: there whole after a kill, or not at all."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, "".join(f"{line}\n" for line in lines).encode())
    os.close(file)


async def scripted(_core: Core, conversation: ConversationView, inbound: Inbound) -> Outcome:
    """Every line heard is remembered in the state, becomes an offer, and is said again."""
    lines = inbound.text.split("\n")
    opened = [] if conversation.company_id else [OpenCompany(f"C-{inbound.user}", "IN", "en"), SetStatus("live")]
    heard = SetConversation(state={"heard": [*conversation.state.get("heard", []), *lines]})
    offers = [AddFacet("offer", line, line) for line in lines]
    return Outcome(tuple(Outbound(line) for line in lines), (*opened, heard, *offers))


@contextmanager
def opened(folder: Path, url: str = "", name: str = "plaza") -> Iterator[App]:
    settings = Settings(data=folder, database_url=url)
    db = open_store(settings)
    home = None if url else Generations(folder / "index", Hashes.fingerprint, Hashes.dimensions)
    core = Core(db, FakeMatcher(), Words(), ScriptedReader(), lambda: date(2026, 11, 23))
    app = App(core, Market(db, Hashes(), home), [Platform(folder)], name)
    try:
        yield app
    finally:
        app.close()


async def chat(folder: Path) -> None:
    feed = [json.loads(line) for line in (folder / "feed.jsonl").read_text().splitlines()]
    acked = folder / "acked.txt"
    known = set(acked.read_text().split()) if acked.exists() else set()
    with opened(folder) as app:
        async with app.running():
            print("ready", flush=True)
            for user, key, text in feed:
                again = key in known and random.random() < 0.05  # platforms deliver what they were told was taken
                if key not in known or again:
                    await app.receive(Inbound("telegram", user, key, text))
                    note(acked, key)
                    await asyncio.sleep(0.002)
            for user in {user for user, _, _ in feed}:
                await app.settled(f"telegram:{user}")
            await asyncio.to_thread(app.follower.catch_up)


async def serve(folder: Path, url: str, name: str) -> None:
    with opened(folder, url, name) as app:
        async with app.running():
            print("ready", flush=True)
            await asyncio.Event().wait()


def check(folder: Path) -> None:
    """Both after a start that let Chroma make up what it had missed."""
    with opened(folder) as app:
        app.market.fill()
        app.market.wait()
        assert app.market.trouble is None
        live = app.db.read(
            lambda session: [(f.country, f.side, f.id) for f in live_facets(session, Hashes.fingerprint)]
        )
    chroma = Generations(folder / "index", Hashes.fingerprint, Hashes.dimensions).open()
    held = [(*space, facet) for space in chroma.spaces() for facet in chroma.ids_of(space).tolist()]
    print(json.dumps({"sql": sorted(live), "chroma": sorted(held)}))


if __name__ == "__main__":
    command, home = sys.argv[1], Path(sys.argv[2])
    if command == "chat":
        app_module.take_turn = scripted
        asyncio.run(chat(home))
    elif command == "serve":
        app_module.take_turn = scripted
        asyncio.run(serve(home, *sys.argv[3:]))
    elif command == "load":
        build.embedder = lambda _settings: Hashes()
        print("ready", flush=True)
        print(take_in(Settings(data=home), read_companies(home / "companies.jsonl")))
    else:
        check(home)
