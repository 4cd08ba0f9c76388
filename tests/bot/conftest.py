import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from handlers.core import Core
from handlers.message import Inbound, Outbound
from prompts.words import Words
from storage.companies import CompanyRecord, FacetRecord
from storage.crypto import Vault, new_key
from storage.db import Db, open_db
from tests.bot.commands import plaza
from tests.fakes import FakeMatcher, ScriptedReader


class FakeMarket:
    """Remembers what it was told to follow."""

    trouble = None

    def __init__(self) -> None:
        self.filled = self.rebuilt = 0
        self.followed: list[dict[str, Any]] = []

    def fill(self) -> None:
        self.filled += 1

    def embed_missing(self) -> int:
        return 0

    def follow(self, change: dict[str, Any]) -> None:
        self.followed.append(change)

    def rebuild(self) -> None:
        self.rebuilt += 1

    def close(self) -> None: ...


class FakeChannel:
    """Takes what it is sent, as many messages at once as `takes` allows."""

    def __init__(self, name: str = "telegram", moment: float = 0.0) -> None:
        self.name, self.moment, self.takes = name, moment, 100
        self.serves = f"{name}:"
        self.sent: list[tuple[str, str]] = []
        self.refuses: Exception | None = None
        self.tried = 0

    async def send(self, user: str, batch: Sequence[Outbound]) -> int:
        self.tried += 1
        if self.refuses:
            raise self.refuses
        taken = batch[: self.takes]
        self.sent += [(user, said.text) for said in taken]
        return len(taken)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Db]:
    db = open_db(f"sqlite:///{tmp_path}/plaza.db", Vault([new_key()]))
    yield db
    db.close()


@pytest.fixture
def reader() -> ScriptedReader:
    return ScriptedReader()


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()


@pytest.fixture
def make_app(sqlite: Db, reader: ScriptedReader, channel: FakeChannel) -> Callable[..., App]:
    def make(**given: Any) -> App:
        core = Core(sqlite, FakeMatcher(), Words(), reader, lambda: date(2026, 11, 23))
        return App(core, FakeMarket(), given.pop("channels", [channel]), **given)

    return make


@pytest.fixture
def app(make_app: Callable[..., App]) -> App:
    return make_app()


def message(text: str, key: str, user: str = "7", **known: Any) -> Inbound:
    return Inbound("telegram", user, key, text, **known)


async def said(app: App, *inbounds: Inbound) -> None:
    """All of it received before anything is answered, then answered."""
    for inbound in inbounds:
        await app.receive(inbound)
    async with app.running():
        for lane in {inbound.conversation for inbound in inbounds}:
            await asyncio.wait_for(app.settled(lane), 20)


def company(number: int, country: str = "IN", **changed: Any) -> dict[str, Any]:
    """A line of companies.jsonl."""
    row = {
        "id": f"{country}-{number}",
        "country": country,
        "name": f"Firm {number}",
        "city": "Surat" if country == "IN" else "宁波",
        "language": "en" if country == "IN" else "zh",
        "sector": "textiles",
        "headcount": 10 + number,
        "offers": [{"id": f"{country}-{number}-O1", "text": "cotton towels" if country == "IN" else "剑杆织机"}],
        "needs": [{"id": f"{country}-{number}-N1", "text": "rapier looms" if country == "IN" else "棉毛巾"}],
        "hard_constraints": [],
    }
    return row | changed


def record(number: int, country: str = "IN") -> CompanyRecord:
    row = company(number, country)
    facets = {side: tuple(FacetRecord(**facet) for facet in row[side]) for side in ("offers", "needs")}
    return CompanyRecord(**row | facets | {"hard_constraints": ()})


def write_jsonl(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of companies that is loaded into ./data, and the cached dictionary."""
    folder = tmp_path_factory.mktemp("home")
    firms = [
        company(1),
        company(2, "CN"),
        company(3, offers=[{"id": "O3", "text": "fraud analytics for banks"}], needs=[]),
    ]
    write_jsonl(folder / "firms.jsonl", firms)
    assert plaza("load", "firms.jsonl", cwd=folder).stdout == "3 new, 0 changed, 0 unchanged\n"
    return folder
