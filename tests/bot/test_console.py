import asyncio
from collections.abc import Sequence
from datetime import date

import pytest

from bot import app as app_module
from bot.app import App
from bot.channels import console as console_module
from bot.channels.channel import Hint
from bot.channels.console import Console
from handlers.core import Core
from handlers.message import Choice, Inbound, Outbound, Outcome
from prompts.words import Words
from storage.conversations import ConversationView
from storage.db import Db
from tests.bot.conftest import FakeMarket
from tests.fakes import FakeMatcher, ScriptedReader

pytestmark = pytest.mark.anyio


class FakeScreen:
    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.shown: list[str] = []
        self.signs: list[str] = []
        self.remembered: list[str] = []

    def remember(self, lines: Sequence[str]) -> None:
        self.remembered = list(lines)

    async def ask(self) -> str | None:
        return self.lines.pop(0) if self.lines else None

    def show(self, said: Outbound) -> None:
        self.shown.append(said.text)

    def working(self, sign: str) -> None:
        self.signs.append(sign)


@pytest.fixture(autouse=True)
def echo(monkeypatch: pytest.MonkeyPatch) -> list[Inbound]:
    """Every turn says again what it was told."""
    heard: list[Inbound] = []

    async def say_again(_core: object, _conversation: ConversationView, inbound: Inbound) -> Outcome:
        heard.append(inbound)
        await asyncio.sleep(0.2 if inbound.text == "slow" else 0)
        return Outcome((Outbound(f"re: {inbound.text}", (Choice("do:yes", "Yes"),)),))

    monkeypatch.setattr(app_module, "take_turn", say_again)
    return heard


async def talked(db: Db, screen: FakeScreen, user: str = "me") -> Console:
    console = Console(screen, user, Hint("IN", "en"))
    core = Core(db, FakeMatcher(), Words(), ScriptedReader(), lambda: date(2026, 11, 23))
    await asyncio.wait_for(console.talk(App(core, FakeMarket(), [console], console.conversation)), 20)
    return console


async def test_the_bot_speaks_first_and_answers_line_by_line(sqlite: Db, echo: list[Inbound]) -> None:
    screen = FakeScreen("hello", "  ", "towels")
    await talked(sqlite, screen)
    assert screen.shown == ["re: /start", "re: hello", "re: towels"]
    assert {(inbound.country, inbound.language) for inbound in echo} == {("IN", "en")}


async def test_who_comes_back_sees_where_it_stood_and_has_the_history(sqlite: Db) -> None:
    await talked(sqlite, FakeScreen("hello"))
    screen = FakeScreen()
    await talked(sqlite, screen)
    assert screen.shown == ["re: hello"]
    assert screen.remembered == ["/start", "hello"]


async def test_what_was_left_unanswered_is_answered_at_the_next_start(sqlite: Db) -> None:
    console = await talked(sqlite, FakeScreen())
    core = Core(sqlite, FakeMatcher(), Words(), ScriptedReader(), lambda: date(2026, 11, 23))
    await App(core, FakeMarket()).receive(Inbound("console", "me", "k", "asked before it ended"))
    screen = FakeScreen()
    await talked(sqlite, screen, console.user)
    assert screen.shown == ["re: /start", "re: asked before it ended"]


async def test_what_is_for_another_waits_until_they_come(sqlite: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    async def to_another(_core: object, _conversation: object, inbound: Inbound) -> Outcome:
        return (
            Outcome((Outbound("for you"), Outbound("for her", to="console:her"))) if inbound.text == "x" else Outcome()
        )

    monkeypatch.setattr(app_module, "take_turn", to_another)
    await talked(sqlite, FakeScreen(), "her")
    me, her = FakeScreen("x"), FakeScreen()
    await talked(sqlite, me)
    await talked(sqlite, her, "her")
    assert (me.shown, her.shown) == (["for you"], ["for her"])


async def test_a_sign_shows_that_an_answer_takes_long_and_goes_away(
    sqlite: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console_module, "UNANSWERED", 0.01)
    screen = FakeScreen("slow")
    await talked(sqlite, screen)
    assert Words().say("console-working", "en") in screen.signs
    assert screen.signs[-1] == ""


@pytest.mark.parametrize("language", ["en", "zh", "hi"])
async def test_the_farewell_names_the_command_in_the_language_spoken(sqlite: Db, language: str) -> None:
    console = Console(FakeScreen(), "me", Hint(None, language))
    core = Core(sqlite, FakeMatcher(), Words(), ScriptedReader(), lambda: date(2026, 11, 23))
    app = App(core, FakeMarket(), [console])
    await console.talk(app)
    assert console.farewell(app, "plaza chat") == Words().say("console-back", language, command="plaza chat")
