import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot import app as app_module
from bot import worker
from bot.app import App
from bot.channels.channel import HeldError, UnreachableError
from handlers.message import Inbound, Outbound, Outcome
from storage import lanes
from storage.conversations import ConversationView, conversation, transcript, unsent
from storage.db import Session
from storage.lanes import claim, dead_letters
from storage.tables import NEVER, Lane
from tests.bot.conftest import FakeChannel, message, said

pytestmark = pytest.mark.anyio


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every turn echoes; what was taken as one turn stands in the list."""
    taken: list[str] = []

    async def echo(_core: object, _conversation: ConversationView, inbound: Inbound) -> Outcome:
        taken.append(inbound.choice or inbound.text)
        return Outcome((Outbound(f"re: {inbound.text}"),))

    monkeypatch.setattr(app_module, "take_turn", echo)
    return taken


def lane(session: Session, user: str = "7") -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in transcript(session, f"telegram:{user}")]


async def test_a_message_is_answered_and_the_answer_sent(app: App, channel: FakeChannel, turns: list[str]) -> None:
    await said(app, message("hello", "1"))
    assert (turns, channel.sent) == (["hello"], [("7", "re: hello")])


async def test_the_same_message_again_is_nothing(app: App, channel: FakeChannel, turns: list[str]) -> None:
    await said(app, message("hello", "1"))
    await said(app, message("hello", "1"))
    assert await app.receive(message("hello", "1")) is None
    assert (turns, len(channel.sent)) == (["hello"], 1)


async def test_a_burst_is_one_turn(app: App, turns: list[str]) -> None:
    await said(app, message("we make towels", "1"), message("in Surat", "2"))
    assert turns == ["we make towels\nin Surat"]
    assert app.db.do(lane) == [("in", "we make towels"), ("in", "in Surat"), ("out", "re: we make towels\nin Surat")]


async def test_a_burst_waits_for_what_comes_within_a_moment(app: App, channel: FakeChannel, turns: list[str]) -> None:
    channel.moment = 0.3
    await app.receive(message("we make towels", "1"))
    async with app.running():
        await asyncio.sleep(0.1)
        await app.receive(message("in Surat", "2"))
        await asyncio.wait_for(app.settled("telegram:7"), 20)
    assert turns == ["we make towels\nin Surat"]


async def test_taps_commands_and_bare_numbers_stand_alone(app: App, turns: list[str]) -> None:
    inbounds = [message("a", "1"), message("b", "2", choice="do:yes"), message("/help", "3"), message("2", "4")]
    await said(app, *inbounds, message("c", "5"), message("d", "6"))
    assert turns == ["a", "do:yes", "/help", "2", "c\nd"]


async def test_conversations_do_not_wait_for_one_another_but_each_keeps_its_order(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, most, order = dict[str, int](), 0, list[str]()

    async def slow(_core: object, conversation: ConversationView, inbound: Inbound) -> Outcome:
        nonlocal most
        at_work[conversation.id] = at_work.get(conversation.id, 0) + 1
        assert at_work[conversation.id] == 1
        most = max(most, sum(at_work.values()))
        await asyncio.sleep(0.05)
        at_work[conversation.id] -= 1
        order.append(f"{conversation.id}{inbound.text}")
        return Outcome()

    monkeypatch.setattr(app_module, "take_turn", slow)
    await said(app, *(message(f"/{n}", str(n), user) for n in range(3) for user in "abcd"))
    assert most > 1
    assert all(
        [each for each in order if f":{user}" in each] == [f"telegram:{user}/{n}" for n in range(3)] for user in "abcd"
    )


async def test_a_turn_that_fails_is_tried_again_and_told_without_a_word_of_what_was_said(
    app: App, channel: FakeChannel, turns: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    echo, failures = app_module.take_turn, iter([ValueError("hello secret"), None])

    async def once(*args: Any) -> Outcome:
        if error := next(failures):
            raise error
        return await echo(*args)

    monkeypatch.setattr(app_module, "take_turn", once)
    with capture_logs() as logs:
        await said(app, message("hello secret", "1"))
    assert channel.sent == [("7", "re: hello secret")]
    assert [log["error"].partition(" at ")[0] for log in logs] == ["ValueError"]
    assert "secret" not in str(logs)


async def test_a_turn_that_always_fails_ends_with_an_apology_and_the_next_goes_on(
    app: App, channel: FakeChannel, turns: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = app_module.take_turn

    async def never(core: Any, view: ConversationView, inbound: Inbound) -> Outcome:
        if inbound.text == "/bad":
            raise ValueError(inbound.text)
        return await echo(core, view, inbound)

    monkeypatch.setattr(app_module, "take_turn", never)
    await said(app, message("/bad", "1"), message("/good", "2"))
    texts = [text for _, text in channel.sent]
    assert texts == [app.words.say("trouble", "en"), "re: /good"]
    dead = app.db.do(dead_letters)
    assert [letter.attempts for letter in dead] == [app_module.TRIES]
    assert "/bad" not in str(dead)


async def test_what_cannot_be_sent_waits_and_nothing_is_sent_twice(
    app: App, channel: FakeChannel, turns: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "UNREACHED", 0.2)
    channel.takes = 0
    for inbound in (message("/a", "1"), message("/b", "2")):
        await app.receive(inbound)
    async with app.running():
        await asyncio.sleep(0.5)
        assert [line.text for line in app.db.do(unsent, "telegram:7")] == ["re: /a", "re: /b"]
        channel.takes = 1
        await asyncio.wait_for(app.settled("telegram:7"), 20)
    assert channel.sent == [("7", "re: /a"), ("7", "re: /b")]


async def test_what_went_out_in_part_goes_on_at_once(app: App, channel: FakeChannel, turns: list[str]) -> None:
    channel.takes = 1
    for inbound in (message("/a", "1"), message("/b", "2"), message("/c", "3")):
        await app.receive(inbound)
    async with app.running():
        await asyncio.wait_for(app.settled("telegram:7"), app_module.UNREACHED / 2)
    assert [text for _, text in channel.sent] == ["re: /a", "re: /b", "re: /c"]


async def test_another_channels_messages_are_left_to_whoever_has_it(app: App, turns: list[str]) -> None:
    await app.receive(Inbound("wechat", "9", "1", "你好"))
    async with app.running():
        await asyncio.sleep(0.5)
    assert turns == []
    assert app.db.do(claim, "wechat's", 5, timedelta(seconds=9), ["in"]) == ["wechat:9"]


async def test_a_burst_that_another_process_took_in_part_is_not_written(
    app: App, turns: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    echo, ids = app_module.take_turn, []

    async def overtaken(*args: Any) -> Outcome:
        if len(turns) == 0:
            app.db.do(lanes.finish, ids[0])
        return await echo(*args)

    monkeypatch.setattr(app_module, "take_turn", overtaken)
    ids += [await app.receive(message("a", "1")), await app.receive(message("b", "2"))]
    async with app.running():
        await asyncio.wait_for(app.settled("telegram:7"), 20)
    assert turns == ["a\nb", "b"]
    assert [text for kind, text in app.db.do(lane) if kind == "out"] == ["re: b"]


async def test_what_a_process_held_when_it_died_is_free_at_its_next_start(app: App, turns: list[str]) -> None:
    await app.receive(message("hello", "1"))
    assert app.db.do(claim, app.owner, 5, timedelta(hours=1), ["in"]) == ["telegram:7"]
    await said(app, message("/more", "2"))
    assert turns == ["hello", "/more"]


async def test_a_lease_is_kept_while_its_lane_is_worked_on(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LEASE", timedelta(seconds=0.3))
    others: list[list[str]] = []

    async def slow(*_args: object) -> Outcome:
        for _ in range(4):
            await asyncio.sleep(0.2)
            others.append(await app.db.run(claim, "another", 5, timedelta(seconds=1), ["in"]))
        return Outcome()

    monkeypatch.setattr(app_module, "take_turn", slow)
    await said(app, message("hello", "1"))
    assert others == [[]] * 4


async def test_characters_that_no_store_takes_are_dropped(app: App, turns: list[str]) -> None:
    await said(app, message("to\0wels \ud83d", "1"))
    assert turns == ["towels ?"]


async def test_who_cannot_be_written_to_gets_the_rest_when_they_write_again(
    app: App, channel: FakeChannel, turns: list[str]
) -> None:
    channel.refuses = UnreachableError()
    await app.receive(message("hello", "1"))
    async with app.running():
        await until(lambda: app.db.read(conversation, "telegram:7").unreachable is not None)
        await asyncio.sleep(2 * worker.POLL)
        assert channel.tried == 1
        channel.refuses = None
        await app.receive(message("I am back", "2"))
        await asyncio.wait_for(app.settled("telegram:7"), 20)
    assert [text for _, text in channel.sent] == ["re: hello", "re: I am back"]
    assert app.db.read(conversation, "telegram:7").unreachable is None


async def test_what_must_wait_for_its_user_is_not_tried_again(app: App, channel: FakeChannel, turns: list[str]) -> None:
    channel.refuses = HeldError()
    await app.receive(message("hello", "1"))
    async with app.running():
        await until(lambda: channel.tried == 1 and app.db.read(Session.get_one, Lane, "out:telegram:7").until == NEVER)
        await asyncio.sleep(2 * worker.POLL)
    assert (channel.tried, app.db.read(conversation, "telegram:7").unreachable) == (1, None)
    assert app.db.read(dead_letters) == []


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it never came")
