from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from storage.db import Db


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
