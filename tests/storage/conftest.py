from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlmodel import select

from storage.conversations import end_turn, receive
from storage.db import Db
from storage.tables import Event


@pytest.fixture
def raw() -> Callable[[Db], bytes]:
    """Everything that is stored: the files of SQLite as they lie on the disk, every column of PostgreSQL's rows."""

    def read(db: Db) -> bytes:
        if db.engine.dialect.name == "sqlite":
            return b"".join(Path(f"{db.engine.url.database}{end}").read_bytes() for end in ("", "-wal"))
        with db.engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            rows = [connection.execute(text(f"SELECT CAST(t AS text) FROM {name} t")).scalars() for name in tables]
            return "\n".join(row for table in rows for row in table).encode()

    return read


@pytest.fixture
def turn(db):
    """Take a turn in one conversation: what is said and what changes."""
    keys = iter(range(1000))

    def take(*changes, say=()):
        event = db.do(receive, "telegram", "7", str(next(keys)), "hello")
        assert db.do(end_turn, event, "telegram:7", say, changes)
        return event

    return take


@pytest.fixture
def index(db):
    """Index events that were written since the last look: (op, facet, country, side)."""
    seen = 0

    def look():
        nonlocal seen
        events = db.read(lambda s: s.exec(select(Event).where(Event.kind == "index", Event.id > seen)).all())
        seen = max([seen, *(event.id for event in events)])
        return sorted((e.body["op"], e.body["facet"], e.body.get("country"), e.body.get("side")) for e in events)

    return look
