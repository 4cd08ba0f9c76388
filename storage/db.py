"""The database: one engine, transactions in a small thread pool, migrations at start."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, Engine, NullPool, Pool, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError as DbError
from sqlmodel import Session

from storage.canary import WrongKeyError, check_key
from storage.crypto import Vault

if TYPE_CHECKING:
    from alembic.config import Config

# Session and DbError: what others' transactions are given, and how they fail.
__all__ = ["Db", "DbError", "Session", "answers", "connect", "migrate", "open_db", "vault"]

P = ParamSpec("P")
T = TypeVar("T")
PRAGMAS = {"journal_mode": "WAL", "synchronous": "FULL", "busy_timeout": "30000", "secure_delete": "ON"}
MIGRATION_LOCK = 7552903  # any number that stays the same


class Db:
    """Runs functions of a session, each in one transaction: all of it or nothing."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self.engine, self.vault = engine, vault
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="db")

    def do(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return self._transaction(self.engine, f, *args, **kwargs)

    def read(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `do` for reading alone: on SQLite it neither waits for a writer nor holds one up."""
        return self._transaction(self.engine.execution_options(reads=True), f, *args, **kwargs)

    async def run(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`do` off the event loop."""
        return await self._in_thread(lambda: self.do(f, *args, **kwargs))

    async def run_read(self, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`read` off the event loop."""
        return await self._in_thread(lambda: self.read(f, *args, **kwargs))

    def close(self) -> None:
        self._threads.shutdown()
        self.engine.dispose()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _transaction(
        self, engine: Engine, f: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        with Session(engine, expire_on_commit=False, info={"vault": self.vault}) as session:
            with session.begin():
                result = f(session, *args, **kwargs)
            if session.info.get("erased"):
                _empty_log(self.engine)
            return result


def answers(session: Session) -> None:
    """The least that a database can be asked; raises DbError."""
    session.connection().execute(text("SELECT 1"))


def vault(session: Session) -> Vault:
    return cast("Vault", session.info["vault"])


def open_db(url: str, vault: Vault) -> Db:
    """Bring the schema of the database up to date, then open it; raises WrongKeyError where the key does not fit."""
    migrate(url)
    db = Db(connect(url), vault)
    _empty_log(db.engine)
    try:
        db.do(check_key, vault)
    except WrongKeyError:
        db.close()
        raise
    return db


def connect(url: str, *, foreign_keys: bool = True, pool: type[Pool] | None = None) -> Engine:
    engine = create_engine(url, poolclass=pool, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        pragmas = PRAGMAS | {"foreign_keys": "ON" if foreign_keys else "OFF"}

        @event.listens_for(engine, "connect")
        def set_pragmas(connection: Any, _record: object) -> None:
            connection.isolation_level = None  # we say BEGIN ourselves
            for name, value in pragmas.items():
                connection.execute(f"PRAGMA {name}={value}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            reads = connection.get_execution_options().get("reads")
            connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def migrate(url: str) -> None:
    """One transaction, one process at a time; foreign keys off, else a batch migration on SQLite deletes child rows."""
    from alembic import command

    engine = connect(url, foreign_keys=False, pool=NullPool)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        command.upgrade(alembic_config(connection), "head")
        if engine.dialect.name == "sqlite" and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
            raise RuntimeError(f"migration left {len(broken)} rows without their parent")


def alembic_config(connection: Connection) -> "Config":
    """Say what alembic.ini would."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def _empty_log(engine: Engine) -> None:
    """Clear SQLite's log, which still holds the pages as they were before an erasure (perhaps cut short by a kill)."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
