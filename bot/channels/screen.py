"""Two screens: a terminal with history and colour, and plain pipes, so that a conversation can be scripted."""

import asyncio
import sys
from collections.abc import Sequence

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.channels.console import Screen
from handlers.message import Outbound

PROMPT = "› "


class Terminal:
    """History lives in memory alone: what people write is sealed at rest."""

    def __init__(self) -> None:
        self._history = InMemoryHistory()
        self._session: PromptSession[str] = PromptSession(history=self._history)
        self._sign = ""

    def remember(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._history.append_string(line)

    async def ask(self) -> str | None:
        try:
            with patch_stdout():
                return await self._session.prompt_async(PROMPT)
        except EOFError:
            return None

    def show(self, said: Outbound) -> None:
        lines = [("", "\n"), ("bold", said.text), ("", "\n")]
        for number, choice in enumerate(said.choices, 1):
            lines += [("ansicyan bold", f"  {number}  "), ("ansicyan", f"{choice.label}\n")]
        print_formatted_text(FormattedText(lines))

    def working(self, sign: str) -> None:
        if sign or self._sign:
            sys.stdout.write(f"\r\033[K{sign}")
            sys.stdout.flush()
        self._sign = sign


class Pipe:
    """Lines in, lines out; no colour, no sign."""

    def __init__(self) -> None:
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]

    def remember(self, lines: Sequence[str]) -> None: ...

    async def ask(self) -> str | None:
        line = await asyncio.to_thread(sys.stdin.readline)
        return line.rstrip("\r\n") if line else None

    def show(self, said: Outbound) -> None:
        choices = [f"  {number}  {choice.label}" for number, choice in enumerate(said.choices, 1)]
        print("\n".join([said.text, *choices]), end="\n\n", flush=True)

    def working(self, sign: str) -> None: ...


def screen() -> Screen:
    return Terminal() if sys.stdin.isatty() and sys.stdout.isatty() else Pipe()
