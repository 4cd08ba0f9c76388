import asyncio
from collections.abc import Callable

import pytest

from bot.app import App
from bot.follower import Follower
from storage.companies import erase, load
from storage.db import Db
from storage.indexing import ask_rebuild
from storage.lanes import backlog
from tests.bot.conftest import FakeMarket, record


@pytest.fixture
def market() -> FakeMarket:
    return FakeMarket()


@pytest.fixture
def follower(sqlite: Db, market: FakeMarket) -> Follower:
    return Follower(sqlite, market)


def test_what_was_written_before_the_filling_is_not_followed_again(
    sqlite: Db, market: FakeMarket, follower: Follower
) -> None:
    sqlite.do(load, [record(1)])
    follower.fill()
    follower.catch_up()
    assert (market.filled, market.followed, sqlite.do(backlog, "index")) == (1, [], 0)


def test_changes_are_followed_in_order_and_marked(sqlite: Db, market: FakeMarket, follower: Follower) -> None:
    follower.fill()
    sqlite.do(load, [record(1)])
    follower.catch_up()
    sqlite.do(erase, "IN-1")
    follower.catch_up()
    assert [change["op"] for change in market.followed] == ["put", "put", "drop", "drop"]
    assert sqlite.do(backlog, "index") == 0


def test_two_processes_follow_each_on_its_own(sqlite: Db, market: FakeMarket, follower: Follower) -> None:
    other_market = FakeMarket()
    other = Follower(sqlite, other_market)
    for each in (follower, other):
        each.fill()
    sqlite.do(load, [record(1)])
    for each in (follower, other):
        each.catch_up()
    assert market.followed == other_market.followed != []


def test_a_rebuild_asked_for_by_another_process_is_done(sqlite: Db, market: FakeMarket, follower: Follower) -> None:
    follower.fill()
    sqlite.do(ask_rebuild)
    follower.catch_up()
    assert (market.rebuilt, market.followed) == (1, [])


def test_what_failed_is_followed_later(
    sqlite: Db, market: FakeMarket, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    follower.fill()
    sqlite.do(load, [record(1)])
    monkeypatch.setattr(market, "follow", lambda _change: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        follower.catch_up()
    monkeypatch.undo()
    follower.catch_up()
    assert len(market.followed) == 2


@pytest.mark.anyio
async def test_a_running_app_follows_what_others_write(make_app: Callable[..., App]) -> None:
    app = make_app()
    async with app.running():
        await app.db.run(load, [record(1)])
        await asyncio.sleep(1)
    assert len(app.market.followed) == 2
