"""The server of `plaza serve` over a fake channel: what it tells of itself, and how a channel's own work is kept up."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.testclient import TestClient

from bot import server
from bot.app import App
from bot.server import make_server
from storage.db import Db, connect
from tests.bot.conftest import FakeChannel, message


class FakeMessenger(FakeChannel):
    """A channel with one callback, whose own work fails as often as it is told to."""

    def __init__(self, name: str = "telegram", failures: int = 0) -> None:
        super().__init__(name)
        self.trouble, self.failures, self.begun = "", failures, 0
        self.working = asyncio.Event()

    async def probe(self) -> str:
        return self.trouble

    def routes(self, app: App) -> list[BaseRoute]:
        async def callback(request: Request) -> Response:
            await app.receive(message((await request.body()).decode(), request.headers["key"]))
            return PlainTextResponse("stored")

        return [Route("/callback", callback, methods=["POST"])]

    async def run(self, _app: App) -> None:
        self.begun += 1
        if self.begun <= self.failures:
            raise OSError("no such host")
        self.working.set()
        await asyncio.Event().wait()


@pytest.fixture
def messenger() -> FakeMessenger:
    return FakeMessenger()


@pytest.fixture
def client(make_app: Callable[..., App], messenger: FakeMessenger) -> Iterator[TestClient]:
    with TestClient(make_server(make_app(channels=[messenger]), [messenger])) as found:
        yield found


def test_health_is_that_of_the_process(client: TestClient) -> None:
    assert client.get("/health").text == "ok"


def test_ready_tells_each_part(client: TestClient, messenger: FakeMessenger) -> None:
    assert client.get("/ready").json() == {"index": "ok", "database": "ok", "telegram": "ok"}
    messenger.trouble = "the platform does not answer"
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()["telegram"]) == (503, "the platform does not answer")


def test_one_of_two_channels_is_enough_to_be_ready(make_app: Callable[..., App], messenger: FakeMessenger) -> None:
    other = FakeMessenger("wechat")
    other.routes = lambda _app: []  # type: ignore[method-assign]
    other.trouble = "40164"
    with TestClient(make_server(make_app(channels=[messenger, other]), [messenger, other])) as client:
        assert client.get("/ready").status_code == 200


def test_a_message_by_callback_is_answered_and_counted(client: TestClient, messenger: FakeMessenger) -> None:
    before = _figure(client, 'plaza_received_total{channel="telegram"}')
    client.post("/callback", content="hello", headers={"key": "1"})
    client.post("/callback", content="hello", headers={"key": "1"})
    assert _soon(lambda: len(messenger.sent) == 1)
    assert _figure(client, 'plaza_received_total{channel="telegram"}') == before + 1
    assert "plaza_turn_seconds_count" in client.get("/metrics").text
    assert _figure(client, 'plaza_waiting{kind="in"}') == 0


async def test_without_its_database_it_is_not_ready(app: App, messenger: FakeMessenger) -> None:
    away = Db(connect("postgresql+psycopg://nobody@127.0.0.1:9/plaza"), app.db.vault)
    found = await server.state(App(replace(app.core, db=away), app.market), [messenger])
    away.close()
    assert found == {"index": "ok", "database": "OperationalError", "telegram": "ok"}
    assert not server.serves(found, [messenger])


async def test_a_channel_that_fails_is_begun_again(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "QUIET", 0.01)
    failing = FakeMessenger(failures=2)
    async with server.at_work(failing, app):
        await asyncio.wait_for(failing.working.wait(), 10)
    assert failing.begun == 3


def _figure(client: TestClient, name: str) -> float:
    lines = dict(line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines() if line[:1] != "#")
    return float(lines.get(name, 0))


def _soon(holds: Callable[[], Any], seconds: float = 10) -> bool:
    async def wait() -> bool:
        for _ in range(int(seconds / 0.05)):
            if holds():
                return True
            await asyncio.sleep(0.05)
        return False

    return asyncio.run(wait())


pytestmark = pytest.mark.anyio
