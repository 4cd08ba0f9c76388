import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.burst import heard, write
from bot.channels.wechat import WeChatChannel
from bot.channels.wechat.account import Manner, Timing
from bot.config import Settings
from bot.server import make_server
from handlers.core import Core
from handlers.message import Outbound, Outcome
from prompts.words import Words
from storage.conversations import conversation, unsent
from storage.crypto import Vault, new_key
from storage.db import Db, open_db
from storage.lanes import Work
from tests.bot.conftest import FakeMarket
from tests.fakes import FakeMatcher, ScriptedReader
from tests.peers.wechat.api import FakeApi
from tests.peers.wechat.node import Node, Plain, install, need_node
from tests.peers.wechat.platform import APP_ID, KEY, OLD_KEY, TOKEN, FakePlatform
from tests.peers.wechat.serving import serving

SCALE = 0.2  # of the platform's seconds, so that its five are one here
USUAL = Timing(look=0.01, after=0.05)
SHORT = replace(Timing(), passive=0.8, last=0.9, hold=1.6, look=0.01, typing=0.2, typing_again=3.0, after=0.05)
WORDS = Words()
SECRET = "app-secret-of-the-account"


class SlowApp(App):
    """The product whose turns take as long as they are told and say what they are told; otherwise they echo."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.runs: list[str] = []
        self.slow: dict[str, float] = {}
        self.says: dict[str, Outcome] = {}

    async def turn(self, works: Sequence[Work]) -> None:
        events, inbound = await self.db.run_read(heard, works[:1])
        assert inbound is not None
        self.runs.append(inbound.text)
        await asyncio.sleep(self.slow.get(inbound.text, 0.0))
        outcome = self.says.get(inbound.text) or Outcome((Outbound(f"re: {inbound.text}"),))
        await self.db.run(write, events, inbound.conversation, outcome)
        self._worker.wake()


@dataclass
class World:
    app: SlowApp
    channel: WeChatChannel
    platform: FakePlatform
    api: FakeApi
    url: str

    def unsent(self, user: str = "oUser1") -> list[str]:
        return [message.text for message in self.app.db.do(unsent, f"wechat:{user}")]

    def words(self, key: str, user: str = "oUser1", **values: Any) -> str:
        try:
            language = self.app.db.read(conversation, f"wechat:{user}").language
        except LookupError:
            language = "zh"
        return WORDS.say(key, language, **values)

    async def until(self, true: Callable[[], Any], seconds: float = 8.0) -> None:
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - whatever it is, nobody tells of it
                await asyncio.sleep(0.02)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def cipher() -> Iterator[Any]:
    """Others' libraries, where Node is."""
    made = Plain() if install() else Node()
    yield made
    made.close()


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    need_node()
    child = Node()
    yield child
    child.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Db]:
    db = open_db(f"sqlite:///{tmp_path}/wechat.db", Vault([new_key()]))
    yield db
    db.close()


def settings(api: str = "http://127.0.0.1:9", **given: Any) -> Settings:
    known = {"app_id": APP_ID, "app_secret": SECRET, "token": TOKEN, "aes_key": KEY, "aes_key_previous": OLD_KEY}
    known = {f"wechat_{name}": value for name, value in (known | {"api_url": api} | given).items()}
    return Settings(_env_file=None, **known)


@pytest.fixture
def world(sqlite: Db, cipher: Any) -> Callable[..., Any]:
    """The whole of it over real sockets: the product's server, the platform that posts to it, and its API."""

    @asynccontextmanager
    async def made(
        *, timing: Timing = USUAL, verified: bool = False, db: Db = sqlite, account: str = "", **manner: Any
    ) -> AsyncIterator[World]:
        api = FakeApi(verified=verified)
        async with serving(api.server) as api_url:
            channel = WeChatChannel(settings(api_url), timing, Manner(**manner), account)
            core = Core(db, FakeMatcher(), WORDS, ScriptedReader(), lambda: date(2026, 11, 24))
            app = SlowApp(core, FakeMarket(), [channel], owner=f"test{id(channel)}")
            async with serving(make_server(app, [channel])) as url:
                platform = FakePlatform(cipher, url, patience=5 * timing.last / 4.5)
                async with platform.client:
                    yield World(app, channel, platform, api, url)

    return made
