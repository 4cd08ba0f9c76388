"""What `plaza check` finds: each part that the settings configure, tried once, without writing to any user."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.build import embedder, index_home
from bot.config import Settings
from bot.errors import FailureError, InputError
from bot.store import open_store
from retrieval.index.port import IndexLockedError, IndexMissingError, IndexUnavailableError
from storage.db import DbError

if TYPE_CHECKING:
    from bot.server import Messenger

WELL = "works"


@dataclass(frozen=True)
class Finding:
    """`told`: how it is, and where it does not work, how to mend it."""

    part: str
    works: bool
    told: str


def findings(settings: Settings, messengers: Sequence["Messenger"]) -> Iterator[Finding]:
    """In the order in which things are mended."""
    yield tried("database", lambda: _database(settings))
    yield tried("embeddings", lambda: f"{embedder(settings).fingerprint} of {settings.embeddings!r}")
    yield tried("index", lambda: _index(settings))
    for name, given in (("telegram", settings.telegram_token), ("wechat", settings.wechat_app_id)):
        if not given:
            yield Finding(name, works=True, told="not configured")
    for messenger in messengers:
        trouble = asyncio.run(messenger.probe())
        yield Finding(messenger.name, not trouble, trouble or WELL)


def tried(part: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(part, works=True, told=look())
    except (InputError, FailureError) as error:
        return Finding(part, works=False, told=str(error))
    except DbError as error:
        return Finding(part, works=False, told=f"{type(error).__name__}: see PLAZA_DATABASE_URL")
    except IndexUnavailableError as error:
        return Finding(part, works=False, told=f"{error}; `plaza reindex` rebuilds it, the exact searcher serves")


def _database(settings: Settings) -> str:
    with closing(open_store(settings)) as db:
        return f"{db.engine.dialect.name}, {WELL}"


def _index(settings: Settings) -> str:
    home = index_home(settings, embedder(settings))
    try:
        home.open().close()
    except IndexLockedError:
        return "in use by another Plaza"
    except IndexMissingError:
        return "none yet: the first start builds it"
    finally:
        home.close()
    return WELL
