"""The conversation of one person at this terminal: a line is a message, the answer comes before the next line."""

import asyncio
from collections.abc import Sequence
from typing import Protocol
from uuid import uuid4

from bot.app import App, spoken
from bot.channels.channel import Hint
from handlers.message import Inbound, Outbound
from storage.conversations import conversation

NAME = "console"
UNANSWERED = 0.4  # seconds until a sign shows that the answer takes longer


class Screen(Protocol):
    """Where lines come from and go to."""

    def remember(self, lines: Sequence[str]) -> None:
        """What was typed in earlier sessions, oldest first."""

    async def ask(self) -> str | None:
        """The next line; None = there will be none."""

    def show(self, said: Outbound) -> None: ...

    def working(self, sign: str) -> None:
        """Show that something goes on; "" = it is over."""


class Console:
    """A channel whose user sits here."""

    name = NAME
    moment = 0.0

    def __init__(self, screen: Screen, user: str, hint: Hint) -> None:
        self.user = user
        self._screen = screen
        self._hint = hint

    @property
    def conversation(self) -> str:
        return f"{NAME}:{self.user}"

    @property
    def serves(self) -> str:
        """What is for others waits until they come here themselves."""
        return self.conversation

    async def send(self, _user: str, batch: Sequence[Outbound]) -> int:
        self._screen.working("")
        for said in batch:
            self._screen.show(said)
        return len(batch)

    async def talk(self, app: App) -> None:
        """From where the conversation stood until the lines end."""
        before = await app.transcript(self.conversation)
        self._screen.remember([message.text for message in before if message.kind == "in"])
        said = [message for message in before if message.kind == "out"]
        if said and said[-1].done:
            self._screen.show(spoken(said[-1]))
        async with app.running():
            await self._answered(app) if before else await self._say(app, "/start")
            while (line := await self._screen.ask()) is not None:
                if line.strip():
                    await self._say(app, line)

    def farewell(self, app: App, command: str) -> str:
        """Say that all is kept, and which command comes back."""
        try:
            language = app.db.read(conversation, self.conversation).language
        except LookupError:  # left before a word was said
            language = self._hint.language or "en"
        return app.words.say("console-back", language, command=command)

    async def _say(self, app: App, text: str) -> None:
        country, language = self._hint
        await app.receive(Inbound(NAME, self.user, uuid4().hex, text, country=country, language=language))
        await self._answered(app)

    async def _answered(self, app: App) -> None:
        answer = asyncio.create_task(app.settled(self.conversation))
        await asyncio.wait({answer}, timeout=UNANSWERED)
        if not answer.done():
            self._screen.working(
                app.words.say("console-working", (await app.db.run_read(conversation, self.conversation)).language)
            )
        await answer
        self._screen.working("")
