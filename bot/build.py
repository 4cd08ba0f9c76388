"""The one place where the product is put together from its settings; what is given replaces what would be made."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.app import App
from bot.channels.channel import Channel
from bot.config import Settings, SettingsError
from bot.store import open_store
from handlers.core import Core
from prompts.reading import Reading, read
from retrieval.build import Partners, make_partners
from retrieval.embed import AnyEmbeddings, make_embeddings
from retrieval.index.generations import Generations
from retrieval.index.home import Home
from retrieval.index.server import ServerGenerations
from storage.db import Db


def clock() -> datetime:
    return datetime.now().astimezone()


def embedder(settings: Settings) -> AnyEmbeddings:
    try:
        return make_embeddings(settings.embeddings, cache(settings))
    except (ValueError, ImportError) as error:
        raise SettingsError(f"PLAZA_EMBEDDINGS: {error}") from error


def cache(settings: Settings) -> Path:
    """What can be made again; not among the store's files."""
    return settings.data / "cache"


def index_home(settings: Settings, embeddings: AnyEmbeddings) -> Home:
    if settings.chroma_url:
        return ServerGenerations(settings.chroma_url, embeddings.fingerprint)
    return Generations(settings.data / "index", embeddings.fingerprint, embeddings.dimensions)


def partners(settings: Settings, db: Db, *, indexed: bool = False, now: Callable[[], datetime] = clock) -> Partners:
    """Matching over an empty market: fill it before use. Not `indexed` = searched exactly, without Chroma."""
    embeddings = embedder(settings)
    home = index_home(settings, embeddings) if indexed else None
    return make_partners(db, embeddings, now, cache=cache(settings), home=home)


def build(
    settings: Settings,
    channels: Sequence[Channel] = (),
    *,
    owner: str = "plaza",
    indexed: bool = True,
    now: Callable[[], datetime] = clock,
) -> App:
    """`owner` names this process to the lanes; the same after a restart, it takes up at once what it left."""
    db = open_store(settings)
    found = partners(settings, db, indexed=indexed, now=now)

    def today() -> date:
        return now().date()

    def reads(text: str, **known: Any) -> Reading:
        return read(text, **known, today=today())

    app = App(Core(db, found, found.words, reads, today), found.market, channels, owner)
    app.follower.warm = found.matcher.warm
    return app
